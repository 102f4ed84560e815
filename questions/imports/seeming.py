"""What a file seems to be that was given to another source's importer."""

from __future__ import annotations

import re
from pathlib import Path

from questions.imports.opening import CHUNK, DamagedError, opened
from questions.imports.report import Report

SIGNS = (
    ("wikidata", re.compile(rb'"(claims|sitelinks|bindings|labels|pageid)"\s*:|"entities"\s*:\s*\{|"P31"')),
    ("wikipedia", re.compile(rb'"(cast|genres|extract|href|thumbnail)"\s*:')),
    ("imdb", re.compile(rb"\A[^\n]*\b[tn]const\t|\A[^\n]*\btitleId\t")),
    ("table", re.compile(rb"\A\s*[^\s\[{][^\n]*[,;\t|][^\n]*\n")),
)
"""What stands near the beginning of the files of a source, the surest signs first."""

CALLED = {
    "wikidata": "data of Wikidata",
    "wikipedia": "Wikipedia movie data",
    "imdb": "one of IMDb's tables",
    "table": "a table (CSV)",
}
OUTER = re.compile(rb'\A\s*[\[{]\s*[\[{"\]}]')


def seems(path: Path) -> str | None:
    """Return the name of the importer that reads files such as this one, or None where none is known."""
    with opened(path, Report()) as file:
        head = file.read(CHUNK)
    for name, sign in SIGNS:
        if (name in {"wikidata", "wikipedia"}) == (OUTER.match(head) is not None) and sign.search(head):
            return name
    return None


def refuse_foreign(path: Path, name: str) -> None:
    """Raise DamagedError where a file seems to be another importer's than the one of this name."""
    other = seems(path)
    # Somebody may well write a mapping for one of IMDb's tables.
    if other is not None and other != name and (other, name) != ("imdb", "table"):
        mapping = " --mapping FILE" if other == "table" else ""
        raise DamagedError(
            f"{path} seems to be {CALLED[other]}, not {CALLED[name]}. Read it with: import {other} {path}{mapping}"
        )

"""Wikidata: answers of wbgetentities, dumps with one entity a line, and the JSON of SPARQL queries."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from questions.imports.opening import DamagedError
from questions.imports.report import Report
from questions.imports.seeming import refuse_foreign
from questions.imports.wikidata.claims import OF_THINGS, TELLING, item_of, table, text_of
from questions.imports.wikidata.fetching import CHOICE, download
from questions.imports.wikidata.film import film_of
from questions.imports.wikidata.parts import ROWS, entities, form_of, pieces
from questions.imports.wikidata.rows import read_row
from questions.imports.wikidata.shelf import Shelf, shelf
from questions.record import FilmRecord

LABEL = "Wikidata"
LICENCE = "CC0 1.0"
ATTRIBUTION = "Facts from Wikidata (wikidata.org), which is in the public domain (CC0 1.0)."
FILES = (
    "entity JSON of wbgetentities, dumps with one entity a line (also packed), JSON answers of SPARQL queries"
)

__all__ = ["ATTRIBUTION", "CHOICE", "FILES", "LABEL", "LICENCE", "download", "read"]


def read(paths: Sequence[Path], report: Report) -> Iterator[FilmRecord]:
    """Yield the films of some files, which may name one another's people; every file but a query's is read twice.

    A file that cannot be read to its end is counted and left out; where none can, the first one's fault is raised.
    A film's people stand anywhere before or after it, so the first reading keeps the films in a temporary file and
    notes what they refer to, and the second finds what those are called.
    """
    refusals: list[tuple[Path, DamagedError]] = []
    with shelf() as kept:
        forms: list[tuple[Path, str]] = []
        for path in paths:
            before = kept.length()
            try:
                forms.append((path, keep_file(path, kept, report)))
            except DamagedError as refusal:
                kept.cut(before)
                refusals.append((path, refusal))
        if refusals and not forms:
            raise refusals[0][1]
        for path, fault in refusals:
            report.skip(
                f"a file that cannot be read: {str(fault).removeprefix(str(path)).strip()}", path.name
            )
        for path, form in forms:
            if form != ROWS:
                # What is wrong with a file was counted at the first reading.
                keep_names(path, form, kept, Report(advance=half(report.advance)))
        for file, item in kept.films():
            if film := film_of(item, file, kept, report):
                yield film


def keep_file(path: Path, kept: Shelf, report: Report) -> str:
    """Keep the films of a file, and return which form it has; raises DamagedError for one of another source."""
    refuse_foreign(path, "wikidata")
    form = form_of(path)
    if form == ROWS:
        keep_rows(path, kept, report)
    else:
        keep_films(path, form, kept, dataclasses.replace(report, advance=half(report.advance)))
    return form


def keep_rows(path: Path, kept: Shelf, report: Report) -> None:
    """Keep what the rows of a query's answer say of films."""
    for number, raw in enumerate(pieces(path, ("results", "bindings"), report), 1):
        if found := read_row(raw, report):
            item, things = found
            kept.put_piece(item, f"{text_of(path.name)}:{number}")
            for thing in things:
                kept.put_thing(thing)


def keep_films(path: Path, form: str, kept: Shelf, report: Report) -> None:
    """Keep the films and series of a file."""
    for number, raw in entities(path, form, report):
        item = item_of(raw, TELLING)
        if item is None and table(raw).get("type") in {"property", "lexeme"}:
            continue  # a dump holds those too
        if item is None:
            report.skip("what is no item of Wikidata", f"{path.name}:{number}")
        elif item.form and (item := item_of(raw)):
            kept.put_film(item, f"{text_of(path.name)}:{number}")
        elif "P57" in item.claims:
            report.skip("a work with a director that is neither a film nor a series", item.id)


def keep_names(path: Path, form: str, kept: Shelf, report: Report) -> None:
    """Keep what a file says of everything that films refer to."""
    for _, raw in entities(path, form, report, kept.wants):
        item = item_of(raw, OF_THINGS)
        if item is not None and kept.wants(item.id):
            kept.put_thing(item)


def half(advance: Callable[[int], None]) -> Callable[[int], None]:
    """Return a teller of progress for a file that is read twice: each byte counts a half."""
    rest = 0

    def tell(count: int) -> None:
        nonlocal rest
        steps, rest = divmod(rest + count, 2)
        advance(steps)

    return tell

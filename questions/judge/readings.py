"""The ways to read what was typed: as it stands, and without what people write around a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questions.judge.asked import Guess
from questions.judge.forms import form_of
from questions.judge.numbers import YEARS

LEAD_INS = re.compile(
    r"^(?:(?:who|what)(?: is| are|'s|’s)|i think(?: it(?:'s|’s| is))?|it(?:'s|’s| is)|is it|that(?:'s|’s| is)|maybe|"
    r"probably|my answer is|answer:?)\s+"
)
TRAILING_YEAR = re.compile(r"\s*\(?(\d{4})\)?$")
AFTER_PLACE = re.compile(
    r"(?:,\s*|\s+\()[^\W\d]+(?: [^\W\d]+)?\)?$|[\s-]+(?:city|prefecture|shi)$", re.IGNORECASE
)
PLACES = frozenset({"city", "place"})


def readings_of(text: str, kind: str) -> Iterator[Guess]:
    """Yield the ways to read what was typed, as it stands first: without a lead-in, a year, a country behind it."""
    seen: set[tuple[str, int | None]] = set()
    for reading, year in ways_to_read(text, kind):
        form = form_of(reading, kind)
        if form.key and (form.bare, year) not in seen:
            seen.add((form.bare, year))
            yield Guess(reading, form, year)


def ways_to_read(text: str, kind: str) -> Iterator[tuple[str, int | None]]:
    """Yield the texts that a typed one may stand for, each with the year named in it."""
    yield text, None
    shorter = LEAD_INS.sub("", text.casefold()).strip(" ?!.\"'“”")
    yield shorter, None
    if kind in PLACES:
        yield AFTER_PLACE.sub("", shorter), None
    if kind == "film":
        found = TRAILING_YEAR.search(shorter)
        if found and int(found[1]) in YEARS and found.start():
            yield shorter[: found.start()], int(found[1])
        if " v " in shorter:
            yield shorter.replace(" v ", " 5 "), None
    if shorter.endswith(", the"):
        yield shorter.removesuffix(", the"), None

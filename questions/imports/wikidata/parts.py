"""Files of Wikidata piece by piece: which of the three forms a file has, and its entities or rows one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import ijson
import msgspec
from ijson.common import JSONError

from questions.imports.opening import LONGEST_LINE, DamagedError, lines, no_json, opened
from questions.imports.report import Report

DEEPEST = 40
"""Levels of brackets that are followed; an entity has eleven."""

MOST_VALUES = 1_000_000
"""Values in one entity; the largest real ones have less than half of that."""

BRACKETS = (b"[", b"{")
ANSWER, ROWS, LINES, LIST = "entities", "results", "lines", "list"
KEYS = {
    "entities": ANSWER,
    "head": ROWS,
    "results": ROWS,
    **dict.fromkeys(("id", "type", "pageid", "ns", "labels", "claims", "descriptions", "sitelinks"), LINES),
}
"""The form of a file by the first of these words that stands in its outermost object."""

OWN_ID = re.compile(
    rb'\{(?:"(?:type|pageid|ns|title|lastrevid|modified)":(?:"[^"\\]*"|\d+),)*"id":"(Q\d{1,18})"'
)
NO_FORM = (
    "{path} is nothing of Wikidata's: it should be an answer of wbgetentities ({{'entities': …}}), a dump with one "
    "entity a line, or the JSON of a SPARQL query ({{'head': …, 'results': …}})."
)


class Rationed:
    """A file that refuses to be read on where what is being read grows longer than anything of its sort."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self.file = file
        self.path = path
        self.left = LONGEST_LINE

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; raises DamagedError where there were too many since the last piece was whole."""
        got = self.file.read(size)
        self.left -= len(got)
        if self.left < 0:
            raise DamagedError(f"{self.path} holds a piece longer than any entity; it is not Wikidata's.")
        return got


def form_of(path: Path) -> str:
    """Return which form a file has: ANSWER, ROWS, LINES or LIST; raises DamagedError where it is none."""
    with opened(path, Report()) as file:
        head = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head:
        raise DamagedError(f"{path} is empty. Fetch it again.")
    if head.startswith(b"["):
        return LINES if re.match(rb"\[\s*\n", head) or head == b"[" else LIST
    if not head.startswith(b"{"):
        raise DamagedError(NO_FORM.format(path=path))
    depth = 0
    for event, value in events(path, Report()):
        depth += event in {"start_map", "start_array"}
        depth -= event in {"end_map", "end_array"}
        if depth == 1 and event == "map_key" and str(value) in KEYS:
            return KEYS[str(value)]
    raise DamagedError(NO_FORM.format(path=path))


def events(path: Path, report: Report, ration: list[Rationed] | None = None) -> Iterator[tuple[str, object]]:
    """Yield the events of a JSON file; raises DamagedError where it is no JSON, ends too early, or nests too deep."""
    with opened(path, report) as file:
        rationed = Rationed(file, path)
        if ration is not None:
            ration.append(rationed)
        try:
            yield from ijson.basic_parse(rationed, use_float=True)
        except (JSONError, ValueError) as error:
            raise no_json(path, error) from error


def pieces(path: Path, where: tuple[str, ...], report: Report) -> Iterator[object]:
    """Yield the members or items of what stands at a place in a JSON file, one by one; raises DamagedError."""
    ration: list[Rationed] = []
    trail: list[str] = []
    key = ""
    building: Building | None = None
    for event, value in events(path, report, ration):
        if building is not None:
            if building.take(event, value):
                yield building.built
                building = None
                ration[0].left = LONGEST_LINE
        elif event == "map_key":
            key = str(value)
        elif event in {"end_map", "end_array"}:
            trail.pop()
        elif len(trail) == len(where) + 1 and tuple(trail[1:]) == where:
            building = Building(path)
            if building.take(event, value):
                yield building.built
                building = None
        elif event in {"start_map", "start_array"}:
            trail.append(key)
            key = ""
            if len(trail) > DEEPEST:
                raise DamagedError(f"{path} nests deeper than anything of Wikidata's.")


class Building:
    """One piece of a JSON file while its events come in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.built: object = None
        self.inside: list[dict[str, object] | list[object]] = []
        self.keys: list[str] = []
        self.count = 0

    def take(self, event: str, value: object) -> bool:
        """Take the next event, and return whether the piece is whole; raises DamagedError where it is too large."""
        self.count += 1
        if self.count > MOST_VALUES or len(self.inside) > DEEPEST:
            raise DamagedError(f"{self.path} holds a piece larger than any entity; it is not Wikidata's.")
        if event == "map_key":
            self.keys[-1] = str(value)
            return False
        if event in {"end_map", "end_array"}:
            self.inside.pop()
            self.keys.pop()
            return not self.inside
        child: object = value
        opens = event in {"start_map", "start_array"}
        if opens:
            child = {} if event == "start_map" else []
        self.put(child)
        if opens:
            self.inside.append(child)  # type: ignore[arg-type]
            self.keys.append("")
        return not self.inside

    def put(self, child: object) -> None:
        """Put a value where it belongs."""
        if not self.inside:
            self.built = child
        elif isinstance(outer := self.inside[-1], dict):
            outer[self.keys[-1]] = child
        else:
            outer.append(child)


def entities(path: Path, form: str, report: Report, wanted: object = None) -> Iterator[tuple[int, object]]:
    """Yield the entities of a file with their numbers in it; with `wanted`, lines of others are not even decoded."""
    if form == ANSWER:
        yield from enumerate(pieces(path, ("entities",), report), 1)
    elif form == LIST:
        yield from enumerate(pieces(path, (), report), 1)
    else:
        yield from one_a_line(path, report, wanted)


def one_a_line(path: Path, report: Report, wanted: object) -> Iterator[tuple[int, object]]:
    """Yield the entities of a dump with the numbers of their lines; what is no JSON is counted and left out."""
    for number, line in enumerate(lines(path, report), 1):
        text = line.removeprefix(b"\xef\xbb\xbf").strip().rstrip(b",")
        if text in {b"", b"[", b"]"}:
            continue
        own = OWN_ID.match(text)
        if callable(wanted) and own and not wanted(own[1].decode()):
            continue
        if sum(text.count(sign) for sign in BRACKETS) > MOST_VALUES:
            report.skip("a line with more in it than any entity", text[:80].decode(errors="replace"))
            continue
        try:
            yield number, msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            report.skip("a line that is damaged or cut off", f"{path.name}:{number}")

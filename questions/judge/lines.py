"""Judging by the line: what other programs ask in JSON, and what they are answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import msgspec

from questions.catalogue.reading import Catalogue, CatalogueError
from questions.distractors import WANTED
from questions.draft import Ask, fact_of
from questions.judge.asked import Judged, prepared
from questions.judge.in_catalogue import known_of
from questions.judge.judging import judge
from questions.judge.numbers import YEARS
from questions.judge.world import Known, Listed, World
from questions.kinds import KINDS

CHANCES = 40
"""Times that a question is asked anew to learn its answer: its wrong choices are drawn by chance, and may not come out."""


class Line(msgspec.Struct, frozen=True):
    """A guess to be judged, against names or against a question."""

    given: str
    kind: str = "film"
    accept: tuple[str, ...] = ()
    prompt_on: tuple[str, ...] = ()
    reject_list: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()
    question: str | None = None


class NameLine(msgspec.Struct, frozen=True):
    """An entity of the world, as a list of names has it."""

    kind: str
    names: tuple[str, ...]
    year: int | None = None
    family_name: str | None = None
    given_name: str | None = None


def world_of(path: Path) -> Listed:
    """Return the world that a file of JSON lines lists; raises CatalogueError naming the line that is none."""
    known: list[Known] = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not text.strip():
            continue
        try:
            line = msgspec.json.decode(text, type=NameLine)
        except msgspec.DecodeError as error:
            raise CatalogueError(f"{path}, line {number}: {error}") from error
        if line.names:
            known.append(Known(line.kind, line.names, line.year, line.family_name, line.given_name))
    return Listed(known)


def verdicts(lines: Iterable[str], world: World, catalogue: Catalogue | None) -> Iterator[Judged]:
    """Yield the verdict on each line; raises CatalogueError naming a line that cannot be judged."""
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            line = msgspec.json.decode(text, type=Line)
        except msgspec.DecodeError as error:
            raise CatalogueError(f"line {number}: {error}") from error
        yield judge(prepared(*asked_for(line, number, world, catalogue)), line.given, world)


def asked_for(
    line: Line, number: int, world: World, catalogue: Catalogue | None
) -> tuple[Known, World, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return what a line asks for, ready for `prepared`."""
    if line.question is not None:
        if catalogue is None:
            raise CatalogueError(
                f"line {number}: a question is judged against a catalogue, not a list of names"
            )
        known = answer_of(catalogue, line.question)
    elif line.accept:
        known = meant(line, world)
    else:
        raise CatalogueError(f"line {number}: say what is right: accept = [names], or question = an id")
    return known, world, line.prompt_on, line.reject_list, line.siblings


def meant(line: Line, world: World) -> Known:
    """Return the entity that a line's names stand for, with what the world knows of it besides."""
    named = (known for known in world.called(line.accept[0], line.kind) if line.accept[0] in known.names)
    found = next(named, None)
    if found is None:
        return Known(line.kind, line.accept)
    names = tuple(dict.fromkeys((*line.accept, *found.names))) if found.id else line.accept
    return Known(line.kind, names, found.year, found.family, found.given, found.id)


def answer_of(catalogue: Catalogue, question: str) -> Known:
    """Return the answer of a question by its id; raises CatalogueError where this catalogue cannot ask it."""
    kind, _, rest = question.partition("-")
    way, _, digests = rest.partition("-")
    fact = fact_of(catalogue, digests.partition("-")[0])
    if kind in KINDS and fact is not None:
        for chance in range(CHANCES):
            above = chance % (WANTED + 1)
            draft = KINDS[kind].ask(Ask(catalogue, fact, way, above, Random(chance), "en", chance))
            if draft is not None and draft.answered.order:
                raise CatalogueError(f"the answer of {question!r} is put together, not written")
            if draft is not None and draft.key.entity is not None:
                return known_of(catalogue, draft.key.entity)
            if draft is not None:
                text = draft.key.text
                is_year = text.isdecimal() and int(text) in YEARS
                return Known("year" if is_year else "text", (text,))
    raise CatalogueError(f"no question of this catalogue has the id {question!r}")

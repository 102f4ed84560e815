"""Finding: all the ways to take a text, in the order people mean them, and films told apart by their year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.fold import bare, fold
from questions.search import by_name, by_words
from questions.search.index import EXACT, MOST_EDITS, START, TYPO, WORDS, Index, Match
from questions.search.keys import keyed
from questions.steps import Steps, finished

LONGEST = 1000
"""Letters of a text that are looked at."""

IN_BRACKETS = re.compile(r"\s*\(((?:18|19|20)\d\d)\)\s*$")
BARE = re.compile(r"^((?:18|19|20)\d\d)\b(?!\w)|(?<!\w)((?:18|19|20)\d\d)$")
FEW = 5
"""Matches that are enough not to guess at two slips, or at slips in a word that is still being typed."""

ONE = 1

MANY = 60
"""Matches of any year among which those of one year are looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entity, the spelling that was matched, how well (0 to 1), and why: exact, start, typo, or known without text."""

    entity: Entity
    name: str
    score: float
    why: str


def find(catalogue: Catalogue, text: str, types: Sequence[str] = (), limit: int = 25) -> list[Found]:
    """Return the entities a text may mean, best first: exact in any spelling, then the start of any word, then typos.

    Without text, the best known entities of these types. A year at the end, or alone, picks the films of that year.
    """
    return finished(finding(catalogue, text, types, limit))


def finding(
    catalogue: Catalogue, text: str, types: Sequence[str] = (), limit: int = 25
) -> Steps[list[Found]]:
    """Return what `find` returns, in steps."""
    index = Index(catalogue, tuple(types))
    asked = " ".join(text[:LONGEST].split())
    number = keyed(catalogue, asked, index.types)
    if number is not None:
        return told(index, [Match(number, 0, EXACT)])
    if not bare(asked):
        return best_known(index, limit)
    matches = yield from dated(index, asked, limit)
    if not matches and not fold(asked):
        return best_known(index, limit)
    yield
    return told(index, matches[:limit])


def called(catalogue: Catalogue, text: str, types: Sequence[str] = (), limit: int = 25) -> list[Found]:
    """Return the entities that go by exactly this text, in any spelling, best known first."""
    index = Index(catalogue, tuple(types))
    asked = " ".join(text[:LONGEST].split())
    if not bare(asked):
        return []
    return told(index, ranked(by_name.exact(index, asked, limit))[:limit])


def best_known(index: Index, limit: int) -> list[Found]:
    """Return the best known entities of some types (films and people where none is named)."""
    wanted = index if index.types else Index(index.catalogue, ("film", "person"))
    entities = [index.catalogue.numbered(n) for n, _ in wanted.known(limit)]
    return [Found(entity, entity.name, 0.0, "known") for entity in entities]


def told(index: Index, matches: Sequence[Match]) -> list[Found]:
    """Return matches with their entities and names."""
    return [
        Found(index.catalogue.numbered(match.n), index.name(match), round(match.score, 2), why(match.score))
        for match in matches
    ]


def why(score: float) -> str:
    """Return in a word how a score came about."""
    return "exact" if score == EXACT else "start" if score >= WORDS else "typo"


def dated(index: Index, text: str, limit: int) -> Steps[list[Match]]:
    """Return what a text means, the year in it taken for a film's year where nothing is called so."""
    bracketed = IN_BRACKETS.search(text) if text.endswith(")") else None
    year = bracketed or BARE.search(text)
    if year is None:
        return (yield from plain(index, text, limit))
    wanted = int(next(filter(None, year.groups())))
    rest = (text[: year.start()] + text[year.end() :]).strip()
    whole = ranked(by_name.exact(index, text, limit))
    if len(whole) >= limit:
        return whole
    literal = ranked([*whole, *by_name.starts(index, text, limit)])
    if bracketed:
        literal = [match for match in literal if match.score == EXACT]
    if not fold(rest):
        films = [Match(n, 0, START, 1) for n in index.of_year(wanted, limit)]
        return merged(literal, films)
    yield
    begun = list(by_words.of_year(index, rest, wanted))
    named = yield from plain(index, rest, MANY, slippery=not begun)
    dates = index.in_year([match.n for match in named], wanted)
    films = [match for match in named if dates.get(match.n) is True]
    within = [match for match in named if dates.get(match.n) is False]
    of_year = [*ranked([*films, *begun]), *within]
    slips = [] if bracketed or begun else ranked((yield from by_name.slips(index, text)))
    if literal or of_year:
        sure = [match for match in of_year if match.score >= WORDS]
        return merged(merged(literal, sure), [*slips, *of_year])
    worst = 0.0 if bracketed else START - TYPO + 0.1
    return slips or [replace(match, score=max(0.2, match.score - worst)) for match in named]


def plain(index: Index, text: str, limit: int, *, slippery: bool = True) -> Steps[list[Match]]:
    """Return what a text means: exact matches, then beginnings, then slips; no more ways than there is need of.

    Where it is not `slippery`, no slips are looked for.
    """
    whole = ranked(by_name.exact(index, text, limit))
    if len(whole) >= limit:
        return whole
    sure = not slippery or (bool(whole) and whole[0].place < by_name.SURELY)
    starts = ranked(by_name.starts(index, text, limit))
    yield
    groups = by_words.borne(index, text) if len(starts) < limit else []
    yield
    starts = ranked([*starts, *by_words.by_words(index, groups)])
    yield
    enough = len(whole) + len(starts) >= FEW
    edits = ONE if enough else MOST_EDITS
    slips = [] if sure else ranked((yield from by_name.slips(index, text, edits)))
    nearly = {match.n for match in slips} | by_name.initials(index, text, starts)
    found = merged(whole, ranked(replace(one, place=-1) if one.n in nearly else one for one in starts))
    if len(found) < limit and not sure:
        yield
        inside: list[Match] = []
        if not (enough and groups):
            inside = yield from by_words.slips_in_words(index, text, groups, unfinished=not enough)
        found = merged(found, ranked([*slips, *inside]))
    return found


def ranked(matches: Iterable[Match]) -> list[Match]:
    """Return the best match of each entity, best first."""
    best: dict[int, Match] = {}
    for match in sorted(matches, key=lambda match: match.rank):
        best.setdefault(match.n, match)
    return list(best.values())


def merged(first: Iterable[Match], then: Iterable[Match]) -> list[Match]:
    """Return matches in the order given, each entity where it came first."""
    best: dict[int, Match] = {}
    for match in (*first, *then):
        best.setdefault(match.n, match)
    return list(best.values())

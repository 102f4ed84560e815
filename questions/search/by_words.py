"""A typed text held against names word by word: each word typed begins a word of the name, in any order, or nearly so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from questions.catalogue.spellings import DATED
from questions.fold import fold, romanised
from questions.search.index import TYPO, WORDS, Index, Match
from questions.steps import Steps

MOST_WORDS = 6
"""Words of a text that are looked at, the longest."""

MOST_ENTITIES = 300
"""Entities with one of the words that are fetched; a word that more have is only checked on those that have the others."""

CHECKED = 60
READINGS = 12
FEWER_READINGS = 5
"""Ways to read a misspelt word, where it stands alone and among others."""

PER_SLIP = 8
"""So many letters may hold a slip more, beyond two, where several words hold one each."""


Hit = tuple[int, int, int, int]
"""An entity's number, its name's number, the slips in it, and its place among equals."""


@dataclass(frozen=True, slots=True)
class Bearers:
    """The entities that have a word, in one of the `ways` to read it with so many slips; `whole` unless there are more."""

    ways: dict[str, int]
    found: dict[int, tuple[int, str]]
    whole: bool


def parts(text: str) -> list[str]:
    """Return the words of a text that are looked at, in their order."""
    words = list(dict.fromkeys(fold(text).split()))
    longest = set(sorted(words, key=len, reverse=True)[:MOST_WORDS])
    return [word for word in words if word in longest][:MOST_WORDS]


def borne(index: Index, text: str) -> list[Bearers]:
    """Return for each word of a text that is looked at who has it."""
    words = parts(text)
    return [bearers(index, word) for word in words] if len(words) > 1 else []


def by_words(index: Index, groups: list[Bearers]) -> Iterator[Match]:
    """Yield the entities with names in which every typed word begins a word."""
    if groups:
        for n, seq, _, place in in_all(index, groups):
            yield Match(n, seq, WORDS, place)


def of_year(index: Index, text: str, year: int) -> Iterator[Match]:
    """Yield the films of a year with names in which every typed word begins a word."""
    words = parts(text)
    longest = max(words, key=len)
    names = index.names_of(n for n, _ in index.beginning(f"{DATED}{year}{longest}", CHECKED))
    for n, called in names.items():
        seq, place = where(called, words)
        if place < NOWHERE:
            yield Match(n, seq, WORDS, place)


def slips_in_words(index: Index, text: str, groups: list[Bearers], unfinished: bool) -> Steps[list[Match]]:
    """Return, in steps, the entities in whose names every typed word begins a word, one or two slips apart.

    `unfinished` says that the slip may stand in the beginning of a word that is still being typed: gammer.
    """
    words = parts(text)
    budget = max(2, sum(map(len, words)) // PER_SLIP)
    last = fold(text).split()[-1:]
    if len(words) == 1:
        slips = alone(index, words[0], "wp" if unfinished else "w")
    else:
        marks = ["wp" if unfinished and [word] == last else "w" for word in words]
        nearly: list[Bearers] = []
        for group, mark in zip(groups, marks, strict=True):
            nearly.append(near(index, group, mark))
            yield
        slips = list(in_all(index, nearly)) if nearly else []
    return [
        Match(n, seq, max(0.2, TYPO - 0.05 - 0.1 * edits), place)
        for n, seq, edits, place in slips
        if 0 < edits <= budget
    ]


def bearers(index: Index, word: str) -> Bearers:
    """Return the entities with a name one of whose words begins so."""
    if len(word) == 1 and not word.isdigit():
        return Bearers({word: 0}, {}, False)
    return having(index, dict.fromkeys((word, romanised(word)), 0))


def having(index: Index, ways: dict[str, int]) -> Bearers:
    """Return the entities with a name one of whose words begins in one of these ways."""
    found: dict[int, tuple[int, str]] = {}
    whole = True
    for way, edits in ways.items():
        rows = index.some(way, MOST_ENTITIES)
        whole = whole and len(rows) < MOST_ENTITIES
        for n, _ in rows:
            found.setdefault(n, (edits, way))
    return Bearers(ways, found, whole)


def alone(index: Index, word: str, marks: str) -> list[Hit]:
    """Return the best known entities with a word a slip or two from the one word typed."""
    found: dict[int, tuple[int, int]] = {}
    for reading, edits in readings(index, word, marks, READINGS):
        for n, seq in index.beginning(reading, CHECKED):
            found.setdefault(n, (seq, edits))
    return [(n, seq, edits, 0) for n, (seq, edits) in found.items()]


def near(index: Index, direct: Bearers, marks: str) -> Bearers:
    """Return with those that have a word the entities with a name one of whose words is a slip or two away."""
    if not direct.whole:
        return direct  # so common a word is no slip for another
    word = next(iter(direct.ways))
    further = having(index, dict(readings(index, word, marks, FEWER_READINGS)))
    return Bearers(direct.ways | further.ways, further.found | direct.found, further.whole)


def readings(index: Index, word: str, marks: str, most: int) -> list[tuple[str, int]]:
    """Return words that a misspelt one may stand for, the nearest first, with the slips between them."""
    found: dict[str, int] = {}
    for typed in dict.fromkeys((word, romanised(word))):
        for other, edits in index.slips(typed, marks, 4 * most):
            found[other] = min(edits, found.get(other, edits))
    return sorted(shortest(found), key=lambda reading: reading[1])[:most]


def shortest(readings: dict[str, int]) -> list[tuple[str, int]]:
    """Return the readings without those that only go on from another as good."""
    kept: dict[str, int] = {}
    for reading, edits in sorted(readings.items(), key=lambda item: (item[1], len(item[0]))):
        starts = (reading[:end] for end in range(1, len(reading)))
        if not any(kept.get(start, edits + 1) <= edits for start in starts):
            kept[reading] = edits
    return [(reading, edits) for reading, edits in readings.items() if reading in kept]


def in_all(index: Index, groups: list[Bearers]) -> Iterator[Hit]:
    """Yield the entities that have every word, those with the fewest slips and the best known first."""
    fetched = [group for group in groups if group.whole]
    asked = [group for group in groups if not group.whole]
    if not fetched:
        longest = max(asked, key=lambda group: max(map(len, group.ways)))
        asked.remove(longest)
        fetched = [best_having(index, longest.ways)]
    common = set(fetched[0].found).intersection(*(group.found for group in fetched[1:]))
    ranked = sorted((sum(group.found[n][0] for group in fetched), n) for n in common)[:CHECKED]
    names = index.names_of(n for _, n in ranked)
    for edits, n in ranked:
        together = "".join(f" {name}" for _, name in names[n])
        begun = [next((way for way in group.ways if f" {way}" in together), None) for group in asked]
        words = [way for way in begun if way is not None]
        if len(words) == len(asked):
            slips = sum(group.ways[way] for group, way in zip(asked, words, strict=True))
            seq, place = where(names[n], [*(group.found[n][1] for group in fetched), *words])
            if place < NOWHERE:
                yield n, seq, edits + slips, place


def best_having(index: Index, ways: dict[str, int]) -> Bearers:
    """Return the best known entities with a name one of whose words begins in one of these ways."""
    found: dict[int, tuple[int, str]] = {}
    for way, edits in ways.items():
        for n, _ in index.beginning(way, CHECKED):
            found.setdefault(n, (edits, way))
    return Bearers(ways, found, True)


IN_ONE, IN_SEVERAL, NOWHERE = range(3)


def where(names: list[tuple[int, str]], words: list[str]) -> tuple[int, int]:
    """Return the number of the name that has words beginning with all of these, and whether one has, or all together."""
    for seq, name in names:
        if has_all(f" {name}", words):
            return seq, IN_ONE
    together = " ".join(f" {name}" for _, name in names)
    return names[0][0], IN_SEVERAL if has_all(together, words) else NOWHERE


def has_all(name: str, words: list[str]) -> bool:
    """Return whether each of the words begins a word of a name, as written or in its looser form."""
    return all(f" {word}" in name for word in words)

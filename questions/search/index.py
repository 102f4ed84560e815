"""The index of names in the catalogue: whole forms, beginnings, and words a slip away; every look-up is bounded."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.catalogue.reading import Catalogue
from questions.catalogue.runs import unpacked
from questions.catalogue.spellings import ACRONYM, KEY_LENGTH
from questions.pieces import allowed, keys_near
from questions.property import ENTITY_TYPES

EXACT, START, WORDS, TYPO = 1.0, 0.9, 0.88, 0.7
DIGITS = re.compile(r"\d+")
LAST = "\U0010ffff"

MOST_EDITS = 2

MOST_ALIKE = 60
"""Entities of one spelling that are looked at, the best known, unless more are wanted."""


@lru_cache(maxsize=64)
def codes_of(types: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of some types, of all where none is named."""
    return tuple(sorted({ENTITY_TYPES.index(kind) for kind in types or ENTITY_TYPES if kind in ENTITY_TYPES}))


@lru_cache(maxsize=4096)
def condition(codes: tuple[int, ...]) -> str:
    """Return the condition that a type is one of some, by their numbers."""
    return f"type IN ({','.join(map(str, codes))})"


@dataclass(frozen=True, slots=True)
class Match:
    """An entity, its name that matched, both by number, how well (0 to 1), and its `place` among equals: less is better."""

    n: int
    seq: int
    score: float
    place: int = 0

    @property
    def rank(self) -> tuple[float, int, int]:
        """Return what to sort by: score, place, then how well known it is, for numbers are given in that order."""
        return -self.score, self.place, self.n


@dataclass(frozen=True, slots=True)
class Index:
    """The names of entities of some types (all where none is named)."""

    catalogue: Catalogue
    types: tuple[str, ...]

    @property
    def codes(self) -> tuple[int, ...]:
        """Return the numbers of the types wanted; all are listed where none is named, for the index begins with them."""
        return codes_of(self.types)

    @property
    def wanted(self) -> str:
        """Return the condition on types."""
        return condition(self.codes)

    def whole(self, forms: Iterable[str], most: int = MOST_ALIKE) -> list[tuple[str, int, int, int]]:
        """Return the form, the entity, the name and its nearness, of the best known that go by each whole form."""
        wanted = f"AND {self.wanted} " if self.types else ""
        found: list[tuple[str, int, int, int]] = []
        for form in forms:  # one by one, for so each is read in the order of fame, and no further than wanted
            found += self.catalogue.rows(
                f"SELECT form, n, seq, nearness FROM alias WHERE form = ? {wanted}ORDER BY n LIMIT ?",  # noqa: S608
                form,
                most,
            )
        return found

    def beginning(self, prefix: str, most: int) -> list[tuple[int, int]]:
        """Return the best known entities with a name that has this beginning at one of its words, and that name.

        Of a type of which very many have it, the best known of these alone.
        """
        key = prefix[:KEY_LENGTH]
        among = f"SELECT type, n, seq FROM first WHERE prefix = ? AND {self.wanted}"  # noqa: S608 (numbers only)
        ready = self.catalogue.rows(among, key)
        found = [(n, seq) for _, n, seq in ready]
        many = {kind for kind, _, _ in ready}
        if few := tuple(kind for kind in self.codes if kind not in many):
            found += self.catalogue.rows(
                f"SELECT n, min(seq) FROM word WHERE {condition(few)} AND word >= ? AND word < ? "  # noqa: S608
                "GROUP BY n",
                key,
                key + LAST,
            )
        return sorted(found)[:most]

    def some(self, prefix: str, most: int) -> list[tuple[int, int]]:
        """Return entities as `beginning` does, in no order and no more than so many: cheap however many there are."""
        key = prefix[:KEY_LENGTH]
        return self.catalogue.rows(
            f"SELECT n, seq FROM word WHERE word >= ? AND word < ? AND {self.wanted} LIMIT ?",  # noqa: S608
            key,
            key + LAST,
            most,
        )

    def ending(self, words: Iterable[str]) -> list[tuple[str, int, int]]:
        """Return the words, films and names for titles that end with one of these, from one of their words on."""
        films = ENTITY_TYPES.index("film")
        found: list[tuple[str, int, int]] = []
        for word in words if films in self.codes else ():
            found += self.catalogue.rows(
                "SELECT word, n, seq FROM word WHERE type = ? AND word = ? ORDER BY n LIMIT ?",
                films,
                word,
                MOST_ALIKE,
            )
        return found

    def acronym(self, letters: str) -> list[tuple[int, int]]:
        """Return the films whose capital words begin with these letters."""
        return [(n, seq) for _, n, seq in self.ending([ACRONYM + letters])]

    def known(self, most: int) -> list[tuple[int, int]]:
        """Return the best known entities."""
        return self.beginning("", most)

    def of_year(self, year: int, most: int) -> list[int]:
        """Return the films of a year, best known first."""
        if self.types and "film" not in self.types:
            return []
        rows = self.catalogue.rows(
            "SELECT n FROM entity WHERE year = ? AND type = 'film' ORDER BY n LIMIT ?", year, most
        )
        return [n for (n,) in rows]

    def in_year(self, numbers: Sequence[int], year: int) -> dict[int, bool]:
        """Return which of the entities are films of a year (True) or belong to one (False)."""
        rows = self.catalogue.rows(
            "SELECT entity.n, entity.type = 'film' FROM entity LEFT JOIN entity AS film ON film.id = entity.film "
            "WHERE entity.n IN (SELECT value FROM json_each(?)) AND coalesce(entity.year, film.year) = ?",
            listed(numbers),
            year,
        )
        return {n: bool(is_film) for n, is_film in rows}

    def slips(
        self, typed: str, marks: str, most: int, *, edits: int = MOST_EDITS, further: bool = False
    ) -> list[tuple[str, int]]:
        """Return the words a slip away from one typed, nearest and best known first, each with how many slips.

        `marks` say what to look among: w words, p their beginnings, f whole forms. Numbers are never taken for slips.
        Words two slips away come where there is none nearer, or where they are wanted further too.
        """
        digits = DIGITS.findall(typed)
        found: dict[str, tuple[int, int]] = {}
        for far in range(1, min(edits, allowed(len(typed))) + 1):
            words, best = self.pieces({key for mark in marks for key in keys_near(typed, far, mark)})
            near = process.extract(typed, words, scorer=OSA.distance, score_cutoff=far, limit=None)
            for word, slips, place in near:
                if DIGITS.findall(word) == digits:
                    found[word] = (int(slips), best[place])
            if found and not further:
                break
        return [(word, found[word][0]) for word in sorted(found, key=found.__getitem__)[:most]]

    def pieces(self, keys: Iterable[int]) -> tuple[list[str], Sequence[int]]:
        """Return the words filed under some keys, and beside them the number of the best known entity that has each."""
        words: list[str] = []
        best = array("I")
        rows = self.catalogue.rows(
            "SELECT words, best FROM piece WHERE key IN (SELECT value FROM json_each(?))", listed(keys)
        )
        for some, numbers in rows:
            words += some.split(" ")
            best += unpacked(numbers)
        return words, best

    def names_of(self, numbers: Iterable[int]) -> dict[int, list[tuple[int, str]]]:
        """Return for each entity the number of each name, with its folded words and their looser forms."""
        rows = self.catalogue.rows(
            "SELECT n, seq, words FROM name WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n, seq",
            listed(numbers),
        )
        return {n: [row[1:] for row in group] for n, group in groupby(rows, itemgetter(0))}

    def words_of(self, n: int) -> list[str]:
        """Return the folded words of all names of an entity."""
        rows = self.catalogue.rows("SELECT words FROM name WHERE n = ?", n)
        return [word for (words,) in rows for word in words.split()]

    def name(self, match: Match) -> str:
        """Return the spelling that matched."""
        return str(
            self.catalogue.rows("SELECT text FROM name WHERE n = ? AND seq = ?", match.n, match.seq)[0][0]
        )


def listed(values: Iterable[object]) -> str:
    """Return values as a list that SQL can read."""
    return msgspec.json.encode(list(values)).decode()

"""How much of every pack a deck has, in films and questions, and which series can be left out of one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from questions.catalogue.depths import DEPTHS, LIBRARY
from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.deck import Cut, Deck, cut_of
from questions.packs import all_packs, packs
from questions.ways import ways

CACHED = 256


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a pack is played with: so many of the films it holds, and about so many questions about them.

    `cut` says that of its films only the best known are, for the deck goes no deeper.
    """

    pack: str
    held: int
    films: int
    questions: int
    cut: bool = False


def in_play(catalogue: Catalogue, deck: Deck) -> Deck | None:
    """Return the deck that questions are drawn from, or None for everything.

    A deck of which this catalogue has nothing, such as an import that is gone, is everything, so that there is a quiz.
    """
    if not packs(catalogue) and not deck.off:
        return None
    return deck if has_films(catalogue, deck) else None


@lru_cache(maxsize=CACHED)
def has_films(catalogue: Catalogue, deck: Deck) -> bool:
    """Return whether a deck leaves any film to ask about."""
    cut = cut_of(catalogue.connection, deck)
    last = cut.last
    for name in all_packs(catalogue):
        if name not in deck.off:
            every = catalogue.connection.execute(
                "SELECT n FROM entity WHERE pack IS ? AND type = 'film' AND own ORDER BY n",
                (None if name == LIBRARY else name,),
            )
            if any(n not in cut.refused and (name == LIBRARY or last is None or n <= last) for (n,) in every):
                return True
    return False


@lru_cache(maxsize=CACHED)
def shares(catalogue: Catalogue, deck: Deck) -> tuple[Share, ...]:
    """Return how much of every pack a deck has, the library first."""
    cut = cut_of(catalogue.connection, deck)
    found = []
    for name in all_packs(catalogue):
        held = counts(catalogue, name, None)[0]
        known = 0 if name in deck.off else reached(catalogue, name, cut, held)
        films = known - refused(catalogue, name, cut) if known else 0
        found.append(
            Share(
                name,
                held,
                films,
                about_so_many(catalogue, name, films),
                name not in deck.off and known < held,
            )
        )
    return tuple(found)


def reached(catalogue: Catalogue, pack: str, cut: Cut, held: int) -> int:
    """Return how many films of a pack a deck is deep enough for; the library has no depth."""
    if pack == LIBRARY or cut.last is None:
        return held
    rows = catalogue.rows(
        "SELECT count(*) FROM entity WHERE pack = ? AND type = 'film' AND own AND n <= ?", pack, cut.last
    )
    return int(rows[0][0])


def refused(catalogue: Catalogue, pack: str, cut: Cut) -> int:
    """Return how many of the films that a deck is deep enough for are in series that are off."""
    rows = catalogue.rows(
        "SELECT count(*) FROM entity WHERE n IN (SELECT value FROM json_each(?)) AND type = 'film' AND own AND pack IS ? "
        "AND (?3 IS NULL OR n <= ?3)",
        json.dumps(sorted(cut.refused)),
        None if pack == LIBRARY else pack,
        None if pack == LIBRARY else cut.last,
    )
    return int(rows[0][0])


@lru_cache(maxsize=CACHED)
def counts(catalogue: Catalogue, pack: str, deep: int | None) -> tuple[int, int]:
    """Return how many films a pack adds to a deck, and how many facts there are to ask about them."""
    place = (pack, 0 if deep is None else deep)
    films = catalogue.rows("SELECT films FROM depth WHERE pack = ? AND deep = ?", *place)
    facts = catalogue.rows(
        "SELECT coalesce(sum(facts), 0) FROM settled WHERE pack = ? AND deep = ? "
        "AND property IN (SELECT value FROM json_each(?))",
        *place,
        json.dumps(sorted({prop for _, prop, _ in ways(None, None)})),
    )
    return (int(films[0][0]), int(facts[0][0])) if films else (0, 0)


def about_so_many(catalogue: Catalogue, pack: str, films: int) -> int:
    """Return about how many questions the best known films of a pack give, from how many they are at some depths."""
    below = (0, 0)
    for here in sorted(counts(catalogue, pack, deep) for deep in (*DEPTHS, None)):
        if films <= here[0]:
            width = here[0] - below[0]
            return below[1] + round((here[1] - below[1]) * (films - below[0]) / width) if width else here[1]
        below = here
    return below[1]


def large_series(catalogue: Catalogue, first: Iterable[str], most: int) -> list[tuple[Entity, int]]:
    """Return series with how many films each has: those given first, then those with most films."""
    rows = catalogue.rows(
        "SELECT series, count(*) AS films FROM member JOIN seat ON seat.n = member.film JOIN entity ON entity.n = series "
        "GROUP BY series ORDER BY id NOT IN (SELECT value FROM json_each(?)), films DESC, series LIMIT ?",
        json.dumps(sorted(first)),
        most,
    )
    return [(catalogue.numbered(series), films) for series, films in rows]

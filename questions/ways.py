"""Ways of asking: every kind with every property it takes, and how much there is to ask in each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from math import log2, sqrt
from random import Random

from questions.catalogue.reading import Catalogue
from questions.deck import Deck, Scope, cut_of
from questions.grounds import Pool, dealt, grounds_of, held, scoped
from questions.kinds import KINDS
from questions.properties import PROPERTIES
from questions.standing import films_held

CACHED = 512
FEW = 1 / 16
"""The part of the films below which a way is asked as rarely as its films are few: else one met them every evening."""

Way = tuple[str, str, str]
"""A kind, a property and one of the kind's ways of asking about it, by name."""


@lru_cache(maxsize=CACHED)
def ways(kind: str | None, prop: str | None) -> tuple[Way, ...]:
    """Return every kind, property and way of asking that is left open; None leaves open which kind or property."""
    return tuple(
        (name, about.name, way)
        for name, asking in KINDS.items()
        for about in PROPERTIES.values()
        if kind in (None, name) and prop in (None, about.name)
        for way in asking.ways(about)
    )


def pool_of(catalogue: Catalogue, kind: str, prop: str, scope: Scope) -> Pool:
    """Return what a kind may ask about a property: settled facts, or for a kind that asks of disputes those in dispute."""
    if isinstance(scope, Deck):
        cut = cut_of(catalogue.connection, scope)
        disputed = KINDS[kind].asks_of_disputes
        return dealt(catalogue.connection, prop, cut.last, cut.further, cut.refused, disputed=disputed)
    number = catalogue.number(scope) if scope is not None else None
    return grounds_of(catalogue.connection, prop, number, disputed=KINDS[kind].asks_of_disputes)


@lru_cache(maxsize=8 * CACHED)
def weight(catalogue: Catalogue, ways: frozenset[Way], scope: Scope) -> float:
    """Return how much there is to ask in some ways: more facts and more of the films weigh more, with measure.

    By facts alone the long casts would be all; by films alone, what one film alone can be asked would be that film's.
    What an audience hardly knows weighs little, however much of it there is, and what a handful of many films can be
    asked weighs no more than so few films should.
    """
    pools = {way[1]: pool_of(catalogue, way[0], way[1], scope) for way in ways}
    best = max(PROPERTIES[prop].familiar for prop in pools)
    facts = sum(len(pool) * PROPERTIES[prop].familiar for prop, pool in pools.items())
    if scope is None:
        films = films_of(catalogue, ways)
    elif isinstance(scope, Deck):
        films = max(len(pool.films) for pool in pools.values())  # near enough, and quick for many films
    else:
        films = len(set().union(*(pool.films for pool in pools.values())))
    part = films / max(1, films_in(catalogue, scope))
    return best * log2(1 + facts) * min(sqrt(part), part / sqrt(FEW))


def films_of(catalogue: Catalogue, ways: frozenset[Way]) -> int:
    """Return how many films can be asked about in any of some ways."""
    found = 0
    for name, disputed in {(way[1], KINDS[way[0]].asks_of_disputes) for way in ways}:
        found |= held(catalogue.connection, name, disputed=disputed)
    return found.bit_count()


@lru_cache(maxsize=CACHED)
def films_in(catalogue: Catalogue, scope: Scope) -> int:
    """Return how many films with files of their own a scope has."""
    if scope is None:
        return films_held(catalogue.connection)
    if isinstance(scope, Deck):
        return cut_of(catalogue.connection, scope).films
    return len(scoped(catalogue.connection, catalogue.number(scope)))


def drawn(catalogue: Catalogue, left: Sequence[Way], scope: Scope, rng: Random) -> Way:
    """Return a kind's way of asking: the kind first, by all that it may still ask about, then one of its ways."""
    by_kind: dict[str, list[Way]] = {}
    for way in left:
        by_kind.setdefault(way[0], []).append(way)
    weights = [
        KINDS[kind].share * weight(catalogue, frozenset(ways), scope) for kind, ways in by_kind.items()
    ]
    kind = rng.choices(list(by_kind), weights)[0]
    of_kind = by_kind[kind]
    return rng.choices(of_kind, [weight(catalogue, frozenset({way}), scope) for way in of_kind])[0]


def askable(catalogue: Catalogue, scope: Scope, kinds: Collection[str] = ()) -> int:
    """Return how many facts some kinds, or all, may be asked about: no fewer than really can be.

    Whether a kind makes a question of a fact is known only once it has tried.
    """
    pools = {
        (about, KINDS[kind].asks_of_disputes): pool_of(catalogue, kind, about, scope)
        for kind, about, _ in ways(None, None)
        if not kinds or kind in kinds
    }
    return sum(len(pool) for pool in pools.values())


def properties_asked(kinds: Collection[str]) -> frozenset[str]:
    """Return the names of the properties that some kinds, or all, ask about."""
    return frozenset(about for kind, about, _ in ways(None, None) if not kinds or kind in kinds)

"""What there is to ask about, by film: the numbers of facts in runs of the catalogue's file."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sqlite3 import Connection

from questions.catalogue.grounding import facts_name
from questions.catalogue.runs import Run, kept_mask, runs

CACHED = 512


@dataclass(frozen=True, slots=True)
class Pool:
    """The facts that may be asked about, by film: those of the film at a place stand from `starts` of it up to the next.

    `films` and `facts` hold dense numbers.
    """

    films: Sequence[int]
    starts: Sequence[int]
    facts: Sequence[int]

    def __len__(self) -> int:
        return len(self.facts)

    def of(self, place: int) -> Sequence[int]:
        """Return the numbers of the facts of the film at a place."""
        return self.facts[self.starts[place] : self.starts[place + 1]]

    def places(self, films: Iterable[int]) -> list[int]:
        """Return the places of those of these films that can be asked about, in rising order."""
        found = ((film, rank(self.films, film)) for film in films)
        return sorted(place for film, place in found if place < len(self.films) and self.films[place] == film)


def rank(numbers: Sequence[int], number: int) -> int:
    """Return how many of some numbers in rising order are less than a number."""
    return numbers.rank(number) if isinstance(numbers, Run) else bisect_left(numbers, number)


@lru_cache(maxsize=CACHED)
def grounds_of(connection: Connection, name: str, scope: int | None, *, disputed: bool) -> Pool:
    """Return the settled facts of a property, or its disputed ones, of all films or of those of a series or film."""
    if scope is not None:
        whole = grounds_of(connection, name, None, disputed=disputed)
        return part_of(whole, whole.places(scoped(connection, scope)))
    parts = ("films", "starts", "facts")
    found = [runs(connection, facts_name(part, name, disputed=disputed)).get(None) for part in parts]
    films, starts, facts = (array("I") if one is None else one for one in found)
    return Pool(films, starts, facts)


@lru_cache(maxsize=CACHED)
def dealt(
    connection: Connection,
    name: str,
    last: int | None,
    further: tuple[int, ...],
    refused: frozenset[int] = frozenset(),
    *,
    disputed: bool,
) -> Pool:
    """Return the facts of a property about the films up to a number, None for all, and about further ones.

    Of so many that they are not counted (None) those that are `refused` are still among them.
    """
    whole = grounds_of(connection, name, None, disputed=disputed)
    if last is None:
        return whole
    best = rank(whole.films, last + 1)
    starts = array("I", whole.starts[: best + 1]) or array("I", [0])
    films, facts = array("I", whole.films[:best]), array("I", whole.facts[: starts[-1]])
    for place in whole.places(further):
        films.append(whole.films[place])
        facts.extend(whole.of(place))
        starts.append(len(facts))
    found = Pool(films, starts, facts)
    return part_of(found, (at for at, film in enumerate(films) if film not in refused)) if refused else found


def part_of(whole: Pool, places: Iterable[int]) -> Pool:
    """Return a pool of its own of the films at some places of another."""
    films, starts, facts = array("I"), array("I", [0]), array("I")
    for place in places:
        films.append(whole.films[place])
        facts.extend(whole.of(place))
        starts.append(len(facts))
    return Pool(films, starts, facts)


def held(connection: Connection, name: str, *, disputed: bool) -> int:
    """Return the films that can be asked about a property, or about its disputes, as a set."""
    return kept_mask(connection, facts_name("films", name, disputed=disputed))


@lru_cache(maxsize=CACHED)
def scoped(connection: Connection, scope: int) -> tuple[int, ...]:
    """Return the numbers of the films with files of their own that a series has, or of the one film it is."""
    rows = connection.execute(
        "SELECT n FROM seat WHERE n = :scope OR n IN (SELECT film FROM member WHERE series = :scope) ORDER BY n",
        {"scope": scope},
    )
    return tuple(n for (n,) in rows)

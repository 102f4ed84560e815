"""Who stands where in fame: dense numbers in arrays, read once, so that a choice costs no scan and little memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from random import Random
from sqlite3 import Connection
from typing import TypeAlias

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.properties import PROPERTIES

CATALOGUES = 8
CACHED = 256
Years: TypeAlias = "dict[int | None, array[int]]"
"""Places in fame by the year of a film, in rising order; the most famous has place 0."""


def of_settled(statement: str) -> str:
    """Return a query in which SETTLED stands for that a fact is neither disputed, nor doubted, nor left out of a list."""
    settled = "(coalesce(fact.difference, '') NOT IN ('dispute', 'doubt') AND NOT fact.left_out)"
    return statement.replace("SETTLED", settled)


@dataclass(frozen=True, slots=True)
class Fame:
    """The order of all entities by fame: which number stands at a place, and at which place a number stands."""

    number_at: array[int]
    place_of: array[int]


@lru_cache(maxsize=CATALOGUES)
def fame(connection: Connection) -> Fame:
    """Return the order of fame; equals stand in an order that means nothing, always the same."""
    ordered = connection.execute(
        "SELECT n FROM entity ORDER BY popularity DESC, (n * 2654435761) & 4294967295"
    )
    number_at = array("I", (n for (n,) in ordered))
    place_of = array("I", bytes(4 * (max(number_at, default=0) + 1)))
    for place, number in enumerate(number_at):
        place_of[number] = place
    return Fame(number_at, place_of)


class Field:
    """Candidates in order of fame, those of several years together."""

    def __init__(self, catalogue: Catalogue, years: Iterable[array[int]]) -> None:
        self.catalogue = catalogue
        self.years = [places for places in years if places]

    def __bool__(self) -> bool:
        return bool(self.years)

    def has(self, count: int) -> bool:
        """Return whether there are so many candidates at least."""
        return len({place for places in self.years for place in places[:count]}) >= count

    def holds(self, entity: Entity) -> bool:
        """Return whether an entity is a candidate."""
        at = self.place(entity)
        found = ((places, bisect_left(places, at)) for places in self.years)
        return any(index < len(places) and places[index] == at for places, index in found)

    def place(self, entity: Entity) -> int:
        """Return an entity's place in fame."""
        return fame(self.catalogue.connection).place_of[self.catalogue.number(entity.id)]

    def entities(self, places: Iterable[int]) -> list[Entity]:
        """Return the entities at places that have a name in the catalogue's language."""
        order = fame(self.catalogue.connection)
        found = (self.catalogue.numbered(order.number_at[place]) for place in places)
        return [entity for entity in found if self.catalogue.has_name(entity)]

    def around(self, key: Entity, count: int) -> tuple[list[Entity], list[Entity]]:
        """Return so many candidates more, and so many less famous than the key, the nearest first, it left out."""
        at = self.place(key)
        more: set[int] = set()
        less: set[int] = set()
        for places in self.years:
            index = bisect_left(places, at)
            more.update(places[max(0, index - count) : index])
            less.update(places[index : index + count + 1])
        less.discard(at)
        return (
            self.entities(sorted(more, reverse=True)[:count]),
            self.entities(sorted(less)[:count]),
        )

    def between(self, low: int, high: int, near: int, count: int) -> list[Entity]:
        """Return so many candidates of places from `low` up to `high`, those nearest to `near` first."""
        found: set[int] = set()
        for places in self.years:
            first, last = bisect_left(places, low), bisect_left(places, high)
            middle = min(max(bisect_left(places, near), first), last)
            found.update(places[max(first, middle - count) : min(last, middle + count)])
        return self.entities(sorted(found, key=lambda place: (abs(place - near), place))[:count])

    def some(self, rng: Random, count: int) -> list[Entity]:
        """Return so many candidates by chance, all where there are fewer, in random order."""
        ends = list(accumulate(len(places) for places in self.years))
        total = ends[-1] if ends else 0
        drawn = rng.sample(range(total), min(count, total))
        chosen = []
        for one in drawn:
            row = bisect_left(ends, one + 1)
            chosen.append(self.years[row][one - ends[row]])
        return self.entities(dict.fromkeys(chosen))


def in_order(connection: Connection, numbers: Iterable[int]) -> array[int]:
    """Return the places of numbers, each once, in rising order."""
    place_of = fame(connection).place_of
    return array("I", sorted({place_of[number] for number in numbers}))


def by_year(connection: Connection, rows: Iterable[tuple[int | None, int]]) -> Years:
    """Return the places of the numbers of each year."""
    found: defaultdict[int | None, array[int]] = defaultdict(lambda: array("I"))
    for year, number in rows:
        found[year].append(number)
    return {year: in_order(connection, numbers) for year, numbers in found.items()}


def around_year(years: Years, year: int | None, within: int) -> Sequence[array[int]]:
    """Return what stands in the years around one, and what has no year; everything where there is none to stand around."""
    if year is None:
        return list(years.values())
    return [places for of, places in years.items() if of is None or abs(of - year) <= within]


@lru_cache(maxsize=CACHED)
def values(connection: Connection, name: str, kind: str) -> Years:
    """Return the named entities of a type that are a settled value of a property, by the years of its subjects."""
    rows = connection.execute(
        of_settled(
            "SELECT DISTINCT subject.year, fact.entity FROM fact JOIN entity AS subject ON subject.n = fact.subject "
            "JOIN entity AS value ON value.n = fact.entity "
            "WHERE fact.property = ? AND value.type = ? AND NOT value.unnamed AND SETTLED"
        ),
        (name, kind),
    )
    return by_year(connection, rows)


@lru_cache(maxsize=CACHED)
def subjects(connection: Connection, name: str) -> Years:
    """Return the films with files of their own whose list of a property is settled and whole, by their years."""
    prop = PROPERTIES[name]
    single = prop.one_per is not None and not prop.several
    rows = connection.execute(
        of_settled(
            "SELECT entity.year, entity.n FROM entity JOIN "
            "(SELECT subject, min(SETTLED) AS settled FROM fact WHERE property = :name GROUP BY subject) AS known "
            "ON known.subject = entity.n WHERE known.settled AND entity.own AND entity.form = 'film' AND (:single OR "
            "EXISTS (SELECT 1 FROM closed WHERE subject = entity.n AND property = :name AND role = 0))"
        ),
        {"name": name, "single": single},
    )
    return by_year(connection, rows)


@lru_cache(maxsize=CACHED)
def dated(connection: Connection, name: str, country: str, kind: str) -> Years:
    """Return the films with one date of a country and kind, known to the day, by the years of these dates."""
    rows = connection.execute(
        of_settled(
            "SELECT CAST(substr(min(fact.value), 1, 4) AS INTEGER), fact.subject FROM fact "
            "JOIN entity ON entity.n = fact.subject "
            "WHERE fact.property = ? AND SETTLED AND json_extract(qualifiers, '$.country') = ? "
            "AND json_extract(qualifiers, '$.kind') = ? AND entity.own AND entity.form = 'film' "
            "GROUP BY fact.subject HAVING count(*) = 1 AND length(min(fact.value)) = 10"
        ),
        (name, country, kind),
    )
    return by_year(connection, rows)


@lru_cache(maxsize=CATALOGUES)
def own_films(connection: Connection) -> array[int]:
    """Return the numbers of the films that have files of their own, in rising order."""
    return array(
        "I", (n for (n,) in connection.execute("SELECT n FROM entity WHERE type = 'film' AND own ORDER BY n"))
    )


def mask(connection: Connection, numbers: Iterable[int]) -> int:
    """Return a set of films as the bits of a number, one for each film with a file of its own."""
    films = own_films(connection)
    bits = bytearray(len(films) // 8 + 1)
    for number in numbers:
        index = bisect_left(films, number)
        if index < len(films) and films[index] == number:
            bits[index >> 3] |= 1 << (index & 7)
    return int.from_bytes(bits, "little")


def all_films(connection: Connection) -> int:
    """Return all films that have files of their own, as a mask."""
    return (1 << len(own_films(connection))) - 1


@lru_cache(maxsize=CACHED)
def open_films(connection: Connection, name: str) -> int:
    """Return the films of which a property's list is not known to be whole and settled, as a mask."""
    closed = subjects(connection, name)
    order = fame(connection)
    whole = (order.number_at[place] for places in closed.values() for place in places)
    return all_films(connection) & ~mask(connection, whole)


@lru_cache(maxsize=CACHED)
def films_of_years(connection: Connection, first: int, last: int, *, undated: bool) -> int:
    """Return the films of some years, and those of no known year where they are wanted, as a mask."""
    rows = connection.execute(
        "SELECT n FROM entity WHERE type = 'film' AND own AND (year BETWEEN ? AND ? OR (? AND year IS NULL))",
        (first, last, undated),
    )
    return mask(connection, (n for (n,) in rows))

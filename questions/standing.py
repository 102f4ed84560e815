"""Who stands where in fame: numbers in runs of the catalogue's file, so that a choice costs no scan and no memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from sqlite3 import Connection

from questions.catalogue.grounding import sided
from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.catalogue.runs import Run, Runs, bits_of, kept_mask, runs

CATALOGUES = 8
MOST = 2**32 - 1
FAR = 1.0
"""How far in popularity, a logarithm, what stands beside something well known may lie from it."""

CACHED = 48
"""Sets of films kept in memory, a bit for each film."""


def place_of(catalogue: Catalogue, entity: Entity) -> int:
    """Return an entity's place in fame; the most famous has place 0."""
    found = catalogue.rows("SELECT place FROM fame WHERE n = ?", catalogue.number(entity.id))
    return int(found[0][0])


class Field:
    """Candidates in order of fame, those of several years together."""

    def __init__(self, catalogue: Catalogue, years: Iterable[Run]) -> None:
        self.catalogue = catalogue
        self.years = [places for places in years if places]

    def __bool__(self) -> bool:
        return bool(self.years)

    def has(self, count: int) -> bool:
        """Return whether there are so many candidates at least."""
        if any(len(places) >= count for places in self.years):
            return True
        return len({place for places in self.years for place in places[:]}) >= count

    def holds(self, entity: Entity) -> bool:
        """Return whether an entity is a candidate."""
        at = self.place(entity)
        found = ((places, places.rank(at)) for places in self.years)
        return any(index < len(places) and places[index] == at for places, index in found)

    def place(self, entity: Entity) -> int:
        """Return an entity's place in fame."""
        return place_of(self.catalogue, entity)

    def entities(self, places: Iterable[int]) -> Iterator[Entity]:
        """Yield the entities at places that have a name in the catalogue's language."""
        for place in places:
            number = self.catalogue.rows("SELECT n FROM fame WHERE place = ?", place)[0][0]
            entity = self.catalogue.numbered(number)
            if self.catalogue.has_name(entity):
                yield entity

    def around(self, key: Entity, count: int) -> tuple[list[Entity], list[Entity]]:
        """Return so many candidates more, and so many less famous than the key, the nearest first, it left out."""
        at = self.place(key)
        more: set[int] = set()
        less: set[int] = set()
        for places in self.years:
            index = places.rank(at)
            more.update(places[max(0, index - count) : index])
            less.update(places[index : index + count + 1])
        less.discard(at)
        return (
            list(self.entities(sorted(more, reverse=True)[:count])),
            list(self.entities(sorted(less)[:count])),
        )

    def between(self, low: int, high: int, near: int, count: int) -> list[Entity]:
        """Return so many candidates of places from `low` up to `high`, those nearest to `near` first."""
        found: set[int] = set()
        for places in self.years:
            first, last = places.rank(low), places.rank(high)
            middle = min(max(places.rank(near), first), last)
            found.update(places[max(first, middle - count) : min(last, middle + count)])
        return list(self.entities(sorted(found, key=lambda place: (abs(place - near), place))[:count]))

    def nearest(self, key: Entity, count: int) -> list[Entity]:
        """Return so many candidates at most, those nearest to an entity in fame: beside a film that all know, no unknown."""
        found = self.between(0, MOST, self.place(key), count)
        return [one for one in found if abs(one.popularity - key.popularity) <= FAR]


def around_year(years: Runs, year: int | None, within: int) -> Sequence[Run]:
    """Return what stands in the years around one, and what has no year; everything where there is none to stand around."""
    if year is None:
        return list(years.values())
    return [places for of, places in years.items() if of is None or abs(of - year) <= within]


def values(connection: Connection, name: str, kind: str, *, imported: bool = False) -> Runs:
    """Return the named entities of a type that are a settled value of a property, by the years of its subjects."""
    return runs(connection, sided(f"values {name} {kind}", imported=imported))


def subjects(connection: Connection, name: str, *, imported: bool = False) -> Runs:
    """Return the library's films, or imported ones, whose list of a property is settled and whole, by their years."""
    return runs(connection, sided(f"subjects {name}", imported=imported))


def dated(connection: Connection, name: str, country: str, kind: str, *, imported: bool = False) -> Runs:
    """Return the films with one date of a country and kind, known to the day, by the years of these dates."""
    return runs(connection, sided(f"dated {name} {country} {kind}", imported=imported))


@lru_cache(maxsize=CATALOGUES)
def seasons(connection: Connection) -> tuple[tuple[int, int, int | None], ...]:
    """Return for each year of films the first seat of its films and how many there are; those of no known year first."""
    return tuple(connection.execute("SELECT first, size, year FROM season ORDER BY first"))


def films_held(connection: Connection) -> int:
    """Return how many films have files of their own."""
    return sum(size for _, size, _ in seasons(connection))


def mask(connection: Connection, statement: str, *values: object) -> int:
    """Return the set of films whose seats a query gives, as the bits of a number, one for each film with a file."""
    rows = connection.execute(statement, values)
    return int.from_bytes(bits_of((seat for (seat,) in rows), films_held(connection)), "little")


def film_mask(connection: Connection, number: int) -> int:
    """Return one film as a set."""
    return mask(connection, "SELECT seat FROM seat WHERE n = ?", number)


@lru_cache(maxsize=CACHED)
def open_films(connection: Connection, name: str) -> int:
    """Return the films of which a property's list is not known to be whole and settled, as a set."""
    return ((1 << films_held(connection)) - 1) & ~kept_mask(connection, f"whole {name}")


def films_of_years(connection: Connection, first: int, last: int, *, undated: bool) -> int:
    """Return the films of some years, and those of no known year where they are wanted, as a set."""
    found = 0
    for start, size, year in seasons(connection):
        if first <= year <= last if year is not None else undated:
            found |= ((1 << size) - 1) << start
    return found

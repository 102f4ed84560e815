"""What there is to ask about, by film: the numbers of facts in arrays, read once for each property."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sqlite3 import Connection

from questions.standing import mask, of_settled

CACHED = 1024


@dataclass(frozen=True, slots=True)
class Pool:
    """The facts that may be asked about, by film: those of the film at a place stand from `starts` of it up to the next.

    `films` and `facts` hold dense numbers, `held` the films as a mask.
    """

    films: array[int]
    starts: array[int]
    facts: array[int]
    held: int

    def __len__(self) -> int:
        return len(self.facts)

    def of(self, place: int) -> Sequence[int]:
        """Return the numbers of the facts of the film at a place."""
        return self.facts[self.starts[place] : self.starts[place + 1]]

    def places(self, films: Iterable[int]) -> list[int]:
        """Return the places of those of these films that can be asked about, in rising order."""
        found = ((film, bisect_left(self.films, film)) for film in films)
        return sorted(place for film, place in found if place < len(self.films) and self.films[place] == film)


def gathered(connection: Connection, rows: Iterable[tuple[int, int]]) -> Pool:
    """Return the pool of films and facts, which come film by film."""
    films, starts, facts = array("I"), array("I"), array("I")
    for film, fact in rows:
        if not films or films[-1] != film:
            films.append(film)
            starts.append(len(facts))
        facts.append(fact)
    starts.append(len(facts))
    return Pool(films, starts, facts, mask(connection, films))


@lru_cache(maxsize=CACHED)
def grounds_of(connection: Connection, name: str, scope: int | None, *, disputed: bool) -> Pool:
    """Return the settled facts of a property, or its disputed ones, of all films or of those of a series or film."""
    if scope is not None:
        whole = grounds_of(connection, name, None, disputed=disputed)
        places = whole.places(scoped(connection, scope))
        return gathered(connection, ((whole.films[p], fact) for p in places for fact in whole.of(p)))
    wanted = "fact.difference = 'dispute'" if disputed else "SETTLED"
    rows = connection.execute(
        of_settled(
            "SELECT film.n, fact.n FROM fact JOIN entity AS subject ON subject.n = fact.subject "
            "JOIN entity AS film ON film.id = coalesce(subject.film, subject.id) "
            "WHERE fact.property = ? AND film.type = 'film' AND film.own AND WANTED ORDER BY 1, 2".replace(
                "WANTED", wanted
            )
        ),
        (name,),
    )
    return gathered(connection, rows)


@lru_cache(maxsize=CACHED)
def scoped(connection: Connection, scope: int) -> tuple[int, ...]:
    """Return the numbers of the films with files of their own that a series has, or of the one film it is."""
    rows = connection.execute(
        "SELECT n FROM entity WHERE type = 'film' AND own AND (n = :scope OR n IN (SELECT film FROM member "
        "WHERE series = :scope)) ORDER BY n",
        {"scope": scope},
    )
    return tuple(n for (n,) in rows)

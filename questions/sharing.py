"""What films share: the facts that have a value, some of them by chance, and the films that may have it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from random import Random

from questions import standing
from questions.catalogue.grounding import SHARED, shared_name
from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue
from questions.catalogue.runs import only_run

CAREER = 40
"""Years between two films of which one name is surely one person."""

MASKS = 48
"""Sets of films kept in memory, a bit for each film."""


def sharing(catalogue: Catalogue, name: str, value: str) -> Sequence[int]:
    """Return the numbers of the settled facts of films with files of their own that have a value."""
    entity = catalogue.number(value)
    kept = only_run(catalogue.connection, shared_name(name, entity))
    return kept if kept is not None else [n for (n,) in catalogue.rows(SHARED, name, entity)]


def one_career(catalogue: Catalogue, person: Entity, film: Entity, other: Entity) -> bool:
    """Return whether somebody known by a name alone can be one person in two films; who has an id always is."""
    apart = abs((film.year or 0) - (other.year or 0))
    return apart <= CAREER or not catalogue.by_name_alone(person)


def some_of(catalogue: Catalogue, pools: Sequence[Sequence[int]], rng: Random, most: int) -> Iterator[Fact]:
    """Yield facts of several pools by chance, so many at most; each is read when it comes."""
    ends = list(accumulate(len(pool) for pool in pools))
    for one in rng.sample(range(ends[-1]), min(most, ends[-1])):
        row = bisect_right(ends, one)
        yield from catalogue.facts_numbered([pools[row][one - ends[row]]])


def shared_films(
    catalogue: Catalogue, person: str, parts: tuple[str, ...], rng: Random, most: int
) -> Iterator[Fact]:
    """Yield settled facts of films with files of their own in which a person has one of these parts, each film once.

    They come by chance, so many at most, and each is read when it comes.
    """
    seen: set[str] = set()
    pools = [sharing(catalogue, part, person) for part in parts]
    for fact in some_of(catalogue, pools, rng, most):
        if fact.subject.id not in seen:
            seen.add(fact.subject.id)
            yield fact


@lru_cache(maxsize=MASKS)
def possible_films(catalogue: Catalogue, name: str, value: str) -> int:
    """Return the films of which a value is known, or may be for all the sources tell, as a mask."""
    alike = {value, *catalogue.alike(value)}
    near = alike.union(*(catalogue.inside(one) for one in alike), *(catalogue.around(one) for one in alike))
    found = standing.open_films(catalogue.connection, name)
    for one in near:
        found |= standing.mask(
            catalogue.connection,
            "SELECT seat FROM fact CROSS JOIN seat ON seat.n = fact.subject WHERE property = ? AND entity = ?",
            name,
            catalogue.number(one),
        )
    return found

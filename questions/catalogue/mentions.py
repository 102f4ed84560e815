"""The facts that name an entity: those of the best known films, and how many more there are.

A studio or a country may be named by more facts than anybody reads, and than can be read at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue
from questions.steps import Steps

MOST = 200
"""Facts of one property that are told of an entity, unless it is said otherwise."""

AT_ONCE = 40
"""Facts read in one step."""


class As(Enum):
    """How a fact names an entity: as its value, as the role in it, or by a value that lies within the entity."""

    VALUE = "entity = ?"
    ROLE = "role = ?"
    WITHIN = "entity IN (SELECT ?1 UNION ALL SELECT n FROM within WHERE outer = ?1)"


@dataclass(frozen=True, slots=True)
class Mentions:
    """Facts that name an entity, in the order of the files, and how many there are beside them."""

    facts: tuple[Fact, ...] = ()
    left_out: int = 0


def mentions(
    catalogue: Catalogue, entity: Entity, properties: Iterable[str], named: As = As.VALUE, most: int = MOST
) -> Mentions:
    """Return the facts of some properties that name an entity, of each those of the best known subjects."""
    numbers: list[int] = []
    left_out = 0
    for name in properties:
        found = _numbers(catalogue, entity, name, named, most)
        numbers += found
        left_out += _count(catalogue, entity, name, named) - most if len(found) == most else 0
    return Mentions(tuple(catalogue.facts_numbered(sorted(numbers))), left_out)


def read_ahead(catalogue: Catalogue, entity: Entity, properties: Iterable[str]) -> Steps[None]:
    """Read, in steps, the facts of some properties that name an entity, so that they are remembered when they are told."""
    for name in properties:
        for named in (As.WITHIN, As.ROLE):
            numbers = _numbers(catalogue, entity, name, named, MOST)
            for start in range(0, len(numbers), AT_ONCE):
                yield
                catalogue.facts_numbered(numbers[start : start + AT_ONCE])


def _numbers(catalogue: Catalogue, entity: Entity, name: str, named: As, most: int) -> list[int]:
    """Return the numbers of the facts of a property that name an entity, of the best known subjects."""
    rows = catalogue.rows(
        f"SELECT n FROM fact WHERE {named.value} AND property = ? ORDER BY subject, n LIMIT ?",  # noqa: S608
        catalogue.number(entity.id),
        name,
        most,
    )
    return [n for (n,) in rows]


def _count(catalogue: Catalogue, entity: Entity, name: str, named: As) -> int:
    query = f"SELECT count(*) FROM fact WHERE {named.value} AND property = ?"  # noqa: S608 (a choice of three)
    ((count,),) = catalogue.rows(query, catalogue.number(entity.id), name)
    return int(count)

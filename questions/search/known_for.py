"""What an entity is known for, in one query each: enough to tell it from others of its name."""

from __future__ import annotations

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue

MOST_COUNTED = 300
"""Facts of one property that are counted: beyond so many, nobody is known for one trade more than for another."""


def first_film(catalogue: Catalogue, entity: Entity) -> tuple[Entity | None, int]:
    """Return the oldest film that a character or monster is in, None where there is none, and how many it is in."""
    if entity.film is not None:
        return catalogue.entity(entity.film), 1
    rows = catalogue.rows(
        "WITH film (n) AS (SELECT subject FROM fact WHERE role = ?1 UNION "
        "SELECT subject FROM fact WHERE entity = ?1 AND property = 'monster' UNION "
        "SELECT entity.n FROM fact JOIN entity ON entity.id = fact.film WHERE subject = ?1) "
        "SELECT n, count(*) OVER () FROM film JOIN entity USING (n) WHERE type = 'film' "
        "ORDER BY coalesce(year, 0), id LIMIT 1",
        catalogue.number(entity.id),
    )
    return (catalogue.numbered(rows[0][0]), rows[0][1]) if rows else (None, 0)


def trades_of(catalogue: Catalogue, entity: Entity) -> list[str]:
    """Return the properties of films that a person or company stands for, the most frequent first."""
    rows = catalogue.rows(
        "WITH RECURSIVE trade (name) AS (SELECT min(property) FROM fact WHERE entity = ?1 UNION ALL "
        "SELECT (SELECT min(property) FROM fact WHERE entity = ?1 AND property > name) FROM trade WHERE name NOT NULL) "
        "SELECT name FROM trade WHERE name NOT NULL ORDER BY "
        "(SELECT count(*) FROM (SELECT 1 FROM fact WHERE entity = ?1 AND property = name LIMIT ?2)) DESC, "
        "(SELECT min(n) FROM fact WHERE entity = ?1 AND property = name)",
        catalogue.number(entity.id),
        MOST_COUNTED,
    )
    return [name for (name,) in rows]


def actors_of(catalogue: Catalogue, entity: Entity) -> list[Entity]:
    """Return who plays a character or monster, the first credited first."""
    rows = catalogue.rows(
        "SELECT entity FROM fact WHERE role = ? AND entity IS NOT NULL GROUP BY entity ORDER BY min(n)",
        catalogue.number(entity.id),
    )
    return [catalogue.numbered(n) for (n,) in rows]


def around(catalogue: Catalogue, entity: Entity) -> list[Entity]:
    """Return what a place lies within, the nearest first."""
    rows = catalogue.rows(
        "SELECT outer FROM within WHERE n = ?",
        catalogue.number(entity.id),
    )
    outers = [n for (n,) in rows]
    depth = {n: len(catalogue.rows("SELECT 1 FROM within WHERE n = ?", n)) for n in outers}
    return [catalogue.numbered(n) for n in sorted(outers, key=lambda n: -depth[n])]


def properties_naming(catalogue: Catalogue, entity_id: str) -> list[str]:
    """Return the properties of other things whose values or roles name an entity."""
    number = catalogue.number(entity_id)
    rows = catalogue.rows(
        "SELECT DISTINCT property FROM fact WHERE entity = ? UNION SELECT DISTINCT property FROM fact WHERE role = ?",
        number,
        number,
    )
    return [name for (name,) in rows]

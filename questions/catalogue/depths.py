"""How much each pack of films adds, counted once: the library, and of every import its best known films."""

from __future__ import annotations

import json
from sqlite3 import Connection

from questions.catalogue.grounding import of_settled
from questions.properties import PROPERTIES

LIBRARY = "library"
"""The pack of the films that have files of their own."""

DEPTHS = (300, 1_000, 5_000, 20_000)
"""How many of the best known imported films a deck can have; without a number it has all, counted as 0."""


def write_depths(connection: Connection) -> None:
    """Write how many films each pack has at each depth, and how many settled facts there are to ask about in them."""
    told = [prop.name for prop in PROPERTIES.values() if prop.wording is not None]
    connection.execute(
        of_settled(
            "INSERT INTO depth WITH ranked AS (SELECT coalesce(pack, ?) AS pack, row_number() OVER "
            "(PARTITION BY pack ORDER BY n) AS place, (SELECT count(*) FROM fact WHERE fact.film = entity.id AND SETTLED "
            "AND property IN (SELECT value FROM json_each(?))) AS facts FROM entity WHERE type = 'film' AND own) "
            "SELECT pack, value, count(*), sum(facts) FROM ranked JOIN json_each(?) ON value = 0 OR place <= value "
            "GROUP BY pack, value"
        ),
        (LIBRARY, json.dumps(told), json.dumps([0, *DEPTHS])),
    )

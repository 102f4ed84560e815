"""How much each pack of films adds, counted once: the library, and of every import its best known films."""

from __future__ import annotations

import json
from sqlite3 import Connection

from questions.catalogue.grounding import of_settled

LIBRARY = "library"
"""The pack of the films that have files of their own."""

DEPTHS = (300, 1_000, 5_000, 20_000)
"""How many of the best known imported films a deck can have; without a number it has all, counted as 0."""


RANKED = (
    "WITH ranked AS (SELECT id, coalesce(pack, ?) AS pack, row_number() OVER (PARTITION BY pack ORDER BY n) AS place "
    "FROM entity WHERE type = 'film' AND own), reached AS (SELECT ranked.id, pack, value AS deep FROM ranked "
    "JOIN json_each(?) ON value = 0 OR place <= value) "
)
"""Every film with its pack, once for each depth that reaches it."""


def write_depths(connection: Connection) -> None:
    """Write how many films each pack has at each depth, and how many settled facts of each property about them."""
    given = (LIBRARY, json.dumps([0, *DEPTHS]))
    connection.execute(
        f"INSERT INTO depth {RANKED} SELECT pack, deep, count(*) FROM reached GROUP BY 1, 2",  # noqa: S608
        given,
    )
    connection.execute(
        of_settled(
            f"INSERT INTO settled {RANKED} SELECT pack, deep, property, count(*) FROM reached "  # noqa: S608
            "JOIN fact ON fact.film = reached.id WHERE SETTLED GROUP BY 1, 2, 3"
        ),
        given,
    )

"""What is told of a catalogue as a whole, counted once: of how many passages it is made, by licence, and by whom."""

from __future__ import annotations

from sqlite3 import Connection

from questions.catalogue.depths import LIBRARY

MADE_FROM, FILMS, FACTS, WITNESSES = "library", "films", "facts", "witnesses"
"""What `about` tells: the fingerprint of the film files, and how many films, facts and independent witnesses there are."""


def write_counts(connection: Connection) -> None:
    """Write how many passages of each pack stand under each licence, and how much there is of everything."""
    connection.execute(
        "INSERT INTO licence SELECT coalesce(pack, ?), coalesce(licence, ''), count(*) FROM source GROUP BY 1, 2",
        (LIBRARY,),
    )
    for name, counted in (
        (FILMS, "count(*) FROM entity WHERE type = 'film' AND own"),
        (FACTS, "count(*) FROM fact"),
        (WITNESSES, "count(DISTINCT family) FROM source"),
    ):
        connection.execute(f"INSERT INTO about SELECT ?, {counted}", (name,))

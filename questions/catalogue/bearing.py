"""What wrong choices are held against, worked out once: the middle year of what somebody worked on, how a name sounds."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection

from questions.bearers import sounds_a_womans, sounds_japanese

MOST_PARTS = 20
"""Parts of a person that are looked at."""


def write_bearing(connection: Connection) -> None:
    """Write for every value of facts its middle year, and of people how their names sound."""
    connection.execute(
        "INSERT INTO middle SELECT fact.entity, avg(subject.year) FROM fact "
        "JOIN entity AS subject ON subject.n = fact.subject WHERE fact.entity IS NOT NULL GROUP BY fact.entity"
    )
    connection.executemany("INSERT INTO sound VALUES (?, ?, ?)", sounds(connection))


def sounds(connection: Connection) -> Iterator[tuple[int, bool, bool]]:
    """Yield of every person whether the name sounds Japanese, and whether it sounds a woman's."""
    for n, name in connection.execute("SELECT n, name FROM entity WHERE type = 'person'"):
        written = connection.execute("SELECT text FROM name WHERE n = ? AND lang = 'ja'", (n,))
        parts = connection.execute(
            "SELECT DISTINCT role.name FROM fact JOIN entity AS role ON role.n = fact.role "
            "WHERE fact.entity = ? AND role.type = 'character' LIMIT ?",
            (n, MOST_PARTS),
        )
        yield (
            n,
            sounds_japanese(name, (text for (text,) in written)),
            sounds_a_womans(name, (part for (part,) in parts)),
        )

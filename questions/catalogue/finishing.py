"""From the staged tables to the catalogue: entities numbered by fame, and everything that finds them by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from math import log1p

from questions.catalogue.bearing import write_bearing
from questions.catalogue.counting import write_counts
from questions.catalogue.depths import write_depths
from questions.catalogue.grounding import write_grounds
from questions.catalogue.naming import write_names
from questions.catalogue.schema import INDEXES, VERSION

FILM_WEIGHT = 6
"""A film more counts as much as so many facts more: breadth says more about fame than depth."""

RENOWN_WEIGHT = 0.5
"""How much the logarithm of what is known of somebody elsewhere counts beside that of what is known here."""


def popularity(named: int | None, films: int | None, renown: float) -> float:
    """Return how well known an entity is: it grows with the logarithm of facts and films, and of renown elsewhere."""
    here = log1p(named + FILM_WEIGHT * ((films or 1) - 1)) if named else 0.0
    return here + RENOWN_WEIGHT * log1p(max(0.0, renown))


def silent(_: str) -> None:
    """Tell nobody what is being done."""


def finish(connection: sqlite3.Connection, step: Callable[[str], None] = silent) -> None:
    """Fill a catalogue from what was staged, and leave it alone in its file; `step` hears what is being done."""
    connection.create_function("popularity", 3, popularity, deterministic=True)
    step("numbering")
    write_entities(connection)
    step("facts")
    write_facts(connection)
    step("names")
    write_names(connection)
    step("indexes")
    for statement in INDEXES.split(";"):
        connection.execute(statement)
    step("what to ask about")
    write_grounds(connection)
    write_depths(connection)
    write_bearing(connection)
    write_counts(connection)
    connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("COMMIT")
    connection.execute("DETACH stage")
    connection.execute("PRAGMA analysis_limit=1000")
    connection.execute("ANALYZE")


def write_entities(connection: sqlite3.Connection) -> None:
    """Number the entities by fame and write them, what they lie within, and which film belongs to which series.

    The lesser of two numbers is the better known of two; films that are only named in other films come last.
    """
    connection.execute(
        "CREATE TABLE stage.number (p INTEGER PRIMARY KEY, n INTEGER NOT NULL, popularity REAL NOT NULL)"
    )
    connection.execute(
        "INSERT INTO stage.number SELECT p, row_number() OVER (ORDER BY named_only, popularity DESC, id), popularity "
        "FROM (SELECT draft.p, id, type = 'film' AND NOT own AS named_only, "
        "popularity(named, films, renown) AS popularity FROM stage.draft LEFT JOIN stage.fame USING (p))"
    )
    connection.execute(
        "INSERT INTO entity SELECT n, id, type, name, film, year, kind, form, own, unnamed, fictional, popularity, ids, "
        "pack FROM stage.number JOIN stage.draft USING (p) ORDER BY n"
    )
    connection.execute(
        "INSERT INTO within WITH RECURSIVE outwards (n, outer) AS ("
        "SELECT one.n, two.n FROM entity AS one JOIN stage.draft USING (id) JOIN entity AS two ON two.id = draft.within "
        "UNION SELECT outwards.n, further.n FROM outwards JOIN entity AS mid ON mid.n = outwards.outer "
        "JOIN stage.draft ON draft.id = mid.id JOIN entity AS further ON further.id = draft.within) "
        "SELECT n, outer FROM outwards WHERE n <> outer"
    )
    connection.execute(
        "INSERT INTO member SELECT one.n, two.n FROM stage.member JOIN stage.number AS one ON one.p = series "
        "JOIN stage.number AS two ON two.p = film ORDER BY 1, 2"
    )


def write_facts(connection: sqlite3.Connection) -> None:
    """Write the facts, which lists are whole, and the order of telling, with the numbers of their entities."""
    connection.execute(
        "INSERT INTO fact SELECT stated.n, id, subject.n, property, value, entity.n, role.n, qualifiers, witnesses, "
        "difference, left_out, why, note, film FROM stage.stated JOIN stage.number AS subject ON subject.p = subject "
        "LEFT JOIN stage.number AS entity ON entity.p = entity LEFT JOIN stage.number AS role ON role.p = role "
        "ORDER BY stated.n"
    )
    connection.execute(
        "INSERT INTO closed SELECT subject.n, property, coalesce(role.n, 0), sources FROM stage.closed "
        "JOIN stage.number AS subject ON subject.p = subject LEFT JOIN stage.number AS role ON role.p = role "
        "ORDER BY 1, 2, 3"
    )
    connection.execute(
        "INSERT INTO told SELECT film, source, seq, n FROM stage.told JOIN stage.number ON p = event ORDER BY 1, 2, 3"
    )
    connection.execute(
        "INSERT INTO inverted SELECT film, one.n, two.n FROM stage.inverted JOIN stage.number AS one ON one.p = one "
        "JOIN stage.number AS two ON two.p = other ORDER BY 1, 2, 3"
    )

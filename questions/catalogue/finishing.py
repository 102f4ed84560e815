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


FACT_WEIGHT = 0.1
"""How much the logarithm of an imported entity's facts counts: a long list of players is no fame."""

KNOWN_FILM = 20.0
"""The renown of an imported film that a player may have heard of; one of twice as much counts for eight of them."""


def popularity(named: int | None, films: int | None, renown: float) -> float:
    """Return how well known an entity is: it grows with the logarithm of facts and films, and of renown elsewhere."""
    here = log1p(named + FILM_WEIGHT * ((films or 1) - 1)) if named else 0.0
    return here + RENOWN_WEIGHT * log1p(max(0.0, renown))


def film_popularity(named: int | None, films: int | None, renown: float) -> float:
    """Return how well known a film is that only imports have: by its renown, and little by how much they say of it."""
    if renown <= 0:
        return popularity(named, films, 0.0)
    return log1p(renown) + FACT_WEIGHT * popularity(named, films, 0.0)


def glow(renown: float) -> float:
    """Return how much an imported film adds to the fame of whoever is in it: a hit more than ten that nobody knows."""
    return (renown / KNOWN_FILM) ** 3 if renown > 0 else 1.0


def reflected(glows: float | None, named: int | None, films: int | None, renown: float) -> float:
    """Return how well known somebody is whom only imports name: by their films' fame, then as everybody is."""
    if glows is None:
        return popularity(named, films, renown)
    return (
        log1p(glows) + FACT_WEIGHT * popularity(named, films, 0.0) + RENOWN_WEIGHT * log1p(max(0.0, renown))
    )


def silent(_: str) -> None:
    """Tell nobody what is being done."""


def finish(connection: sqlite3.Connection, step: Callable[[str], None] = silent) -> None:
    """Fill a catalogue from what was staged, and leave it alone in its file; `step` hears what is being done."""
    connection.create_function("popularity", 3, popularity, deterministic=True)
    connection.create_function("film_popularity", 3, film_popularity, deterministic=True)
    connection.create_function("glow", 1, glow, deterministic=True)
    connection.create_function("reflected", 4, reflected, deterministic=True)
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
    connection.execute("CREATE TABLE stage.glow (p INTEGER PRIMARY KEY, glows REAL NOT NULL)")
    connection.execute(
        "INSERT INTO stage.glow SELECT entity, sum(glow(renown)) FROM stage.stated JOIN stage.draft ON p = subject "
        "WHERE entity IS NOT NULL AND draft.type = 'film' AND draft.own AND draft.pack IS NOT NULL GROUP BY entity"
    )
    connection.execute(
        "CREATE TABLE stage.number (p INTEGER PRIMARY KEY, n INTEGER NOT NULL, popularity REAL NOT NULL)"
    )
    connection.execute(
        "INSERT INTO stage.number SELECT p, row_number() OVER (ORDER BY named_only, popularity DESC, id), popularity "
        "FROM (SELECT draft.p, id, type = 'film' AND NOT own AS named_only, "
        "CASE WHEN pack IS NULL THEN popularity(named, films, renown) "
        "WHEN type = 'film' THEN film_popularity(named, films, renown) "
        "ELSE reflected(glows, named, films, renown) END AS popularity "
        "FROM stage.draft LEFT JOIN stage.fame USING (p) LEFT JOIN stage.glow USING (p))"
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
        "INSERT INTO opened SELECT DISTINCT n, property FROM stage.opened JOIN stage.number ON p = subject ORDER BY 1, 2"
    )
    connection.execute(
        "INSERT INTO told SELECT film, source, seq, n FROM stage.told JOIN stage.number ON p = event ORDER BY 1, 2, 3"
    )
    connection.execute(
        "INSERT INTO inverted SELECT film, one.n, two.n FROM stage.inverted JOIN stage.number AS one ON one.p = one "
        "JOIN stage.number AS two ON two.p = other ORDER BY 1, 2, 3"
    )

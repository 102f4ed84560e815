"""Which imported film is which: one that has a file of its own, one that another import gave, or a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from questions.fold import slug, squash
from questions.imports import records
from questions.record import FilmRecord

MEETING = """
CREATE TABLE stage.film_ids (register TEXT NOT NULL, value TEXT NOT NULL, film TEXT NOT NULL,
  PRIMARY KEY (register, value)) WITHOUT ROWID;
CREATE TABLE stage.film_titles (title TEXT NOT NULL, year INTEGER NOT NULL, form TEXT NOT NULL, film TEXT NOT NULL,
  PRIMARY KEY (title, year, form, film)) WITHOUT ROWID;
CREATE TABLE stage.given (title TEXT NOT NULL, year INTEGER NOT NULL, form TEXT NOT NULL, pack TEXT NOT NULL,
  key TEXT NOT NULL, PRIMARY KEY (title, year, form, pack, key)) WITHOUT ROWID;
CREATE TABLE stage.met (film TEXT NOT NULL, pack TEXT NOT NULL, key TEXT NOT NULL, own INTEGER NOT NULL);
CREATE TABLE stage.film_seen (film TEXT PRIMARY KEY) WITHOUT ROWID;
"""


Calling = tuple[str, int, str]
"""A title, a year, and the form: "film" or "series"."""


def meet(connection: sqlite3.Connection, library: Iterable[FilmRecord]) -> None:
    """Give every imported film its id, in the staged table `met`: by an id elsewhere, else by title and year.

    A title and a year that fit several, or one that bears another id in the same register, make a film of their own; so
    does a series beside a film, and each of two that one import tells apart by their keys.
    """
    connection.executescript(MEETING)
    connection.execute("BEGIN")
    own: set[str] = set()
    for record in library:
        own.add(record.id)
        know(connection, record.id, record)
    for pack, record in records.every(connection):
        connection.executemany(
            "INSERT OR IGNORE INTO stage.given VALUES (?, ?, ?, ?, ?)",
            [(*called, pack, record.id) for called in callings(record)],
        )
    for pack, record in records.every(connection):
        film = met(connection, record) or new_id(connection, record, pack)
        know(connection, film, record)
        connection.execute("INSERT INTO stage.met VALUES (?, ?, ?, ?)", (film, pack, record.id, film in own))
    connection.execute("CREATE INDEX stage.met_film ON met (own, film)")


def know(connection: sqlite3.Connection, film: str, record: FilmRecord) -> None:
    """Note by what a film is met: its ids elsewhere, and its titles with its years."""
    connection.execute("INSERT OR IGNORE INTO stage.film_seen VALUES (?)", (film,))
    connection.executemany(
        "INSERT OR IGNORE INTO stage.film_ids VALUES (?, ?, ?)",
        [(register, value, film) for register, value in record.film.ids.items()],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO stage.film_titles VALUES (?, ?, ?, ?)",
        [(*called, film) for called in callings(record)],
    )


def met(connection: sqlite3.Connection, record: FilmRecord) -> str | None:
    """Return the id of the film that a record is about, where it is known."""
    for register, value in record.film.ids.items():
        row = connection.execute(
            "SELECT film FROM stage.film_ids WHERE register = ? AND value = ?", (register, value)
        ).fetchone()
        if row:
            return str(row[0])
    found: set[str] = set()
    for called in callings(record):
        if shared(connection, called):
            return None
        rows = connection.execute(
            "SELECT film FROM stage.film_titles WHERE title = ? AND year = ? AND form = ?", called
        )
        found.update(row[0] for row in rows)
    fitting = [film for film in found if not at_odds(connection, film, record)]
    return fitting[0] if len(fitting) == 1 else None


def shared(connection: sqlite3.Connection, called: Calling) -> bool:
    """Return whether one import has several films of a title, a year and a form: nobody can say which is meant."""
    rows = connection.execute(
        "SELECT 1 FROM stage.given WHERE title = ? AND year = ? AND form = ? GROUP BY pack HAVING count(*) > 1",
        called,
    )
    return rows.fetchone() is not None


def at_odds(connection: sqlite3.Connection, film: str, record: FilmRecord) -> bool:
    """Return whether a film has another id in a register in which the record has one."""
    return any(
        connection.execute(
            "SELECT 1 FROM stage.film_ids WHERE film = ? AND register = ?", (film, register)
        ).fetchone()
        for register in record.film.ids
    )


def callings(record: FilmRecord) -> list[Calling]:
    """Return by what a film is met where no id tells: each of its titles, of its years, as a film or a series."""
    return [(title, year, record.form) for title in titles_of(record) for year in years_of(record)]


def titles_of(record: FilmRecord) -> set[str]:
    """Return the titles of a film in the form in which two are one."""
    texts = [
        str(said.value) for said in record.film.statements if said.property in ("title", "also_known_as")
    ]
    return {form for text in (*texts, record.film.name or "") if (form := squash(text))}


def years_of(record: FilmRecord) -> set[int]:
    """Return the years that a film is said to be of: those stated, else those of its releases."""
    stated = {int(said.value) for said in record.film.statements if said.property == "year"}
    released = {int(str(said.value)[:4]) for said in record.film.statements if said.property == "release"}
    return stated or released


def new_id(connection: sqlite3.Connection, record: FilmRecord, pack: str) -> str:
    """Return an id for a film that nobody knows yet: title and year, and its key elsewhere where these are taken."""
    year = min(years_of(record), default=None)
    base = f"{slug(record.film.name or record.id)}-{year or pack}"
    taken = connection.execute("SELECT 1 FROM stage.film_seen WHERE film = ?", (base,)).fetchone()
    return f"{base}-{slug(record.id)}" if taken else base


def for_library(connection: sqlite3.Connection) -> Iterator[tuple[str, str, FilmRecord]]:
    """Yield what imports say of films that have files of their own: film, import, record."""
    rows = connection.execute(
        "SELECT film, pack, key FROM stage.met WHERE own ORDER BY film, rowid"
    ).fetchall()
    for film, pack, key in rows:
        yield film, pack, next(records.kept(connection, [(pack, key)]))


def newcomers(connection: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[str, FilmRecord]]]]:
    """Yield every film that only imports have, with what each of them says of it."""
    rows = connection.execute("SELECT film, pack, key FROM stage.met WHERE NOT own ORDER BY film, rowid")
    film, said = "", list[tuple[str, FilmRecord]]()
    for other, pack, key in rows:
        if other != film and said:
            yield film, said
            said = []
        film = other
        said.append((pack, next(records.kept(connection, [(pack, key)]))))
    if said:
        yield film, said

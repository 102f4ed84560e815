"""What was imported, kept film by film in the catalogue's own file, so that it can be compiled anew at any time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import msgspec

from questions.imports.report import Report
from questions.record import FilmRecord

TWICE = "a film that the data have twice: the later one counts"
ENCODER = msgspec.msgpack.Encoder()
DECODER = msgspec.msgpack.Decoder(FilmRecord)
BATCH = 500
EARLIER = "CREATE TEMP TABLE IF NOT EXISTS earlier (key TEXT PRIMARY KEY) WITHOUT ROWID"
"""Films that the file had of the import before, and that have not been given again."""


class NoImportsError(Exception):
    """A file that is there but holds no imports; the message says what to do."""


class NoFilmsError(Exception):
    """A source in which no film was found: what was imported of it before is kept."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One import: its name, what people are told of it, how many films it gave, and its report as text."""

    name: str
    label: str
    licence: str
    attribution: str
    films: int = 0
    report: str = ""


def keep(connection: sqlite3.Connection, pack: Pack, films: Iterable[FilmRecord], report: Report) -> None:
    """Write the films of an import into an open catalogue file; one that is there already is replaced."""
    connection.execute(EARLIER)
    report.had = counted(connection, "SELECT count(*) FROM earlier")
    for film in films:
        of_film = (pack.name, film.id)
        again = connection.execute("DELETE FROM earlier WHERE key = ?", (film.id,)).rowcount
        there = connection.execute("DELETE FROM record WHERE pack = ? AND key = ?", of_film).rowcount
        if there and not again:
            report.skip(TWICE, film.film.name)
        else:
            report.films += 1
        connection.execute("INSERT INTO record VALUES (?, ?, ?)", (*of_film, ENCODER.encode(film)))
    report.given_again = report.had - counted(connection, "SELECT count(*) FROM earlier")
    films_now = counted(connection, "SELECT count(*) FROM record WHERE pack = ?", pack.name)
    connection.execute(
        "INSERT OR REPLACE INTO pack VALUES (?, ?, ?, ?, ?, ?)",
        (pack.name, pack.label, pack.licence, pack.attribution, films_now, ""),
    )


def counted(connection: sqlite3.Connection, asked: str, *values: str) -> int:
    """Return the one number that a query gives."""
    return int(connection.execute(asked, values).fetchone()[0])


def report(connection: sqlite3.Connection, pack: str, found: Report) -> None:
    """Keep the report of an import with its films."""
    text = msgspec.json.encode(found.as_json()).decode()
    connection.execute("UPDATE pack SET report = ? WHERE name = ?", (text, pack))


def copied(connection: sqlite3.Connection, old: Path, anew: str, *, add: bool) -> None:
    """Take over the imports of an older catalogue file; raises NoImportsError.

    Of the import that is read anew the films are only noted, unless they are to be added to.
    """
    without = "" if add else anew
    connection.execute(EARLIER)
    try:
        connection.execute("ATTACH ? AS old", (f"file:{quote(str(old))}?mode=ro",))
        connection.execute("INSERT INTO record SELECT * FROM old.record WHERE pack <> ?", (without,))
        connection.execute("INSERT INTO pack SELECT * FROM old.pack WHERE name <> ?", (without,))
        connection.execute("INSERT INTO earlier SELECT key FROM old.record WHERE pack = ?", (anew,))
    except sqlite3.DatabaseError as error:
        raise NoImportsError(f"{old} is no catalogue with imports ({error}). Name another file.") from error
    connection.execute("COMMIT")  # a file cannot be let go of before
    connection.execute("DETACH old")
    connection.execute("BEGIN")


def kept(connection: sqlite3.Connection, films: Iterable[tuple[str, str]]) -> Iterator[FilmRecord]:
    """Yield the records of some films, each given by its import and its key there."""
    for pack, key in films:
        row = connection.execute("SELECT film FROM record WHERE pack = ? AND key = ?", (pack, key)).fetchone()
        yield DECODER.decode(row[0])


def every(connection: sqlite3.Connection) -> Iterator[tuple[str, FilmRecord]]:
    """Yield the records of all films with the name of their import, import by import, in the order they were read."""
    for pack, film in connection.execute("SELECT pack, film FROM record ORDER BY rowid"):
        yield pack, DECODER.decode(film)

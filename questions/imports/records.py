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
    """Write the films of an import into an open catalogue file, in place of what it had of that import."""
    connection.execute("DELETE FROM record WHERE pack = ?", (pack.name,))
    for film in films:
        of_film = (pack.name, film.id)
        if connection.execute("DELETE FROM record WHERE pack = ? AND key = ?", of_film).rowcount:
            report.skip(TWICE, film.film.name)
        else:
            report.films += 1
        connection.execute("INSERT INTO record VALUES (?, ?, ?)", (*of_film, ENCODER.encode(film)))
    connection.execute(
        "INSERT OR REPLACE INTO pack VALUES (?, ?, ?, ?, ?, ?)",
        (pack.name, pack.label, pack.licence, pack.attribution, report.films, ""),
    )


def report(connection: sqlite3.Connection, pack: str, found: Report) -> None:
    """Keep the report of an import with its films."""
    text = msgspec.json.encode(found.as_json()).decode()
    connection.execute("UPDATE pack SET report = ? WHERE name = ?", (text, pack))


def copied(connection: sqlite3.Connection, old: Path, without: str) -> None:
    """Take over the imports of an older catalogue file, except the one that is read anew; raises NoImportsError."""
    try:
        connection.execute("ATTACH ? AS old", (f"file:{quote(str(old))}?mode=ro",))
        connection.execute("INSERT INTO record SELECT * FROM old.record WHERE pack <> ?", (without,))
        connection.execute("INSERT INTO pack SELECT * FROM old.pack WHERE name <> ?", (without,))
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

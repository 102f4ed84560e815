"""Where an import of Wikidata keeps films until what they refer to has been found: a temporary file, not memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import msgspec

from questions.imports.wikidata.claims import OF_THINGS, Item

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE film (seq INTEGER PRIMARY KEY, file TEXT, body BLOB);
CREATE TABLE piece (seq INTEGER PRIMARY KEY, id TEXT, file TEXT, body BLOB);
CREATE INDEX pieces ON piece (id, seq);
CREATE TABLE wanted (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE thing (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID;
"""
MOST_PIECES = 5_000
"""Rows of a query's answer that are put together for one film; each row repeats most of the one before."""


class Shelf:
    """Films as they were found, the ids they refer to, and what is known of those ids."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.encode = msgspec.msgpack.Encoder().encode
        self.decode = msgspec.msgpack.Decoder(Item).decode
        connection.executescript(SCHEMA)
        connection.execute("BEGIN")  # one transaction that is never ended: the file is thrown away

    def put_film(self, item: Item, file: str) -> None:
        """Keep a film, and note what it refers to."""
        self.connection.execute("INSERT INTO film (file, body) VALUES (?, ?)", (file, self.encode(item)))
        self.want(item)

    def put_piece(self, item: Item, file: str) -> None:
        """Keep what one row of a query's answer says of a film, and note what it refers to."""
        row = (item.id, file, self.encode(item))
        self.connection.execute("INSERT INTO piece (id, file, body) VALUES (?, ?, ?)", row)
        self.want(item)

    def length(self) -> tuple[int, int]:
        """Return how many films and how many rows were kept."""
        counts = "SELECT (SELECT coalesce(max(seq), 0) FROM film), (SELECT coalesce(max(seq), 0) FROM piece)"
        films, pieces = self.connection.execute(counts).fetchone()
        return films, pieces

    def cut(self, length: tuple[int, int]) -> None:
        """Let go of the films and rows that were kept since there were so many."""
        self.connection.execute("DELETE FROM film WHERE seq > ?", (length[0],))
        self.connection.execute("DELETE FROM piece WHERE seq > ?", (length[1],))

    def want(self, item: Item) -> None:
        """Note what a film refers to."""
        wanted = ((name,) for name in item.refers_to())
        self.connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", wanted)

    def wants(self, name: str) -> bool:
        """Return whether a film refers to an id."""
        return self.connection.execute("SELECT 1 FROM wanted WHERE id = ?", (name,)).fetchone() is not None

    def put_thing(self, item: Item) -> None:
        """Keep what names something that films refer to; names that are already known stay."""
        claims = {prop: said for prop, said in item.claims.items() if prop in OF_THINGS}
        item = msgspec.structs.replace(item, claims=claims)
        known = self.thing(item.id)
        if known is not None:
            labels = {**item.labels, **known.labels}
            item = known if len(known.claims) >= len(item.claims) else item
            item = msgspec.structs.replace(item, labels=labels)
        if item != known:
            self.connection.execute(
                "INSERT OR REPLACE INTO thing VALUES (?, ?)", (item.id, self.encode(item))
            )

    def thing(self, name: str) -> Item | None:
        """Return what is known of an id."""
        found = self.connection.execute("SELECT body FROM thing WHERE id = ?", (name,)).fetchone()
        return self.decode(found[0]) if found else None

    def films(self) -> Iterator[tuple[str, Item]]:
        """Yield every film with where it stood, in the order in which they were found; rows on one film as one."""
        for file, body in self.connection.execute("SELECT file, body FROM film ORDER BY seq"):
            yield file, self.decode(body)
        firsts = self.connection.execute("SELECT id, file, min(seq) FROM piece GROUP BY id ORDER BY 3")
        for name, file, _ in firsts:
            rows = self.connection.execute(
                "SELECT body FROM piece WHERE id = ? ORDER BY seq LIMIT ?", (name, MOST_PIECES)
            )
            yield file, joined([self.decode(body) for (body,) in rows])


def joined(items: list[Item]) -> Item:
    """Return one entity that says what several rows say of it, each thing once."""
    first = items[0]
    claims = {
        prop: list(
            {msgspec.json.encode(one): one for item in items for one in item.claims.get(prop, [])}.values()
        )
        for prop in dict.fromkeys(prop for item in items for prop in item.claims)
    }
    return Item(
        id=first.id,
        labels={lang: name for item in reversed(items) for lang, name in item.labels.items()},
        links=max(item.links for item in items),
        article=next((item.article for item in items if item.article), ""),
        claims=claims,
    )


@contextmanager
def shelf() -> Iterator[Shelf]:
    """Yield an empty shelf that is gone afterwards."""
    # A database without a name is a file that SQLite makes and deletes itself, even where the process is killed.
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        yield Shelf(connection)

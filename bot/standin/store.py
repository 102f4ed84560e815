"""Store: the world's own SQLite file, written behind in one transaction per tick."""

from __future__ import annotations

import secrets
import sqlite3
from typing import TYPE_CHECKING

from bot.standin.wire import Json, dumps, loads

if TYPE_CHECKING:
    from pathlib import Path

    from bot.standin.world import World

OWNER_ONLY = 0o600


class Store:
    """A table of JSON things by kind and id, and one of keys, in WAL mode; in memory when there is no path."""

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            # It holds a key; what SQLite puts beside it gets the same mode.
            path.touch(mode=OWNER_ONLY)
            path.chmod(OWNER_ONLY)
        self._connection = sqlite3.connect(path or ":memory:", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS things"
            " (kind TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id))"
            " WITHOUT ROWID"
        )
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS keys (name TEXT PRIMARY KEY, value BLOB NOT NULL)"
        )

    def read_into(self, world: World) -> None:
        """Put everything stored into a world and let its ids go on after the greatest stored one."""
        for kind, id_, body in self._connection.execute("SELECT kind, id, body FROM things ORDER BY id"):
            thing: Json = loads(body)
            if kind == "messages":
                world.messages.setdefault(thing["channel_id"], {})[thing["id"]] = thing
            elif kind == "ephemerals":
                world.hold_ephemeral(thing["seen_by"], thing["message"])
            else:
                getattr(world, kind)[thing["id"]] = thing
            world.ids.last = max(world.ids.last, id_)

    def write(self, changes: dict[tuple[str, str], Json | None]) -> None:
        """Store changed things and remove those that are None, all in one transaction."""
        gone = [(kind, int(id_)) for (kind, id_), thing in changes.items() if thing is None]
        kept = [(kind, int(id_), dumps(thing)) for (kind, id_), thing in changes.items() if thing is not None]
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("DELETE FROM things WHERE kind = ? AND id = ?", gone)
            self._connection.executemany("INSERT OR REPLACE INTO things VALUES (?, ?, ?)", kept)

    def key(self, name: str) -> bytes:
        """Return 32 random bytes that stay the same as long as the file does."""
        given = (name, secrets.token_bytes(32))
        self._connection.execute("INSERT OR IGNORE INTO keys VALUES (?, ?)", given)
        value: bytes = self._connection.execute("SELECT value FROM keys WHERE name = ?", (name,)).fetchone()[
            0
        ]
        return value

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

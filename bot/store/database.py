"""Database: opened once at start, handed to whoever reads or writes, closed last."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import SetupError
from bot.store.recipe import WAIT, reading_engine, writing_engine
from bot.store.refusals import refusals
from bot.store.schema import upgrade
from bot.store.writer import Operation, Writer
from questions.lock import FileLock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

T = TypeVar("T")
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",  # as hosting services like to write it
    "postgresql": "postgresql+asyncpg",
}

logger = logging.getLogger(__name__)


class Database:
    """An open database: many may read at once, one writer writes."""

    def __init__(self, reader: AsyncEngine, writer: AsyncEngine, lock: FileLock | None) -> None:
        self._reader = reader
        self._lock = lock
        self.writer = Writer(writer)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Yield a connection that sees one moment of the database and can write nothing."""
        connection = self._reader.connect()
        try:
            await _undisturbed(connection.start())
            yield connection
        finally:
            if connection.sync_connection is not None:
                await _undisturbed(connection.close())

    async def write(self, operation: Operation[T]) -> T:
        """Return what the operation returns, once that is on disk; a cancelled caller does not stop it."""
        return await self.writer.do(operation)

    async def close(self) -> None:
        """Write what is queued and let go of the file; a second call does nothing."""
        await self.writer.close()
        await self._reader.dispose()
        await self.writer.engine.dispose()
        _release(self._lock)
        self._lock = None


async def _undisturbed(step: Awaitable[object]) -> None:
    """Take a step to its end, and only then be cancelled: half a step would leave a connection with nobody."""
    taken = asyncio.ensure_future(step)
    try:
        await asyncio.shield(taken)
    except asyncio.CancelledError:
        await taken
        raise


async def open_database(url: str) -> Database:
    """Return the database of a URL, its schema up to date; SetupError says in a line what stands in the way.

    `sqlite+aiosqlite:///PATH` (the folder is made) or `postgresql+asyncpg://…`; the drivers may be left out.
    """
    address = _address(url)
    with refusals(address):
        lock = _locked(address)
        try:
            await upgrade(address)
            database = Database(reading_engine(address), writing_engine(address), lock)
        except BaseException:
            _release(lock)
            raise
    logger.info("database %s open, SQLite library %s", address.render_as_string(), sqlite3.sqlite_version)
    return database


async def migrate(url: str) -> tuple[str | None, str]:
    """Return the schema's revision before (None for an empty database) and after it is brought up to date."""
    address = _address(url)
    with refusals(address):
        lock = _locked(address)
        try:
            return await upgrade(address)
        finally:
            _release(lock)


def _address(url: str) -> URL:
    """Return the URL with our drivers; SetupError where it is none, or of a database we do not speak to."""
    try:
        address = make_url(url)
    except ArgumentError:
        raise SetupError("DATABASE_URL is not a database's address, such as sqlite:///marquee.db") from None
    address = address.set(drivername=DRIVERS.get(address.drivername, address.drivername))
    if address.drivername not in DRIVERS.values():
        raise SetupError(f"DATABASE_URL names {address.drivername}; Marquee speaks sqlite and postgresql.")
    if _is_sqlite(address) and address.database in {None, "", ":memory:"}:
        raise SetupError("DATABASE_URL names no file; scores are kept in one, such as sqlite:///marquee.db")
    return address


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _locked(address: URL) -> FileLock | None:
    """Return the lock beside a SQLite file, its folder made; other databases keep their own order."""
    if not _is_sqlite(address):
        return None
    path = Path(address.database or "").resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_name(f"{path.name}.lock"))
    try:
        _try_to_write(path)
    except BaseException:
        lock.release()
        raise
    return lock


def _try_to_write(path: Path) -> None:
    """Raise sqlite3.Error where the file is no database or may not be written.

    Asked without aiosqlite, whose thread outlives a failed connection and would print a traceback at the end.
    """
    with closing(sqlite3.connect(path, timeout=WAIT, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")


def _release(lock: FileLock | None) -> None:
    if lock is not None:
        lock.release()

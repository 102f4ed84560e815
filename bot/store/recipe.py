"""How connections are opened: the recipe that loses nothing, for SQLite and for PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

WAIT = 5  # seconds a connection waits for a lock, or for a database that does not answer
WRITING = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
MIGRATING = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=OFF",
)  # a table rebuilt must not take rows along
READING = ("query_only=1",)


def writing_engine(url: URL, pragmas: Sequence[str] = WRITING) -> AsyncEngine:
    """Return an engine of one connection whose transactions hold the write lock from their first moment."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, pragmas, "BEGIN IMMEDIATE", connections=1)
    return create_async_engine(
        url, connect_args={"timeout": WAIT}, pool_size=1, max_overflow=0, pool_pre_ping=True
    )


def reading_engine(url: URL) -> AsyncEngine:
    """Return an engine whose transactions see one moment and can write nothing."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, READING, "BEGIN", connections=2)
    return create_async_engine(
        url,
        connect_args={"timeout": WAIT},
        execution_options={"postgresql_readonly": True},
        isolation_level="REPEATABLE READ",
        pool_size=2,
        max_overflow=0,
        pool_pre_ping=True,
    )


def _sqlite(url: URL, pragmas: Sequence[str], begin: str, connections: int) -> AsyncEngine:
    """Return an engine that emits BEGIN itself: left to the driver, reads stand outside, updates get lost."""
    engine = create_async_engine(
        url,
        connect_args={"timeout": WAIT, "isolation_level": None},
        pool_size=connections,
        max_overflow=0,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def set_pragmas(dbapi: Any, _record: object) -> None:  # noqa: ANN401, RUF100 (an adapter without a public type)
        cursor = dbapi.cursor()
        try:
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
        except BaseException:
            dbapi.close()  # the pool forgets a connection it never got, and its thread would live on
            raise
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def emit_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine

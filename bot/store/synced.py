"""What Discord was last told of our commands, so that a start tells it only what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.dialects import insert
from bot.store.tables import synced

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


async def synced_digest(connection: AsyncConnection, application_id: int) -> str | None:
    """Return the digest of what Discord last accepted from this application, or None before the first."""
    return await connection.scalar(select(synced.c.digest).where(synced.c.application_id == application_id))


async def remember(connection: AsyncConnection, application_id: int, digest: str) -> None:
    """Note what Discord accepted."""
    statement = insert(connection, synced).values(application_id=application_id, digest=digest)
    await connection.execute(
        statement.on_conflict_do_update(
            index_elements=["application_id"], set_={"digest": statement.excluded.digest}
        )
    )

"""The note that the bot lives: at start, what was left of a round's time is counted from the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.dialects import insert
from bot.store.tables import pulse

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

ONLY = 1


async def beat(connection: AsyncConnection, now: datetime) -> None:
    """Note that the bot lives now."""
    statement = insert(connection, pulse).values(id=ONLY, beat_at=now)
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["id"], set_={"beat_at": statement.excluded.beat_at})
    )


async def last_beat(connection: AsyncConnection) -> datetime | None:
    """Return when the bot was last known alive (UTC), or None before its first note."""
    return await connection.scalar(select(pulse.c.beat_at).where(pulse.c.id == ONLY))

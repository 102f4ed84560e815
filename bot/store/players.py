"""The names players were last seen under, one per guild."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store.dialects import insert
from bot.store.tables import player

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection


async def seen(connection: AsyncConnection, player_id: int, guild_id: int, name: str) -> None:
    """Remember the name a player has now in a guild."""
    await seen_all(connection, {(guild_id, player_id): name})


async def seen_all(connection: AsyncConnection, names: Mapping[tuple[int, int], str]) -> None:
    """Remember the names for (guild, player); a name that did not change costs no write."""
    if not names:
        return
    statement = insert(connection, player)
    statement = statement.on_conflict_do_update(
        index_elements=["guild_id", "player_id"],
        set_={"name": statement.excluded.name},
        where=statement.excluded.name != player.c.name,
    )
    # sorted: two processes on one PostgreSQL that lock rows in different orders deadlock
    rows = [
        {"guild_id": guild, "player_id": who, "name": name} for (guild, who), name in sorted(names.items())
    ]
    await connection.execute(statement, rows)

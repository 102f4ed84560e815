"""What each guild plays with: which packs and series are off, and how deep imports are gone into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.dialects import insert
from bot.store.tables import deck
from questions.deck import Deck

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncConnection


async def deck_of(connection: AsyncConnection, guild_id: int) -> Deck:
    """Return what a guild plays with; one that never said has everything, as deep as decks are by default."""
    found = (await connection.execute(select(deck).where(deck.c.guild_id == guild_id))).one_or_none()
    return Deck() if found is None else Deck(frozenset(found.off), found.deep)


async def change_deck(
    connection: AsyncConnection, guild_id: int, changed: Callable[[Deck], Deck | None]
) -> Deck | None:
    """Return what a guild plays with from now on: what `changed` makes of its deck, or None, nothing changed."""
    wanted = changed(await deck_of(connection, guild_id))
    if wanted is None:
        return None
    statement = insert(connection, deck).values(guild_id=guild_id, off=sorted(wanted.off), deep=wanted.deep)
    excluded = statement.excluded
    await connection.execute(
        statement.on_conflict_do_update(
            index_elements=["guild_id"], set_={"off": excluded.off, "deep": excluded.deep}
        )
    )
    return wanted

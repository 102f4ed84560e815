"""Presses that arrived together, kept together: of each player and round the last one stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.dialects import insert
from bot.store.players import seen_all
from bot.store.tables import guess, round_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.values import Guess


class Taken(Enum):
    """What became of a press: kept, too late for its round, overtaken by a later one, for no known round."""

    LOCKED = "locked"
    CLOSED = "closed"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Press:
    """A guess as it arrived: the player's name in that guild, and when (UTC)."""

    guess: Guess
    name: str
    given_at: datetime

    @property
    def key(self) -> tuple[int, int]:
        """Whose guess it is: (round, player)."""
        return self.guess.round_id, self.guess.player_id


async def keep(connection: AsyncConnection, presses: Sequence[Press]) -> list[Taken]:
    """Return what became of each press, in order; a press delivered twice is locked twice and kept once."""
    guilds, is_open = await _rounds(connection, {press.guess.round_id for press in presses})
    latest = _latest(press for press in presses if is_open.get(press.guess.round_id))
    kept = await _upsert(connection, latest, guilds)
    await seen_all(
        connection, {(guilds[round_id], who): press.name for (round_id, who), press in latest.items()}
    )

    def taken(press: Press) -> Taken:
        if press.guess.round_id not in is_open:
            return Taken.UNKNOWN
        if not is_open[press.guess.round_id]:
            return Taken.CLOSED
        stands = press.key in kept and latest[press.key].guess.interaction_id == press.guess.interaction_id
        return Taken.LOCKED if stands else Taken.LATER

    return [taken(press) for press in presses]


async def _rounds(connection: AsyncConnection, ids: set[int]) -> tuple[dict[int, int], dict[int, bool]]:
    """Return each round's guild, and whether it is open; nobody closes one before this transaction ends."""
    query = select(round_.c.id, round_.c.guild_id, round_.c.closed_at).where(round_.c.id.in_(sorted(ids)))
    # PostgreSQL locks the rows, in one order everywhere; SQLite, which has one writer anyway, leaves this out
    rows = (await connection.execute(query.order_by(round_.c.id).with_for_update(read=True))).all()
    return {row.id: row.guild_id for row in rows}, {row.id: row.closed_at is None for row in rows}


def _latest(presses: Iterable[Press]) -> dict[tuple[int, int], Press]:
    """Return each player's last press in each round, by interaction id, sorted by key."""
    in_order = sorted(presses, key=lambda press: (press.key, press.guess.interaction_id))
    return {press.key: press for press in in_order}


async def _upsert(
    connection: AsyncConnection, latest: dict[tuple[int, int], Press], guilds: dict[int, int]
) -> set[tuple[int, int]]:
    """Return the keys whose press now stands in the table; the others met a later one there."""
    if not latest:
        return set()
    statement = insert(connection, guess)
    excluded = statement.excluded
    upsert = statement.on_conflict_do_update(
        index_elements=["round_id", "player_id"],
        set_={name: excluded[name] for name in ("interaction_id", "choice", "text", "given_at")},
        where=excluded.interaction_id >= guess.c.interaction_id,
    ).returning(guess.c.round_id, guess.c.player_id)
    rows = [_row(press, guilds[press.guess.round_id]) for press in latest.values()]
    result = await connection.execute(upsert, rows)
    return {(row.round_id, row.player_id) for row in result}


def _row(press: Press, guild_id: int) -> dict[str, object]:
    """Return the row of a press; its verdict waits for the round to close."""
    said = press.guess
    return {
        "round_id": said.round_id,
        "player_id": said.player_id,
        "interaction_id": said.interaction_id,
        "choice": said.choice,
        "text": said.text or None,
        "given_at": press.given_at,
        "guild_id": guild_id,
    }

"""Quizzes: begun, announced, ended, and how the players of one stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, cast, func, select, update

from bot.quiz.rules import placed
from bot.quiz.values import Quiz, Standing
from bot.store.dialects import insert
from bot.store.tables import guess, is_running, player, round_
from bot.store.tables import quiz as quizzes

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Running:
    """The answer to a second start: the quiz already going on in that channel."""

    quiz: Quiz


async def begin_quiz(
    connection: AsyncConnection,
    *,
    guild_id: int,
    channel_id: int,
    starter_id: int,
    scope: str | None,
    rounds: int,
    seconds: int,
    seed: int,
    language: str,
    now: datetime,
    level: str | None = None,
    kinds: str | None = None,
    witnesses: int | None = None,
) -> Quiz | Running:
    """Return the quiz begun, or the one that runs in this channel already; an index decides."""
    statement = (
        insert(connection, quizzes)
        .values(
            guild_id=guild_id,
            channel_id=channel_id,
            starter_id=starter_id,
            scope=scope,
            rounds=rounds,
            seconds=seconds,
            seed=seed,
            language=language,
            started_at=now,
            level=level,
            kinds=kinds,
            witnesses=witnesses,
        )
        .on_conflict_do_nothing(index_elements=["channel_id"], index_where=is_running)
        .returning(*quizzes.c)
    )
    while True:  # the quiz in the way may end, in another process, before it is read
        if begun := (await connection.execute(statement)).one_or_none():
            return _quiz(begun)
        if running := await quiz_in(connection, channel_id):
            return Running(running)


async def announced(connection: AsyncConnection, quiz_id: int, message_id: int) -> None:
    """Note which message announced the quiz."""
    await connection.execute(update(quizzes).where(quizzes.c.id == quiz_id).values(message_id=message_id))


async def end_quiz(connection: AsyncConnection, quiz_id: int, now: datetime) -> bool:
    """Return whether it was this call that ended the quiz."""
    ending = update(quizzes).where(quizzes.c.id == quiz_id, is_running).values(ended_at=now)
    return (await connection.execute(ending)).rowcount == 1


async def unfinished(connection: AsyncConnection) -> list[Quiz]:
    """Return the quizzes that are going on, oldest first."""
    rows = await connection.execute(select(*quizzes.c).where(is_running).order_by(quizzes.c.id))
    return [_quiz(row) for row in rows]


async def quiz_in(connection: AsyncConnection, channel_id: int) -> Quiz | None:
    """Return the quiz going on in a channel, or None."""
    return await _one(connection, quizzes.c.channel_id == channel_id, is_running)


async def quiz(connection: AsyncConnection, quiz_id: int) -> Quiz | None:
    """Return a quiz, going on or over, or None where there is none of that id."""
    return await _one(connection, quizzes.c.id == quiz_id)


async def results(connection: AsyncConnection, quiz_id: int) -> tuple[Standing, ...]:
    """Return how the players of a quiz stand over its closed rounds, best first."""
    points = func.sum(guess.c.points).label("points")
    totals = (
        select(
            guess.c.player_id,
            func.coalesce(func.max(player.c.name), "?").label("name"),
            points,
            func.sum(cast(guess.c.right, Integer)).label("right"),
            func.count().label("answered"),
        )
        .join(round_, round_.c.id == guess.c.round_id)
        .outerjoin(
            player, (player.c.guild_id == guess.c.guild_id) & (player.c.player_id == guess.c.player_id)
        )
        .where(round_.c.quiz_id == quiz_id, guess.c.scored_at.is_not(None))
        .group_by(guess.c.player_id)
        .order_by(points.desc(), guess.c.player_id)
    )
    rows = await connection.execute(totals)
    return placed((row.player_id, row.name, row.points, row.right, row.answered) for row in rows)


async def _one(connection: AsyncConnection, *conditions: ColumnElement[bool]) -> Quiz | None:
    """Return the quiz that meets the conditions, or None."""
    row = (await connection.execute(select(*quizzes.c).where(*conditions))).one_or_none()
    return None if row is None else _quiz(row)


def _quiz(row: Row[*tuple[Any, ...]]) -> Quiz:
    """Return the value of a row."""
    return Quiz(**row._asdict())

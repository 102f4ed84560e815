"""Rounds: opened, shown, closed exactly once, revealed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, update

from bot.quiz.marking import Said, marks
from bot.quiz.values import Round, Scored
from bot.store import ratings
from bot.store.dialects import insert
from bot.store.tables import guess, player, quiz, round_, score
from questions.question import from_json, to_json

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.marking import Accepts
    from questions.question import Question

COLUMNS = [column for column in round_.c if column.name not in {"guild_id", "question_id", "facts"}]


async def open_round(
    connection: AsyncConnection,
    quiz_id: int,
    number: int,
    question: Question,
    asked_at: datetime,
    closes_at: datetime,
) -> Round:
    """Return the round of that number in a quiz: opened now, or as it was opened before."""
    guild_id = select(quiz.c.guild_id).where(quiz.c.id == quiz_id).scalar_subquery()
    opening = insert(connection, round_).values(
        quiz_id=quiz_id,
        guild_id=guild_id,
        number=number,
        question=to_json(question),
        question_id=question.id,
        facts=list(question.facts),
        asked_at=asked_at,
        closes_at=closes_at,
    )
    await connection.execute(opening.on_conflict_do_nothing(index_elements=["quiz_id", "number"]))
    of_number = select(*COLUMNS).where(round_.c.quiz_id == quiz_id, round_.c.number == number)
    return _round((await connection.execute(of_number)).one())


async def posted(connection: AsyncConnection, round_id: int, message_id: int) -> None:
    """Note which message shows the round."""
    await connection.execute(update(round_).where(round_.c.id == round_id).values(message_id=message_id))


async def extend(connection: AsyncConnection, round_id: int, closes_at: datetime) -> None:
    """Let an open round close at another time."""
    is_open = round_.c.closed_at.is_(None)
    await connection.execute(
        update(round_).where(round_.c.id == round_id, is_open).values(closes_at=closes_at)
    )


async def retime(
    connection: AsyncConnection, was: Round, asked_at: datetime, closes_at: datetime, now: datetime
) -> None:
    """Let an open round count as asked, and close, at other times; what was said before now keeps its place between."""
    is_open = round_.c.closed_at.is_(None)
    times = (
        update(round_).where(round_.c.id == was.id, is_open).values(asked_at=asked_at, closes_at=closes_at)
    )
    await connection.execute(times)
    earlier = select(guess.c.player_id, guess.c.given_at).where(
        guess.c.round_id == was.id, guess.c.given_at < now
    )
    stretched = (closes_at - asked_at) / max(was.closes_at - was.asked_at, timedelta(microseconds=1))
    moved = [
        {"whose": row.player_id, "at": asked_at + (row.given_at - was.asked_at) * stretched}
        for row in (await connection.execute(earlier.order_by(guess.c.player_id))).all()
    ]
    if moved:
        whose = (guess.c.round_id == was.id) & (guess.c.player_id == bindparam("whose"))
        await connection.execute(update(guess).where(whose).values(given_at=bindparam("at")), moved)


async def close_round(
    connection: AsyncConnection, round_id: int, now: datetime, accepts: Accepts
) -> tuple[Scored, ...] | None:
    """Return what every player won, for the one call that closes the round; None for all others.

    Verdicts, points and counters are written with it; `accepts` says whether a typed text names the answer.
    """
    closing = (
        update(round_)
        .where(round_.c.id == round_id, round_.c.closed_at.is_(None))
        .values(closed_at=now)
        .returning(*COLUMNS, round_.c.guild_id)
    )
    closed = (await connection.execute(closing)).one_or_none()
    if closed is None:
        return None
    fields = {**closed._asdict()}
    guild_id = fields.pop("guild_id")
    await _mark(connection, Round(**{**fields, "question": from_json(closed.question)}), now, accepts)
    players = await scored(connection, round_id)
    await _count(connection, guild_id, players)
    question = from_json(closed.question)
    await ratings.learn(connection, question, guild_id, players, question.prior)
    return players


async def scored(connection: AsyncConnection, round_id: int) -> tuple[Scored, ...]:
    """Return every player's result in a closed round, by player id; none while it is open."""
    query = (
        select(guess.c.player_id, player.c.name, guess.c.choice, guess.c.right, guess.c.points, guess.c.text)
        .outerjoin(
            player, (player.c.guild_id == guess.c.guild_id) & (player.c.player_id == guess.c.player_id)
        )
        .where(guess.c.round_id == round_id, guess.c.scored_at.is_not(None))
        .order_by(guess.c.player_id)
    )
    rows = await connection.execute(query)
    return tuple(
        Scored(row.player_id, row.name or "?", row.choice, row.right, row.points, row.text or "")
        for row in rows
    )


async def revealed(connection: AsyncConnection, round_id: int, now: datetime) -> None:
    """Note that the answer of a round was shown; the first time counts."""
    unseen = round_.c.revealed_at.is_(None)
    await connection.execute(update(round_).where(round_.c.id == round_id, unseen).values(revealed_at=now))


async def last_round(connection: AsyncConnection, quiz_id: int) -> Round | None:
    """Return the round of the highest number, or None before the first."""
    numbers = select(func.max(round_.c.number)).where(round_.c.quiz_id == quiz_id).scalar_subquery()
    return await _one(connection, round_.c.quiz_id == quiz_id, round_.c.number == numbers)


async def round_by_id(connection: AsyncConnection, round_id: int) -> Round | None:
    """Return a round, or None where there is none of that id."""
    return await _one(connection, round_.c.id == round_id)


async def answered(connection: AsyncConnection, round_id: int) -> frozenset[int]:
    """Return the players who have guessed in a round."""
    return frozenset(await connection.scalars(select(guess.c.player_id).where(guess.c.round_id == round_id)))


async def played(connection: AsyncConnection, quiz_id: int, number: int) -> frozenset[int]:
    """Return the players who guessed in the round of that number; nobody where there is no such round."""
    query = (
        select(guess.c.player_id)
        .join(round_, guess.c.round_id == round_.c.id)
        .where(round_.c.quiz_id == quiz_id, round_.c.number == number)
    )
    return frozenset(await connection.scalars(query))


async def guess_counts(connection: AsyncConnection, quiz_id: int) -> list[int]:
    """Return how many guessed in each closed round of a quiz, in the rounds' order."""
    query = (
        select(func.count(guess.c.player_id))
        .select_from(round_)
        .outerjoin(guess, guess.c.round_id == round_.c.id)
        .where(round_.c.quiz_id == quiz_id, round_.c.closed_at.is_not(None))
        .group_by(round_.c.number)
        .order_by(round_.c.number)
    )
    return list(await connection.scalars(query))


async def asked_lately(
    connection: AsyncConnection, guild_id: int, limit: int
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the ids and facts of the questions a guild was last asked, newest first."""
    query = (
        select(round_.c.question_id, round_.c.facts)
        .where(round_.c.guild_id == guild_id)
        .order_by(round_.c.id.desc())
        .limit(limit)
    )
    return [(row.question_id, tuple(row.facts)) for row in await connection.execute(query)]


async def _mark(connection: AsyncConnection, closed: Round, now: datetime, accepts: Accepts) -> None:
    """Write verdict and points to every guess of a round."""
    query = select(guess.c.player_id, guess.c.choice, guess.c.text, guess.c.given_at)
    rows = (await connection.execute(query.where(guess.c.round_id == closed.id))).all()
    said = [Said(row.player_id, row.choice, row.text or "", row.given_at) for row in rows]
    if not said:
        return
    marked = marks(closed, said, accepts)
    writing = (
        update(guess)
        .where(guess.c.round_id == closed.id, guess.c.player_id == bindparam("whose"))
        .values(right=bindparam("is_right"), points=bindparam("worth"), scored_at=now)
    )
    await connection.execute(
        writing,
        [
            {"whose": player_id, "is_right": mark.right, "worth": mark.points}
            for player_id, mark in sorted(marked.items())  # rows locked in one order cannot deadlock
        ],
    )


async def _count(connection: AsyncConnection, guild_id: int, players: tuple[Scored, ...]) -> None:
    """Add what was won to the counters of the guild."""
    if not players:
        return
    statement = insert(connection, score)
    sums = {name: score.c[name] + statement.excluded[name] for name in ("points", "right", "answered")}
    rows = [
        {
            "guild_id": guild_id,
            "player_id": one.player_id,
            "points": one.points,
            "right": int(one.right),
            "answered": 1,
        }
        for one in players  # by player id: rows locked in one order everywhere cannot deadlock
    ]
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["guild_id", "player_id"], set_=sums), rows
    )


async def _one(connection: AsyncConnection, *conditions: ColumnElement[bool]) -> Round | None:
    """Return the round that meets the conditions, or None."""
    row = (await connection.execute(select(*COLUMNS).where(*conditions))).one_or_none()
    return None if row is None else _round(row)


def _round(row: Row[*tuple[Any, ...]]) -> Round:
    """Return the value of a row, its question read back whole."""
    return Round(**{**row._asdict(), "question": from_json(row.question)})

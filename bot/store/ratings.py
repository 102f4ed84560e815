"""What is believed of players and questions: read for the picker, learned in the transaction that closes a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.quiz.rules import POINTS_FOR_RIGHT
from bot.store.dialects import insert
from bot.store.tables import rating
from questions.question import Form
from questions.rating import START, Belief, guess_among, learned

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.values import Scored
    from questions.question import Question
    from questions.rating import Facet

Beliefs = dict[tuple[str, str], Belief]
"""By facet and key: a film's id, a property, a kind, a fact's id, or a player of a guild."""


def player_key(guild_id: int, player_id: int) -> str:
    """Return the key of a player in a guild."""
    return f"{guild_id}:{player_id}"


def keys_of(question: Question, guild_id: int, player_id: int) -> dict[Facet, str]:
    """Return the key of every facet of a player's answer to a question."""
    return {
        "player": player_key(guild_id, player_id),
        "film": question.film,
        "property": question.property,
        "kind": question.kind,
        "item": question.facts[0] if question.facts else question.id,
    }


async def beliefs(connection: AsyncConnection, players: Collection[str]) -> Beliefs:
    """Return what is believed of these players, and of all films, properties and kinds that have been played."""
    query = select(rating).where(
        rating.c.facet.in_(("film", "property", "kind"))
        | ((rating.c.facet == "player") & rating.c.key.in_(sorted(players)))
    )
    rows = await connection.execute(query)
    return {(row.facet, row.key): Belief(row.mean, row.variance) for row in rows}


async def learn(
    connection: AsyncConnection, question: Question, guild_id: int, players: Sequence[Scored], prior: float
) -> None:
    """Learn from every player's answer to a question; part of the points is part of a right answer."""
    if not players:
        return
    wanted = {pair for one in players for pair in keys_of(question, guild_id, one.player_id).items()}
    known = await _known(connection, {(str(facet), key) for facet, key in wanted})
    guess = guess_among(len(question.choices or ()) if question.form is Form.CHOICE else 0)
    for one in players:
        keys = keys_of(question, guild_id, one.player_id)
        before = {facet: known.get((facet, key), START[facet]) for facet, key in keys.items()}
        share = 1.0 if one.right else min(1.0, one.points / POINTS_FOR_RIGHT)
        after = learned(before, prior, guess, share)
        known.update({(facet, keys[facet]): belief for facet, belief in after.items()})
    rows = [
        {"facet": facet, "key": key, "mean": belief.mean, "variance": belief.variance}
        for (facet, key), belief in sorted(known.items())  # rows locked in one order cannot deadlock
    ]
    statement = insert(connection, rating)
    excluded = statement.excluded
    upsert = statement.on_conflict_do_update(
        index_elements=["facet", "key"], set_={"mean": excluded["mean"], "variance": excluded["variance"]}
    )
    await connection.execute(upsert, rows)


async def _known(connection: AsyncConnection, pairs: set[tuple[str, str]]) -> Beliefs:
    """Return what is believed so far of some facets, locked until the transaction ends."""
    keys = sorted({key for _, key in pairs})
    query = select(rating).where(rating.c.key.in_(keys)).order_by(rating.c.facet, rating.c.key)
    rows = await connection.execute(query.with_for_update())
    found = {(row.facet, row.key): Belief(row.mean, row.variance) for row in rows}
    return {pair: belief for pair, belief in found.items() if pair in pairs}

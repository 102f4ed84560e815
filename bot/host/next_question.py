"""Which question a round asks: seeded by quiz and number, and none that this guild was asked lately."""

from __future__ import annotations

import asyncio
from random import Random
from typing import TYPE_CHECKING

from bot.store import rounds
from questions.picker import askable, pick

if TYPE_CHECKING:
    from bot.host.stage import Stage
    from bot.quiz.values import Quiz
    from questions.question import Question

NOT_AGAIN_WITHIN = 300  # questions of a guild; of a small catalogue at most a third of what it can ask
SHARE = 3


async def next_question(
    stage: Stage, quiz: Quiz, number: int, recent_films: tuple[str, ...]
) -> Question | None:
    """Return the question of a quiz's round, or None where nothing is left to ask about its film or series.

    What this quiz has asked never comes again; what the guild was asked before, only when nothing else is left.
    """
    async with stage.database.read() as connection:
        lately = await rounds.asked_lately(connection, quiz.guild_id, NOT_AGAIN_WITHIN)
    seed = Random(f"{quiz.seed} {number}").getrandbits(48)
    longest = min(NOT_AGAIN_WITHIN, askable(stage.catalogue, quiz.scope) // SHARE)
    for memory in (max(longest, number), number):
        avoid = frozenset(id_ for asked, facts in lately[:memory] for id_ in (asked, *facts))
        question = pick(
            stage.catalogue,
            seed,
            scope=quiz.scope,
            language=quiz.language,
            avoid=avoid,
            recent_films=recent_films,
        )
        if question is not None:
            return question
        await asyncio.sleep(0)  # an empty catalogue takes long to search; presses go first
    return None

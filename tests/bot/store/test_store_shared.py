"""Two bots on one PostgreSQL: locks of the database, not of one process, keep the promises."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.quiz.values import Quiz
from bot.store.database import open_database
from bot.store.tables import guess, score
from bot.store.writer import Taken
from tests.bot.store.house import RIGHT, House, begin

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("url", ["postgresql"], indirect=True)]


@pytest.fixture
async def pair(url: str) -> AsyncIterator[tuple[House, House]]:
    """The same database opened twice, at once."""
    databases = await asyncio.gather(open_database(url), open_database(url))
    yield House(databases[0], url), House(databases[1], url)
    for database in databases:
        await database.close()


async def test_one_quiz_in_a_channel_of_two_bots(pair: tuple[House, House]) -> None:
    """Of starts in one channel through two bots one begins a quiz."""
    starts = await asyncio.gather(*(house.database.write(begin) for house in pair for _ in range(10)))

    assert sum(isinstance(start, Quiz) for start in starts) == 1


async def test_no_promise_after_the_closing(pair: tuple[House, House]) -> None:
    """What one bot locks in while the other closes the round is always judged with it."""
    first, second = pair
    quiz = await first.begin()
    for number in range(1, 21):
        opened = await first.open(quiz.id, number)
        presses = [first.guess(opened.id, player, RIGHT) for player in range(30)]
        taken, closing = await asyncio.gather(asyncio.gather(*presses), second.close(opened.id))

        assert closing is not None
        locked = {player for player, outcome in enumerate(taken) if outcome is Taken.LOCKED}
        assert {scored.player_id for scored in closing} == locked

    of_guesses, of_scores = await first.sums()
    assert of_guesses == of_scores


async def test_bots_that_close_each_others_rounds(
    pair: tuple[House, House], caplog: pytest.LogCaptureFixture
) -> None:
    """Two bots that close many rounds of the same players at once lose no point, and never deadlock."""
    first, second = pair
    quiz = await first.begin()
    rounds = [(await first.open(quiz.id, number)).id for number in range(1, 11)]
    await asyncio.gather(*(first.guess(one, player, RIGHT) for one in rounds for player in range(20)))

    there = [first.close(one) for one in rounds]
    back = [second.close(one) for one in reversed(rounds)]
    closings = await asyncio.gather(*there, *back)

    assert sum(closing is not None for closing in closings) == len(rounds)
    assert "one by one" not in caplog.text
    assert await first.sums() == (2000, 2000)
    async with first.database.read() as connection:
        assert set(await connection.scalars(select(guess.c.points))) == {10}
        assert set(await connection.scalars(select(score.c.answered))) == {10}

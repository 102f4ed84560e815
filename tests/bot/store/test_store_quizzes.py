"""Quizzes: one in a channel, ended once, with results."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.quiz.values import Quiz, Standing
from bot.store import quizzes
from bot.store.quizzes import Running
from tests.bot.store.house import NOW, RIGHT, WRONG, House, begin


async def test_one_quiz_in_a_channel(house: House) -> None:
    """Of twenty starts at once in a channel one begins a quiz; the others are shown it."""
    starts = await asyncio.gather(*(house.database.write(begin) for _ in range(20)))

    begun = [start for start in starts if isinstance(start, Quiz)]
    assert len(begun) == 1
    assert [start for start in starts if isinstance(start, Running)] == [Running(begun[0])] * 19


async def test_channels_do_not_wait_for_one_another(house: House) -> None:
    """Each channel has its own quiz, and a new one once that is over."""
    first, second = await house.begin(channel_id=1), await house.begin(channel_id=2)
    await house.database.write(lambda connection: quizzes.end_quiz(connection, first.id, NOW))
    third = await house.begin(channel_id=1)

    async with house.database.read() as connection:
        assert await quizzes.unfinished(connection) == [second, third]
        assert await quizzes.quiz_in(connection, 1) == third
        assert await quizzes.quiz_in(connection, 3) is None
        assert await quizzes.quiz(connection, first.id) == replace(first, ended_at=NOW)
        assert await quizzes.quiz(connection, 404) is None


async def test_a_quiz_ends_once(house: House) -> None:
    """Of those who end a quiz at once, one is told that it did."""
    quiz = await house.begin()

    ends = await asyncio.gather(
        *(
            house.database.write(lambda connection: quizzes.end_quiz(connection, quiz.id, NOW))
            for _ in range(5)
        )
    )

    assert sorted(ends) == [False, False, False, False, True]


async def test_announced(house: House) -> None:
    """The message that announced a quiz is remembered, its snowflake whole."""
    quiz = await house.begin()

    await house.database.write(lambda connection: quizzes.announced(connection, quiz.id, 2**63 - 1))

    async with house.database.read() as connection:
        assert await quizzes.quiz(connection, quiz.id) == replace(quiz, message_id=2**63 - 1)


async def test_results(house: House) -> None:
    """A quiz's results sum its closed rounds only, best first, equals sharing a place."""
    quiz = await house.begin()
    first, second, still_open = [await house.open(quiz.id, number) for number in (1, 2, 3)]
    await asyncio.gather(*(house.guess(first.id, player, RIGHT) for player in (1, 2, 3)))
    await asyncio.gather(house.guess(second.id, 1, WRONG), house.guess(second.id, 3, RIGHT))
    await house.close(first.id)
    await house.close(second.id)
    await house.guess(still_open.id, 4, RIGHT)

    async with house.database.read() as connection:
        assert await quizzes.results(connection, quiz.id) == (
            Standing(1, 3, "player 3", points=20, right=2, answered=2),
            Standing(2, 1, "player 1", points=10, right=1, answered=2),
            Standing(2, 2, "player 2", points=10, right=1, answered=1),
        )

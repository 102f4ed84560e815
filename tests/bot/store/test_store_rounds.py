"""Rounds: opened once, closed once, and the points that come of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.quiz.values import Scored
from bot.store import rounds
from tests.bot.store.house import NOW, QUESTION, RIGHT, WRONG, House

if TYPE_CHECKING:
    from bot.quiz.values import Round


async def _read(house: House, round_id: int) -> Round | None:
    async with house.database.read() as connection:
        return await rounds.round_by_id(connection, round_id)


async def test_a_round_is_opened_once(house: House) -> None:
    """Opening a number again gives the round as it was opened, its question whole."""
    quiz = await house.begin()
    first = await house.open(quiz.id, 1)

    again = await house.open(quiz.id, 1, msgspec.structs.replace(QUESTION, id="another"))

    assert first == again == await _read(house, first.id)
    assert first.question == QUESTION
    assert (first.asked_at, first.closes_at) == (NOW, NOW + timedelta(seconds=20))


async def test_last_round(house: House) -> None:
    """The last round is the one of the highest number; a quiz that has none has none."""
    quiz, other = await house.begin(1), await house.begin(2)
    await house.open(quiz.id, 2)
    last = await house.open(quiz.id, 3)
    await house.open(quiz.id, 1)

    async with house.database.read() as connection:
        assert await rounds.last_round(connection, quiz.id) == last
        assert await rounds.last_round(connection, other.id) is None
        assert await rounds.round_by_id(connection, 404) is None


async def test_posted_extended_revealed(house: House) -> None:
    """A round remembers its message, when it closes, and when its answer was first shown."""
    opened = await house.open((await house.begin()).id)
    later = NOW + timedelta(minutes=1)

    await house.database.write(lambda connection: rounds.posted(connection, opened.id, 99))
    await house.database.write(lambda connection: rounds.extend(connection, opened.id, later))
    await house.close(opened.id)
    await house.database.write(lambda connection: rounds.extend(connection, opened.id, NOW))
    await house.database.write(lambda connection: rounds.revealed(connection, opened.id, NOW))
    await house.database.write(lambda connection: rounds.revealed(connection, opened.id, later))

    assert await _read(house, opened.id) == replace(
        opened, message_id=99, closes_at=later, closed_at=NOW, revealed_at=NOW
    )


async def test_closed_once(house: House) -> None:
    """Of twenty closers at once, among presses, one is told the result; points are counted once."""
    opened = await house.open((await house.begin()).id)
    await asyncio.gather(*(house.guess(opened.id, player, player % 2) for player in range(10)))

    closings = await asyncio.gather(*(house.close(opened.id) for _ in range(20)))

    results = [closing for closing in closings if closing is not None]
    assert len(results) == 1
    assert [(one.player_id, one.right, one.points) for one in results[0]] == [
        (player, player % 2 == RIGHT, 10 * (player % 2)) for player in range(10)
    ]
    assert await house.sums() == (50, 50)


async def test_scored_and_answered(house: House) -> None:
    """Who has answered is known at once; what they won, once the round is closed."""
    opened = await house.open((await house.begin()).id)
    await asyncio.gather(house.guess(opened.id, 8, WRONG), house.guess(opened.id, 7, RIGHT))

    async with house.database.read() as connection:
        assert await rounds.answered(connection, opened.id) == {7, 8}
        assert await rounds.scored(connection, opened.id) == ()

    closing = await house.close(opened.id)
    async with house.database.read() as connection:
        assert await rounds.scored(connection, opened.id) == closing
    assert closing == (Scored(7, "player 7", RIGHT, True, 10), Scored(8, "player 8", WRONG, False, 0))


@pytest.mark.parametrize("choices", [None, (), QUESTION.choices])
async def test_a_choice_there_is_not(house: House, choices: tuple[str, ...] | None) -> None:
    """A choice beyond the question's, or in a question without any, is wrong and breaks nothing."""
    quiz = await house.begin()
    opened = await house.open(quiz.id, 1, msgspec.structs.replace(QUESTION, choices=choices))
    await house.guess(opened.id, 7, 25)

    assert await house.close(opened.id) == (Scored(7, "player 7", 25, False, 0),)


async def test_counters_add_up(house: House) -> None:
    """Over several rounds and guilds the counters are the sum of the points on the guesses."""
    for guild_id in (10, 11):
        await house.play({1: RIGHT, 2: WRONG, 3: RIGHT}, guild_id=guild_id)
        await house.play({2: RIGHT, 3: RIGHT}, guild_id=guild_id)

    assert await house.sums() == (80, 80)


async def test_guess_counts(house: House) -> None:
    """The closed rounds of a quiz tell how many guessed, in order, silent ones too."""
    quiz = await house.begin()
    for number, players in ((1, 2), (2, 0), (3, 1)):
        opened = await house.open(quiz.id, number)
        await asyncio.gather(*(house.guess(opened.id, player, RIGHT) for player in range(players)))
        await house.close(opened.id)
    await house.open(quiz.id, 4)

    async with house.database.read() as connection:
        assert await rounds.guess_counts(connection, quiz.id) == [2, 0, 1]


async def test_who_played_a_round(house: House) -> None:
    """Who guessed in a round is found by the round's number; a round that is not there was played by nobody."""
    quiz = await house.begin()
    opened = await house.open(quiz.id, 1)
    await asyncio.gather(*(house.guess(opened.id, player, RIGHT) for player in (1, 2)))
    await house.open(quiz.id, 2)

    async with house.database.read() as connection:
        assert await rounds.played(connection, quiz.id, 1) == {1, 2}
        assert await rounds.played(connection, quiz.id, 2) == frozenset()
        assert await rounds.played(connection, quiz.id, 0) == frozenset()


async def test_asked_lately(house: House) -> None:
    """A guild's questions come back newest first with the facts they stood on; other guilds' do not."""
    quiz, other = await house.begin(1, guild_id=10), await house.begin(2, guild_id=11)
    for number, name in enumerate(("a", "b", "c"), start=1):
        await house.open(quiz.id, number, msgspec.structs.replace(QUESTION, id=name, facts=(name, "shared")))
    await house.open(other.id, 1)

    async with house.database.read() as connection:
        lately = await rounds.asked_lately(connection, 10, 2)
    assert lately == [("c", ("c", "shared")), ("b", ("b", "shared"))]

"""How quizzes end, and how they are picked up again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import QuizError
from bot.host.host import Host
from bot.store import pulse, quizzes
from tests.bot.host.stage_set import CHANNEL, STARTER

if TYPE_CHECKING:
    from tests.bot.host.stage_set import Play


async def test_two_silent_rounds_end_a_quiz(play: Play) -> None:
    """After two rounds without a guess the quiz is over, and says why."""
    await play.begin(rounds=20, seconds=20)
    for number in (1, 2):
        await play.asked(number)
        play.clock.move(20)
        await play.channels.shows(f"Question {number} of", "revealed")
        await play.read_on()

    assert await play.channels.shows("Quiz · over", "Nobody answered two questions in a row")


async def test_a_lost_channel_ends_a_quiz_without_a_word(play: Play) -> None:
    """Where the bot may no longer speak, the quiz ends in its rows, its guesses scored, and nothing is posted."""
    quiz = await play.begin(seconds=20)
    round_ = await play.asked(1)
    await play.guess(round_, player=1)
    play.channels.lost.add(CHANNEL)
    play.clock.move(20)
    await play.over()

    async with play.stage.database.read() as connection:
        assert await quizzes.quiz_in(connection, CHANNEL) is None
        assert [one.answered for one in await quizzes.results(connection, quiz.id)] == [1]


async def test_trouble_ends_a_quiz_with_an_apology(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    """What we did not foresee ends the quiz with a sentence, keeps the points, and is logged once."""

    def explode() -> None:
        play.channels.before_post = lambda: None
        raise ZeroDivisionError

    play.channels.before_post = explode
    await play.begin()
    await play.over()

    assert await play.channels.shows("Quiz · over", "Something went wrong")
    assert [record.levelname for record in caplog.records if record.exc_info] == ["ERROR"]


async def test_a_stopped_quiz_scores_what_was_answered(play: Play) -> None:
    """A stop in mid-round closes the round, shows its answer and the podium."""
    quiz = await play.begin(seconds=120)
    round_ = await play.asked(1)
    right = (round_.question.choices or ()).index(round_.question.answer)
    await play.guess(round_, player=1, choice=right)

    await play.host.stop(quiz.id, STARTER, moderates=False)
    await play.over()

    assert await play.channels.shows("Question 1 of", "revealed", "player 1")
    assert await play.channels.shows("Quiz · over", "player 1 wins")


@pytest.mark.parametrize(("player", "moderates"), [(STARTER, False), (99, True)])
async def test_a_quiz_is_stopped_once(play: Play, player: int, moderates: bool) -> None:  # noqa: FBT001, RUF100
    """The starter and moderators may stop a quiz; a second stop reads that it is over, others that they may not."""
    quiz = await play.begin()
    await play.asked(1)
    with pytest.raises(QuizError, match="moderators"):
        await play.host.stop(quiz.id, 99, moderates=False)

    await play.host.stop(quiz.id, player, moderates=moderates)

    with pytest.raises(QuizError, match="over already"):
        await play.host.stop(quiz.id, player, moderates=moderates)


async def test_a_quiz_is_picked_up_with_the_time_it_had_left(play: Play) -> None:
    """Put down with 12 of 20 seconds left and picked up an hour later, a round has 12 seconds left."""
    await play.host.resume(lambda _: True)
    await play.begin(seconds=20)
    await play.asked(1)
    play.clock.move(8)
    await play.host.close()
    play.clock.move(3600)

    play.host = Host(play.stage, seeds=lambda: 7)
    await play.host.resume(lambda _: True)
    await play.clock.waited_for(play.clock() + timedelta(seconds=12))

    assert (await play.asked(1)).closes_at == play.clock() + timedelta(seconds=12)


async def test_only_the_quizzes_of_a_shard_are_picked_up(play: Play) -> None:
    """What another shard will hear of waits for that shard."""
    await play.begin()
    await play.asked(1)
    await play.host.close()
    play.host = Host(play.stage, seeds=lambda: 7)

    await play.host.resume(lambda _: False)
    assert not play.host._runs
    await play.host.resume(lambda _: True)
    assert len(play.host._runs) == 1


async def test_the_pulse_is_written_every_five_seconds(play: Play) -> None:
    """While the host lives, its last note is never older than five seconds."""
    await play.host.resume(lambda _: True)
    for _ in range(3):
        began = play.clock()
        await play.clock.waited_for(began + timedelta(seconds=5))
        async with play.stage.database.read() as connection:
            assert await pulse.last_beat(connection) == began
        play.clock.move(5)

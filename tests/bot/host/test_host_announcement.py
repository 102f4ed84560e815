"""The announcement of a quiz is kept true, and no quiz depends on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cards.quiz import finished
from bot.host.announcement import edit_announcement
from bot.host.host import Host
from tests.bot.host.stage_set import CHANNEL, STARTER

if TYPE_CHECKING:
    from tests.bot.host.stage_set import Play

UNDER_WAY, OVER = ("Quiz · under way",), ("Quiz · over\n", "Type /quiz")


async def test_it_is_under_way_with_the_first_question_and_over_at_the_end(play: Play) -> None:
    """The same message says both."""
    await play.begin(rounds=1, seconds=20, announced=True)
    await play.asked(1)
    announcement = await play.channels.shows(*UNDER_WAY)

    play.clock.move(20)
    await play.channels.shows("Question 1 of", "revealed")
    await play.read_on()
    await play.over()

    assert "Quiz · over\n" in play.channels.messages[announcement]
    assert await play.channels.shows("Quiz · over · began")


async def test_it_is_over_after_a_stop(play: Play) -> None:
    """A stop ends what the announcement says, too."""
    quiz = await play.begin(announced=True)
    await play.asked(1)
    await play.host.stop(quiz.id, STARTER, moderates=False)
    await play.over()

    assert await play.channels.shows(*OVER) == 1000


async def test_it_is_over_after_silence(play: Play) -> None:
    """Two rounds that nobody answers end what the announcement says, too."""
    await play.begin(rounds=20, announced=True)
    for number in (1, 2):
        await play.asked(number)
        play.clock.move(20)
        await play.channels.shows(f"Question {number} of", "revealed")
        await play.read_on()
    await play.over()

    assert await play.channels.shows(*OVER) == 1000


async def test_it_is_over_after_a_restart(play: Play) -> None:
    """Another process ends the quiz, and knows its announcement from its row."""
    quiz = await play.begin(announced=True)
    await play.asked(1)
    await play.host.close()
    play.host = Host(play.stage, seeds=lambda: 7)
    await play.host.resume(lambda _: True)
    await play.asked(1)

    await play.host.stop(quiz.id, STARTER, moderates=False)
    await play.over()

    assert await play.channels.shows(*OVER) == 1000


async def test_a_deleted_announcement_is_no_fault(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    """The quiz goes on to its podium, the announcement is not put up again, and nothing is an error."""
    quiz = await play.begin(announced=True)
    await play.asked(1)
    del play.channels.messages[1000]
    await play.host.stop(quiz.id, STARTER, moderates=False)
    await play.over()

    assert await play.channels.shows("Quiz · over · began")
    assert 1000 not in play.channels.messages
    assert not [record for record in caplog.records if record.levelname in {"WARNING", "ERROR"}]


async def test_a_lost_channel_is_no_fault(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    """Where the bot may no longer write, the announcement stays as it was and nothing is an error."""
    await play.begin(announced=True)
    await play.asked(1)
    play.channels.lost.add(CHANNEL)
    play.clock.move(20)
    await play.over()

    assert "under way" in play.channels.messages[1000]
    assert not [record for record in caplog.records if record.levelname in {"WARNING", "ERROR"}]


async def test_trouble_with_it_is_logged_and_goes_no_further(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    """What we did not foresee is told to whoever runs the bot, and no quiz ends of it."""
    quiz = await play.begin(announced=True)
    broken = replace(play.stage, channels=None)  # type: ignore[arg-type]

    await edit_announcement(broken, quiz, finished)

    assert [record.levelname for record in caplog.records if record.exc_info] == ["ERROR"]


@pytest.mark.parametrize(
    ("scope", "named"), [("gamera-2", "Gamera 2: Attack of Legion (1996)"), ("gone", "gone")]
)
async def test_it_says_what_is_asked_about(play: Play, scope: str, named: str) -> None:
    """A film by its name, and one that another version of the catalogue knew by its id, never as all films."""
    quiz = await play.begin(scope=scope, announced=True)
    await edit_announcement(play.stage, quiz, finished)

    assert f"5 questions · {named}" in play.channels.messages[1000]

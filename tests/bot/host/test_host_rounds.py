"""When a round closes, what its card shows meanwhile, and what a guess is told."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.cards.question import moment
from bot.errors import QuizError
from bot.host import host as hosts
from bot.host.host import Host
from bot.host.next_question import next_question
from bot.quiz.values import Guess
from bot.store import quizzes
from tests.bot.host.stage_set import CHANNEL, STARTER

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.values import Round
    from questions.question import Question
    from tests.bot.host.stage_set import Play


async def test_a_round_closes_when_its_time_is_up(play: Play) -> None:
    """Not a moment before its time a round is closed, its guesses scored, and its answer shown."""
    await play.begin(seconds=20)
    round_ = await play.asked(1)
    right = (round_.question.choices or ()).index(round_.question.answer)
    await play.guess(round_, player=1, choice=right)

    play.clock.move(19.9)
    assert (await play.last_round()).closed_at is None
    play.clock.move(0.1)
    await play.channels.shows("Question 1 of", "revealed", "player 1")

    assert (await play.last_round()).closed_at == round_.closes_at


async def test_a_card_is_edited_at_most_every_three_seconds(play: Play) -> None:
    """Five players within a second cost two edits: one at once, one three seconds later with all five."""
    await play.begin()
    round_ = await play.asked(1)
    await play.guess(round_, player=1)
    await play.channels.shows("1 player has answered")
    await asyncio.gather(*(play.guess(round_, player=number) for number in range(2, 6)))
    await play.clock.waited_for(play.clock() + timedelta(seconds=3))

    assert len(play.channels.edits) == 1
    play.clock.move(3)
    await play.channels.shows("5 players have answered")
    assert len(play.channels.edits) == 2


async def second_round(play: Play) -> Round:
    """Return the second round, open, of a quiz whose first was played by the players 1 and 2."""
    await play.begin(seconds=60)
    first = await play.asked(1)
    for player in (1, 2):
        await play.guess(first, player)
    await play.host.reveal(first.id, STARTER)
    await play.channels.shows("Question 1 of", "revealed")
    play.clock.move(12)
    return await play.asked(2)


async def test_a_round_closes_three_seconds_after_everybody_has_answered(play: Play) -> None:
    """Once both players of the round before have answered, three seconds remain for a change of mind."""
    second = await second_round(play)
    for player in (1, 2):
        await play.guess(second, player)

    in_grace = play.clock() + timedelta(seconds=3)
    await play.clock.waited_for(in_grace)
    play.clock.move(3)
    await play.channels.shows("Question 2 of", "revealed")
    assert (await play.last_round()).closed_at == in_grace


async def test_a_closing_round_says_so_at_once(play: Play) -> None:
    """The edit that names the new time waits for no other, and is the only one until the reveal."""
    second = await second_round(play)
    before = len(play.channels.edits)
    right = (second.question.choices or ()).index(second.question.answer)
    await play.guess(second, player=1, choice=1 - min(right, 1))
    await play.channels.shows("Question 2 of", "open", "1 player has answered")
    await play.guess(second, player=2, choice=right)
    in_grace = play.clock() + timedelta(seconds=3)
    await play.channels.shows(
        "Question 2 of", "closing", f"Everybody has answered · Closes {moment(in_grace, 'R')}"
    )
    assert len(play.channels.edits) == before + 2

    assert (await play.guess(second, player=1, choice=right, interaction=2)).changed
    await play.guess(second, player=3, choice=right)
    await play.clock.waited_for(in_grace)
    play.clock.move(3)
    await play.channels.shows("Question 2 of", "revealed", "3 players")
    assert len(play.channels.edits) == before + 3


async def test_a_round_does_not_close_later_because_everybody_has_answered(play: Play) -> None:
    """Where two seconds were left, the card of the closing round names the round's own time."""
    second = await second_round(play)
    play.clock.move(58)
    for player in (1, 2):
        await play.guess(second, player)

    assert await play.channels.shows("Question 2 of", "closing", f"Closes {moment(second.closes_at, 'R')}")


async def test_a_round_found_with_everybodys_answers_is_closing(play: Play) -> None:
    """Put down while it was closing and picked up again, a round says so, with the time it closes now."""
    second = await second_round(play)
    for player in (1, 2):
        await play.guess(second, player)
    await play.channels.shows("Question 2 of", "closing")
    await play.host.close()
    play.clock.move(100)

    play.host = Host(play.stage, seeds=lambda: 7)
    await play.host.resume(lambda _: True)
    in_grace = play.clock() + timedelta(seconds=3)

    assert await play.channels.shows("Question 2 of", "closing", f"Closes {moment(in_grace, 'R')}")


@pytest.mark.parametrize("late", [4, 40])
async def test_a_question_that_appears_late_gives_its_time_back(play: Play, late: int) -> None:
    """Where posting took seconds, the round closes so many seconds later, even after its whole time."""
    play.channels.before_post = lambda: play.clock.move(late)
    await play.begin(seconds=20)
    await play.channels.shows("Question 1 of", "open")
    began = (await play.last_round()).asked_at

    await play.clock.waited_for(began + timedelta(seconds=20 + late))

    assert (await play.last_round()).closes_at == began + timedelta(seconds=20 + late)


async def test_a_deleted_question_is_posted_anew(play: Play) -> None:
    """A question that a moderator deletes in mid-round comes back with the next change of its card."""
    await play.begin()
    round_ = await play.asked(1)
    play.channels.messages.clear()

    await play.guess(round_, player=1)
    again = await play.channels.shows("Question 1 of", "1 player has answered")

    assert again != round_.message_id


async def test_a_guess_says_what_it_replaced(play: Play) -> None:
    """A first guess is no change, nor is the same one again; another one is."""
    await play.begin()
    round_ = await play.asked(1)

    told = [await play.guess(round_, 1, choice, interaction) for interaction, choice in enumerate((0, 0, 1))]

    assert [one.changed for one in told] == [False, False, True]
    assert [one.letter for one in told] == ["A", "A", "B"]


@pytest.mark.parametrize(("round_id", "choice"), [(999, 0), (1, 7)])
async def test_an_unknown_guess_is_refused(play: Play, round_id: int, choice: int) -> None:
    """A guess in no round there is, or of no choice there is, is refused in words."""
    await play.begin()
    round_ = await play.asked(1)
    assert round_.id == 1

    with pytest.raises(QuizError, match="no longer here"):
        await play.host.guess(Guess(round_id, 1, 1, choice), "player 1")


async def test_an_older_press_is_told_that_a_later_one_counts(play: Play) -> None:
    """Presses that arrive in the wrong order do not undo one another."""
    await play.begin()
    round_ = await play.asked(1)
    await play.guess(round_, player=1, choice=1, interaction=9)

    with pytest.raises(QuizError, match="later press"):
        await play.guess(round_, player=1, choice=0, interaction=8)


async def test_a_slow_disk_is_a_sentence(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a guess cannot be written in time, the player reads so instead of waiting for nothing."""
    monkeypatch.setattr(hosts, "LONGEST_WRITE", 0.05)
    await play.begin()
    round_ = await play.asked(1)
    go_on = asyncio.Event()

    async def stuck(connection: AsyncConnection) -> None:
        await go_on.wait()
        await quizzes.quiz_in(connection, CHANNEL)

    writing = asyncio.ensure_future(play.stage.database.write(stuck))
    with pytest.raises(QuizError, match="in time"):
        await play.guess(round_, player=1)
    go_on.set()
    await writing


async def test_the_next_question_is_ready_before_it_is_wanted(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is drawn while the reveal stands, and is the one that is asked then; none is drawn after the last round."""
    drawn: list[tuple[int, datetime, str]] = []

    async def told(*given: Any) -> Question | None:
        question = await next_question(*given)
        drawn.append((given[2], play.clock(), question.id if question else ""))
        return question

    monkeypatch.setattr("bot.host.run.next_question", told)
    await play.begin(rounds=2, seconds=20)
    for number in (1, 2):
        await play.asked(number)
        play.clock.move(20)
        await play.channels.shows(f"Question {number} of", "revealed")
        await play.read_on()
    await play.over()

    assert [number for number, _, _ in drawn] == [1, 2]
    assert drawn[1][1] == drawn[0][1] + timedelta(seconds=20)

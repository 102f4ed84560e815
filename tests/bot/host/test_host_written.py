"""Written answers in the host: clues by the clock, asking back once, and no word before the close."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import QuizError
from bot.host.host import Host
from bot.quiz.marking import clue_step
from bot.store import rounds
from tests.bot.host.stage_set import STARTER

if TYPE_CHECKING:
    from bot.quiz.values import Round
    from tests.bot.host.stage_set import Play

WRONG = "Akira Kurosawa"
NO_NUMBER = "long ago"


async def points(play: Play, round_: Round) -> dict[int, int]:
    """Return what each player has won in a closed round."""
    async with play.stage.database.read() as connection:
        return {one.player_id: one.points for one in await rounds.scored(connection, round_.id)}


async def test_every_clue_appears_at_its_time(play: Play) -> None:
    """A riddle shows one clue at first, one more after each equal share of its time, and at no other moment."""
    await play.begin(seconds=60, kinds="who_am_i")
    round_ = await play.asked(1)
    clues = round_.question.clues
    message = await play.channels.shows(clues[0])

    for number in range(1, len(clues)):
        assert clues[number] not in play.channels.messages[message]
        await play.clock.waited_for(round_.asked_at + clue_step(round_) * number)
        play.clock.move((round_.asked_at + clue_step(round_) * number - play.clock()).total_seconds())
        await play.channels.shows(*clues[: number + 1])

    assert len(play.channels.edits) == len(clues) - 1


async def test_a_riddle_that_closes_early_keeps_its_clues(play: Play) -> None:
    """When everybody has answered at the first clue, the three seconds left show no clue before its time."""
    await play.begin(seconds=60, kinds="who_am_i")
    first = await play.asked(1)
    await play.write(first, 1, WRONG)
    await play.write(first, 1, WRONG)
    await play.host.reveal(first.id, STARTER)
    await play.channels.shows("Question 1 of", "revealed")
    play.clock.move(12)
    second = await play.asked(2)
    play.clock.move(5)

    await play.write(second, 1, second.question.shown_answer)
    message = await play.channels.shows("Question 2 of", "closing")
    assert second.question.clues[1] not in play.channels.messages[message]
    await play.clock.waited_for(play.clock() + timedelta(seconds=3))
    play.clock.move(3)
    await play.channels.shows("Question 2 of", "revealed")
    assert await points(play, second) == {1: 10}


async def test_each_player_is_asked_back_once_in_a_round(play: Play) -> None:
    """Both players are asked back about their first unclear text, and neither about their second."""
    await play.begin(seconds=60, kinds="closest")
    round_ = await play.asked(1)
    backs = [(await play.write(round_, player, NO_NUMBER)).back for player in (1, 2, 1, 2)]

    assert [back is not None for back in backs] == [True, True, False, False]


async def test_a_clear_answer_is_not_asked_back(play: Play) -> None:
    """A number is taken at once, and the player keeps the right to be asked back later in the round."""
    await play.begin(seconds=60, kinds="closest")
    round_ = await play.asked(1)

    assert (await play.write(round_, 1, "1996")).back is None
    assert (await play.write(round_, 1, NO_NUMBER, interaction=2)).back is not None


async def test_a_written_guess_says_what_it_replaced(play: Play) -> None:
    """A first text is no change, nor is the same one again; another one is."""
    await play.begin(seconds=60, kinds="closest")
    round_ = await play.asked(1)
    told = [await play.write(round_, 1, text, place) for place, text in enumerate(("1990", "1990", "1996"))]

    assert [one.changed for one in told] == [False, False, True]
    assert [one.lines for one in told] == [("1990",), ("1990",), ("1996",)]


async def test_a_written_guess_outlives_the_host(play: Play) -> None:
    """Put down in mid-round and picked up again, a round marks what was written before as it would have."""
    await play.begin(seconds=60, kinds="typed")
    round_ = await play.asked(1)
    await play.write(round_, 1, round_.question.shown_answer)
    await play.host.close()

    play.host = Host(play.stage, seeds=lambda: 7)
    await play.host.resume(lambda _: True)
    again = await play.asked(1)
    play.clock.move(60)
    await play.channels.shows("Question 1 of", "revealed", "player 1")
    assert again.question == round_.question
    assert await points(play, round_) == {1: 10}


async def test_clues_go_on_after_an_outage_where_they_were(play: Play) -> None:
    """Taken up an hour later, a riddle shows the clues it had shown and no other; the next comes after what time was left.

    A guess from before the outage is worth what it was, one from after it what the clues then shown make it.
    """
    await play.host.resume(lambda _: True)  # from here on it notes that it lives
    await play.begin(seconds=60, kinds="who_am_i")
    round_ = await play.asked(1)
    clues, step = round_.question.clues, clue_step(round_).total_seconds()
    await play.write(round_, 1, round_.question.shown_answer)
    play.clock.move(step * 1.5)
    await play.channels.shows(*clues[:2])
    await play.host.close()
    play.clock.move(3600)

    play.host = Host(play.stage, seeds=lambda: 7)
    await play.host.resume(lambda _: True)
    await play.clock.waited_for(play.clock() + timedelta(seconds=60 - step * 1.5))
    again = await play.last_round()
    message = await play.channels.shows(*clues[:2], "1 player has answered")
    assert clues[2] not in play.channels.messages[message]
    await play.write(again, 2, round_.question.shown_answer, interaction=2)
    play.clock.move(step * 0.6)
    message = await play.channels.shows(*clues[:3])
    assert not any(clue in play.channels.messages[message] for clue in clues[3:])

    await play.host.reveal(again.id, STARTER)
    await play.channels.shows("Question 1 of", "revealed")
    with_two = round(10 - 8 / (len(clues) - 1))
    assert await points(play, again) == {1: 10, 2: with_two}


async def test_a_riddle_posted_late_begins_with_one_clue(play: Play) -> None:
    """Where posting took half the time, the clues come as far apart as ever, the second after its whole share."""
    play.channels.before_post = lambda: play.clock.move(30)
    await play.begin(seconds=60, kinds="who_am_i")
    message = await play.channels.shows("Question 1 of", "open")
    shown_at = play.clock()
    await play.clock.waited_for(shown_at + timedelta(seconds=60))
    round_ = await play.last_round()

    assert round_.asked_at == shown_at
    assert round_.question.clues[1] not in play.channels.messages[message]
    await play.clock.waited_for(shown_at + clue_step(round_))


async def test_a_closed_round_takes_nothing_written(play: Play) -> None:
    """After the close no form is opened and no text is taken, clear or not."""
    await play.begin(seconds=60, kinds="closest")
    round_ = await play.asked(1)
    await play.host.reveal(round_.id, STARTER)
    await play.channels.shows("Question 1 of", "revealed")

    for text in ("1996", NO_NUMBER):
        with pytest.raises(QuizError, match="Too late"):
            await play.write(round_, 1, text)
    with pytest.raises(QuizError, match="Too late"):
        await play.host.form(round_.id)

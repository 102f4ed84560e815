"""Answers that are written or put together: from the button through the form to the reveal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.store import rounds
from questions.question import Question
from tests.bot.end_to_end.evening import custom_ids, said, text_of

if TYPE_CHECKING:
    from bot.standin import Player
    from tests.bot.end_to_end.evening import Evening

FILM = "gamera-2"
WRONG = "Akira Kurosawa"


def anything(question: Question) -> bool:
    """Want no question more than another."""
    return bool(question.stem)


async def begin(evening: Evening, kinds: str, seconds: int = 120, about: str | None = None) -> dict[str, Any]:
    """Return the message that asks the only question of a quiz of one kind, begun by Mika."""
    options = {"kinds": kinds, "questions": 1, "seconds": seconds} | ({"about": about} if about else {})
    channel = evening.standin.channel("quiz-night")
    await evening.standin.player("Mika").command("quiz", options, channel=channel)
    return await evening.question(channel, 1)


async def finish(evening: Evening, asked: dict[str, Any]) -> str:
    """Return what the reveal says, which Mika has come at once."""
    button = next(one for one in custom_ids(asked) if one.startswith("reveal:"))
    await evening.standin.player("Mika").press(asked["id"], button)
    return text_of(await evening.reveal(evening.standin.channel("quiz-night"), 1))


async def guessed(evening: Evening) -> frozenset[int]:
    """Return who has a guess in the rows of the open round."""
    round_ = await evening.last_round(evening.standin.channel("quiz-night"))
    async with evening.client.database.read() as connection:
        return await rounds.answered(connection, round_.id)


def people(evening: Evening) -> tuple[Player, Player]:
    """Return Mika and Jonas."""
    return evening.standin.player("Mika"), evening.standin.player("Jonas")


async def test_a_name_is_written_and_locked_in(evening: Evening) -> None:
    """Who writes the right name has ten points, and both are told privately and in the same words that theirs counts."""
    mika, jonas = people(evening)
    question = await evening.find_seed("typed", anything)
    asked = await begin(evening, "typed")
    right = await evening.write(mika, asked, question.shown_answer)
    wrong = await evening.write(jonas, asked, WRONG)

    assert f"Locked in: **{question.shown_answer}**" in said(right)
    assert said(right).replace(question.shown_answer, "…") == said(wrong).replace(WRONG, "…")
    seen = [text_of(message) for message in jonas.sees(evening.standin.channel("quiz-night"))]
    assert not any(question.shown_answer in text for text in seen)

    revealed = await finish(evening, asked)
    assert f"Answer: {question.shown_answer}" in revealed
    assert "Right (1 of 2 players, 10 points each): **Mika**" in revealed
    assert WRONG in revealed


async def test_a_written_change_of_mind_counts(evening: Evening) -> None:
    """The last text before the close counts, and the player is told of the change; the same again is none."""
    mika, jonas = people(evening)
    question = await evening.find_seed("typed", anything)
    asked = await begin(evening, "typed")
    first = said(await evening.write(jonas, asked, WRONG))
    again = said(await evening.write(jonas, asked, WRONG))
    last = said(await evening.write(jonas, asked, question.shown_answer))

    assert ("Locked in: " in first, "Locked in: " in again) == (True, True)
    assert f"Changed to: **{question.shown_answer}**" in last
    assert not any("Changed to" in text_of(one) for one in mika.sees(evening.standin.channel("quiz-night")))
    assert "Right (1 of 1 player, 10 points): **Jonas**" in await finish(evening, asked)


async def test_half_a_name_is_asked_back_once(evening: Evening) -> None:
    """A family name of several is asked back and not locked in; written once more it is taken as it stands."""
    _, jonas = people(evening)
    await evening.find_seed("typed", lambda one: one.answer == "Shusuke Kaneko", about=FILM)
    asked = await begin(evening, "typed", about=FILM)
    back = said(await evening.write(jonas, asked, "Kaneko"))

    assert "Kaneko who?" in back
    assert "Nothing is locked in yet" in back
    assert await guessed(evening) == frozenset()

    assert "Locked in: **Kaneko**" in said(await evening.write(jonas, asked, "Kaneko"))
    assert await guessed(evening) == {jonas.id}


async def test_the_closest_number_wins(evening: Evening) -> None:
    """Words are asked back for one number; of two numbers the closer has ten points, the other fewer."""
    mika, jonas = people(evening)
    question = await evening.find_seed("closest", lambda one: one.measure == "minutes")
    asked = await begin(evening, "closest")
    right = int(str(question.answer))

    assert "Please write one number" in said(await evening.write(mika, asked, "quite long"))
    assert f"Locked in: **about {right + 3} minutes**" in said(
        await evening.write(mika, asked, f"about {right + 3} minutes")
    )
    assert "Locked in: " in said(await evening.write(jonas, asked, str(right - 10)))
    told = f"Points: **Mika 10** (about {right + 3} minutes), **Jonas 6** ({right - 10})"
    assert told in await finish(evening, asked)


@pytest.mark.parametrize("kinds", ["in_order", "pairs"])
async def test_an_answer_is_put_together_from_menus(evening: Evening, kinds: str) -> None:
    """Four menus name an order or find four pairs: all right is ten points, two swapped fewer but some."""
    mika, jonas = people(evening)
    question = await evening.find_seed(kinds, anything)
    asked = await begin(evening, kinds)
    choices = question.choices or ()
    one, two, *others = places = [choices.index(part) for part in question.answer]
    told = said(await evening.write(mika, asked, *places))
    swapped = said(await evening.write(jonas, asked, two, one, *others))

    assert "Locked in: " in told
    assert told != swapped
    assert [told.index(part) for part in question.answer] == sorted(
        told.index(part) for part in question.answer
    )
    worth = {"in_order": 7, "pairs": 5}[kinds]
    assert f"Points: **Mika 10, Jonas {worth}**" in await finish(evening, asked)


@pytest.mark.parametrize("kinds", ["in_order", "pairs"])
async def test_choosing_one_twice_is_refused(evening: Evening, kinds: str) -> None:
    """Who chooses one of the four twice reads which, and what to do; nothing is locked in."""
    _, jonas = people(evening)
    question = await evening.find_seed(kinds, anything)
    asked = await begin(evening, kinds)
    refused = said(await evening.write(jonas, asked, 2, 1, 3, 1))

    assert f"You have chosen {(question.choices or ())[1]} more than once." in refused
    assert "choose each only once" in refused
    assert await guessed(evening) == frozenset()


@pytest.mark.parametrize("text", [" ", " , "])
async def test_an_empty_answer_is_refused(evening: Evening, text: str) -> None:
    """Blanks are no answer: the player reads so, and nothing is locked in."""
    _, jonas = people(evening)
    asked = await begin(evening, "typed")

    assert "There was nothing in your answer" in said(await evening.write(jonas, asked, text))
    assert await guessed(evening) == frozenset()


async def test_a_form_sent_after_the_close_does_not_count(evening: Evening) -> None:
    """A form that was open when the round closed is told that it is too late, and so is a press on the old button."""
    mika, jonas = people(evening)
    asked = await begin(evening, "typed")
    form = await evening.form(jonas, asked)
    jonas.hands.stage.world.keep("messages", {**asked, "id": "77"})
    await finish(evening, asked)

    assert "Too late" in said(await jonas.submit(form, {"said": WRONG}))
    assert "Too late" in said(await mika.press(77, next(one for one in custom_ids(asked) if "answer" in one)))


async def test_a_written_guess_outlives_the_process(evening: Evening) -> None:
    """After a crash in mid-round the text is still there, a form opened before it is still taken, and both count."""
    mika, jonas = people(evening)
    channel = evening.standin.channel("quiz-night")
    question = await evening.find_seed("typed", anything)
    asked = await begin(evening, "typed")
    await evening.write(mika, asked, question.shown_answer)
    form = await evening.form(jonas, asked)

    await evening.crash()
    await evening.arrive()
    again = await evening.message(channel, lambda text: "1 player has answered" in text)
    late = await jonas.submit(form, {"said": question.shown_answer})

    assert (again["id"], custom_ids(again)) == (asked["id"], custom_ids(asked))
    assert "Locked in: " in said(late)
    assert "Right (2 of 2 players, 10 points each)" in await finish(evening, asked)


async def test_another_clue_appears_on_the_card(evening: Evening) -> None:
    """A riddle begins with one clue, the next one joins it, and whoever knew the answer before has more points."""
    mika, jonas = people(evening)
    channel = evening.standin.channel("quiz-night")
    question = await evening.find_seed("who_am_i", lambda one: len(one.clues) == 5)
    first, second, *later = question.clues
    asked = await begin(evening, "who_am_i")
    assert first in text_of(asked)
    assert not any(clue in text_of(asked) for clue in (second, *later))
    assert "Locked in: " in said(await evening.write(mika, asked, question.shown_answer))

    shown = text_of(await evening.message(channel, lambda text: second in text))
    assert first in shown
    assert not any(clue in shown for clue in later)
    form = text_of(await evening.form(jonas, asked))
    assert [clue in form for clue in question.clues] == [True, True, False, False, False]
    await evening.write(jonas, asked, question.shown_answer)

    assert "Points: **Mika 10, Jonas 8**" in await finish(evening, asked)

"""Every kind of question, played from /quiz to the reveal by whoever knows and whoever does not, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.cards import answered, question, reveal
from bot.cards.question import LETTERS
from bot.cards.text import plain
from bot.wording import words_for
from questions.kinds import KINDS
from questions.question import Form, Question
from questions.wording import languages
from tests.bot.cards.hostile import shown
from tests.bot.end_to_end.evening import custom_ids, parts, text_of

if TYPE_CHECKING:
    from gettext import NullTranslations

    from bot.standin import Outcome, Player
    from tests.bot.end_to_end.evening import Evening

SPEAKERS = {"en": "Mika", "ja": "Haruka"}
"""Who reads what is told to them alone in that language."""

NOBODY, FAR_OFF = "Nobody Whatsoever", "1"


def right_and_wrong(asked: Question) -> tuple[list[str | int], list[str | int]]:
    """Return what somebody says who knows, and what somebody who does not: texts, or places of choices."""
    choices = asked.choices or ()
    if asked.form is Form.CHOICE:
        right = choices.index(str(asked.answer))
        return [right], [(right + 1) % len(choices)]
    if isinstance(asked.answer, str):
        return [asked.shown_answer], [FAR_OFF if asked.form is Form.NUMBER else NOBODY]
    places: list[str | int] = [choices.index(part) for part in asked.answer]
    nothing_right = places[::-1] if asked.form is Form.ORDER else [*places[1:], places[0]]
    return places, nothing_right


def locked_in(asked: Question, saying: list[str | int], player: Player) -> str:
    """Return what a player is told whose guess is kept: the guess itself, and nothing of what it is worth."""
    words = words_for(player.locale)
    if asked.form is Form.CHOICE:
        place = int(saying[0])
        return shown(answered.locked_in(LETTERS[place], (asked.choices or ())[place], False, words))
    parts = [(asked.choices or ())[one] if isinstance(one, int) else one for one in saying]
    lines = parts if isinstance(asked.answer, str) else asked.set_out(parts)
    return shown(answered.written(lines, False, words))


def colours(outcome: Outcome) -> list[int]:
    """Return the colours of what a player was told."""
    return [part["accent_color"] for part in parts(outcome.message or {}) if "accent_color" in part]


def winners(asked: Question, name: str, saying: list[str | int], words: NullTranslations) -> str:
    """Return how a reveal names the one of two players who was right."""
    if asked.form is Form.NUMBER:
        return words.gettext(reveal.POINTS).format(names=f"**{name} 10** ({plain(str(saying[0]))})")
    said = words.ngettext(
        "Right ({right} of {count} player, {points} points): {names}",
        "Right ({right} of {count} players, {points} points each): {names}",
        2,
    )
    return said.format(right=1, count=2, points=10, names=f"**{name}**")


async def answer(
    evening: Evening, player: Player, message: dict[str, Any], saying: list[str | int]
) -> Outcome:
    """Return what came of a player's answer: a press on a choice, or a form filled in and sent off."""
    if any(one.startswith("guess:") for one in custom_ids(message)):
        return await evening.guess(player, message, int(saying[0]))
    return await evening.write(player, message, *saying)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_every_kind_is_played(evening: Evening, kind: str, language: str) -> None:
    """Right or wrong, a guess is locked in, in the same words and colour; only the reveal says what scored, and why."""
    words, channel = words_for(language), evening.standin.channel("quiz-night")
    knows, guesses = evening.standin.player(SPEAKERS[language]), evening.standin.player("Jonas")
    options = {"kinds": kind, "questions": 1, "seconds": 120, "language": language}
    await knows.command("quiz", options, channel=channel)
    state = words.gettext(question.OPEN).format(number=1, total=1)
    message = await evening.message(channel, lambda text: state in text)
    asked = (await evening.last_round(channel)).question
    right, wrong = right_and_wrong(asked)
    told = await answer(evening, knows, message, right)
    told_wrong = await answer(evening, guesses, message, wrong)

    assert (asked.kind, asked.language) == (kind, language)
    assert plain(asked.stem) in text_of(message)
    assert text_of(told.message or {}) == locked_in(asked, right, knows)
    assert text_of(told_wrong.message or {}) == locked_in(asked, wrong, guesses)
    assert colours(told) == colours(told_wrong)
    open_so_far = "".join(text_of(one) for one in guesses.sees(channel))
    assert words.gettext(reveal.ANSWER).format(answer="") not in open_so_far

    button = next(one for one in custom_ids(message) if one.startswith("reveal:"))
    await knows.press(message["id"], button)
    state = words.gettext(reveal.REVEALED).format(number=1, total=1)
    told_all = text_of(await evening.message(channel, lambda text: state in text))
    answers = [asked.answer] if isinstance(asked.answer, str) else asked.answer
    assert all(plain(asked.shown_answer if len(answers) == 1 else one) in told_all for one in answers)
    assert plain(asked.explanation, reveal.EXPLANATION_LIMIT) in told_all
    assert winners(asked, knows.name, right, words) in told_all

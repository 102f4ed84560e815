"""The card of a question while it is asked, while it is closing, and once it is closed but not yet shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.cards.frame import Accent, Part, button, card, row, rows, small
from bot.cards.text import plain
from bot.wording import N_
from questions.question import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from gettext import NullTranslations

    from discord import ui

    from bot.quiz.values import Round

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STEM_LIMIT = 1200
CHOICES_LIMIT = 2000  # all choices together

OPEN = N_("Question {number} of {total} · open")
CLOSING = N_("Question {number} of {total} · closing")
CLOSED = N_("Question {number} of {total} · closed")
CLOSES = N_("Closes {when}")
EVERYBODY = N_("Everybody has answered")
REVEAL = N_("Reveal now")
ANSWER = N_("Answer")
EACH_CLUE, EACH_ITEM = 300, 120
HOW = {
    Form.TYPED: N_("Press Answer and write it down. Any spelling will do."),
    Form.CLUES: N_(
        "Press Answer and write it down. A new clue appears every few seconds; the earlier you know, the more points."
    ),
    Form.NUMBER: N_("Press Answer and write a number."),
    Form.ORDER: N_(
        "Press Answer and put them in order. Part of the order right is worth part of the points."
    ),
    Form.PAIRS: N_("Press Answer and find each its own. Every pair counts."),
}
"""What to do, under a question that is not answered by its buttons."""


def asking(
    round_: Round,
    total: int,
    answered: int,
    words: NullTranslations,
    *,
    everybody: bool = False,
    clues: int | None = None,
) -> ui.LayoutView:
    """Return the card of a round: question, choices in full, buttons, how many have answered and the time.

    Once `everybody` has answered the card says that the round is closing, and still takes presses.
    Of a closed round the buttons stand still and the card says that it is closed. Of a riddle the first `clues` stand
    there; None means all.
    """
    closed = round_.closed_at is not None
    state = words.gettext(_state(closed, everybody)).format(number=round_.number, total=total)
    parts: list[Part] = [small(state), f"### {plain(round_.question.stem, STEM_LIMIT)}"]
    parts += _body(round_, closed, words, clues)
    parts.append(small(_progress(round_, answered, everybody, words)))
    if not closed:
        parts.append(row(button(words.gettext(REVEAL), f"reveal:{round_.id}")))
    return card(Accent.CLOSING if closed or everybody else Accent.ASKING, parts)


def _body(round_: Round, closed: bool, words: NullTranslations, clues: int | None) -> list[Part]:
    """Return what is chosen from, written to or put together, and the buttons for it."""
    question = round_.question
    choices = question.choices or ()
    if question.form is Form.CHOICE:
        return (
            ["\n".join(choice_lines(choices)), *rows(_guess_buttons(round_, choices, closed))]
            if choices
            else []
        )
    riddle = clue_lines(question.clues[:clues])
    items = [f"- **{plain(item, EACH_ITEM)}**" for item in question.items]
    listed = [f"- {plain(choice, EACH_ITEM)}" for choice in choices]
    how = words.gettext(HOW[question.form])
    answer = button(
        words.gettext(ANSWER), f"answer:{round_.id}", style=discord.ButtonStyle.primary, disabled=closed
    )
    texts = ["\n".join(lines) for lines in (riddle, items, listed)]
    return [*texts, small(how), row(answer)]


def clue_lines(clues: Sequence[str]) -> list[str]:
    """Return the clues of a riddle as numbered lines."""
    return [f"**{number}**  {plain(clue, EACH_CLUE)}" for number, clue in enumerate(clues, start=1)]


def _state(closed: bool, everybody: bool) -> str:
    """Return the line, a gettext message, that says in words what the colour says."""
    if closed:
        return CLOSED
    return CLOSING if everybody else OPEN


def choice_lines(choices: Sequence[str]) -> list[str]:
    """Return the choices as lines with their letters, in full as far as a card can hold them."""
    each = CHOICES_LIMIT // len(choices) - len("**A**  ")
    return [f"**{LETTERS[place]}**  {plain(choice, each)}" for place, choice in enumerate(choices)]


def _guess_buttons(round_: Round, choices: Sequence[str], closed: bool) -> list[ui.Button[ui.LayoutView]]:
    return [
        button(
            f"{LETTERS[place]} · {choice}",
            f"guess:{round_.id}:{place}",
            style=discord.ButtonStyle.primary,
            disabled=closed,
        )
        for place, choice in enumerate(choices)
    ]


def _progress(round_: Round, answered: int, everybody: bool, words: NullTranslations) -> str:
    if everybody:
        said = words.gettext(EVERYBODY)
    elif not answered:
        said = words.gettext(N_("Nobody has answered yet"))
    else:
        said = words.ngettext("{count} player has answered", "{count} players have answered", answered)
    if round_.closed_at is not None:
        return said.format(count=answered)
    closes = words.gettext(CLOSES).format(when=moment(round_.closes_at, "R"))
    return f"{said.format(count=answered)} · {closes}"


def moment(at: datetime, style: discord.utils.TimestampStyle) -> str:
    """Return a time that each reader's app shows in their own zone and language."""
    return discord.utils.format_dt(at, style)

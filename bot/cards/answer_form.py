"""The form in which an answer is written, or put together from menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.cards.question import clue_lines
from bot.cards.text import label, plain
from bot.wording import N_
from questions.question import Form

if TYPE_CHECKING:
    from gettext import NullTranslations

    from bot.quiz.values import Round
    from questions.question import Question

OPEN_FOR = 900.0  # seconds; the library forgets a form put away only then
TITLE_LIMIT = LABEL_LIMIT = 45
OPTION_LIMIT = 100
STEM_LIMIT = 400
MOST_PARTS = 5
LONGEST = 100
TITLE = N_("Question {number}")
YOUR_ANSWER = N_("Your answer")
ANY_SPELLING = N_("Any spelling will do, in any language.")
NUMBERS = {
    "year": N_("A year. The closest wins."),
    "minutes": N_("Minutes. The closest wins."),
}
SUM = N_("A sum of money. The closest wins.")
PLACE = N_("Place {number}")
CHOOSE = N_("Choose one")
SAID = "said"
"""What the line is called in which an answer is written; menus are called by their numbers."""


def answer_form(round_: Round, words: NullTranslations, clues: int | None = None) -> ui.Modal:
    """Return the form for a round's question, which stands above it; of a riddle its first `clues`, all where None."""
    title = words.gettext(TITLE).format(number=round_.number)
    form = ui.Modal(title=title[:TITLE_LIMIT], custom_id=f"say:{round_.id}", timeout=OPEN_FOR)
    question = round_.question
    # the form may hide the card; five parts are all that it holds
    if len(_heads(question, words)) < MOST_PARTS:
        form.add_item(ui.TextDisplay(f"**{plain(question.stem, STEM_LIMIT)}**"))
    if question.clues:
        form.add_item(ui.TextDisplay("\n".join(clue_lines(question.clues[:clues]))))
    if question.form in (Form.ORDER, Form.PAIRS):
        for number, head in enumerate(_heads(question, words)):
            form.add_item(_menu(head, str(number), question.choices or (), words))
    else:
        form.add_item(_line(question, words))
    return form


def filled_in(question: Question, text: str | None = None) -> dict[str, str | list[str]]:
    """Return what stands in the form of a question, by custom_id: the right answer, or a text in its line."""
    if isinstance(question.answer, str):
        return {SAID: (question.answer if text is None else text)[:LONGEST]}
    choices = question.choices or ()
    return {str(number): [str(choices.index(part))] for number, part in enumerate(question.answer)}


def _heads(question: Question, words: NullTranslations) -> list[str]:
    """Return what stands above each menu: the item it is for, or the place in the order."""
    count = len(question.choices or ())
    return list(question.items) or [
        words.gettext(PLACE).format(number=place) for place in range(1, count + 1)
    ]


def _menu(head: str, custom_id: str, choices: tuple[str, ...], words: NullTranslations) -> ui.Label[ui.Modal]:
    options = [
        discord.SelectOption(label=label(choice, OPTION_LIMIT), value=str(place))
        for place, choice in enumerate(choices)
    ]
    menu: ui.Select[ui.Modal] = ui.Select(
        custom_id=custom_id, options=options, placeholder=words.gettext(CHOOSE), required=True
    )
    return ui.Label(text=label(head, LABEL_LIMIT), component=menu)


def _line(question: Question, words: NullTranslations) -> ui.Label[ui.Modal]:
    hint = ANY_SPELLING if question.form is not Form.NUMBER else NUMBERS.get(question.measure, SUM)
    line: ui.TextInput[ui.Modal] = ui.TextInput(custom_id=SAID, max_length=LONGEST, required=True)
    return ui.Label(text=words.gettext(YOUR_ANSWER), description=words.gettext(hint), component=line)

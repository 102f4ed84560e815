"""What a player who has written something is asked back: which of several they mean, or for one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.marking import number_of, places
from bot.quiz.values import AskingBack
from bot.wording import N_
from questions.judge import Verdict
from questions.question import Form

if TYPE_CHECKING:
    from bot.host.typed import TypedGuesses
    from questions.question import Question

WHICH_YEAR = N_("There are several of that name. Which year: {choices}?")
WHO = N_("{text} who? Write the whole name.")
MORE = N_("“{text}” could be more than one. Please write more of it.")
ONE_NUMBER = N_("Please write one number, such as {example}.")
EXAMPLES = {"year": "1996", "minutes": "99"}
SUM = "700,000,000"
WHO_REASONS = frozenset(
    {"who of them", "given name", "several fit", "title alone", "family name", "part of the name"}
)


def asking_back(judge: TypedGuesses, question: Question, text: str) -> AskingBack | None:
    """Return what to ask back about a written guess, or None where it is clear what is meant."""
    if question.form is Form.NUMBER and number_of(text) is None:
        return AskingBack(ONE_NUMBER, {"example": EXAMPLES.get(question.measure, SUM)})
    if question.form not in (Form.TYPED, Form.CLUES):
        return None
    said = judge.judged(question, text)
    if said.verdict is not Verdict.PROMPT:
        return None
    if said.choices:
        return AskingBack(WHICH_YEAR, {"choices": ", ".join(said.choices)})
    return AskingBack(WHO if said.reason in WHO_REASONS else MORE, {"text": text.strip()})


def in_words(question: Question, text: str) -> tuple[str, ...]:
    """Return a written guess in the lines in which its player is told it: choices put together by name."""
    choices = question.choices or ()
    if question.form not in (Form.ORDER, Form.PAIRS):
        return (text,)
    return question.set_out([choices[place] for place in places(text) if place < len(choices)])

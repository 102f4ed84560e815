"""The card of a closed round: the answer, why, who was right, who says so, and what is told differently."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING

from bot.cards.cutting import size
from bot.cards.frame import Accent, Part, card, line, small
from bot.cards.question import LETTERS
from bot.cards.text import clean, fit, in_a_row, plain
from bot.wording import N_
from questions.question import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from discord import ui

    from bot.quiz.values import Round, Scored
    from questions.question import Question

STEM_LIMIT = 400
ANSWER_LIMIT = 400
WRONG_LIMIT = 600  # all wrong choices together
PLAYERS_LIMIT = 700
EXPLANATION_LIMIT = 800
DIFFERS_LIMIT = 400
SOURCES_LIMIT = 350
NUMBER_LIMIT = 40
CREDIT_LIMIT = 200
MOST_CREDITS = 3

REVEALED = N_("Question {number} of {total} · revealed")
ANSWER = N_("Answer: {answer}")
DIFFERS = N_("Told differently: {what}")
OTHERS = N_("Other guesses:")
POINTS = N_("Points: {names}")
NOBODY_CLOSE = N_("Nobody came close enough.")
SOURCES = N_("Sources: {names}")


def revealed(round_: Round, total: int, scored: tuple[Scored, ...], words: NullTranslations) -> ui.LayoutView:
    """Return the card of a round's answer, who was right, the explanation, its sources and what differs."""
    question = round_.question
    state = words.gettext(REVEALED).format(number=round_.number, total=total)
    parts: list[Part] = [
        small(state),
        f"### {plain(question.stem, STEM_LIMIT)}",  # as it stood while it was asked
        f"## {_answer(question, words)}",
        _explained(question),
        _right(question, scored, words),
        _others(question, scored, words),
        line(),
        *_told_differently(question, words),
        small(_sources(question, words)),
        *_credits(question),
    ]
    return card(Accent.REVEALED, parts)


def reading_length(round_: Round, scored: tuple[Scored, ...]) -> int:
    """Return how many characters a reveal gives to read that its players have not read before."""
    question, words = round_.question, NullTranslations()
    texts = (_answer(question, words), _explained(question), _right(question, scored, words))
    return sum(size(text) for text in (*texts, *_told_differently(question, words)))


def _answer(question: Question, words: NullTranslations) -> str:
    """Return the answer: one line to be set large, or a line for each of its parts below that."""
    if not isinstance(question.answer, str):
        each = ANSWER_LIMIT // len(question.answer)
        parts = (f"**{plain(part, each)}**" for part in question.set_out(question.answer))
        return words.gettext(ANSWER).format(answer="\n".join(("", *parts)))
    letter = ""
    if question.form is Form.CHOICE and question.choices and question.answer in question.choices:
        letter = f"{LETTERS[question.choices.index(question.answer)]} · "
    # a number's last spelling is the one for people: ¥700,000,000, not 700000000
    shown = question.accepted[-1] if question.form is Form.NUMBER else question.answer
    return words.gettext(ANSWER).format(answer=letter + plain(shown, ANSWER_LIMIT))


def _explained(question: Question) -> str:
    room = EXPLANATION_LIMIT - sum(
        size(credit) for credit in _credits(question)
    )  # which is owed, and comes last
    return plain(question.explanation, room)


def _credits(question: Question) -> list[str]:
    """Return what the imports among the sources ask to be shown, in small letters."""
    return [small(plain(credit, CREDIT_LIMIT)) for credit in question.credits[:MOST_CREDITS]]


def _others(question: Question, scored: tuple[Scored, ...], words: NullTranslations) -> str:
    """Return the wrong choices that somebody took, under a heading, and how many did; nothing where nobody did."""
    if question.form is not Form.CHOICE:
        return _written(question, scored, words)
    choices = question.choices or ()
    lines = []
    for place, choice in enumerate(choices):
        count = sum(one.choice == place for one in scored)
        if not count or choice == question.answer:
            continue
        chosen = words.ngettext("{count} player", "{count} players", count).format(count=count)
        shown = plain(choice, WRONG_LIMIT // len(choices) - len(chosen) - len("**A**   · "))
        lines.append(f"**{LETTERS[place]}**  {shown} · {chosen}")
    return "\n".join([small(words.gettext(OTHERS)), *lines]) if lines else ""


def _written(question: Question, scored: tuple[Scored, ...], words: NullTranslations) -> str:
    """Return the written answers worth nothing, each once; nothing where the answers were put together from menus."""
    if question.form in (Form.ORDER, Form.PAIRS):
        return ""
    said = dict.fromkeys(one.text.strip() for one in scored if not one.points and one.text.strip())
    if not said:
        return ""
    return "\n".join([small(words.gettext(OTHERS)), name_list(said, WRONG_LIMIT, words, separator=" · ")])


def _right(question: Question, scored: tuple[Scored, ...], words: NullTranslations) -> str:
    if not scored:
        return words.gettext(N_("Nobody answered."))
    worth = sorted((one for one in scored if one.points), key=lambda one: (-one.points, one.player_id))
    if question.form is Form.NUMBER:
        return _closest(worth, words)
    partly = any(not one.right for one in worth)  # part of the points for part of the answer
    if partly or len({one.points for one in worth}) > 1:
        names = name_list((f"{one.name} {one.points}" for one in worth), PLAYERS_LIMIT, words)
        return words.gettext(POINTS).format(names=f"**{names}**")
    if not worth:
        return words.gettext(N_("Nobody was right."))
    said = words.ngettext(
        "Right ({right} of {count} player, {points} points): {names}",
        "Right ({right} of {count} players, {points} points each): {names}",
        len(scored),
    )
    names = name_list((one.name for one in worth), PLAYERS_LIMIT, words)
    return said.format(right=len(worth), count=len(scored), points=worth[0].points, names=f"**{names}**")


def _closest(worth: Sequence[Scored], words: NullTranslations) -> str:
    """Return who came close to a number, each with the points and with what they wrote."""
    if not worth:
        return words.gettext(NOBODY_CLOSE)
    each = (
        f"**{plain(one.name, 100)} {one.points}** ({plain(one.text.strip(), NUMBER_LIMIT)})" for one in worth
    )
    names = fit(each, PLAYERS_LIMIT, lambda count: _more(count, words), ", ")
    return words.gettext(POINTS).format(names=names)


def name_list(names: Iterable[str], limit: int, words: NullTranslations, separator: str = ", ") -> str:
    """Return names one after the other, and how many more there are where they do not fit."""
    return fit((plain(name, 100) for name in names), limit, lambda count: _more(count, words), separator)


def _more(count: int, words: NullTranslations) -> str:
    return words.ngettext("and {count} more", "and {count} more", count).format(count=count)


def _told_differently(question: Question, words: NullTranslations) -> list[str]:
    what = in_a_row((clean(one) for one in question.differs), words)
    return [words.gettext(DIFFERS).format(what=plain(what, DIFFERS_LIMIT))] if what else []


def _sources(question: Question, words: NullTranslations) -> str:
    names = name_list(dict.fromkeys(question.cited), SOURCES_LIMIT, words, separator=" · ")
    if not names:
        return ""
    told = words.ngettext("{count} independent witness", "{count} independent witnesses", question.witnesses)
    return f"{words.gettext(SOURCES).format(names=names)} · {told.format(count=question.witnesses)}"

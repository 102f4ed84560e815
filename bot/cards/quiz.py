"""The cards at the two ends of a quiz: what is going to be asked, kept true while it is, and who stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.frame import Accent, Part, button, card, line, row, small
from bot.cards.question import moment
from bot.cards.standings import standing_lines, standing_text
from bot.cards.text import fit, in_a_row, plain
from bot.quiz.kinds import forms_of
from bot.quiz.rules import POINTS_FOR_RIGHT
from bot.wording import N_
from questions.question import Form

if TYPE_CHECKING:
    from gettext import NullTranslations

    from discord import ui

    from bot.quiz.values import Quiz, Standing

NAME_LIMIT = 300
REASON_LIMIT = 500
STANDINGS_LIMIT = 2800

BEGINS = N_("Quiz · about to begin")
UNDER_WAY = N_("Quiz · under way")
FINISHED = N_("Quiz · over")
OVER = N_("Quiz · over · began {when}")
RULES = N_("Everybody may answer, and you can change your mind until a round closes.")
WORTH = N_("A right answer is worth {points} points, whoever is faster.")
WORTH_OF = {
    frozenset({Form.CLUES}): N_(
        "The right answer is worth {points} points at the first clue, and fewer with every other."
    ),
    frozenset({Form.NUMBER}): N_(
        "The closest number is worth {points} points, whoever is faster. The farther off a number, the fewer."
    ),
    frozenset({Form.ORDER}): N_(
        "The right order is worth {points} points, whoever is faster. Part of it right is worth part of them."
    ),
    frozenset({Form.PAIRS}): N_(
        "All pairs right are worth {points} points, whoever is faster. Some of them are worth part of that."
    ),
}
WORTH_OF_MANY = N_(
    "A right answer is worth {points} points, whoever is faster; in a riddle, fewer with every clue. "
    "What is close or partly right is worth part of that."
)
AS_USUAL = frozenset({Form.CHOICE, Form.TYPED})
"""Forms of which a guess is either right or worth nothing."""

STOP = N_("Stop the quiz")
NOBODY_SCORED = N_("Nobody scored this time.")
NEXT = N_("Type /quiz for another one, /leaderboard for the standings so far.")


def announced(quiz: Quiz, scope_name: str | None, words: NullTranslations) -> ui.LayoutView:
    """Return the card that opens a quiz: how many questions, about what, how long each, and the rules."""
    return _going_on(BEGINS, quiz, scope_name, words)


def under_way(quiz: Quiz, scope_name: str | None, words: NullTranslations) -> ui.LayoutView:
    """Return what the opening card turns into once the first question is asked: the same, but for its state."""
    return _going_on(UNDER_WAY, quiz, scope_name, words)


def finished(quiz: Quiz, scope_name: str | None, words: NullTranslations) -> ui.LayoutView:
    """Return what the opening card turns into at the end: nothing to stop, and how to go on."""
    parts = [
        small(words.gettext(FINISHED)),
        _what(quiz, scope_name, words),
        _each(quiz, words),
        small(words.gettext(NEXT)),
    ]
    return card(Accent.OVER, parts)


def _going_on(state: str, quiz: Quiz, scope_name: str | None, words: NullTranslations) -> ui.LayoutView:
    parts: list[Part] = [
        small(words.gettext(state)),
        _what(quiz, scope_name, words),
        in_a_row((_each(quiz, words), words.gettext(RULES)), words),
        small(words.gettext(_worth(forms_of(quiz))).format(points=POINTS_FOR_RIGHT)),
        row(button(words.gettext(STOP), f"stop:{quiz.id}")),
    ]
    return card(Accent.ASKING, parts)


def _worth(forms: frozenset[Form]) -> str:
    """Return what tells, a gettext message, how questions answered in these forms are scored."""
    return WORTH if forms <= AS_USUAL else WORTH_OF.get(forms, WORTH_OF_MANY)


def over(quiz: Quiz, standings: tuple[Standing, ...], reason: str, words: NullTranslations) -> ui.LayoutView:
    """Return the card that ends a quiz: why it ended where that is not plain, and every player's place.

    `reason` is a sentence, translated and filled in already, or empty when all questions were asked.
    """
    parts: list[Part] = [
        small(words.gettext(OVER).format(when=moment(quiz.started_at, "R"))),
        f"### {_headline(standings, words)}",
        plain(reason, REASON_LIMIT),
        line(),
        *_podium(standings, words),
        small(words.gettext(NEXT)),
    ]
    return card(Accent.OVER, parts)


def _podium(standings: tuple[Standing, ...], words: NullTranslations) -> list[str]:
    """Return who stands where; where nobody has a point there are no places, only what each has tried."""
    scored = any(one.points for one in standings)
    lines = standing_lines(standings, words) if scored else [standing_text(one, words) for one in standings]
    listed = fit(lines, STANDINGS_LIMIT, lambda count: _more(count, words))
    return [listed] if scored else [words.gettext(NOBODY_SCORED), listed]


def _what(quiz: Quiz, scope_name: str | None, words: NullTranslations) -> str:
    count = words.ngettext("{count} question", "{count} questions", quiz.rounds).format(count=quiz.rounds)
    return f"### {count} · {_about(scope_name, words)}"


def _each(quiz: Quiz, words: NullTranslations) -> str:
    each = words.ngettext("{count} second for each.", "{count} seconds for each.", quiz.seconds)
    return each.format(count=quiz.seconds)


def _about(scope_name: str | None, words: NullTranslations) -> str:
    if scope_name is None:
        return words.gettext(N_("all films"))
    return plain(scope_name, NAME_LIMIT)


def _headline(standings: tuple[Standing, ...], words: NullTranslations) -> str:
    first = [plain(one.name, 100) for one in standings if one.place == 1 and one.points]
    if not first:
        return words.gettext(N_("The quiz is over"))
    if len(first) > 3:
        return words.gettext(N_("{count} players share the first place")).format(count=len(first))
    if len(first) > 1:
        names = ", ".join(first)
        return words.gettext(N_("{names} share the first place")).format(names=names)
    return words.gettext(N_("{name} wins")).format(name=first[0])


def _more(count: int, words: NullTranslations) -> str:
    return words.ngettext("and {count} more player", "and {count} more players", count).format(count=count)

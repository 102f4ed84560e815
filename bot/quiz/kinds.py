"""Which kinds of questions a quiz keeps to, and in which forms those are answered."""

from __future__ import annotations

from bot.quiz.values import Quiz
from questions.kinds import KINDS
from questions.question import Form

BUTTONS = "buttons"
"""What stands for all kinds that are answered by a press."""


def kinds_of(quiz: Quiz) -> frozenset[str]:
    """Return the kinds of questions a quiz keeps to; nothing leaves all open."""
    if quiz.kinds == BUTTONS:
        return frozenset(name for name, kind in KINDS.items() if not kind.written)
    return frozenset({quiz.kinds} & KINDS.keys()) if quiz.kinds else frozenset()


def forms_of(quiz: Quiz) -> frozenset[Form]:
    """Return the forms in which the questions of a quiz are answered."""
    return frozenset(KINDS[name].form for name in kinds_of(quiz) or KINDS)

"""QuizError: the sentence a player reads when something cannot be done."""

from __future__ import annotations


class QuizError(Exception):
    """A refusal in words for the player; the sentence is a gettext message, its fields are filled in after translation.

    Raise it from however deep; `bot.replies.report` is the one place that shows it.
    """

    def __init__(self, sentence: str, **fields: object) -> None:
        super().__init__(sentence.format(**fields) if fields else sentence)
        self.sentence = sentence
        self.fields = fields


class SetupError(Exception):
    """A refusal in words for whoever starts the program: one line before it exits with a code, never a traceback."""

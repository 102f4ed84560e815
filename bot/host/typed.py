"""TypedGuesses: what is typed, judged against a question, each answer made ready once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from questions.judge import InCatalogue, Known, Verdict, judge, known_of, prepared

if TYPE_CHECKING:
    from questions.catalogue import Catalogue
    from questions.judge import Asked, Judged
    from questions.question import Question

READY = 64
"""Answers kept ready: one for each quiz that goes on, and some."""


class TypedGuesses:
    """Judges typed guesses in the world of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._world = InCatalogue(catalogue)
        self._ready = lru_cache(maxsize=READY)(self._prepare)

    def judged(self, question: Question, text: str) -> Judged:
        """Return the verdict on a text as the answer to a question."""
        return judge(self._ready(question), text, self._world)

    def accepts(self, question: Question, text: str) -> bool:
        """Return whether a text names the answer."""
        return self.judged(question, text).verdict is Verdict.ACCEPT

    def _prepare(self, question: Question) -> Asked:
        accepted = tuple(dict.fromkeys((question.shown_answer, *question.accepted)))
        try:
            known = known_of(self._catalogue, self._catalogue.entity(question.answer_id))
        except (
            KeyError
        ):  # asked from a catalogue of another version, before a restart: its own spellings are left
            known = Known("film", accepted)
        return prepared(known, self._world)

"""TypedGuesses: what is typed, judged against a question, each answer made ready once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from questions.judge import InCatalogue, Known, Verdict, judge, known_of, prepared

if TYPE_CHECKING:
    from questions.catalogue import Catalogue
    from questions.judge import Asked, Judged
    from questions.question import Question

BEST = (Verdict.ACCEPT, Verdict.PROMPT, Verdict.REJECT)
WORD = "text"
"""The kind of an answer that is no entity, such as a missing word."""

READY = 64
"""Answers kept ready: one for each quiz that goes on, and some."""


class TypedGuesses:
    """Judges typed guesses in the world of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._world = InCatalogue(catalogue)
        self._ready = lru_cache(maxsize=READY)(self._prepare)

    def judged(self, question: Question, text: str) -> Judged:
        """Return the best verdict on a text among the answers of a question."""
        said = [judge(asked, text, self._world) for asked in self._ready(question)]
        return min(said, key=lambda judged: BEST.index(judged.verdict))

    def accepts(self, question: Question, text: str) -> bool:
        """Return whether a text names an answer."""
        return self.judged(question, text).verdict is Verdict.ACCEPT

    def _prepare(self, question: Question) -> list[Asked]:
        try:
            right = [known_of(self._catalogue, self._catalogue.entity(id_)) for id_ in question.answer_ids]
        except KeyError:  # from a catalogue of another version, before a restart: its own spellings are left
            right = []
        words = Known(WORD, tuple(dict.fromkeys((question.shown_answer, *question.accepted))))
        return [prepared(known, self._world) for known in right or [words]]

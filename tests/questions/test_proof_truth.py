"""Three thousand questions over all kinds and languages, held against every rule and read anew from the facts alone."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import msgspec
import pytest

from questions.catalogue import Catalogue
from questions.kinds import KINDS
from questions.picker import pick
from questions.question import Question
from questions.wording import languages
from tests.questions.brute_forms import is_true
from tests.questions.drawing import Drawn, draw

QUESTIONS = 3_000


@lru_cache
def drawn(catalogue: Catalogue) -> Drawn:
    """Return the questions drawn, once for all tests here."""
    return draw(catalogue, QUESTIONS)


def test_no_question_breaks_a_rule_or_is_untrue(library: Catalogue) -> None:
    """Of what is proved nothing is false by the facts alone, nor lost in its JSON, nor without anything to show for it."""
    assert drawn(library).violations == []


def test_every_kind_has_questions_in_every_language(library: Catalogue) -> None:
    """No kind is shut out by a rule, in any language."""
    asked: Counter[tuple[str, str]] = drawn(library).asked

    assert set(asked) == {(kind, language) for kind in KINDS for language in languages()}
    assert not drawn(library).barren


SPOILED: dict[str, dict[str, object]] = {
    "closest": {"answer": "1"},
    "typed": {"answer": "Nobody"},
    "cloze": {"answer": "Nothing"},
    "connect": {"answer_ids": ("person/nobody",)},
    "who_am_i": {"film": "gamera-3"},
}
"""What makes a question of a written kind untrue."""


def spoiled(question: Question) -> Question:
    """Return a question whose answer is another than the right one."""
    if question.kind in SPOILED:
        return msgspec.structs.replace(question, **SPOILED[question.kind])
    if isinstance(question.answer, tuple):
        return msgspec.structs.replace(question, answer=(*question.answer[1:], question.answer[0]))
    return msgspec.structs.replace(question, answer=question.wrong[0].choice)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", KINDS)
def test_an_untrue_question_is_seen(library: Catalogue, kind: str, language: str) -> None:
    """The reading by brute force finds every question true, and the same with another answer untrue."""
    for seed in range(8):
        question = pick(library, seed, kind=kind, language=language)
        assert question is not None
        assert is_true(library, question), question.stem
        assert not is_true(library, spoiled(question)), question.stem

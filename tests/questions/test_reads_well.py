"""Questions read well: names of one shape, words of one language, and nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from questions.catalogue import Catalogue
from questions.picker import in_a_row
from questions.pool import cities
from questions.question import Question

SOME = 80


def row(library: Catalogue, kind: str, **wish: Any) -> Iterator[Question]:
    """Return some questions of a kind."""
    return islice(in_a_row(library, 5, kind=kind, **wish), SOME)


def test_japanese_cities_are_named_alike(library: Catalogue) -> None:
    """No city is named with its 市 where the others go without, unless its name is nothing without it."""
    named = {city.name for city in cities(library.spoken("ja"))}

    assert {name for name in named if name.endswith(("市", "町"))} <= {"四日市", "廿日市", "富士市"}


def test_pairs_are_told_in_the_language(library: Catalogue) -> None:
    """No Latin name stands among four Japanese ones to be paired."""
    shown = [choice for question in row(library, "pairs", language="ja") for choice in question.choices or ()]

    assert shown
    assert [choice for choice in shown if choice.isascii() or re.search("[A-Za-z]{3}", choice)] == []


def test_a_japanese_title_lacks_one_word(library: Catalogue) -> None:
    """A gap is a run of katakana or of kanji, so that one word is to be written, also where no space parts the words."""
    gaps = [
        question for question in row(library, "cloze", language="ja") if not question.accepted[0].isascii()
    ]

    assert any(" " not in question.explanation for question in gaps)
    assert [
        gap.accepted[0] for gap in gaps if not re.fullmatch("[ァ-ヺー]+|[一-鿿々]+", gap.accepted[0])
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["odd_one_out", "connect", "who_am_i", "city"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_explanation_says_a_thing_once(library: Catalogue, kind: str, language: str) -> None:
    """What is true of several films is said once of all of them; no line of what is spelled differently comes again."""
    for question in row(library, kind, language=language):
        sentences = re.split(r"(?<=[.。]) ?", question.explanation)
        told = [re.sub(r"『[^』]*』", "", one) for one in sentences if one]
        assert len(set(told)) == len(told), question.explanation
        written = [line.partition(" in ")[0].rpartition("では、")[2] for line in question.differs]
        assert len(set(written)) == len(written)

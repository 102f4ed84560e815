"""Nothing in the words gives the answer away (predicates C1 and C2)."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from questions.catalogue.reading import Catalogue
from questions.draft import Draft
from questions.fold import fold, is_japanese, squash
from questions.proof.truth import SENTENCE
from questions.properties import PROPERTIES
from questions.question import Form

PRINTED_YEAR = re.compile(r"\(\d{4}\)$")
RUNS = re.compile(r"[ァ-ヺー]{3,}|[一-鿿]{2,}")
"""What stands for words where none are parted by spaces: runs of katakana, runs of kanji."""

TELLING = 4
"""Words of fewer letters give nothing away."""


def telling_words(text: str) -> set[str]:
    """Return the words of a text that are long enough to give something away; figures always are."""
    words = {
        word for word in fold(text).split() if len(word) >= TELLING or (word.isdigit() and len(word) > 1)
    }
    return (
        words if text.isascii() else {word for word in words if not is_japanese(word)} | {*RUNS.findall(text)}
    )


def alike(one: str, other: str) -> bool:
    """Return whether two words are one but for a typo; figures must be equal."""
    if one.isdigit() or other.isdigit():
        return one == other
    return OSA.distance(one, other) <= (1 if min(len(one), len(other)) > TELLING else 0)


def answer_is_not_in_stem(draft: Draft, catalogue: Catalogue) -> str | None:
    """C1: no word of the answer stands in the stem, unless every choice has it.

    "True" tells nothing wherever it stands: in Japanese the stem itself asks whether the sentence is (これは正しいですか).
    """
    if draft.way == SENTENCE:
        return None
    if squash(draft.key.text) in squash(draft.stem):
        return "the answer stands in the stem"
    if draft.answered.form not in (Form.CHOICE, Form.TYPED, Form.CLUES):
        return None
    every = [telling_words(choice.text) for choice in draft.choices]
    shared = set.intersection(*every) if len(every) > 1 else set()
    stem = telling_words(draft.stem)
    for word in telling_words(draft.key.text) - shared:
        if any(alike(word, other) for other in stem):
            return f"{word!r} of the answer stands in the stem"
    return None


def stem_points_at_no_choice(draft: Draft, catalogue: Catalogue) -> str | None:
    """C2: no word of the stem stands in exactly one choice."""
    for word in telling_words(draft.stem) if draft.answered.form is Form.CHOICE else ():
        holders = [choice for choice in draft.choices if word in telling_words(choice.text)]
        if len(holders) == 1:
            return f"{word!r} of the stem stands in one choice alone"
    return None


def title_says_nothing(draft: Draft, catalogue: Catalogue) -> str | None:
    """C1: a sentence to be judged says nothing of a film that its own title says (Gamera appears in Gamera 2).

    Where the true sentence would, the false one is dropped with it: else such sentences would always be false.
    """
    if draft.way != SENTENCE:
        return None
    claim, key = draft.choices[0].claim, draft.facts[0].entity
    title = set(fold(catalogue.entity(claim.subject).name).split())
    for value in (catalogue.entity(claim.value), key):
        if value is not None and value.type != "film" and set(fold(value.name).split()) & title:
            return f"{value.name} stands in the film's title"
    return None


def no_year_orders_the_films(draft: Draft, catalogue: Catalogue) -> str | None:
    """C1: where it is asked which film comes next, no year is printed that would put the choices in order."""
    if PROPERTIES[draft.facts[0].property].types != ("film",) or draft.way == SENTENCE:
        return None
    printed = next((choice.text for choice in draft.choices if PRINTED_YEAR.search(choice.text)), None)
    return f"{printed}: the year tells which comes next" if printed else None


RULES = (answer_is_not_in_stem, stem_points_at_no_choice, title_says_nothing, no_year_orders_the_films)

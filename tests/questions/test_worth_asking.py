"""Questions are worth asking: about what an audience knows, in names it knows, with nothing that tells itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from questions.catalogue import Catalogue
from questions.kinds.odd_one_out import MOST_TITLES, stands_in
from questions.kinds.what_first import PLACED
from questions.picker import in_a_row
from questions.pool import SAME_AGE, can_be_told, is_leading, series_mates
from questions.properties import PROPERTIES
from questions.question import Form, Question

MANY = 600
SOME = 80
LATIN_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")


@pytest.fixture(scope="module")
def evening(library: Catalogue) -> list[Question]:
    """A long row of questions of all kinds."""
    return list(islice(in_a_row(library, 3), MANY))


@pytest.fixture(scope="module")
def japanese(library: Catalogue) -> list[Question]:
    """A row of questions in Japanese."""
    return list(islice(in_a_row(library, 4, language="ja"), MANY // 2))


def row(library: Catalogue, kind: str, **wish: Any) -> Iterator[Question]:
    """Return some questions of a kind."""
    return islice(in_a_row(library, 5, kind=kind, **wish), SOME)


def test_what_few_know_is_asked_seldom(evening: list[Question]) -> None:
    """Properties that an audience hardly knows make up less than a tenth of an evening, though many films tell them."""
    asked = Counter(question.property for question in evening)
    little = sum(count for name, count in asked.items() if PROPERTIES[name].familiar < 1)

    assert little / len(evening) < 0.1


def test_sources_are_seldom_the_subject(evening: list[Question]) -> None:
    """Which source gives which figure is asked at most once in fifty questions."""
    assert sum(question.kind == "sources_differ" for question in evening) <= MANY / 50


@pytest.mark.parametrize("kind", ["typed", "who_played", "true_or_false"])
def test_bit_parts_are_not_asked_about(library: Catalogue, kind: str) -> None:
    """Who is asked for as a part stands at the head of the cast."""
    facts = [library.fact(question.facts[0]) for question in row(library, kind, property="cast")]

    assert facts
    assert [fact.id for fact in facts if not is_leading(library, fact)] == []


def test_japanese_questions_name_whom_japanese_names(library: Catalogue, japanese: list[Question]) -> None:
    """Every fact a Japanese question stands on has Japanese names for all in it, and no stem holds a Latin name."""
    spoken = library.spoken("ja")
    unnamed = [
        question.stem
        for question in japanese
        if question.property not in ("what", "release") and question.kind != "odd_one_out"
        if not can_be_told(spoken, spoken.fact(question.facts[0]))
    ]

    assert unnamed == []
    assert [q.stem for q in japanese if q.kind != "sources_differ" and LATIN_NAME.search(q.stem)] == []


def test_riddles_can_be_asked_in_japanese(library: Catalogue) -> None:
    """A riddle's stem is a whole question in Japanese too."""
    riddles = list(row(library, "who_am_i", language="ja"))

    assert len(riddles) > SOME / 2
    assert {question.form for question in riddles} == {Form.CLUES}


def test_sentences_are_true_as_often_in_japanese(library: Catalogue) -> None:
    """No word of the stem stands in one of the two answers, which would drop all its questions."""
    answers = Counter(question.answer for question in row(library, "true_or_false", language="ja"))

    assert min(answers[right] for right in ("正しい", "間違い")) > SOME / 4


def test_no_event_that_says_when_it_happens_is_put_first(library: Catalogue) -> None:
    """Neither the answer nor another choice says first, last, before or after."""
    told = [choice for question in row(library, "what_first") for choice in question.choices or ()]

    assert told
    assert [choice for choice in told if PLACED.search(choice)] == []


def test_the_odd_film_is_of_the_others_time(library: Catalogue) -> None:
    """The odd one out came out no farther from the others than they lie apart, and no title names what the three share."""
    for question in row(library, "odd_one_out"):
        facts = [library.fact(fact) for fact in question.facts]
        three, value = facts[-3:], facts[-1].entity
        odd = library.entity(question.film) if len(facts) == 3 else facts[0].subject
        years = sorted(fact.subject.year or 0 for fact in three)
        assert value is not None
        near = min(abs((odd.year or 0) - year) for year in years)
        assert near <= max(SAME_AGE, years[-1] - years[0]) or len(facts) == 3
        assert not [fact for fact in three if stands_in(value.name, fact.subject.name)]
        assert sum(stands_in(value.name, film.name) for film in library.films()) <= MOST_TITLES


def test_neighbours_are_sought_in_the_series(library: Catalogue) -> None:
    """Which film comes next is asked among films of one series."""
    films = {film.name: film.id for film in library.films()}
    for question in row(library, "single_fact", property="sequel_to"):
        ids = {films[choice] for choice in question.choices or () if choice in films}
        mates = series_mates(library, library.fact(question.facts[0]).subject.id)
        assert ids <= mates

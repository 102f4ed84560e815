"""What the films that come with Marquee are never asked: disputes of the sources, and choices that may be right."""

from __future__ import annotations

import re

import pytest

from questions.catalogue import Catalogue
from questions.picker import pick
from questions.question import Question

ASKED = 1_500


@pytest.fixture(scope="module")
def questions(library: Catalogue) -> list[Question]:
    """Many questions about everything."""
    asked = (pick(library, seed) for seed in range(ASKED))
    return [question for question in asked if question is not None]


@pytest.fixture(scope="module")
def about_gamera_2(library: Catalogue) -> list[Question]:
    """Many questions about Gamera 2 alone."""
    asked = (pick(library, seed, scope="gamera-2") for seed in range(ASKED))
    return [question for question in asked if question is not None]


def test_sapporo_and_sendai_never_stand_against_each_other(about_gamera_2: list[Question]) -> None:
    """The city of the second flower is disputed: neither city is a wrong choice where the other is right."""
    cities = [question for question in about_gamera_2 if question.kind == "city"]

    assert cities
    assert not [q for q in cities if {"Sapporo", "Sendai"} <= set(q.choices or ()) and q.answer != "Tokyo"]


def test_the_running_time_is_never_asked(about_gamera_2: list[Question]) -> None:
    """99 or 100 minutes: no question rests on either."""
    assert not [q for q in about_gamera_2 if q.property == "runtime" or {"99", "100"} & set(q.choices or ())]


def test_who_a_whole_list_leaves_out_is_never_asked(questions: list[Question]) -> None:
    """Ulfuls stand in one list of composers and not in the other: no question rests on them or offers them."""
    assert not [q for q in questions if "Ulfuls" in (q.answer, *(q.choices or ())) or "Ulfuls" in q.stem]


def test_no_wrong_year_saw_another_release(library: Catalogue, questions: list[Question]) -> None:
    """A year in which the film came out in any way or place is no wrong choice."""
    for question in questions:
        if question.kind == "release" and (question.choices or ("",))[0].isdigit():
            released = {fact.value[:4] for fact in library.facts(subject=question.film, property="release")}
            assert released & set(question.choices or ()) == {question.answer}


def test_no_year_tells_which_film_comes_next(questions: list[Question]) -> None:
    """Where it is asked which film comes before or after another, no choice prints its year."""
    ordered = [q for q in questions if q.property in ("sequel_to", "followed_by") and q.kind == "single_fact"]

    assert ordered
    assert not [choice for q in ordered for choice in q.choices or () if re.search(r"\(\d{4}\)", choice)]


def test_a_false_sentence_is_explained_by_what_proves_it_false(questions: list[Question]) -> None:
    """What is shown after a false sentence is the reason why it is false."""
    false = [q for q in questions if q.kind == "true_or_false" and q.answer == "False"]

    assert false
    assert not [q for q in false if q.explanation != q.wrong[0].because]


def test_no_film_comes_before_or_after_itself(questions: list[Question]) -> None:
    """No sentence to be judged names one film twice."""
    sentences = [q.stem for q in questions if q.property in ("sequel_to", "followed_by")]

    assert sentences
    for stem in sentences:
        before, _, after = stem.removeprefix("Is this right? ").partition(" comes straight ")
        assert f" {before} in its series." not in f" {after}"


def test_what_a_title_says_is_no_sentence_to_be_judged(about_gamera_2: list[Question]) -> None:
    """Gamera and Legion stand in the title: who else appears would always be a false sentence."""
    judged = [q for q in about_gamera_2 if q.kind == "true_or_false"]

    assert judged
    assert not [q for q in judged if q.property == "monster"]

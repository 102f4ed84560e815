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


def test_a_disputed_running_time_is_never_asked_as_settled(
    library: Catalogue, about_gamera_2: list[Question]
) -> None:
    """99, 100 or 101 minutes: no question rests on any of them, but those that ask what one source says."""
    settled = [q for q in about_gamera_2 if q.kind != "sources_differ"]
    minutes = {"99", "100", "101"}

    assert {fact.value for fact in library.facts(subject="gamera-2", property="runtime")} == minutes
    assert not [q for q in settled if q.property == "runtime" or minutes & set(q.choices or ())]
    assert not [q for q in settled if minutes & {q.answer} or "minutes" in q.stem or q.measure == "minutes"]
    assert {q.kind for q in about_gamera_2 if q.property == "runtime"} == {"sources_differ"}


def test_a_running_time_is_asked_for_only_where_all_agree(library: Catalogue) -> None:
    """How long a film runs is to be guessed where every source and version gives one settled length, and nowhere else."""
    asked = (pick(library, seed, kind="closest", property="runtime") for seed in range(200))
    films = {question.film for question in asked if question is not None}
    told = {film.id: library.facts(subject=film.id, property="runtime") for film in library.films()}

    agreed = {
        film
        for film, known in told.items()
        if len({fact.value for fact in known}) == 1 and all(fact.settled for fact in known)
    }
    assert films
    assert films <= agreed
    assert pick(library, 1, scope="gamera-2", kind="closest", property="runtime") is None


def test_who_a_whole_list_leaves_out_is_never_asked(questions: list[Question]) -> None:
    """Ulfuls stand in one list of composers and not in the other: no question rests on them or offers them."""
    for q in questions:
        told = (q.stem, q.shown_answer, *(q.choices or ()), *q.accepted, *q.items, *q.clues)
        assert not [text for text in told if "Ulfuls" in text]


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

"""Kinds: the claims that hold for every way of asking, whichever files stand in kinds/."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from questions.catalogue import Catalogue, Fact
from questions.draft import Choice, Draft
from questions.fold import squash
from questions.judge.numbers import numbers_in
from questions.kinds import KINDS
from questions.picker import pick
from questions.properties import PROPERTIES
from questions.question import Form, Question, from_json, to_json
from tests.questions.asking import MANY, SEEDS, asked, count_above, drafts, every_draft
from tests.questions.brute import is_known_whole, is_told_before
from tests.questions.brute_written import right_answers, wanted_answers
from tests.questions.film_text import FIVE, Build, film

BINARY = ("True", "False")
FORMS = {
    "closest": Form.NUMBER,
    "cloze": Form.TYPED,
    "connect": Form.TYPED,
    "in_order": Form.ORDER,
    "pairs": Form.PAIRS,
    "typed": Form.TYPED,
    "who_am_i": Form.CLUES,
}
"""How a kind is answered where that is not by pressing a choice."""

PRESSED = sorted(KINDS.keys() - FORMS.keys())
COUNTS = {"true_or_false": {2}, "sources_differ": {2, 3, 4}, "what_first": {3}}
"""How many choices a kind shows where that is not always four."""

RANKED = ["city", "odd_one_out", "release", "single_fact", "who_played"]
UNRANKED = {"year"}
"""Ways of these kinds whose choices are no entities, so that nothing is more famous than another."""


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_question(library: Catalogue, kind: str) -> None:
    """A question is repeatable to the letter."""
    again = [pick(library, seed, kind=kind) for seed in SEEDS[:20]]

    assert tuple(again) == asked(library, kind)[:20]


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_stands_on_facts(library: Catalogue, kind: str) -> None:
    """Every question has facts, sources and witnesses, a difficulty, and the form and language of its kind."""
    assert asked(library, kind)
    for question in asked(library, kind):
        assert (question.kind, question.language) == (kind, "en")
        assert question.form is FORMS.get(kind, Form.CHOICE)
        assert KINDS[kind].form is question.form
        assert question.facts
        assert question.sources
        assert question.witnesses >= 1
        assert 0 < question.difficulty < 1


def chosen(question: Question) -> None:
    """Check that one of the choices is the answer, and every other has a reason and sources."""
    choices = question.choices or ()
    assert len(set(choices)) == len(choices)
    assert len(choices) in COUNTS.get(question.kind, {4})
    assert question.kind != "true_or_false" or choices == BINARY
    assert choices.count(str(question.answer)) == 1
    assert question.accepted[0] == question.answer
    assert {wrong.choice for wrong in question.wrong} == set(choices) - {question.answer}
    assert all(wrong.because and wrong.sources for wrong in question.wrong)
    assert (question.items, question.clues, question.answer_ids, question.measure) == ((), (), (), "")


def typed(question: Question) -> None:
    """Check that nothing is shown to choose from, and the answer is one that is accepted."""
    assert (question.choices, question.wrong, question.items, question.measure) == (None, (), (), "")
    assert question.answer in question.accepted
    assert (question.clues == ()) is (question.form is Form.TYPED)


def numbered(question: Question) -> None:
    """Check that nothing is shown to choose from, and the answer is a figure that says what it counts."""
    assert (question.choices, question.wrong, question.items, question.clues) == (None, (), (), ())
    assert numbers_in(str(question.answer)) == [int(str(question.answer))]
    assert question.answer in question.accepted
    assert question.measure


def placed(question: Question) -> None:
    """Check that the answer lists all four choices, each once, and none of them is wrong."""
    choices = question.choices or ()
    assert isinstance(question.answer, tuple)
    assert len(set(choices)) == len(choices) == len(question.answer) == 4
    assert sorted(question.answer) == sorted(choices)
    assert question.accepted == ()
    assert (question.wrong, question.clues, question.answer_ids, question.measure) == ((), (), (), "")
    assert len(set(question.items)) == len(question.items) == (4 if question.form is Form.PAIRS else 0)


def told_by_clues(question: Question) -> None:
    """Check that the answer is written as any other, and no clue comes twice or names it."""
    typed(question)
    assert 3 <= len(set(question.clues)) == len(question.clues) <= 5
    assert not [clue for clue in question.clues if squash(str(question.answer)) in squash(clue)]


SHAPES: dict[Form, Callable[[Question], None]] = {
    Form.CHOICE: chosen,
    Form.TYPED: typed,
    Form.NUMBER: numbered,
    Form.ORDER: placed,
    Form.PAIRS: placed,
    Form.CLUES: told_by_clues,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_has_the_shape_of_its_form(library: Catalogue, kind: str) -> None:
    """What is pressed has one right choice, what is written shows none, what is put together lists its right order."""
    for question in asked(library, kind):
        SHAPES[question.form](question)


@pytest.mark.parametrize("kind", KINDS)
def test_the_answer_is_what_the_facts_say(library: Catalogue, kind: str) -> None:
    """Read anew from the facts, what the question takes for right is right, and nothing else is."""
    for question in asked(library, kind):
        wanted = wanted_answers(library, question)
        assert right_answers(library, question) == wanted, question.stem
        assert question.answer in wanted


@pytest.mark.parametrize("kind", PRESSED)
def test_the_wrong_choices_are_known_to_be_wrong(library: Catalogue, kind: str) -> None:
    """Every claim that a wrong choice makes is about something of which all is known and nothing disputed."""
    found = list(every_draft(library, kind))

    assert found
    for draft in found:
        assert draft.distractors
        for choice in draft.distractors:
            assert PROOFS.get(kind, is_left_out)(library, draft, choice), draft.stem


def is_left_out(catalogue: Catalogue, draft: Draft, choice: Choice) -> bool:
    """Return whether a list that is whole lacks what a choice claims, or a settled date is later than the answer's."""
    if choice.later is not None:
        return catalogue.fact(choice.later.id).settled and choice.later.value > draft.facts[0].value
    return is_known_whole(catalogue, choice.claim.subject, choice.claim.property, choice.claim.case)


def is_no_odd_one(catalogue: Catalogue, draft: Draft, choice: Choice) -> bool:
    """Return whether a film has, undisputed, what the answer's whole list lacks."""
    shared = draft.facts[-1]
    asserted = {"property": shared.property, "value": shared.entity.id if shared.entity else None}
    odd = draft.key.claim.subject
    whole = is_known_whole(catalogue, odd, shared.property, {}) and not catalogue.facts(
        subject=odd, **asserted
    )
    alike = catalogue.facts(subject=choice.claim.subject, **asserted)
    return whole and bool(alike) and all(fact.settled for fact in alike)


def is_another_account(catalogue: Catalogue, draft: Draft, choice: Choice) -> bool:
    """Return whether a choice is what other passages say, in dispute with what the one named says."""
    own, other = draft.facts[0], next(fact for fact in draft.facts if value_of(fact) == choice.claim.value)
    return other.id in own.disputed_with and not set(own.sources) & set(other.sources)


def value_of(fact: Fact) -> str:
    """Return a fact's value as a claim gives it."""
    return fact.entity.id if fact.entity else fact.value


def is_told_later(catalogue: Catalogue, draft: Draft, choice: Choice) -> bool:
    """Return whether a passage tells the answer's event before a choice's, and none the other way round."""
    return is_told_before(catalogue, draft.film, draft.key.claim.subject, choice.claim.subject)


PROOFS: dict[str, Callable[[Catalogue, Draft, Choice], bool]] = {
    "odd_one_out": is_no_odd_one,
    "sources_differ": is_another_account,
    "what_first": is_told_later,
}
"""What makes a wrong choice wrong, where that is not that its own claim is false."""


@pytest.mark.parametrize("kind", RANKED)
def test_the_rank_drawn_is_the_rank_held(library: Catalogue, kind: str) -> None:
    """As many wrong choices as drawn are more famous than the answer; equals in fame count as either."""
    found = [draft for draft in every_draft(library, kind) if draft.way not in UNRANKED]

    assert {draft.seed for draft in found} == {0, 1, 2, 3}
    for draft in found:
        key = draft.key.entity
        shown = [choice.entity for choice in draft.distractors if choice.entity]
        assert key is not None
        assert len(shown) == 3
        assert count_above(key, shown) <= draft.seed <= count_above(key, shown, or_equal=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_survives_its_json(library: Catalogue, kind: str) -> None:
    """What a round's row holds is the whole question."""
    for question in asked(library, kind):
        assert from_json(to_json(question)) == question


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_takes_properties_by_their_shape(kind: str) -> None:
    """Each kind fits some property, not all of them, and names each way once."""
    fitting = {name: KINDS[kind].ways(prop) for name, prop in PROPERTIES.items()}

    assert any(fitting.values())
    assert not all(fitting.values())
    assert all(len(set(found)) == len(found) for found in fitting.values())


def test_four_films_are_not_enough_for_another_director(build: Build) -> None:
    """Where too few wrong choices can be proved, nothing is asked: choices are never padded."""
    few = {film_id: FIVE[film_id] for film_id in ("moth", "wasp", "crab")}
    catalogue = build(**few)

    assert [list(drafts(catalogue, "single_fact", "director", "value", MANY))] == [[]]


DISPUTED = 'director = [{ is = "Ishiro Honda", by = "a" }, { is = "Jun Fukuda", by = "b" }]'


@pytest.mark.parametrize("kind", ["pairs", "single_fact", "true_or_false", "typed"])
def test_what_is_disputed_of_a_film_is_not_asked(build: Build, kind: str) -> None:
    """A film whose directors are disputed is neither asked about nor offered as a wrong choice for any director."""
    catalogue = build(**FIVE, ant=film("ant", "Ant Terror", 1966, DISPUTED))

    for way in KINDS[kind].ways(PROPERTIES["director"]):
        found = list(drafts(catalogue, kind, "director", way, MANY))
        assert found
        assert "ant" not in {choice.claim.subject for draft in found for choice in draft.choices}

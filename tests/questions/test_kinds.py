"""Kinds: four claims that hold for every way of asking, whichever files stand in kinds/."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from random import Random

import pytest

from questions.catalogue import Catalogue, Entity
from questions.distractors import WANTED
from questions.draft import Ask, Draft
from questions.kinds import KINDS
from questions.picker import pick
from questions.pool import facts_of
from questions.properties import PROPERTIES
from questions.question import Question, from_json, to_json
from questions.telling import label
from tests.questions.brute import is_known_whole, right_choices
from tests.questions.film_text import FIVE, Build, film

SEEDS = range(60)
MANY = 20
BINARY = ("True", "False")


@lru_cache
def asked(catalogue: Catalogue, kind: str) -> tuple[Question, ...]:
    """Return a sample of a kind's questions about the films that come with Marquee."""
    picked = (pick(catalogue, seed, kind=kind) for seed in SEEDS)
    return tuple(question for question in picked if question is not None)


SAMPLE = 60
"""Facts of a property that are drafted from, evenly from all over the library."""


def drafts(catalogue: Catalogue, kind: str, prop: str, way: str, tries: int = 1) -> Iterator[Draft]:
    """Yield the drafts that the ranks give of a sample of a property's facts; each has its rank for its seed."""
    facts = facts_of(catalogue, prop)
    for fact in facts[:: max(1, len(facts) // SAMPLE)]:
        for above, again in product(range(WANTED + 1), range(tries)):
            rng = Random(f"{above} {again}")
            draft = KINDS[kind].ask(Ask(catalogue, fact, way, above, rng, "en", above))
            if draft is not None:
                yield draft


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_question(library: Catalogue, kind: str) -> None:
    """A question is repeatable to the letter."""
    again = [pick(library, seed, kind=kind) for seed in SEEDS[:20]]

    assert tuple(again) == asked(library, kind)[:20]


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_has_its_shape(library: Catalogue, kind: str) -> None:
    """The answer is one of four choices, or of true and false; every other has a reason and sources; facts come first."""
    for question in asked(library, kind):
        choices = question.choices or ()
        assert len(set(choices)) == len(choices) == (2 if choices == BINARY else 4)
        assert question.answer in choices
        assert question.accepted[0] == question.answer
        assert {wrong.choice for wrong in question.wrong} == set(choices) - {question.answer}
        assert all(wrong.because and wrong.sources for wrong in question.wrong)
        assert (question.kind, question.language) == (kind, "en")
        assert question.facts
        assert question.sources
        assert question.witnesses >= 1
        assert 0 < question.difficulty < 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_answer_is_what_the_facts_say(library: Catalogue, kind: str) -> None:
    """Read anew from the facts, the stored answer is right and no other choice is."""
    for question in asked(library, kind):
        assert right_choices(library, question) == {question.answer}, question.stem


@pytest.mark.parametrize("kind", KINDS)
def test_the_wrong_choices_are_known_to_be_wrong(library: Catalogue, kind: str) -> None:
    """Every claim that a wrong choice makes is about something of which all is known and nothing disputed."""
    for name in PROPERTIES:
        for way in KINDS[kind].ways(PROPERTIES[name]):
            for draft in drafts(library, kind, name, way):
                for choice in draft.distractors:
                    claim = choice.claim
                    settled = library.fact(choice.later.id).settled if choice.later else False
                    assert settled or is_known_whole(library, claim.subject, claim.property, claim.case), (
                        draft.stem
                    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_rank_drawn_is_the_rank_held(library: Catalogue, kind: str) -> None:
    """As many wrong choices as drawn are more famous than the answer; equals in fame count as either."""
    for name in PROPERTIES:
        for way in set(KINDS[kind].ways(PROPERTIES[name])) - {"sentence", "year"}:
            for draft in drafts(library, kind, name, way):
                key = draft.key.entity
                shown = [choice.entity for choice in draft.distractors if choice.entity]
                assert key is not None
                assert count_above(key, shown) <= draft.seed <= count_above(key, shown, or_equal=True)


def count_above(key: Entity, others: list[Entity], *, or_equal: bool = False) -> int:
    """Return how many are more famous than the key, or as famous."""
    return sum(
        other.popularity > key.popularity or (or_equal and other.popularity == key.popularity)
        for other in others
    )


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


@pytest.mark.parametrize("kind", ["single_fact", "true_or_false"])
def test_what_is_disputed_of_a_film_is_not_asked(build: Build, kind: str) -> None:
    """A film whose directors are disputed is neither asked about nor offered as a wrong choice for any director."""
    odd = 'director = [{ is = "Ishiro Honda", by = "a" }, { is = "Jun Fukuda", by = "b" }]'
    catalogue = build(**FIVE, ant=film("ant", "Ant Terror", 1966, odd))

    for way in KINDS[kind].ways(PROPERTIES["director"]):
        for draft in drafts(catalogue, kind, "director", way, MANY):
            claims = {choice.claim.subject for choice in draft.choices}
            assert "ant" not in claims


CITIES = "\n".join(
    f'[{name.lower()}]\nname = "{name}"\nkind = "city"' for name in ("Sendai", "Kobe", "Kyoto", "Osaka")
)
PARTS = f"""{CITIES}
[station]
name = "Kobe Station"
within = "kobe"
[harbour]
name = "Kobe Harbour"
kind = "city"
within = "kobe"
"""


def event(where: str) -> str:
    """Return an event that happens somewhere."""
    return f'[events.landing]\nwhat = "It lands"\nwhere = [{where}]\n[story]\na = ["landing"]'


def test_a_part_of_a_city_is_asked_as_the_city(build: Build) -> None:
    """What happens at a station happens in its city, and no part of a city is a choice."""
    catalogue = build({"places": PARTS}, moth=film(rest=event('{ is = "station", by = "a" }')))

    found = list(drafts(catalogue, "city", "where", "city", MANY))

    assert {draft.key.text for draft in found} == {"Kobe"}
    assert {choice.text for draft in found for choice in draft.distractors} == {"Sendai", "Kyoto", "Osaka"}


def test_an_event_told_more_and_less_closely_is_one_question(build: Build) -> None:
    """Two accounts of one place, one within the other, are asked about once."""
    where = '{ is = "station", by = "b" }, { is = "kobe", by = "a" }'
    catalogue = build({"places": PARTS}, moth=film(rest=event(where)))

    assert {draft.facts[0].value for draft in drafts(catalogue, "city", "where", "city", MANY)} == {"Kobe"}


def test_a_disputed_place_is_not_asked(build: Build) -> None:
    """Where accounts put an event into two cities, neither is an answer nor a wrong choice."""
    where = '{ is = "sendai", by = "b" }, { is = "kobe", by = "a" }'
    catalogue = build({"places": PARTS}, moth=film(rest=event(where)))

    assert list(drafts(catalogue, "city", "where", "city", MANY)) == []


def test_a_role_of_two_actors_is_not_asked_for_one(build: Build) -> None:
    """Who wears a suit is not asked where two do, but each of the two may be asked for their monster."""
    suits = ", ".join(f'{{ is = "{name}", as = "Moth", by = "a" }}' for name in ("X Y", "Z Y"))
    more = ", ".join(f'{{ is = "Actor {n}", as = "Beast {n}", by = "a" }}' for n in ("One", "Two", "Three"))
    catalogue = build(moth=film(title="War", facts=f"suit_actor = [{suits}, {more}]"))

    actors = {draft.key.text for draft in drafts(catalogue, "who_played", "suit_actor", "actor", MANY)}
    roles = {draft.key.text for draft in drafts(catalogue, "who_played", "suit_actor", "role", MANY)}

    assert actors.isdisjoint({"X Y", "Z Y"})
    assert "Moth" in roles


def test_one_actor_of_two_roles_is_never_asked_against_himself(build: Build) -> None:
    """Which character somebody plays is not asked with two right choices."""
    cast = ", ".join(
        f'{{ is = "{who}", as = "{role}", by = "a" }}'
        for who, role in (("X Y", "Tom"), ("X Y", "Tim"), ("A B", "Ann"), ("C D", "Bea"), ("E F", "Cid"))
    )
    catalogue = build(moth=film(facts=f"cast = [{cast}]"))

    found = [draft for draft in drafts(catalogue, "who_played", "cast", "role", MANY) if "X Y" in draft.stem]

    assert found
    assert all(len({"Tom", "Tim"} & {choice.text for choice in draft.choices}) == 1 for draft in found)


def test_films_are_asked_first_by_date_only_among_equals(build: Build) -> None:
    """Which came first compares releases of one country and kind known to the day."""
    other = film(
        "ant", "Ant Terror", 1950, 'release = [{ is = 1950, country = "JP", kind = "cinema", by = "a" }]'
    )
    catalogue = build(**FIVE, ant=other)

    found = list(drafts(catalogue, "release", "release", "first", MANY))

    assert {draft.key.text for draft in found} == {"The Moth", "Wasp Attack"}
    assert "Ant Terror" not in {choice.text for draft in found for choice in draft.choices}
    assert label(catalogue.entity("ant")) == "Ant Terror (1950)"

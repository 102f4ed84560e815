"""films/gamera-2.toml holds everything that the four documents say of the film, each with exactly its sources."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from tests.questions.films.seed_statements import (
    FILM,
    MAP,
    SEED_FACTS,
    Find,
    files_of,
    finds,
    found,
    said_by,
    seeds,
    untranslated,
)

if TYPE_CHECKING:
    from questions.catalogue import Catalogue, Fact
    from tests.questions.films.seed_statements import Files, Seed

pytestmark = pytest.mark.skipif(
    not SEED_FACTS.is_file(),
    reason="seed_facts.yaml, which lies outside the project, is not at ../shared/facts/",
)

LISTS = MAP["lists"]
ORDERS = MAP["orders"]
STATED = [seed for seed in seeds() if seed["id"] not in {**LISTS, **ORDERS}]


@pytest.fixture(scope="module")
def wanted(catalogue: Catalogue) -> dict[str, Files]:
    """The files that must say each fact: all those of the statements that come to it (several accounts, one event)."""
    files: dict[str, set[str]] = defaultdict(set)
    for seed in STATED:
        for find in finds(seed):
            for fact in found(catalogue, find):
                files[fact.id] |= find.files
    return {fact: frozenset(said) for fact, said in files.items()}


def the_fact(catalogue: Catalogue, find: Find) -> Fact:
    """Return the one fact that a find fits."""
    fitting = found(catalogue, find)
    assert len(fitting) == 1, f"{len(fitting)} facts fit {find}"
    return fitting[0]


@pytest.mark.parametrize("seed", [pytest.param(seed, id=seed["id"]) for seed in STATED])
def test_statement_stands_with_its_sources(
    seed: Seed, catalogue: Catalogue, wanted: dict[str, Files]
) -> None:
    """A statement's every part is a fact under its subject, and exactly the files that state it say so."""
    assert not untranslated(seed)
    for find in finds(seed):
        fact = the_fact(catalogue, find)
        assert find.files <= said_by(fact).keys(), fact.id
        assert said_by(fact).keys() == wanted[fact.id], fact.id


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, id=seed["id"]) for seed in seeds() if seed["id"] in LISTS]
)
def test_list_is_what_the_passage_gives(seed: Seed, catalogue: Catalogue) -> None:
    """A list is exactly what its passage gives under the property, spelled as it spells it."""
    where = LISTS[seed["id"]]
    given = [
        form
        for fact in catalogue.facts(subject=FILM, property=where["property"])
        for attestation in fact.attestations
        if (attestation.source.film, attestation.source.key) == (FILM, where["passage"])
        for form in attestation.written
    ]
    assert sorted(given) == sorted(seed["value"])
    assert files_of(seed) == {MAP["files"][where["passage"]]}


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, id=seed["id"]) for seed in seeds() if seed["id"] in ORDERS]
)
def test_order_of_cities_follows_from_the_story(seed: Seed, catalogue: Catalogue) -> None:
    """Each passage's own story first comes to the cities in the order that is stated."""
    order = ORDERS[seed["id"]]
    assert len(order["places"]) == len(seed["value"])
    assert {MAP["files"][passage] for passage in order["passages"]} == files_of(seed)
    for passage in order["passages"]:
        first = [first_told(catalogue, passage, place) for place in order["places"]]
        assert first == sorted(set(first)), passage


def first_told(catalogue: Catalogue, passage: str, place: str) -> int:
    """Return how far into a passage's story it first tells of something at a place, or within it."""
    for index, event in enumerate(catalogue.story(FILM)[passage]):
        for fact in (
            fact for slot in ("where", "to") for fact in catalogue.facts(subject=event.id, property=slot)
        ):
            told = passage in {source.key for source in fact.sources}
            if told and fact.entity and (fact.entity.id == place or catalogue.within(fact.entity.id, place)):
                return index
    raise AssertionError(f"{passage} tells of nothing at {place}")


def test_all_statements_are_walked() -> None:
    """Every one of the 293 statements is a test case of its own, and the map has no table for anything else."""
    ids = {seed["id"] for seed in seeds()}
    assert len(ids) == len(seeds()) == 293
    assert {*MAP["statements"], *LISTS, *ORDERS} <= ids


def test_film_file_says_nothing_else(catalogue: Catalogue, wanted: dict[str, Files]) -> None:
    """What the file has the four documents state besides is what the map lists, each with exactly those files."""
    besides = {
        fact.id: sorted(said_by(fact))
        for fact in catalogue.facts(film=FILM)
        if fact.id not in wanted and said_by(fact)
    }
    assert besides == MAP["ours"]

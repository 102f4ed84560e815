"""The 48 groups in which the documents on Gamera 2 differ come out of the compiler as they should."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from questions.catalogue import Catalogue

FILM = "gamera-2"
GROUPS: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "conflicts.toml").read_text(encoding="utf-8")
)
DIFFERENCES = ("detail", "spelling", "measure", "same", "doubt")


def disputed(catalogue: Catalogue, pairs: list[list[list[str]]]) -> None:
    """Hold that all facts of one side and all of the other are at odds, and those of one side with none of their own."""
    for sides in pairs:
        for side, others in (sides, reversed(sides)):
            for fact in (catalogue.fact(identity) for identity in side):
                assert fact.difference == "dispute", fact.id
                assert set(others) <= set(fact.disputed_with), fact.id
                assert not set(side) & set(fact.disputed_with), fact.id
                assert not fact.settled


def settled(catalogue: Catalogue, facts: list[str]) -> None:
    """Hold that nothing disputes or doubts the facts, so that a question may rest on them."""
    for identity in facts:
        assert catalogue.fact(identity).settled, identity


def differ(difference: str) -> Callable[[Catalogue, list[str]], None]:
    """Return the check that facts show a difference."""

    def check(catalogue: Catalogue, facts: list[str]) -> None:
        for identity in facts:
            assert catalogue.fact(identity).difference == difference, identity

    return check


def written(catalogue: Catalogue, facts: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Hold how each passage spells the facts' values."""
    for identity, forms in facts.items():
        said = {item.source.key: list(item.written) for item in catalogue.fact(identity).attestations}
        assert {passage: said[passage] for passage in forms} == forms, identity


def stated_by(catalogue: Catalogue, facts: Mapping[str, list[str]]) -> None:
    """Hold exactly which passages state the facts."""
    for identity, passages in facts.items():
        assert sorted(source.key for source in catalogue.fact(identity).sources) == passages, identity


def witnessed(catalogue: Catalogue, facts: Mapping[str, int]) -> None:
    """Hold how many independent families bear the facts out."""
    assert {identity: catalogue.fact(identity).witnesses for identity in facts} == facts


def called(catalogue: Catalogue, entities: Mapping[str, list[str]]) -> None:
    """Hold that the entities are found by all these names."""
    for entity, names in entities.items():
        assert set(names) <= set(catalogue.names(entity)), entity


def opened(catalogue: Catalogue, lists: list[str]) -> None:
    """Hold that the lists are not whole: nothing is provably wrong against them."""
    assert not [text for text in lists if catalogue.is_closed(*text.split())]


def closed(catalogue: Catalogue, lists: list[str]) -> None:
    """Hold that the lists are whole."""
    assert all(catalogue.is_closed(*text.split()) for text in lists)


def inverted(catalogue: Catalogue, pairs: list[list[str]]) -> None:
    """Hold that the events of each pair are told in opposite orders, so that none is asked to come first."""
    for pair in pairs:
        assert frozenset(f"{FILM}/{event}" for event in pair) in catalogue.inverted(FILM), pair


def within(catalogue: Catalogue, pairs: list[list[str]]) -> None:
    """Hold that one entity lies within the other, so that neither is a wrong answer against the other."""
    for inner, outer in pairs:
        assert catalogue.within(inner, outer)


CHECKS: dict[str, Callable[[Catalogue, Any], None]] = {
    "dispute": disputed,
    "settled": settled,
    **{difference: differ(difference) for difference in DIFFERENCES},
    "written": written,
    "sources": stated_by,
    "witnesses": witnessed,
    "names": called,
    "open": opened,
    "closed": closed,
    "inverted": inverted,
    "within": within,
}


@pytest.mark.parametrize(
    "group", [pytest.param(name, id=f"{name} {GROUPS[name]['topic']}") for name in GROUPS]
)
def test_group_comes_out_as_it_should(group: str, catalogue: Catalogue) -> None:
    """The catalogue tells a group's facts apart as the documents do: see its `says` in conflicts.toml."""
    expected = {key: value for key, value in GROUPS[group].items() if key not in ("topic", "says", "by")}
    assert expected, "a group without a check"
    for name, value in expected.items():
        CHECKS[name](catalogue, value)


@pytest.mark.parametrize("group", [name for name in GROUPS if GROUPS[name]["by"] == "rule"])
def test_rule_needs_no_word(group: str, catalogue: Catalogue) -> None:
    """Where the compiler finds the difference alone, no fact at odds carries a reason that a person wrote."""
    pairs = GROUPS[group].get("dispute", [])
    facts = [identity for sides in pairs for side in sides for identity in side]
    assert not [identity for identity in facts if catalogue.fact(identity).why]


@pytest.mark.parametrize("word", ["same", "doubt"])
def test_word_says_why(word: str, catalogue: Catalogue) -> None:
    """Every fact of the film that a person's word marks says why."""
    marked = [fact for fact in catalogue.facts(film=FILM) if fact.difference == word]
    assert marked
    assert all(fact.why for fact in marked)


def test_one_thing_under_several_names_disputes_nothing(catalogue: Catalogue) -> None:
    """What is one thing by a word names its other names, which are therefore never its wrong choices."""
    names = [catalogue.fact(identity) for identity in GROUPS["X31"]["same"][:3]]
    for one, other in combinations(names, 2):
        assert other.id in one.disputed_with
        assert one.id in other.disputed_with


def test_there_are_48_groups() -> None:
    """Every group of the conflicts has its case, X01 to X48, and says what the documents say."""
    assert sorted(GROUPS) == [f"X{number:02}" for number in range(1, 49)]
    assert all(group["says"] for group in GROUPS.values())
    assert {group["by"] for group in GROUPS.values()} == {"rule", "word"}

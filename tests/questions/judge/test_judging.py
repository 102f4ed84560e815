"""What the judge promises of any guess: it never raises, never accepts nothing, and never takes one for another."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.catalogue import Catalogue
from questions.judge import InCatalogue, Known, Listed, Verdict, judge, known_of, prepared
from questions.judge.lines import world_of

WORLD = world_of(Path(__file__).parent / "world.jsonl")
KINDS = (
    "film",
    "person",
    "character",
    "monster",
    "city",
    "place",
    "company",
    "year",
    "number",
    "date",
    "text",
)
TYPED = ("film", "person", "character", "monster", "place", "company")
EACH = 60
"""Answers of a type that are tried, each against all names of the type that begin alike and some that do not."""


def verdict(known: Known, guess: str, world: Listed = WORLD) -> Verdict:
    """Return the verdict on a guess in a world of names."""
    return judge(prepared(known, world), guess, world).verdict


@given(st.sampled_from(KINDS), st.text(max_size=60), st.text(max_size=300))
def test_nothing_raises(kind: str, name: str, guess: str) -> None:
    """Whatever is asked and typed, there is a verdict."""
    judge(prepared(Known(kind, (name,)), WORLD), guess, WORLD)


@given(st.sampled_from(WORLD.entities), st.text(alphabet=" \t\n\u200b\u202e.,!?|*_~`\"'-()", max_size=20))
def test_nothing_typed_is_never_accepted(known: Known, guess: str) -> None:
    """Blanks, marks and invisible characters are no answer."""
    assert verdict(known, guess) is Verdict.REJECT


@given(st.sampled_from(WORLD.entities), st.text(max_size=1))
def test_a_single_letter_is_no_answer(known: Known, guess: str) -> None:
    """One letter is accepted only where that is a whole name (M)."""
    if verdict(known, guess) is Verdict.ACCEPT:
        assert any(len(name) == 1 or "7" in guess for name in (*known.names, guess)), (known, guess)


@given(st.sampled_from([known for known in WORLD.entities if known.kind == "film"]), st.integers(2, 40))
def test_another_number_is_another_film(known: Known, number: int) -> None:
    """A number that is not in the title is never taken for a slip."""
    if not any(character.isdigit() for name in known.names for character in name):
        assert verdict(known, f"{known.names[0]} {number}") is not Verdict.ACCEPT


@given(st.sampled_from(WORLD.entities), st.sampled_from(WORLD.entities))
def test_the_exact_name_of_another_is_never_accepted(known: Known, other: Known) -> None:
    """Aliens is not Alien: whatever is exactly another's name is refused or asked back."""
    if known.kind == other.kind and known.names[0] != other.names[0]:
        for name in other.names:
            assert verdict(known, name) is not Verdict.ACCEPT


@given(st.integers(1000, 9999), st.integers(1000, 9999))
def test_years_are_exact(asked: int, guess: int) -> None:
    """A year is right or wrong."""
    assert (verdict(Known("year", (str(asked),)), str(guess)) is Verdict.ACCEPT) == (asked == guess)


def test_it_asks_back_what_several_could_be() -> None:
    """A family name that two people bear, a title that two films bear: asked back, with the years to choose from."""
    films = [Known("film", ("Godzilla",), year) for year in (1954, 1998)]
    people = [Known("person", ("Shusuke Kaneko",)), Known("person", ("Noboru Kaneko",))]
    world = Listed([*films, *people])
    asked = prepared(films[0], world)

    assert judge(asked, "Godzilla", world).verdict is Verdict.PROMPT
    assert judge(asked, "Godzilla", world).choices == ("1954", "1998")
    assert judge(asked, "Godzilla 1954", world).verdict is Verdict.ACCEPT
    assert judge(asked, "Godzilla (1998)", world).verdict is Verdict.REJECT
    assert verdict(people[0], "Kaneko", world) is Verdict.PROMPT
    assert verdict(people[0], "kaneko, shusuke", world) is Verdict.ACCEPT


@pytest.mark.parametrize("kind", TYPED)
def test_no_name_of_the_library_is_taken_for_another(library: Catalogue, kind: str) -> None:
    """Of the library's entities, none is accepted under another's exact name; every own name is right or asked back.

    Here a seeded part of all pairs, those with like beginnings among them; `python -m tests.benchmarks.judge` tries all.
    """
    world = InCatalogue(library)
    everyone = [known_of(library, entity) for entity in library.entities(kind) if not entity.unnamed]
    names = sorted((name, known.id) for known in everyone for name in known.names)
    rng = Random(7)
    for known in rng.sample(everyone, min(EACH, len(everyone))):
        asked = prepared(known, world)
        near = [pair for pair in names if any(pair[0][:4] == name[:4] for name in known.names)]
        for name, owner in (*near, *rng.sample(names, min(150, len(names)))):
            said = judge(asked, name, world)
            assert owner == known.id or said.verdict is not Verdict.ACCEPT, (known, name, said)
            assert owner != known.id or said.verdict is not Verdict.REJECT, (known, name, said)

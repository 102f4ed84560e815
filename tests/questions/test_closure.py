"""Closure: which lists are whole, so that what is not in them is provably wrong."""

from __future__ import annotations

import pytest

from questions.claim import Claim, asserted, refuted
from tests.questions.film_text import Build, film

TWO = 'writer = [{ is = "X Y", by = ["a", "b"] }, { is = "Z Y", by = "b" }]'
CLOSED = {
    'director = [{ is = "X Y", by = "a" }]': ("director", True),
    'director = [{ is = "X Y", by = ["a", "b"] }, { is = "Z Y", by = ["a", "b"] }]': ("director", True),
    TWO: ("writer", False),
    'director = [{ is = "X Y", by = "a" }, { is = "Z Y", by = "b" }]': ("director", False),
    'director = [{ is = "X Y", by = "a" }, { is = "Z Y", by = "a", doubt = "a slip" }]': ("director", False),
    'director = [{ is = "X Y", by = "a", doubt = "a slip" }]': ("director", False),
    'monster = [{ is = "Moth", by = "a" }]': ("monster", False),
    'monster = [{ is = "Moth", by = "a" }]\nwhole = { monster = "a" }': ("monster", True),
    'monster = [{ is = "Moth", by = "a" }, { is = "Wasp", by = "b" }]\nwhole = { monster = "a" }': (
        "monster",
        False,
    ),
    'runtime = [{ is = 99, by = "a" }]': ("runtime", True),
    'runtime = [{ is = 99, by = "a" }, { is = 100, by = "b" }]': ("runtime", False),
}


@pytest.mark.parametrize("facts", CLOSED)
def test_a_list_is_whole_by_its_property(build: Build, facts: str) -> None:
    """Always, when known, or when said, as the property declares; differing whole lists open it."""
    name, closed = CLOSED[facts]

    assert build(moth=film(facts=facts)).is_closed("moth", name) is closed


def test_the_actor_of_a_known_role_is_all_there_is(build: Build) -> None:
    """A role is closed as soon as it is known and settled, though the cast is open."""
    catalogue = build(moth=film(facts='cast = [{ is = "X Y", as = "Tom", by = "a" }]'))

    assert not catalogue.is_closed("moth", "cast")
    assert catalogue.closed_by("moth", "cast", "moth/tom") == ("moth/a",)


def test_a_disputed_role_is_open(build: Build) -> None:
    """Where passages name different actors of a role, no other is provably wrong."""
    cast = 'cast = [{ is = "X Y", as = "Tom", by = "a" }, { is = "Z Y", as = "Tom", by = "b" }]'

    assert not build(moth=film(facts=cast)).is_closed("moth", "cast", "moth/tom")


FACTS = """
director = [{ is = "X Y", by = "a" }]
writer   = [{ is = "X Y", by = ["a", "b"] }, { is = "Z Y", by = "b" }]
runtime  = [{ is = 99, by = "a" }, { is = 100, by = "b" }]
monster  = [{ is = "queen", by = "a" }]
whole    = { monster = "a" }
cast     = [{ is = "X Y", as = "Tom", by = "a" }]
production_began = [{ is = 1995-08-01, by = "a" }]
"""
REST = """
[monsters.swarm]
name = "The Swarm"
[monsters.queen]
name = "The Queen"
within = "swarm"
[monsters.egg]
name = "The Egg"
within = "queen"
[monsters.wasp]
name = "The Wasp"
[monsters.twin]
apart = ["queen"]
name = "Another Queen"
spellings = ["Queen"]
"""
CLAIMS = [
    (Claim("moth", "director", "person/x-y"), "borne out"),
    (Claim("moth", "director", "person/z-y"), "refuted"),
    (Claim("moth", "writer", "person/z-y"), "borne out"),
    (Claim("moth", "writer", "person/other"), "open"),
    (Claim("moth", "runtime", "99"), "borne out"),
    (Claim("moth", "runtime", "101"), "open"),
    (Claim("moth", "monster", "monster/wasp"), "refuted"),
    (Claim("moth", "monster", "monster/swarm"), "borne out"),
    (Claim("moth", "monster", "monster/egg"), "borne out"),
    (Claim("moth", "monster", "monster/twin"), "borne out"),
    (Claim("moth", "composer", "person/x-y"), "open"),
    (Claim("moth", "production_began", "1995"), "borne out"),
    (Claim("moth", "production_began", "1996"), "refuted"),
]


@pytest.mark.parametrize(("claim", "wanted"), CLAIMS)
def test_a_claim_is_borne_out_refuted_or_open(build: Build, claim: Claim, wanted: str) -> None:
    """Only what a settled, whole list leaves out is wrong; part and whole, and equal names, cannot be told apart."""
    other = 'editor = [{ is = "Other", by = "a" }]'
    catalogue = build(moth=film(facts=FACTS, rest=REST), wasp=film("wasp", "Wasp", facts=other))

    said = "borne out" if asserted(catalogue, claim) else "refuted" if refuted(catalogue, claim) else "open"

    assert said == wanted


def test_a_refutation_says_what_is_true_and_who_says_so(build: Build) -> None:
    """The reason is the true fact in a sentence, with the passages it rests on."""
    catalogue = build(moth=film(facts=FACTS, rest=REST))

    wrong = refuted(catalogue, Claim("moth", "director", "person/z-y"))

    assert wrong is not None
    assert (wrong.because, wrong.sources) == ("X Y directed The Moth.", ("moth/a",))


def test_a_reason_names_the_whole_list(build: Build) -> None:
    """Where several are true the reason names them, and for a role says which."""
    facts = """director = [{ is = "X Y", by = "a" }, { is = "Z Y", by = "a" }]
suit_actor = [{ is = "V Y", as = "Moth", by = "a" }, { is = "W Y", as = "Moth", by = "a" }]"""
    catalogue = build(moth=film(facts=facts))

    directed = refuted(catalogue, Claim("moth", "director", "person/v-y"))
    worn = refuted(catalogue, Claim("moth", "suit_actor", "person/x-y", {"as": "monster/moth"}))

    assert directed is not None
    assert worn is not None
    assert directed.because == "For The Moth, the sources name only X Y and Z Y as “director”."
    assert worn.because == "For The Moth, the sources name only V Y and W Y as “suit actor (Moth)”."

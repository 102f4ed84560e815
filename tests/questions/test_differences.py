"""Differences: each rule by which the compiler sees how sources differ, on two statements of one thing."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from questions.catalogue import Fact
from tests.questions.film_text import Build, film

PLACES = """
[japan]
name = "Japan"
kind = "country"
[sendai]
name = "Sendai"
kind = "city"
within = "japan"
[sapporo]
name = "Sapporo"
kind = "city"
within = "japan"
[station]
name = "Sendai Station"
within = "sendai"
"""


class Case(NamedTuple):
    """Statements about the film, and how each value must come out."""

    facts: str
    property: str
    wanted: dict[str, str | None]


RULES = {
    "equal values are one fact": Case(
        'runtime = [{ is = 99, by = "a" }, { is = 99, by = "b" }]', "runtime", {"99": None}
    ),
    "marks and case are no difference": Case(
        'writer = [{ is = "Kō Ōtani", by = "a" }, { is = "Ko Otani", by = "b" }]',
        "writer",
        {"Kō Ōtani": "spelling"},
    ),
    "another way of writing is a spelling": Case(
        'writer = [{ is = "Ko Otani", by = ["a", "b"], written = { b = "Koh Ohtani" } }]',
        "writer",
        {"Ko Otani": "spelling"},
    ),
    "unequal values are a dispute": Case(
        'runtime = [{ is = 99, by = "a" }, { is = 100, by = "b" }]',
        "runtime",
        {"99": "dispute", "100": "dispute"},
    ),
    "also inside one family": Case(
        'runtime = [{ is = 99, by = "a" }, { is = 100, by = "a2" }]',
        "runtime",
        {"99": "dispute", "100": "dispute"},
    ),
    "and inside one passage": Case(
        'runtime = [{ is = 99, by = "a" }, { is = 100, by = "a" }]',
        "runtime",
        {"99": "dispute", "100": "dispute"},
    ),
    "different cases do not meet": Case(
        'runtime = [{ is = 99, version = "US", by = "a" }, { is = 100, version = "JP", by = "b" }]',
        "runtime",
        {"99": None, "100": None},
    ),
    "a case that does not say meets every other": Case(
        'runtime = [{ is = 99, version = "US", by = "a" }, { is = 100, by = "b" }]',
        "runtime",
        {"99": "dispute", "100": "dispute"},
    ),
    "a date within another is a detail": Case(
        'production_began = [{ is = 1995-08-01, by = "a" }, { is = "1995-08", by = "b" }]',
        "production_began",
        {"1995-08-01": "detail", "1995-08": "detail"},
    ),
    "a date outside another is a dispute": Case(
        'production_began = [{ is = 1995-09-01, by = "a" }, { is = "1995-08", by = "b" }]',
        "production_began",
        {"1995-09-01": "dispute", "1995-08": "dispute"},
    ),
    "a doubted value disputes nothing": Case(
        'runtime = [{ is = 99, by = "a" }, { is = 100, by = "b", doubt = "a slip" }]',
        "runtime",
        {"99": None, "100": "doubt"},
    ),
    "the file may say that two are the same": Case(
        'runtime = [{ is = 99, by = "a" }, { is = 100, by = "b" }]\nsame = { runtime = "rounded" }',
        "runtime",
        {"99": "same", "100": "same"},
    ),
    "equal sums that measure different things": Case(
        """earned = [{ is = 9, in = "JPY", measure = "gross", by = "a" },
                     { is = 9, in = "JPY", measure = "rentals", by = "b" }]""",
        "earned",
        {"9": "measure"},
    ),
    "other sums that measure different things do not meet": Case(
        """earned = [{ is = 9, in = "JPY", measure = "gross", by = "a" },
                     { is = 7, in = "JPY", measure = "rentals", by = "b" }]""",
        "earned",
        {"9": None, "7": None},
    ),
    "two actors of one role in one passage are one list": Case(
        'suit_actor = [{ is = "X Y", as = "Moth", by = "a" }, { is = "Z Y", as = "Moth", by = "a" }]',
        "suit_actor",
        {"X Y": None, "Z Y": None},
    ),
    "two passages with an actor each are a dispute": Case(
        'suit_actor = [{ is = "X Y", as = "Moth", by = "a" }, { is = "Z Y", as = "Moth", by = "b" }]',
        "suit_actor",
        {"X Y": "dispute", "Z Y": "dispute"},
    ),
    "equal lists agree": Case(
        'writer = [{ is = "X Y", by = ["a", "b"] }, { is = "Z Y", by = ["a", "b"] }]',
        "writer",
        {"X Y": None, "Z Y": None},
    ),
    "a list inside another is a detail of what it lacks": Case(
        'writer = [{ is = "X Y", by = ["a", "b"] }, { is = "Z Y", by = "b" }]',
        "writer",
        {"X Y": None, "Z Y": "detail"},
    ),
    "whole lists at odds dispute what only one has": Case(
        'writer = [{ is = "W Y", by = ["a", "b"] }, { is = "X Y", by = "a" }, { is = "Z Y", by = "b" }]',
        "writer",
        {"W Y": None, "X Y": "dispute", "Z Y": "dispute"},
    ),
    "lists that nobody calls whole dispute nothing": Case(
        'monster = [{ is = "Moth", by = "a" }, { is = "Wasp", by = "b" }]',
        "monster",
        {"Moth": None, "Wasp": None},
    ),
    "lists called whole do": Case(
        'monster = [{ is = "Moth", by = "a" }, { is = "Wasp", by = "b" }]\nwhole = { monster = ["a", "b"] }',
        "monster",
        {"Moth": "dispute", "Wasp": "dispute"},
    ),
    "a doubted member is out of the comparison": Case(
        'writer = [{ is = "X Y", by = ["a", "b"] }, { is = "Z Y", by = "b", doubt = "a slip" }]',
        "writer",
        {"X Y": None, "Z Y": "doubt"},
    ),
}


def differences(facts: list[Fact]) -> dict[str, str | None]:
    """Return each value's difference; equal figures of several cases must have the same."""
    return {fact.value: fact.difference for fact in facts}


@pytest.mark.parametrize("rule", RULES)
def test_rule(build: Build, rule: str) -> None:
    """How sources differ about a film is computed from what they state."""
    case = RULES[rule]

    found = build(moth=film(facts=case.facts)).facts(property=case.property)

    assert differences(found) == case.wanted


EVENTS = {
    "a place within another is a detail": (("station", "sendai"), "detail"),
    "at any depth": (("station", "japan"), "detail"),
    "a place beside another is a dispute": (("station", "sapporo"), "dispute"),
    "a place without a proper name is a detail of one with": (("field", "sapporo"), "detail"),
    "two places without a proper name are a dispute": (("field", "wood"), "dispute"),
}


@pytest.mark.parametrize("rule", EVENTS)
def test_rule_of_places(build: Build, rule: str) -> None:
    """Where an event happens may be said more or less closely, or at odds."""
    (one, other), wanted = EVENTS[rule]
    rest = f"""
[events.landing]
what = "It lands"
where = [{{ is = "{one}", by = "a" }}, {{ is = "{other}", by = "b" }}]
[places.field]
name = "a field"
unnamed = true
[places.wood]
name = "a wood"
unnamed = true
[story]
a = ["landing"]
"""
    found = build({"places": PLACES}, moth=film(rest=rest)).facts(property="where")

    assert set(differences(found).values()) == {wanted}


def test_rivals_name_each_other(build: Build) -> None:
    """Disputed facts hold one another's ids; a detail has no rival."""
    facts = """runtime = [{ is = 99, by = "a" }, { is = 100, by = "b" }]
production_began = [{ is = 1995, by = "a" }, { is = "1995-08", by = "b" }]"""
    catalogue = build(moth=film(facts=facts))

    assert catalogue.fact("moth/runtime/99").disputed_with == ("moth/runtime/100",)
    assert catalogue.fact("moth/runtime/100").disputed_with == ("moth/runtime/99",)
    assert all(not fact.disputed_with for fact in catalogue.facts(property="production_began"))


@pytest.mark.parametrize(("passage", "wanted"), [("b", "dispute"), ("a", None)])
def test_what_is_said_of_a_whole_and_of_a_part(build: Build, passage: str, wanted: str | None) -> None:
    """One value said of a swarm and, elsewhere, of its queen is disputed: of which? One passage may say it of both."""
    rest = f"""
[monsters.swarm]
name = "The Swarm"
goal = [{{ is = "to nest", by = "a" }}]
size = [{{ is = "40 metres tall", by = "a" }}]
[monsters.queen]
name = "The Queen"
within = "swarm"
size = [{{ is = "40 metres tall", by = "{passage}" }}]
"""
    found = build(moth=film(rest=rest)).facts(property="size")

    assert [fact.difference for fact in found] == [wanted, wanted]


def test_names_of_one_entity_are_spellings_or_details(build: Build) -> None:
    """A name within another says less; other names are spellings; another language's name is neither."""
    rest = """[characters.doctor]
name = [{ is = "Shin Chujo", by = "a" }, { is = "Chujo", by = "b" }, { is = "Sinichi", by = "b" },
        { is = "中条", lang = "ja", by = "a" }]"""
    found = build(moth=film(rest=rest)).facts(property="name")

    assert differences(found) == {
        "Shin Chujo": "detail",
        "Chujo": "detail",
        "Sinichi": "spelling",
        "中条": None,
    }


@pytest.mark.parametrize(("by", "families"), [('["a", "a2"]', 1), ('["a", "b"]', 2), ('"a"', 1)])
def test_witnesses_are_families(build: Build, by: str, families: int) -> None:
    """Two passages of one family are one witness."""
    catalogue = build(moth=film(facts=f"runtime = [{{ is = 99, by = {by} }}]"))

    assert catalogue.fact("moth/runtime/99").witnesses == families


def test_disputed_and_doubted_facts_are_not_settled(build: Build) -> None:
    """A question may rest on a spelling, a detail or a measure, never on a dispute or a doubt."""
    facts = """runtime = [{ is = 99, by = "a" }, { is = 100, by = "b" }]
writer = [{ is = "X Y", by = "a", doubt = "a slip" }]
editor = [{ is = "Z Y", by = "a", written = { a = "Zed Y" } }]"""
    catalogue = build(moth=film(facts=facts))

    unsettled = {fact.property for fact in catalogue.facts() if not fact.settled}
    assert unsettled == {"runtime", "writer"}

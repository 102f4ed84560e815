"""`marquee-questions check --report`: the library in figures that agree with the catalogue."""

from __future__ import annotations

import json

from questions.catalogue import Catalogue
from questions.report import as_json, as_text, doubtful, figures, gaps
from tests.questions.film_text import Build, film

TWO_LENGTHS = 'runtime = [{ is = 99, by = "a" }, { is = 100, by = "b" }]'
DIRECTOR = 'director = [{ is = "Ishiro Honda", by = "a" }]'


def test_the_figures_add_up(library: Catalogue) -> None:
    """Facts by property and facts by witnesses are the same facts; disputes are those of the catalogue."""
    known = figures(library)
    facts = library.facts()

    assert known.facts == sum(row.facts for row in known.rows) == sum(known.witnesses.values()) == len(facts)
    assert sum(row.disputed for row in known.rows) == sum(fact.difference == "dispute" for fact in facts)
    assert sum(row.borne_out for row in known.rows) == sum(fact.witnesses >= 2 for fact in facts)


def test_a_dispute_is_told_once_with_both_sides(build: Build) -> None:
    """Both values and who says each stand in one line."""
    told = "\n".join(as_text(build(moth=film(facts=TWO_LENGTHS))))

    assert "runtime of The Moth: 100 (B, film page) against 99 (A, film page)" in told
    assert told.count("runtime of The Moth") == 1


def test_gaps_name_what_is_missing(build: Build) -> None:
    """A film without a director stands under that gap, one with a director does not."""
    missing = {
        gap.what: gap.of for gap in gaps(build(moth=film(), wasp=film("wasp", "Wasp", facts=DIRECTOR)))
    }

    assert missing["no director"] == ("moth",)
    assert missing["no composer"] == ("moth", "wasp")


def test_one_name_in_films_with_nobody_in_common_is_listed(build: Build) -> None:
    """A bare name makes one person of two films; where no other person joins them, a human is asked to look."""
    catalogue = build(moth=film(facts=DIRECTOR), wasp=film("wasp", "Wasp", facts=DIRECTOR))

    (one,) = doubtful(catalogue)

    assert (one.person, one.why) == ("person/ishiro-honda", "films with nobody else in common: moth / wasp")


def test_colleagues_make_a_name_one(build: Build) -> None:
    """With a second person in both films, nobody needs to look."""
    crew = DIRECTOR + '\nwriter = [{ is = "Jun Fukuda", by = "a" }]'

    assert doubtful(build(moth=film(facts=crew), wasp=film("wasp", "Wasp", facts=crew))) == []


def test_a_career_longer_than_a_life_is_listed(build: Build) -> None:
    """More than 75 years between first and last film are likelier two people."""
    crew = DIRECTOR + '\nwriter = [{ is = "Jun Fukuda", by = "a" }]'
    catalogue = build(moth=film(year=1925, facts=crew), wasp=film("wasp", "Wasp", 2001, facts=crew))

    assert {one.why for one in doubtful(catalogue)} == {"career of more than 75 years: 1925 to 2001"}


def test_the_report_is_json_too(build: Build) -> None:
    """One object a line: the figures first, then disputes, gaps and people."""
    lines = [json.loads(line) for line in as_json(build(moth=film(facts=TWO_LENGTHS)))]

    assert lines[0]["section"] == "figures"
    assert lines[0]["films"] == 1
    assert {line["section"] for line in lines} == {"figures", "dispute", "gap"}

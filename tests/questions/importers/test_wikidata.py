"""Wikidata's entities: what a film says there is what its record says, no more and no less."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questions.imports.report import Report
from tests.questions.importers.wikidata_made import (
    CITY_STREETS,
    CONSTRUCTED,
    DEPRECATED,
    HOUR,
    HUMAN,
    MINUTE,
    NO_SAMPLES,
    SAMPLES,
    SECOND,
    amount,
    answer,
    claim,
    dump,
    entity,
    film,
    films,
    said,
)

samples = pytest.mark.skipif(not SAMPLES.exists(), reason=NO_SAMPLES)
NAMES = {
    "Q900000010": "Ann Director",
    "Q900000011": "Bo Writer",
    "Q900000012": "Cy Writer",
    "Q900000013": "Di Producer",
    "Q900000014": "Ed Composer",
    "Q900000020": "Flo Star",
    "Q900000021": "Gus Star",
    "Q900000022": "Hal Star",
    "Q900000030": "Honami",
    "Q900000040": "Sapporo",
    "Q900000050": "Daiei",
    "Q900000051": "Toho",
    "Q900000060": "Invented Series",
    "Q900000061": "An Earlier Film",
    "Q900000062": "A Later Film",
    "Q900000070": "Invented Prize",
}
ALL_PROPERTIES = [
    ("title", "An Invented Film", {"lang": "en"}),
    ("title", "作り話", {"lang": "ja"}),
    ("also_known_as", "A Made-Up Film", {"lang": "en"}),
    ("year", 1996, {}),
    ("director", "q900000010", {}),
    ("writer", "q900000011", {}),
    ("writer", "q900000012", {}),
    ("composer", "q900000014", {}),
    ("producer", "q900000013", {}),
    ("cast", "q900000020", {"as": "q900000030", "billed": 1}),
    ("cast", "q900000021", {"as": "Subway Driver", "billed": 2}),
    ("starring", "q900000022", {"order": 3}),
    ("place", "q900000040", {}),
    ("production_company", "q900000050", {}),
    ("country", "JP", {}),
    ("language", "ja", {}),
    ("runtime", 99, {}),
    ("release", "1996-07-13", {"country": "JP"}),
    ("release", "2003", {"country": "US"}),
    ("distributor", "q900000051", {"country": "JP"}),
    ("series_position", 10, {"series": "q900000060"}),
    ("sequel_to", "q900000061", {"series": "q900000060"}),
    ("followed_by", "q900000062", {"series": "q900000060"}),
    ("budget", 5_000_000, {"in": "USD"}),
    ("earned", 700_000_000, {"in": "JPY", "measure": "box office", "country": "JP"}),
    ("award", "q900000070", {"year": 1996}),
]


@samples
def test_every_property_of_the_constructed_film_is_told(tmp_path: Path) -> None:
    """All properties stand in the record exactly, the deprecated length and the unknown filming place do not."""
    names = answer(tmp_path / "names.json", *(entity(key, name) for key, name in NAMES.items()))

    (record,) = films(CONSTRUCTED, names)

    assert said(record) == ALL_PROPERTIES
    assert record.film.ids == {"wikidata": "Q900000001", "imdb": "tt9999999", "wikipedia": "An_Invented_Film"}
    assert (record.id, record.form, record.film.key, record.film.renown) == (
        "Q900000001",
        "film",
        "Q900000001",
        1.0,
    )
    assert {one.key: one.name for one in record.entities} == {
        key.lower(): name for key, name in NAMES.items()
    }
    assert {one.key: one.type for one in record.entities if one.type != "person"} == {
        "q900000030": "character",
        "q900000040": "place",
        "q900000050": "company",
        "q900000051": "company",
        "q900000060": "series",
        "q900000061": "film",
        "q900000062": "film",
        "q900000070": "award",
    }


@samples
def test_a_cited_page_is_the_witness_not_wikidata(tmp_path: Path) -> None:
    """The director's reference is a page of example.org, which is the only passage of that statement."""
    names = answer(tmp_path / "names.json", *(entity(key, name) for key, name in NAMES.items()))

    (record,) = films(CONSTRUCTED, names)

    (director,) = [one for one in record.film.statements if one.property == "director"]
    assert director.by == ("example-org",)
    source = record.sources["example-org"]
    assert (source.family, source.url, source.licence) == ("example-org", "https://example.org/a", "CC0 1.0")
    assert source.what == "example.org, as cited by Wikidata: An Invented Film (Q900000001)"


@samples
def test_a_real_film_is_told_with_the_names_of_its_people(tmp_path: Path) -> None:
    """City Streets of 1931: its titles in twelve languages, its people by name, its passages by witness."""
    people = {"Q51472": "Rouben Mamoulian", "Q93957": "Gary Cooper", "Q231595": "Sylvia Sidney"}
    names = [entity(key, name, 40, P31=HUMAN) for key, name in people.items()]
    names += [
        entity("Q130232", "drama film"),
        entity("Q60", {"en": "New York City", "ja": "ニューヨーク"}, P31="Q515"),
    ]
    report = Report()

    (record,) = films(CITY_STREETS, answer(tmp_path / "names.json", *names), report=report)

    assert (record.film.name, record.film.renown) == ("City Streets", 12.0)
    assert len(said(record, "title")) == 12
    assert ("title", "市街", {"lang": "ja"}) in said(record, "title")
    assert said(record, "also_known_as") == [
        ("also_known_as", "Straßen der Großstadt", {"lang": "de"}),
        ("also_known_as", "Carrefours de la ville", {"lang": "fr"}),
        ("also_known_as", "Vie della città", {"lang": "it"}),
    ]
    assert said(record)[15:] == [
        ("year", 1931, {}),
        ("director", "q51472", {}),
        ("starring", "q93957", {"order": 1}),
        ("starring", "q231595", {"order": 2}),
        ("place", "q60", {}),
        ("genre", "drama film", {}),
        ("country", "US", {}),
        ("language", "en", {}),
        ("runtime", 82, {}),
        ("release", "1931", {}),
    ]
    by = {one.value: one.by for one in record.film.statements}
    assert by["q51472"] == ("wikipedia-nl", "imdb", "filmaffinity-com")
    assert {record.sources[key].family for key in by["q51472"]} == {"wikipedia", "imdb", "filmaffinity-com"}
    assert (by[1931], by["市街"]) == (("wikipedia-it",), ("wikidata",))
    assert next(one for one in record.entities if one.key == "q60").kind == "city"
    assert report.left_out["cast: a person whose name the files do not give"] == 7


@samples
def test_a_deprecated_statement_is_never_told(tmp_path: Path) -> None:
    """The award that a real item has as deprecated is not taken; the same one as a normal statement is."""
    statement = json.loads(DEPRECATED.read_text(encoding="utf-8"))["statement"]
    prize = entity("Q20872", "Silver Bear")

    first = films(dump(tmp_path / "deprecated.json", film(P166=statement), prize))
    second = films(dump(tmp_path / "normal.json", film(P166={**statement, "rank": "normal"}), prize))

    assert said(first[0], "award") == []
    assert said(second[0], "award") == [("award", "q20872", {})]


def test_preferred_statements_come_first(tmp_path: Path) -> None:
    """Of two lengths both are told, the preferred one before the other."""
    lengths = [amount("+100", MINUTE), claim(amount("+6060", SECOND), "preferred"), amount("+2", HOUR)]

    (record,) = films(dump(tmp_path / "a.json", film(P2047=lengths)))

    assert [value for _, value, _ in said(record, "runtime")] == [101, 100, 120]


ONE_NAME = {
    "P57": ("director", "person"),
    "P58": ("writer", "person"),
    "P86": ("composer", "person"),
    "P162": ("producer", "person"),
    "P1431": ("executive_producer", "person"),
    "P344": ("cinematographer", "person"),
    "P1040": ("editor", "person"),
    "P2554": ("production_designer", "person"),
    "P3174": ("art_director", "person"),
    "P2438": ("narrator", "person"),
    "P840": ("place", "place"),
    "P915": ("filming_place", "place"),
    "P272": ("production_company", "company"),
    "P750": ("distributor", "company"),
    "P144": ("based_on", "work"),
    "P155": ("sequel_to", "film"),
    "P156": ("followed_by", "film"),
    "P166": ("award", "award"),
}


@pytest.mark.parametrize("prop", ONE_NAME)
def test_a_name_stands_under_the_property_that_means_the_same(tmp_path: Path, prop: str) -> None:
    """Each property of Wikidata that names somebody or something is one property here, with an entity of its type."""
    name, kind = ONE_NAME[prop]

    (record,) = films(dump(tmp_path / "a.json", film(**{prop: "Q10"}), entity("Q10", "Ann")))

    assert said(record)[1:] == [(name, "q10", {})]
    assert [(one.type, one.key, one.name) for one in record.entities] == [(kind, "q10", "Ann")]

"""Values of Wikidata: dates, sums, codes, titles, people and references, each as exact as the source has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.imports.report import Report
from tests.questions.importers.wikidata_made import (
    AMERICA,
    DOLLAR,
    FILM,
    HUMAN,
    JAPAN,
    MINUTE,
    SECOND,
    WORLD,
    YEN,
    amount,
    claim,
    dump,
    entity,
    film,
    films,
    item,
    said,
    time,
)

DATES = {
    "day": (time("+1996-07-13T00:00:00Z"), "1996-07-13"),
    "month": (time("+1996-07-00T00:00:00Z", 10), "1996-07"),
    "year shown as 1 January": (time("+1931-01-01T00:00:00Z", 9), "1931"),
    "first of January": (time("+1931-01-01T00:00:00Z", 11), "1931-01-01"),
    "long form": (time("+00000001996-07-13T00:00:00Z"), "1996-07-13"),
    "Julian": (time("+1908-10-15T00:00:00Z", 11, "Q1985786"), "1908-10-28"),
    "decade": (time("+1990-00-00T00:00:00Z", 8), None),
    "before Christ": (time("-0044-03-15T00:00:00Z"), None),
    "no such day": (time("+1996-02-31T00:00:00Z"), None),
    "no time": (time("soon"), None),
}


@pytest.mark.parametrize("case", DATES)
def test_a_date_is_as_exact_as_its_precision(tmp_path: Path, case: str) -> None:
    """A day is a day, a year stays a year though it is written as 1 January, and a decade is left out."""
    value, expected = DATES[case]
    report = Report()

    (record,) = films(dump(tmp_path / "a.json", film(P577=value)), report=report)

    assert [day for _, day, _ in said(record, "release")] == ([expected] if expected else [])
    assert [year for _, year, _ in said(record, "year")] == ([int(expected[:4])] if expected else [])
    assert report.left_out.total() == (expected is None)


def test_releases_that_differ_are_all_kept_and_the_first_is_the_year(tmp_path: Path) -> None:
    """Dates of several countries and ways are statements of their own; a place that is no country is counted."""
    report = Report()
    told = [
        claim(time("+2004-02-01T00:00:00Z"), P291=AMERICA, P437="Q5294"),
        claim(time("+1996-07-13T00:00:00Z"), P291=[JAPAN, "Q884"], P437="Q41253"),
        claim(time("+1996-07-14T00:00:00Z"), P291=JAPAN),
        claim(time("+1995-11-01T00:00:00Z"), P291="Q90"),
    ]

    (record,) = films(dump(tmp_path / "a.json", film(P577=told), entity("Q90", "Paris")), report=report)

    assert said(record, "release", "year") == [
        ("year", 1995, {}),
        ("release", "2004-02-01", {"country": "US", "kind": "video"}),
        ("release", "1996-07-13", {"country": "JP", "kind": "cinema"}),
        ("release", "1996-07-13", {"country": "KR", "kind": "cinema"}),
        ("release", "1996-07-14", {"country": "JP"}),
    ]
    assert report.left_out == {"release: a country without a code": 1}


def test_money_needs_its_currency_and_a_country_or_the_world(tmp_path: Path) -> None:
    """Sums are told with their currency; sums of a continent, without a currency or of nothing are counted."""
    report = Report()
    earned = [
        claim(amount("+700000000", YEN), P3005=JAPAN),
        claim(amount("+6500000.5", DOLLAR, upperBound="+7000000", lowerBound="+6000000"), P3005=WORLD),
        claim(amount("+5", DOLLAR), P3005="Q49"),
        claim(amount("+5", "Q99999")),
        claim(amount("+0", DOLLAR)),
    ]
    money = entity("Q88888", "florin", P498="NLG")

    made = film(P2130=[claim(amount("+9", DOLLAR), P1480="Q5727902"), amount("+8", "Q88888")], P2142=earned)
    (record,) = films(dump(tmp_path / "a.json", made, money), report=report)

    assert said(record, "budget", "earned") == [
        ("budget", 9, {"in": "USD", "about": True}),
        ("budget", 8, {"in": "NLG"}),
        ("earned", 700_000_000, {"in": "JPY", "measure": "box office", "country": "JP"}),
        ("earned", 6_500_001, {"in": "USD", "measure": "box office", "about": True}),
    ]
    assert report.left_out == {
        "earnings: a country without a code": 1,
        "earnings: a currency without a code": 1,
        "earnings: a sum that is none": 1,
    }


def test_codes_come_from_the_table_or_from_the_entity_itself(tmp_path: Path) -> None:
    """A country or a language that the table lacks has its code in its own entity (P297, P218), else it is counted."""
    others = [
        entity("Q771", "Elsewhere", P297="IS"),
        entity("Q772", "Sámegiella", P218="se"),
        entity("Q773", "Gone"),
    ]
    report = Report()

    made = film(P495=[JAPAN, "Q771", "Q773"], P364=["Q5287", "Q772", "Q773"])
    (record,) = films(dump(tmp_path / "a.json", made, *others), report=report)

    assert [value for _, value, _ in said(record, "country", "language")] == ["JP", "IS", "ja", "se"]
    assert report.left_out == {
        "country: a country without a code": 1,
        "language: a language without a code": 1,
    }


def test_sequels_are_told_once_with_the_series_where_it_is_known(tmp_path: Path) -> None:
    """What the statement on the series says is not said again without it; a sequel that is no film is counted."""
    others = [
        entity("Q2", "First", P31=FILM),
        entity("Q3", "Third", P31=FILM),
        entity("Q4", "The Game", P31="Q7889"),
        entity("Q5000", "Moths"),
    ]
    report = Report()
    made = film(
        P179=[claim("Q5000", P1545="2", P155="Q2"), claim("Q5000", P1545="2a")],
        P155="Q2",
        P156=[claim("Q3", P179="Q5000"), "Q4"],
    )

    (record,) = films(
        dump(tmp_path / "a.json", *others[2:], made), dump(tmp_path / "b.json", *others), report=report
    )[:1]

    assert said(record)[1:] == [
        ("series_position", 2, {"series": "q5000"}),
        ("sequel_to", "q2", {"series": "q5000"}),
        ("followed_by", "q3", {"series": "q5000"}),
    ]
    assert [one.key for one in record.entities] == ["q5000", "q2", "q3"]
    assert report.left_out == {
        "next film: what is no film": 1,
        "place in the series: a series without the film's number in it": 1,
    }


def test_a_title_unlike_the_label_is_the_original_one(tmp_path: Path) -> None:
    """Label and title are one where they agree, and two, one of them marked, where they differ."""
    made = film(
        label={"en": "Moth", "ja": "蛾", "zh-hans": "飞蛾", "mul": "Motte", "xx-none": "?!"},
        P1476=[
            {"text": "蛾", "language": "ja"},
            {"text": "The Moth", "language": "en"},
            {"text": "Nattfly", "language": "sv"},
        ],
    )
    made["aliases"] = {"en": [{"language": "en", "value": text} for text in ("Moth", "Big Moth", "[[Moth]]")]}
    report = Report()

    (record,) = films(dump(tmp_path / "a.json", made), report=report)

    assert said(record) == [
        ("title", "Moth", {"lang": "en"}),
        ("title", "蛾", {"lang": "ja"}),
        ("title", "飞蛾", {"lang": "zh-Hans"}),
        ("title", "Motte", {}),
        ("title", "The Moth", {"lang": "en", "use": "original title"}),
        ("title", "Nattfly", {"lang": "sv"}),
        ("also_known_as", "Big Moth", {"lang": "en"}),
    ]
    assert report.left_out == {
        "title: a title without a letter or digit": 1,
        "other title: a title with marks of a markup language": 1,
    }


def test_people_are_told_with_names_spellings_ids_and_renown(tmp_path: Path) -> None:
    """A person has all names, those unlike the first; a band is a group; dogs and nobody in particular are counted."""
    kaneko = entity(
        "Q5555",
        {"de": "Shusuke Kaneko", "en": "Shūsuke Kaneko", "ja": "金子修介"},
        7,
        P31=HUMAN,
        P345="nm0437526",
    )
    kaneko["aliases"] = {"en": [{"value": "Shusuke Kaneko"}, {"value": "S. Kaneko"}]}
    others = [
        entity("Q6666", "Ulfuls", P31="Q5741069"),
        entity("Q7777", "Rex", P31="Q144"),
        entity("Q8888", "and others"),
    ]
    report = Report()

    made = film(P57="Q5555", P86=["Q6666", None, "Q8888"], P161=["Q7777"])
    (record,) = films(dump(tmp_path / "a.json", made, kaneko, *others), report=report)

    person, band = record.entities
    assert (person.type, person.key, person.name) == ("person", "q5555", "Shūsuke Kaneko")
    assert person.names == {"de": "Shusuke Kaneko", "ja": "金子修介"}
    assert person.spellings == ("Shusuke Kaneko", "S. Kaneko")
    assert (person.ids, person.renown) == ({"wikidata": "Q5555", "imdb": "nm0437526"}, 7.0)
    assert (band.type, band.name) == ("group", "Ulfuls")
    assert report.left_out == {
        "cast: what is no person": 1,
        "composer: a name that names nobody, such as “and others”": 1,
    }


def test_a_role_is_told_by_its_entity_or_its_name(tmp_path: Path) -> None:
    """Two roles are two statements; a role without a name makes a star; a voice without a role is counted."""
    others = [entity("Q2000", "Ann Actor"), entity("Q3000", "Honami"), entity("Q3001", "Asagi")]
    report = Report()
    made = film(
        P161=[
            claim("Q2000", P453=["Q3000", "Q3001"], P1545="4"),
            claim("Q2000", P453=None),
            claim("Q2000", P4633="Self"),
        ],
        P725=[claim("Q2000", P453="Q3000", P407="Q1860"), "Q2000"],
    )

    (record,) = films(dump(tmp_path / "a.json", made, *others), report=report)

    assert said(record)[1:] == [
        ("cast", "q2000", {"as": "q3000", "billed": 4}),
        ("cast", "q2000", {"as": "q3001", "billed": 4}),
        ("starring", "q2000", {"order": 2}),
        ("cast", "q2000", {"as": "Self"}),
        ("voice_actor", "q2000", {"as": "q3000", "lang": "en"}),
    ]
    assert report.left_out == {"voice: a voice of nobody in particular": 1}


def test_a_length_is_in_minutes_and_of_its_version(tmp_path: Path) -> None:
    """Seconds and hours become minutes; a version is named; a length without a unit, or of metres, is counted."""
    report = Report()
    lengths = [
        claim(amount("+90.5", MINUTE), P518="Q4000"),
        amount("+5670", SECOND),
        amount("+90", "1"),
        amount("+9e9", MINUTE),
    ]

    (record,) = films(
        dump(tmp_path / "a.json", film(P2047=lengths), entity("Q4000", "director's cut")), report=report
    )

    assert said(record, "runtime") == [("runtime", 91, {"version": "director's cut"}), ("runtime", 95, {})]
    assert report.left_out == {"running time: no number of minutes, seconds or hours": 2}


def test_only_films_and_series_of_television_are_taken(tmp_path: Path) -> None:
    """A series is a series; a film that is planned and an episode are counted; what has no title is counted too."""
    report = Report()
    made = [
        entity(
            "Q1", "Rebirth", P31="Q5398426", P580=time("+2023-00-00T00:00:00Z", 9), P1113=amount("+6", "1")
        ),
        entity("Q2", "Planned", P31="Q18011172", P57="Q9"),
        entity("Q3", "Pilot", P31="Q21191270", P57="Q9"),
        entity("Q4", "", P31=FILM),
        entity("Q9", "Ann", P31=HUMAN),
    ]

    (record,) = films(dump(tmp_path / "a.json", *made), report=report)

    assert (record.form, said(record)[1:]) == ("series", [("year", 2023, {}), ("episodes", 6, {})])
    assert report.skipped == {
        "a work with a director that is neither a film nor a series": 2,
        "a title that is empty": 1,
    }


def test_an_item_known_by_its_number_alone_is_read(tmp_path: Path) -> None:
    """Old dumps give a value's number without its id."""
    old = {key: value for key, value in item("Q17").items() if key != "id"}

    (record,) = films(dump(tmp_path / "a.json", film(P495=[old])))

    assert said(record, "country") == [("country", "JP", {})]

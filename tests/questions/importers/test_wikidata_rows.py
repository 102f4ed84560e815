"""Answers of SPARQL queries: what a query's columns say of films, with less certainty than the entities have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questions.imports.report import Report
from tests.questions.importers.wikidata_made import NO_FILMS, NO_SAMPLES, SAMPLES, TARZAN, films, said

samples = pytest.mark.skipif(not SAMPLES.exists(), reason=NO_SAMPLES)
ENTITY = "http://www.wikidata.org/entity/"


def cell(name: str, value: str) -> dict[str, str]:
    """Return a cell: an id is an entity's address except among labels, anything else a text in English."""
    if value[:1] == "Q" and value[1:].isdigit() and not name.endswith("Label"):
        return {"type": "uri", "value": ENTITY + value}
    return {"type": "literal", "value": value, "xml:lang": "en"}


def rows(path: Path, *told: dict[str, str]) -> Path:
    """Write a query's answer, and return its path."""
    bindings = [{name: cell(name, value) for name, value in row.items()} for row in told]
    names = sorted({name for row in told for name in row})
    path.write_text(
        json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}), encoding="utf-8"
    )
    return path


@samples
def test_a_real_answer_is_told() -> None:
    """Tarzan of 2013: the first of January is a year alone, the country is known by its id, the names by their labels."""
    (record,) = films(TARZAN)

    assert said(record) == [
        ("title", "Tarzan", {"lang": "fr"}),
        ("title", "Tarzan", {"lang": "en"}),
        ("year", 2013, {}),
        ("director", "q13704719", {}),
        ("composer", "q952428", {}),
        ("country", "DE", {}),
        ("runtime", 94, {}),
        ("release", "2013", {}),
    ]
    assert {one.key: one.name for one in record.entities} == {
        "q13704719": "Reinhard Klooss",
        "q952428": "David Newman",
    }
    assert (record.id, record.film.ids) == ("tt1705952", {"imdb": "tt1705952"})


@samples
def test_an_answer_about_something_else_gives_no_film() -> None:
    """Two people with their years of birth and a blank node are no films, and are counted."""
    report = Report()

    assert films(NO_FILMS, report=report) == []
    assert report.skipped == {
        "a row that does not say that it is about a film": 2,
        "a row without the id of a film": 1,
    }


def test_rows_on_one_film_are_one_film(tmp_path: Path) -> None:
    """Each thing is told once however often the rows repeat it, a role with its own actor, a date with its country."""
    same = {"film": "Q1", "filmLabel": "Moth", "director": "Q10", "directorLabel": "Ann", "sitelinks": "31"}
    path = rows(
        tmp_path / "a.json",
        {**same, "actor": "Q20", "actorLabel": "Bo", "character": "Q30", "characterLabel": "Honami"},
        {
            "film": "Q2",
            "filmLabel": "Bee",
            "publicationDate": "1996-07-13T00:00:00Z",
            "releaseCountry": "Q17",
        },
        {**same, "actor": "Q21", "actorLabel": "Cy", "character": "Q31", "characterLabel": "Asagi"},
        {
            **same,
            "series": "Q40",
            "seriesLabel": "Moths",
            "seriesOrdinal": "3",
            "article": "https://en.wikipedia.org/wiki/Caf%C3%A9_(film)",
        },
    )

    moth, bee = films(path)

    assert said(moth) == [
        ("title", "Moth", {"lang": "en"}),
        ("director", "q10", {}),
        ("cast", "q20", {"as": "q30"}),
        ("cast", "q21", {"as": "q31"}),
        ("series_position", 3, {"series": "q40"}),
    ]
    assert (moth.film.renown, moth.film.ids) == (31.0, {"wikidata": "Q1", "wikipedia": "Caf%C3%A9_(film)"})
    assert said(bee)[1:] == [("year", 1996, {}), ("release", "1996-07-13", {"country": "JP"})]


DATES = {
    "2013-01-01T00:00:00Z": "2013",
    "2013-05-01T00:00:00Z": "2013-05",
    "2013-05-02T00:00:00Z": "2013-05-02",
    "2013-05-02": "2013-05-02",
    "2013": "2013",
    "around 2013": None,
}


@pytest.mark.parametrize("shown", DATES)
def test_a_date_without_precision_is_no_more_exact_than_it_can_be(tmp_path: Path, shown: str) -> None:
    """The first of January may be any day of the year, the first of a month any day of that month."""
    (record,) = films(rows(tmp_path / "a.json", {"film": "Q1", "filmLabel": "Moth", "date": shown}))

    assert [day for _, day, _ in said(record, "release")] == [DATES[shown]] * (DATES[shown] is not None)


def test_a_date_with_its_precision_is_a_day(tmp_path: Path) -> None:
    """Where the query asked for the precision too, the first of January can be a day."""
    told = {"film": "Q1", "filmLabel": "Moth", "date": "2013-01-01T00:00:00Z", "datePrecision": "11"}

    (record,) = films(rows(tmp_path / "a.json", told))

    assert said(record, "release") == [("release", "2013-01-01", {})]


def test_what_a_query_leaves_open_is_left_out(tmp_path: Path) -> None:
    """Sums without a currency and lengths too long for minutes are counted; a name without an id is told as a name."""
    report = Report()
    told = {
        "item": "Q1",
        "itemLabel": "Moth",
        "directorLabel": "Ann Director",
        "boxOffice": "700000000",
        "duration": "5940",
        "composer": "Q10",
        "composerLabel": "Q10",
    }

    (record,) = films(rows(tmp_path / "a.json", told), report=report)

    assert said(record) == [("title", "Moth", {"lang": "en"}), ("director", "Ann Director", {})]
    assert report.left_out == {
        "earnings: a currency without a code": 1,
        "running time: no number of minutes, seconds or hours": 1,
        "composer: a person whose name the files do not give": 1,
    }


def test_a_class_decides_what_a_row_is_about(tmp_path: Path) -> None:
    """An item with a class is a film only if its class is one, whatever its column is called."""
    report = Report()
    path = rows(
        tmp_path / "a.json",
        {"item": "Q1", "itemLabel": "Moth", "type": "Q24862"},
        {"film": "Q2", "filmLabel": "Bee", "type": "Q5"},
    )

    assert [record.film.name for record in films(path, report=report)] == ["Moth"]
    assert report.skipped == {"a row about something that is no film": 1}

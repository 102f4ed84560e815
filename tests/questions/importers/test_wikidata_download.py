"""Fetching films from Wikidata: gentle with a server that is busy, slow or broken, and never half a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questions.imports.opening import DamagedError
from questions.imports.report import Report
from questions.imports.wikidata.fetching import PAGE, TRIES, only_fetcher, seconds_of
from tests.questions.importers.wikidata_made import film, films, said
from tests.questions.importers.wikidata_server import (
    Trouble,
    Wikidata,
    busy,
    dropped,
    lagging,
    no_json,
    refusing,
    reply,
)


def test_films_come_with_the_names_of_what_they_refer_to(wikidata: Wikidata, tmp_path: Path) -> None:
    """Two films are one call, the names of their people another; the files read as films with people."""
    paths = wikidata.fetch(tmp_path, "Q1", "Q2", "Q1")

    moth, bee = films(*paths)
    assert said(moth, "director") == said(bee, "director") == [("director", "q10", {})]
    assert said(bee, "starring") == [("starring", "q11", {"order": 1})]
    assert [(asked["ids"], asked["props"]) for asked in wikidata.asked] == [
        ("Q1|Q2", "labels|aliases|claims|sitelinks"),
        ("Q10|Q11|Q90", "labels|aliases|sitelinks"),
    ]
    assert {asked["maxlag"] for asked in wikidata.asked} == {"5"}
    assert wikidata.waited == []


def test_the_project_says_who_it_is(wikidata: Wikidata, tmp_path: Path) -> None:
    """Every call names the project, as Wikidata asks of programs."""
    wikidata.fetch(tmp_path, "Q1")

    (agent,) = wikidata.agents
    assert agent.startswith("marquee-bot/")


def test_ids_are_asked_for_by_fifties(wikidata: Wikidata, tmp_path: Path) -> None:
    """A hundred and one films are three calls; an id that Wikidata does not know makes no film."""
    wikidata.entities |= {f"Q{number}": film(f"Q{number}", f"Film {number}") for number in range(1000, 1100)}
    report = Report()

    paths = wikidata.fetch(tmp_path, *(f"Q{number}" for number in range(1000, 1101)))

    assert [len(asked["ids"].split("|")) for asked in wikidata.asked] == [50, 50, 1]
    assert len(films(*paths, report=report)) == 100
    assert report.skipped == {"what is no item of Wikidata": 1}


def test_a_series_is_fetched_page_by_page(wikidata: Wikidata, tmp_path: Path) -> None:
    """A series longer than a page is asked for until a page is not full."""
    wikidata.series["Q90"] = [f"Q{number}" for number in range(1000, 1000 + PAGE + 1)]
    wikidata.entities |= {name: film(name, f"Film {name}") for name in wikidata.series["Q90"]}

    paths = wikidata.fetch(tmp_path, "series:Q90")

    assert len(films(*paths)) == PAGE + 1
    assert [asked["query"].split()[-1] for asked in wikidata.asked if "query" in asked] == ["0", str(PAGE)]
    assert not any(path.name.startswith("series") for path in paths)


def test_a_file_may_hold_the_choice(wikidata: Wikidata, tmp_path: Path) -> None:
    """A text file with a word a line, comments and blank lines is a choice."""
    choice = tmp_path / "choice.txt"
    choice.write_text("# kaiju\nQ1  # the first\n\nQ2\n", encoding="utf-8")

    assert [record.id for record in films(*wikidata.fetch(tmp_path / "out", str(choice)))] == ["Q1", "Q2"]


@pytest.mark.parametrize("word", ["q1", "Q", "../Q1", "series:1", "Godzilla", "Q" * 5000])
def test_a_word_that_chooses_nothing_is_refused(wikidata: Wikidata, tmp_path: Path, word: str) -> None:
    """A word that is no id, no series and no file is refused before anything is asked, also in a file."""
    choice = tmp_path / "choice.txt"
    choice.write_text(word, encoding="utf-8")

    for chosen in (word, str(choice)):
        with pytest.raises(DamagedError, match="neither a film's id"):
            wikidata.fetch(tmp_path / "out", chosen)
    assert wikidata.asked == []


def test_a_choice_of_no_film_is_refused(wikidata: Wikidata, tmp_path: Path) -> None:
    """Nothing at all, a file of comments, and a series without films are told instead of being imported as no film."""
    (tmp_path / "choice.txt").write_text("# later\n\n", encoding="utf-8")
    wikidata.series["Q91"] = []

    for chosen in ((), (str(tmp_path / "choice.txt"),), ("series:Q91",)):
        with pytest.raises(DamagedError, match="chooses no film"):
            wikidata.fetch(tmp_path / "out", *chosen)


TROUBLES: dict[str, tuple[list[Trouble], list[float]]] = {
    "too many, with the time to wait": ([busy(429, Retry_After="7")], [7.0]),
    "out of order": ([busy(503)], [1.0]),
    "too long a wait": ([busy(503, Retry_After="999999")], [300.0]),
    "lagging": ([lagging], [5.0]),
    "dropped in the middle": ([dropped], [1.0]),
    "a page": ([no_json], [1.0]),
    "one after another": ([busy(500), busy(502), dropped, busy(429, Retry_After="0")], [1.0, 2.0, 4.0, 0.0]),
}


@pytest.mark.parametrize("case", TROUBLES)
def test_a_busy_server_is_asked_again_later(wikidata: Wikidata, tmp_path: Path, case: str) -> None:
    """It waits as long as the server says, else twice as long each time, and then has the whole answer."""
    troubles, waits = TROUBLES[case]
    wikidata.troubles = list(troubles)

    paths = wikidata.fetch(tmp_path, "Q1")

    assert wikidata.waited == waits
    assert [record.id for record in films(*paths)] == ["Q1"]


def test_a_server_that_stays_busy_is_given_up(wikidata: Wikidata, tmp_path: Path) -> None:
    """After some tries it says so, and leaves no file behind."""
    wikidata.troubles = [busy(503)] * TRIES

    with pytest.raises(DamagedError, match="Start again later"):
        wikidata.fetch(tmp_path, "Q1")
    assert (len(wikidata.asked), list(tmp_path.iterdir())) == (TRIES, [])


@pytest.mark.parametrize("refusal", [busy(403), busy(404), refusing], ids=["403", "404", "in words"])
def test_a_refusal_is_not_asked_again(wikidata: Wikidata, tmp_path: Path, refusal: Trouble) -> None:
    """A server that says no is asked once."""
    wikidata.troubles = [refusal]

    with pytest.raises(DamagedError, match=r"refused|refuses"):
        wikidata.fetch(tmp_path, "Q1")
    assert (len(wikidata.asked), wikidata.waited) == (1, [])


def test_a_second_run_goes_on_where_the_first_was_interrupted(wikidata: Wikidata, tmp_path: Path) -> None:
    """What is in the folder is not asked for again, and a third run asks for nothing."""
    wikidata.series["Q90"] = ["Q1", "Q2"]
    wikidata.troubles = [
        lambda handler: reply(handler, json.dumps(wikidata.answer(wikidata.asked[-1])).encode())
    ]
    wikidata.troubles += [busy(503)] * TRIES
    with pytest.raises(DamagedError):
        wikidata.fetch(tmp_path, "series:Q90")
    before = len(wikidata.asked)

    paths = wikidata.fetch(tmp_path, "series:Q90")
    after = len(wikidata.asked)

    assert [sorted(asked) for asked in wikidata.asked[before:after]] == [
        ["action", "format", "ids", "maxlag", "props"]
    ] * 2
    assert wikidata.fetch(tmp_path, "series:Q90") == paths
    assert len(wikidata.asked) == after
    assert not list(tmp_path.glob("*.part"))


def test_one_process_at_a_time_fetches(wikidata: Wikidata, tmp_path: Path) -> None:
    """Whoever comes while another process fetches is told so, and asks nothing; what a killed one left is deleted."""
    with only_fetcher(tmp_path), pytest.raises(DamagedError, match="Another process is fetching"):
        wikidata.fetch(tmp_path, "Q1")
    assert wikidata.asked == []

    (tmp_path / "films-Q2-0123456789ab.part").touch()
    wikidata.fetch(tmp_path, "Q1")
    assert {path.suffix for path in tmp_path.iterdir()} == {".json"}


WAITS = {"7": 7.0, "soon": None, "-1": None, "Thu, 01 Jan 1970 00:00:00 GMT": 0.0, "Thu, 99 Jan": None}


@pytest.mark.parametrize("told", WAITS)
def test_a_time_to_wait_is_seconds_or_a_date(told: str) -> None:
    """A date that is past is no wait, and what is neither says nothing."""
    assert seconds_of(told) == WAITS[told]

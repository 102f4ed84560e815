"""Fetching films from Wikidata: gentle with a server that is busy, slow or broken, and never half a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from questions.importers.wikidata import download
from questions.imports.opening import DamagedError
from questions.imports.report import Report
from questions.imports.wikidata.fetching import AT_ONCE, PAGE, TRIES, seconds_of
from tests.questions.importers.wikidata_made import entity, film, films, said

Asked = dict[str, str]
Trouble = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Wikidata:
    """A server with some entities: what it was asked, and what goes wrong at its next answers."""

    address: str = ""
    entities: dict[str, dict[str, Any]] = field(default_factory=dict)
    series: dict[str, list[str]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    troubles: list[Trouble] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def fetch(self, folder: Path, *chosen: str) -> list[Path]:
        """Fetch from this server; a wait is noted instead of waited."""
        return download(
            folder,
            chosen,
            Report(),
            api=f"{self.address}/api",
            query=f"{self.address}/sparql",
            wait=self.waited.append,
        )

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Return the answer to a call of wbgetentities or to a query for the films of a series."""
        if "query" in asked:
            words = asked["query"].split()
            series = next(word.removeprefix("wd:") for word in words if word.startswith("wd:"))
            start = int(words[-1])
            page = self.series[series][start : start + int(words[-3])]
            cells = [
                {"film": {"type": "uri", "value": f"http://www.wikidata.org/entity/{name}"}} for name in page
            ]
            return {"head": {"vars": ["film"]}, "results": {"bindings": cells}}
        ids = asked["ids"].split("|")
        assert len(ids) <= AT_ONCE
        kept = {"type", "id", *asked["props"].split("|")}
        return {
            "entities": {
                name: {key: said for key, said in self.entities[name].items() if key in kept}
                if name in self.entities
                else {"id": name, "missing": ""}
                for name in ids
            },
            "success": 1,
        }


def reply(handler: BaseHTTPRequestHandler, content: bytes, status: int = 200, **headers: str) -> None:
    """Send an answer."""
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(content)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


def busy(status: int, **headers: str) -> Trouble:
    """Return a trouble: the server answers with a status."""
    return lambda handler: reply(handler, b"slow down", status, **headers)


def lagging(handler: BaseHTTPRequestHandler) -> None:
    """Answer as Wikidata does when its copies lag behind."""
    reply(handler, b'{"error": {"code": "maxlag", "info": "Waiting for a copy: 7 seconds"}}', Retry_After="5")


def dropped(handler: BaseHTTPRequestHandler) -> None:
    """Break the connection in the middle of the answer."""
    reply(handler, b'{"entities": {"Q1"', Content_Length="5000")
    handler.close_connection = True


def no_json(handler: BaseHTTPRequestHandler) -> None:
    """Answer with a page instead of JSON."""
    reply(handler, b"<html>Our servers are under maintenance</html>")


def refusing(handler: BaseHTTPRequestHandler) -> None:
    """Answer that what was asked for cannot be had."""
    reply(handler, b'{"error": {"code": "no-such-entity", "info": "Could not find an entity"}}')


@pytest.fixture
def wikidata() -> Iterator[Wikidata]:
    """A server on this machine with two films, their people and a series."""
    told = Wikidata()

    class Handler(BaseHTTPRequestHandler):
        """Answers, or does the next trouble."""

        def do_GET(self) -> None:
            asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            told.asked.append(asked)
            told.agents.add(self.headers["User-Agent"])
            if told.troubles:
                told.troubles.pop(0)(self)
            else:
                reply(self, json.dumps(told.answer(asked)).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    made = [
        film("Q1", "Moth", P57="Q10", P179="Q90"),
        film("Q2", "Bee", P57="Q10", P161="Q11"),
        entity("Q10", "Ann"),
        entity("Q11", "Bo"),
        entity("Q90", "Moths"),
    ]
    told.entities = {one["id"]: one for one in made}
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    server.shutdown()
    thread.join()
    server.server_close()


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


WAITS = {"7": 7.0, "soon": None, "-1": None, "Thu, 01 Jan 1970 00:00:00 GMT": 0.0, "Thu, 99 Jan": None}


@pytest.mark.parametrize("told", WAITS)
def test_a_time_to_wait_is_seconds_or_a_date(told: str) -> None:
    """A date that is past is no wait, and what is neither says nothing."""
    assert seconds_of(told) == WAITS[told]

"""`import wikidata --download`: from words on the command line to a catalogue, and what is told on the way."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from questions.importers import IMPORTERS
from questions.imports.wikidata.fetching import TRIES
from tests.questions.import_desk import Desk, Ran, Terminal, imported_titles
from tests.questions.importers.wikidata_server import Wikidata, busy, dropped

Fetch = Callable[..., Ran]


@pytest.fixture
def fetch(desk: Desk, wikidata: Wikidata, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fetch:
    """A function that imports with --download from the server that stands for Wikidata, into a folder of its own."""
    monkeypatch.setattr("questions.verbs.import_.download_folder", lambda name: tmp_path / "fetched" / name)
    monkeypatch.setitem(IMPORTERS, "wikidata", replace(IMPORTERS["wikidata"], download=wikidata.download))
    return lambda *words: desk.run("wikidata", "--download", *words)


@pytest.mark.parametrize("words", [("Q1", "Q2"), ("series:Q90",), ("choice.txt",)])
def test_words_are_fetched_and_compiled(
    fetch: Fetch, desk: Desk, wikidata: Wikidata, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """Ids of films, a series, and a file with such words each end as films in the catalogue."""
    wikidata.series["Q90"] = ["Q1", "Q2"]
    monkeypatch.chdir(desk.data)
    Path("choice.txt").write_text("Q1 # the first\nQ2\n", encoding="utf-8")

    ran = fetch(*words)

    assert (ran.code, imported_titles(desk.file)) == (0, ["Bee", "Moth"])
    assert f"Written: {desk.file}" in ran.said


def test_what_was_fetched_is_not_fetched_again(fetch: Fetch, desk: Desk, wikidata: Wikidata) -> None:
    """A second import of the same words asks the server nothing and makes the same films."""
    fetch("Q1")
    asked = len(wikidata.asked)
    assert (fetch("Q1").code, len(wikidata.asked), imported_titles(desk.file)) == (0, asked, ["Moth"])


def test_every_try_is_told(fetch: Fetch, wikidata: Wikidata) -> None:
    """Whoever waits hears why, how long, and which try comes next, also where no bar is drawn."""
    wikidata.troubles = [busy(503, Retry_After="7"), dropped]
    host = wikidata.address.removeprefix("http://")
    first, second = fetch("Q1").complained.splitlines()
    assert first == f"{host} gave no answer (503 Service Unavailable): try 2 of {TRIES} in 7 s"
    assert second == f"{host} gave no answer (the answer was no JSON or not whole): try 3 of {TRIES} in 2 s"


def test_a_server_that_gives_nothing_leaves_the_file_as_it_was(
    fetch: Fetch, desk: Desk, wikidata: Wikidata
) -> None:
    """A server that stays away is told after its last try, with what to do; the file is as it was."""
    fetch("Q1")
    before = desk.file.read_bytes()
    wikidata.troubles = [busy(503)] * TRIES
    ran = fetch("Q2")
    assert (ran.code, desk.file.read_bytes()) == (2, before)
    assert "Start again later: what was fetched stays." in ran.complained.splitlines()[-1]


def test_a_terminal_sees_how_far_it_is(
    fetch: Fetch, wikidata: Wikidata, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal a bar tells what is being fetched and read, and how many films are compiled."""
    wikidata.series["Q90"] = ["Q1", "Q2"]
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert fetch("series:Q90").code == 0
    drawn = terminal.getvalue()
    told = (
        "fetching which films Q90 has",
        "fetching films, 0 of 2",
        "fetching names, 0 of 3",
        "films that are met",
    )
    assert [drawn.find(word) for word in told] == sorted(drawn.find(word) for word in told)
    assert all(word in drawn for word in told)

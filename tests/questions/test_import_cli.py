"""The import verb as people meet it: what it says, what it writes, and that a file is never left half written."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from questions.__main__ import main
from tests.questions.import_desk import Desk, Terminal, imported_titles, packs_of


def test_help_names_every_source(desk: Desk) -> None:
    """--help tells what can be imported, what can be fetched, and where it goes."""
    ran = desk.run("--help")
    assert ran.code == 0
    assert all(
        word in ran.said
        for word in ("imdb:", "table:", "wikidata:", "wikipedia:", "--out", "--add", "--again")
    )


def test_words_and_options_stand_in_any_order(desk: Desk) -> None:
    """The source and its files may stand before, after and among the options."""
    name, table, option, mapping = desk.table()
    for line in (
        (name, table, option, mapping),
        (name, option, mapping, table),
        (option, mapping, name, table),
        (name, option, mapping, "--json", table),
    ):
        desk.file.unlink(missing_ok=True)
        assert (desk.run(*line).code, imported_titles(desk.file)) == (0, ["Alpha"])


def test_an_import_tells_what_it_took_and_where_it_is(desk: Desk) -> None:
    """Films taken are counted, and the file that was written is named."""
    ran = desk.run("wikipedia", desk.films_json("Alpha", "Beta"))
    assert (ran.code, imported_titles(desk.file)) == (0, ["Alpha", "Beta"])
    assert "2 films taken" in ran.said
    assert f"Written: {desk.file}" in ran.said


def test_a_terminal_sees_how_far_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a bar tells how much of the data is read, to its end, and what is done then; in a pipe there is none."""
    data = desk.films_json("Alpha")
    assert desk.run("wikipedia", data).complained == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert desk.run("wikipedia", data).code == 0
    drawn = terminal.getvalue()
    assert 0 <= drawn.find("reading:   0%") < drawn.find("films that are met") < drawn.find("100%")


def test_a_report_in_json_is_one_object(desk: Desk) -> None:
    """With --json nothing but one object is said."""
    ran = desk.run("wikipedia", desk.films_json("Alpha"), "--json")
    assert json.loads(ran.said)["films"] == 1
    again = desk.run("--again", "--json")
    assert json.loads(again.said) == {"written": str(desk.file)}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "say which source to import: imdb, table, wikidata, wikipedia"),
        (("nosuch", "a.json"), "invalid choice: 'nosuch'"),
        (("wikipedia",), "name the files to read"),
        (("wikipedia", "nowhere.json"), "there is no file nowhere.json"),
        (("wikipedia", "."), ". is a folder: name the files in it"),
        (("wikipedia", "a.json", "--download"), "cannot be fetched"),
        (("--again",), "there is no file"),
        (("--again", "--catalogue", "a.sqlite3"), "not allowed with argument"),
        (("--again", "wikidata", "a.json"), "--again reads nothing new"),
        (("--again", "--add"), "--again reads nothing new"),
        (("--again", "--mapping", "a.toml"), "--again reads nothing new"),
        (("wikipedia", "a.json", "--mapping", "a.toml"), "needs no mapping file"),
        (("wikidata", "--download"), "say what to fetch: ids of films (Q646148), series:Q2591541"),
    ],
)
def test_what_cannot_be_done_is_told(desk: Desk, arguments: tuple[str, ...], told: str) -> None:
    """What is asked wrongly ends with 2 and a sentence, and nothing is written."""
    ran = desk.run(*arguments)
    assert (ran.code, ran.said, desk.file.exists()) == (2, "", False)
    assert told in ran.complained
    assert "Traceback" not in ran.complained


def test_another_catalogue_is_no_place_to_import_into(desk: Desk) -> None:
    """--catalogue, which other verbs read, is refused instead of being ignored."""
    code = main(("import", "wikipedia", desk.films_json("Alpha"), "--catalogue", str(desk.file)))
    assert (code, desk.file.exists()) == (2, False)
    assert "--out" in desk.capsys.readouterr().err


def test_damaged_data_leave_the_file_as_it_was(desk: Desk) -> None:
    """A file that ends too early is told in one sentence; what was imported before is still there, byte for byte."""
    desk.run("wikipedia", desk.films_json("Alpha", "Beta"))
    before = desk.file.read_bytes()
    whole = Path(desk.films_json("Gamma", "Delta"))
    whole.write_bytes(whole.read_bytes()[:-40])
    ran = desk.run("wikipedia", str(whole))
    assert (ran.code, ran.said, len(ran.complained.splitlines())) == (2, "", 1)
    assert str(whole) in ran.complained
    assert (desk.file.read_bytes(), desk.left()) == (before, ["films.sqlite3"])


def test_data_without_films_leave_the_file_as_it_was(desk: Desk) -> None:
    """Where no film is found the verb says no, and films of an earlier import stay."""
    desk.run("wikipedia", desk.films_json("Alpha"))
    before = desk.file.read_bytes()
    ran = desk.run("wikipedia", desk.films_json())
    assert (ran.code, desk.file.read_bytes(), desk.left()) == (1, before, ["films.sqlite3"])
    assert "Nothing was written" in ran.said


def test_a_second_source_joins_the_first(desk: Desk) -> None:
    """Two sources in one file: one film for a title and year that both have, and both names of sources."""
    desk.run("wikipedia", desk.films_json("Alpha", "Beta"))
    assert desk.run(*desk.table()).code == 0
    assert imported_titles(desk.file) == ["Alpha", "Beta"]
    assert packs_of(desk.file) == {"table:fivethirtyeight": 1, "wikipedia": 2}


def test_a_source_imported_again_replaces_its_films(desk: Desk) -> None:
    """What a source no longer has is gone, what other sources gave stays."""
    desk.run(*desk.table())
    desk.run("wikipedia", desk.films_json("Beta", "Gamma"))
    desk.run("wikipedia", desk.films_json("Gamma"))
    assert imported_titles(desk.file) == ["Alpha", "Gamma"]


def test_again_needs_no_data(desk: Desk) -> None:
    """--again makes the same films of what the file holds, after the data are gone."""
    data = desk.films_json("Alpha", "Beta")
    desk.run("wikipedia", data)
    Path(data).unlink()
    ran = desk.run("--again")
    assert (ran.code, imported_titles(desk.file)) == (0, ["Alpha", "Beta"])
    assert f"Written: {desk.file}" in ran.said


def test_a_table_without_a_mapping_shows_one(desk: Desk) -> None:
    """Whoever gives a table alone is shown what a mapping looks like."""
    ran = desk.run(*desk.table()[:2])
    assert ran.code == 2
    assert "[columns]" in ran.complained


def test_a_file_of_another_kind_is_not_written_over(desk: Desk) -> None:
    """A text or another program's database that --out names by mistake is left alone."""
    data = desk.films_json("Alpha")
    desk.file.parent.mkdir()
    desk.file.write_text("my diary, " * 500)
    diary = desk.run("wikipedia", data)
    assert (diary.code, desk.file.read_text()[:8]) == (2, "my diary")
    assert "no catalogue with imports" in diary.complained
    desk.file.unlink()
    with sqlite3.connect(desk.file) as other:
        other.execute("CREATE TABLE address (name TEXT)")
    other.close()
    before = desk.file.read_bytes()
    assert (desk.run("wikipedia", data).code, desk.file.read_bytes()) == (2, before)
    assert desk.left() == ["films.sqlite3"]


def test_where_nothing_can_be_written_is_told_before_anything_is_read(desk: Desk) -> None:
    """A folder instead of a file, and a file instead of a folder, are refused in one sentence."""
    data = desk.films_json("Alpha")
    desk.file = desk.data
    assert "is a folder" in desk.run("wikipedia", data).complained
    desk.file = Path(data) / "films.sqlite3"
    ran = desk.run("wikipedia", data)
    assert (ran.code, len(ran.complained.splitlines())) == (2, 1)
    assert "is no folder" in ran.complained


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_in_is_told(desk: Desk) -> None:
    """A folder that is read-only is named, with what to do."""
    data = desk.films_json("Alpha")
    desk.file.parent.mkdir()
    desk.file.parent.chmod(0o500)
    ran = desk.run("wikipedia", data)
    desk.file.parent.chmod(0o700)
    assert ran.code == 2
    assert "nothing may be written in" in ran.complained


def test_imdbs_notice_is_printed(desk: Desk) -> None:
    """Who imports IMDb's tables is told on what terms, beside the report and not in its place."""
    basics = "tconst titleType primaryTitle originalTitle isAdult startYear runtimeMinutes genres\n"
    basics += "tt0000001 movie Alpha Alpha 0 2001 95 Drama\n"
    path = desk.data / "title.basics.tsv"
    path.write_text(basics.replace(" ", "\t"))
    ran = desk.run("imdb", str(path))
    assert ran.code == 0
    assert "personal and non-commercial purposes only" in ran.complained
    assert "Information courtesy of IMDb (https://www.imdb.com). Used with permission." in ran.complained
    assert "non-commercial" not in ran.said


def test_a_file_of_another_source_leaves_the_catalogue_as_it_was(desk: Desk) -> None:
    """Wikipedia's data given to Wikidata's importer are named in one sentence, and nothing is written."""
    path = desk.films_json("Alpha")
    ran = desk.run("wikidata", path)
    assert (ran.code, len(ran.complained.splitlines())) == (2, 1)
    assert (
        f"seems to be Wikipedia movie data, not data of Wikidata. Read it with: import wikipedia {path}"
        in (ran.complained)
    )
    assert not desk.file.exists()

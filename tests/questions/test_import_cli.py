"""The import verb as people meet it: what it says, what it writes, and that a file is never left half written."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from questions.__main__ import main
from questions.catalogue import Catalogue
from tests.questions.film_text import FIVE, WriteFilms

MAPPING = Path(__file__).parent / "importers" / "samples" / "biopics.toml"
COLUMNS = "title,year_release,director,lead_actor_actress,country,site\n"
BIOPICS = COLUMNS + "Alpha,2001,Ann Lee,Bo Ray,US,http://www.imdb.com/title/tt0000001/\n"
MANY = 60_000
"""Films that no machine has read before it can be stopped."""


class Ran:
    """What a verb said and how it ended."""

    def __init__(self, code: int, said: str, complained: str) -> None:
        self.code, self.said, self.complained = code, said, complained


class Desk:
    """A folder of five films, one of other people's data, and the file that is imported into."""

    def __init__(self, films: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.films, self.data, self.capsys = films, data, capsys
        self.file = data / "out" / "films.sqlite3"

    def run(self, *arguments: str) -> Ran:
        """Return what the import verb says to some arguments, with the films and the file added."""
        options = ("--films", str(self.films), "--out", str(self.file))
        try:
            code = main(("import", *options, *arguments))
        except SystemExit as ended:  # argparse's own complaint
            code = int(ended.code or 0)
        said = self.capsys.readouterr()
        return Ran(code, said.out, said.err)

    def films_json(self, *titles: str, name: str = "movies-2000s.json") -> str:
        """Return the path of a file with films of these titles, as Wikipedia's movie data have them."""
        films = [made(number, title) for number, title in enumerate(titles)]
        (self.data / name).write_text(json.dumps(films, indent=2))
        return str(self.data / name)

    def table(self, text: str = BIOPICS) -> tuple[str, ...]:
        """Return what imports a table of films about people."""
        (self.data / "biopics.csv").write_text(text)
        return "table", str(self.data / "biopics.csv"), "--mapping", str(MAPPING)

    def left(self) -> list[str]:
        """Return what lies beside the file."""
        return sorted(path.name for path in self.file.parent.iterdir())


def made(number: int, title: str) -> dict[str, Any]:
    """Return a film as Wikipedia's movie data have it."""
    return {
        "title": title,
        "year": 2001,
        "cast": ["Ann Lee", "Bo Ray"],
        "genres": ["Drama"],
        "href": f"{title}_({number})".replace(" ", "_"),
        "extract": f"{title} is a 2001 American drama film directed by Cy Dow.",
    }


@pytest.fixture
def desk(write_films: WriteFilms, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk to import at."""
    data = tmp_path / "data"
    data.mkdir()
    return Desk(write_films(**FIVE), data, capsys)


def imported_titles(file: Path) -> list[str]:
    """Return the titles of the imported films that a catalogue has."""
    with closing(Catalogue.open(file)) as catalogue:
        rows = catalogue.rows("SELECT name FROM entity WHERE pack IS NOT NULL AND type = 'film' AND own")
    return sorted(name for (name,) in rows)


def test_help_names_every_source(desk: Desk) -> None:
    """--help tells what can be imported, and where it goes."""
    ran = desk.run("--help")
    assert ran.code == 0
    assert all(
        word in ran.said for word in ("imdb:", "table:", "wikidata:", "wikipedia:", "--out", "--again")
    )


def test_an_import_tells_what_it_took_and_where_it_is(desk: Desk) -> None:
    """Films taken are counted, and the file that was written is named."""
    ran = desk.run("wikipedia", desk.films_json("Alpha", "Beta"))
    assert (ran.code, imported_titles(desk.file)) == (0, ["Alpha", "Beta"])
    assert "2 films taken" in ran.said
    assert f"Written: {desk.file}" in ran.said


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
    with closing(Catalogue.open(desk.file)) as catalogue:
        assert [name for (name,) in catalogue.rows("SELECT name FROM pack ORDER BY name")] == [
            "table",
            "wikipedia",
        ]


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


def test_ctrl_c_leaves_the_file_as_it_was(desk: Desk) -> None:
    """Somebody who presses Ctrl-C in the middle finds the file as it was, nothing beside it, and no traceback."""
    desk.run("wikipedia", desk.films_json("Alpha"))
    before = desk.file.read_bytes()
    data = desk.films_json(*(f"Film {number}" for number in range(MANY)))
    verb = [sys.executable, "-m", "questions", "import", "wikipedia", data]
    with subprocess.Popen(
        [*verb, "--films", str(desk.films), "--out", str(desk.file)], stderr=subprocess.PIPE, text=True
    ) as process:
        while process.poll() is None and not any(name.endswith(".part") for name in desk.left()):
            os.sched_yield()
        process.send_signal(signal.SIGINT)
        complained = process.communicate()[1]
    assert (process.returncode, complained.splitlines()) == (
        130,
        ["marquee-questions: stopped; no file was changed"],
    )
    assert (desk.file.read_bytes(), desk.left()) == (before, ["films.sqlite3"])


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

"""Compiling: ids that last, one file for the same inputs, nothing left of a failure, several processes at once."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from questions.catalogue import Catalogue, CatalogueError, compile_catalogue
from questions.catalogue import compile as compiling
from questions.fault import FilmFileError
from tests.questions.film_text import FIVE, Build, WriteFilms, film

DIRECTOR = 'director = [{ is = "Ishiro Honda", by = "a" }]'
CAST = 'cast = [{ is = "Kenji Sahara", as = "Doctor Chujo", by = "a" }, { is = "Emi Ito", as = "Elias", by = "b" }]'


def ids(catalogue: Catalogue) -> set[str]:
    """Return the ids of all facts."""
    return {fact.id for fact in catalogue.facts()}


def test_an_id_is_made_of_what_is_said(build: Build) -> None:
    """A fact's id names subject, property, the case and the value."""
    facts = f'{CAST}\nrelease = [{{ is = 1961-07-30, country = "JP", kind = "cinema", by = "a" }}]'

    assert ids(build(moth=film(facts=facts))) == {
        "moth/title/en/the-moth",
        "moth/year/1961",
        "moth/cast/doctor-chujo/kenji-sahara",
        "moth/cast/elias/emi-ito",
        "moth/release/jp/cinema/1961-07-30",
    }


def test_ids_survive_an_edit_elsewhere(build: Build) -> None:
    """Statements put before and after, sources added, and another order leave every id as it was."""
    before = ids(build(moth=film(facts=f"{DIRECTOR}\n{CAST}")))
    edited = CAST.replace("[", '[{ is = "Jerry Ito", as = "Nelson", by = "b" }, ').replace(
        'by = "a"', 'by = ["a", "b"]'
    )
    after = ids(
        build(moth=film(facts=f'composer = [{{ is = "Yuji Koseki", by = "a" }}]\n{edited}\n{DIRECTOR}'))
    )

    assert before < after


def test_facts_whose_ids_would_be_alike_are_told_apart_in_any_order(build: Build) -> None:
    """Two roles of one key give two ids, the same whichever stands first in the file."""
    cast = ['{ is = "X Y", as = "moth-hero", by = "a" }', '{ is = "X Y", as = "moth-monster", by = "a" }']
    tables = '[characters.moth-hero]\nname = "Hero"\n[monsters.moth-monster]\nname = "Monster"'
    tables = tables.replace("moth-monster]", "moth-hero]").replace(
        'moth-hero]\nname = "Hero"', 'hero]\nname = "Hero"'
    )
    parts = [entry.replace("moth-hero", "hero").replace("moth-monster", "moth-hero") for entry in cast]

    one = ids(build(moth=film(facts=f"cast = [{', '.join(parts)}]", rest=tables)))
    other = ids(build(moth=film(facts=f"cast = [{', '.join(reversed(parts))}]", rest=tables)))

    assert one == other
    assert sum(fact.startswith("moth/cast/") for fact in one) == 2


def test_the_same_inputs_give_the_same_name(write_films: WriteFilms, tmp_path: Path) -> None:
    """The file's name depends on what the inputs hold, not on where they lie."""
    folder = write_films({"people": '[x]\nname = "X Y"'}, **FIVE)
    first = compile_catalogue(folder, tmp_path / "names", tmp_path / "cache")
    for name in ("films", "names"):
        shutil.copytree(tmp_path / name, tmp_path / "a-copy" / name)

    copy = tmp_path / "a-copy"
    assert compile_catalogue(copy / "films", copy / "names", tmp_path / "cache") == first


@pytest.mark.parametrize("change", ["films/moth.toml", "names/people.toml", "sources.toml"])
def test_other_inputs_give_another_name(write_films: WriteFilms, tmp_path: Path, change: str) -> None:
    """A change in any file that the catalogue is made from gives another file, and the old one stays whole."""
    folder = write_films({"people": '[x]\nname = "X Y"'}, **FIVE)
    first = compile_catalogue(folder, tmp_path / "names", tmp_path / "cache")
    changed = tmp_path / change
    changed.write_text(f"{changed.read_text() if changed.exists() else ''}\n# seen again\n")

    assert compile_catalogue(folder, tmp_path / "names", tmp_path / "cache") != first
    assert first.is_file()


def test_a_catalogue_that_is_there_is_not_made_again(write_films: WriteFilms, tmp_path: Path) -> None:
    """Compiling the same inputs leaves the file untouched."""
    arguments = (write_films(**FIVE), tmp_path / "names", tmp_path / "cache")
    first = compile_catalogue(*arguments)
    written = first.stat().st_mtime_ns

    assert compile_catalogue(*arguments).stat().st_mtime_ns == written


def test_faulty_films_leave_nothing(write_films: WriteFilms, tmp_path: Path) -> None:
    """Where film files are refused, no file is written."""
    with pytest.raises(FilmFileError):
        compile_catalogue(
            write_films(moth=film(facts="directer = 1")), tmp_path / "names", tmp_path / "cache"
        )

    assert list((tmp_path / "cache").iterdir()) == []


def test_an_interrupted_compile_leaves_nothing(
    write_films: WriteFilms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A compile that is broken off half way leaves neither a catalogue nor a part of one."""

    def broken_off(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (n)")
        raise KeyboardInterrupt

    monkeypatch.setattr(compiling, "finish", broken_off)
    with pytest.raises(KeyboardInterrupt):
        compile_catalogue(write_films(**FIVE), tmp_path / "names", tmp_path / "cache")

    assert list((tmp_path / "cache").iterdir()) == []


def test_several_processes_compile_at_once(write_films: WriteFilms, tmp_path: Path) -> None:
    """Processes that compile the same films into one folder all get the one whole file."""
    folder, cache = write_films(**FIVE), tmp_path / "cache"
    code = (
        "import sys; from pathlib import Path; from questions.catalogue import Catalogue, compile_catalogue; "
        "path = compile_catalogue(*map(Path, sys.argv[1:])); print(path, len(Catalogue.open(path).facts()))"
    )
    command = [sys.executable, "-c", code, str(folder), str(tmp_path / "names"), str(cache)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = {process.communicate()[0] for process in running}

    assert [process.returncode for process in running] == [0, 0, 0]
    (only,) = cache.iterdir()
    assert said == {f"{only} 20\n"}


def test_old_catalogues_are_cleared_away(write_films: WriteFilms, tmp_path: Path) -> None:
    """A folder keeps the latest few catalogues, not one for every edit."""
    for year in range(1950, 1950 + compiling.KEPT + 3):
        latest = compile_catalogue(write_films(moth=film(year=year)), tmp_path / "names", tmp_path / "cache")

    kept = list((tmp_path / "cache").iterdir())
    assert len(kept) == compiling.KEPT
    assert latest in kept


@pytest.mark.parametrize("content", [b"no catalogue at all, but long enough" * 9, b""])
def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path, content: bytes) -> None:
    """Opening anything else says so in a sentence."""
    (tmp_path / "other.sqlite3").write_bytes(content)

    with pytest.raises(CatalogueError, match="catalogue"):
        Catalogue.open(tmp_path / "other.sqlite3")


def test_a_catalogue_is_read_only(build: Build) -> None:
    """Nothing can be written through an open catalogue."""
    catalogue = build(moth=film())

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        catalogue.connection.execute("DELETE FROM fact")


def test_popularity_grows_with_facts_and_films(build: Build) -> None:
    """Who is named in more facts, and above all in more films, is better known."""
    both = 'director = [{ is = "Ishiro Honda", by = "a" }]'
    catalogue = build(
        moth=film(facts=f'{both}\nwriter = [{{ is = "Shinichi Sekizawa", by = ["a", "b"] }}]\n{CAST}'),
        wasp=film("wasp", "Wasp", facts=both),
    )

    ranked = [person.name for person in catalogue.entities("person")]

    assert ranked == ["Ishiro Honda", "Shinichi Sekizawa", "Emi Ito", "Kenji Sahara"]


def test_an_entity_within_another_lies_within_all_around_it(build: Build) -> None:
    """A station in a city in a country lies in both, and overlaps with both."""
    cities = '[japan]\nname="Japan"\n[sendai]\nname="Sendai"\nwithin="japan"\n'
    places = f'{cities}[station]\nname="Sendai Station"\nwithin="Sendai"'
    catalogue = build({"places": places}, moth=film())

    assert catalogue.within("place/station", "place/japan")
    assert catalogue.overlap("place/japan", "place/station")
    assert not catalogue.within("place/japan", "place/station")


def test_namesakes_are_all_that_a_form_finds(build: Build) -> None:
    """Every entity that a folded name finds is named, whatever its type."""
    catalogue = build(moth=film(rest='[monsters.moth]\nname = "Moth"'))

    assert catalogue.namesakes(["moth"]) == {"moth", "monster/moth"}

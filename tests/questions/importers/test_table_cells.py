"""What stands badly in a table's cells costs its own row or cell, and each is counted by its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.importers.table import read
from questions.imports.report import Report
from questions.record import FilmRecord
from tests.questions.importers.damage import said, survived, taken

HEAD = 'what = "A list"\nfamily = "list"\n'
PLAIN = HEAD + '[columns]\ntitle = "Name"\nyear = "Year"\ndirector = "Director"\n'


def ran(folder: Path, table: str, mapping: str) -> tuple[list[FilmRecord], Report]:
    """Return the films of a table and the report."""
    (folder / "films.csv").write_text(table, encoding="utf-8")
    (folder / "map.toml").write_text(mapping, encoding="utf-8")
    return taken(read, [folder / "films.csv"], folder / "map.toml")


def refused(folder: Path, table: str, mapping: str) -> str:
    """Return the sentence with which a table and its mapping are refused."""
    (folder / "films.csv").write_text(table, encoding="utf-8")
    (folder / "map.toml").write_text(mapping, encoding="utf-8")
    return str(survived(read, [folder / "films.csv"], folder / "map.toml"))


@pytest.mark.parametrize(
    "bad", ['"Film 100,1990,Al Cole', 'Film 100,1990,"Al Cole', 'Film 100,"1990,Al Cole', '"', '"a","b","']
)
@pytest.mark.parametrize("quoted", [False, True])
def test_a_stray_quote_costs_its_own_row(tmp_path: Path, bad: str, *, quoted: bool) -> None:
    """Of 499 rows with one stray quotation mark 498 are read, whether or not the others are quoted, and one is counted."""
    marks = '"' if quoted else ""
    rows = [f"{marks}Film {n}{marks},1990,{marks}Al Cole{marks}" for n in range(1, 500)]
    rows[99] = bad

    films, report = ran(tmp_path, "Name,Year,Director\n" + "\n".join(rows) + "\n", PLAIN)

    assert [film.film.name for film in films] == [f"Film {n}" for n in range(1, 500) if n != 100]
    assert report.skipped == {"a row with a quotation mark that is not closed": 1}
    assert report.examples["a row with a quotation mark that is not closed"] == ["films.csv:101"]


def test_quoted_cells_may_run_over_lines(tmp_path: Path) -> None:
    """Line breaks in a quoted cell are blanks of its text, and rows are named by the line where they begin."""
    table = 'Name,Year,Director\n"Night\nTrain",1990,"Al\r\n\r\nCole"\nDay Train,1991,Bo Dean\n'

    films, report = ran(tmp_path, table, PLAIN)

    assert [(film.film.name, film.file) for film in films] == [
        ("Night Train", "films.csv:2"),
        ("Day Train", "films.csv:6"),
    ]
    assert said(films[0], "director") == ["Al Cole"]
    assert not report.skipped


def test_a_stray_quote_among_the_names_of_columns_is_refused(tmp_path: Path) -> None:
    """Without its first line a table cannot be read, and the refusal says so."""
    words = refused(tmp_path, 'Name,"Year,Director\nA,1990,Al Cole\n', PLAIN)
    assert "films.csv:1: the columns' names are a row with a quotation mark that is not closed" in words


def test_two_columns_of_one_name_are_refused_where_they_are_used(tmp_path: Path) -> None:
    """A name that two columns have is refused with its place in mapping and table; one that is not used does no harm."""
    words = refused(tmp_path, "Name,Year,Year,Director\nA,1990,1991,Al Cole\n", PLAIN)
    assert (
        "map.toml:5: year: films.csv has 2 columns named 'Year', the 2nd and the 3rd of its first line."
        in words
    )

    films, _ = ran(tmp_path, "Name,Year,Director,X,X\nA,1990,Al Cole,1,2\n", PLAIN)
    assert len(films) == 1


@pytest.mark.parametrize("form", ["%Q%", "%", "%d/%m", "%Y", "day"])
def test_a_form_that_gives_no_day_is_refused(tmp_path: Path, form: str) -> None:
    """A form of dates that does not say day, month and year is refused while the mapping is read."""
    mapping = HEAD + f'[columns]\ntitle = "Name"\nrelease = {{ column = "Opened", date = "{form}" }}'
    assert "map.toml:5: release: date: " in refused(tmp_path, "Name,Opened\nA,1990\n", mapping)


def test_money_needs_a_currency(tmp_path: Path) -> None:
    """A column of money is refused without a currency; a row whose cell for it is empty is counted, and says no sum."""
    head = HEAD + '[columns]\ntitle = "Name"\n'
    table = "Name,Gross,Coin\nAaa,1000,USD\nBbb,2000,\nCcc,,\n"
    assert 'Write earned = { column = "Gross", in = "USD" }' in refused(
        tmp_path, table, head + 'earned = "Gross"'
    )

    films, report = ran(tmp_path, table, head + 'earned = { column = "Gross", in = { column = "Coin" } }')
    assert [said(film, "earned") for film in films] == [[1000], [], []]
    assert report.left_out == {"earnings: money without its currency": 1}

    films, _ = ran(tmp_path, table, head + 'earned = { column = "Gross", in = "USD" }')
    assert [said(film, "earned") for film in films] == [[1000], [2000], []]


def test_ids_that_are_none_are_left_out(tmp_path: Path) -> None:
    """What cannot be an id of its register is counted and joins no films; each register has its own form."""
    mapping = (
        HEAD + 'nothing = ["?"]\n[columns]\ntitle = "Name"\n[ids]\nimdb = "I"\nwikidata = "W"\nshop = "S"\n'
    )
    table = "Name,I,W,S\nAaa,tt0012345,Q5,x1\nBbb,n/a,q5,n/a\nCcc,tt123,5,two words\nDdd,?,?,?\nEee,,,\n"

    films, report = ran(tmp_path, table, mapping)

    assert [dict(film.film.ids) for film in films] == [
        {"imdb": "tt0012345", "wikidata": "Q5", "shop": "x1"},
        *[{}] * 4,
    ]
    assert report.left_out == {
        f"{name}: what is no id of that register": 2 for name in ("imdb", "wikidata", "shop")
    }


@pytest.mark.parametrize(("wrong", "right"), [("imbd", "imdb"), ("IMDb", "imdb"), ("wikidta", "wikidata")])
def test_a_misspelt_register_is_refused(tmp_path: Path, wrong: str, right: str) -> None:
    """A register within one slip of a known one is refused with that one's name."""
    mapping = HEAD + f'[columns]\ntitle = "Name"\n[ids]\n{wrong} = "Link"'
    words = refused(tmp_path, "Name,Link\nA,tt0012345\n", mapping)
    assert f"map.toml:6: {wrong}: " in words
    assert f"Did you mean '{right}'?" in words


def test_cells_without_the_pattern_are_counted(tmp_path: Path) -> None:
    """A cell in which a pattern finds nothing is counted, but for one that is empty or says that nothing is known."""
    mapping = (
        HEAD
        + 'nothing = ["-"]\n[columns]\ntitle = "Name"\nruntime = { column = "L", pattern = "([0-9]+) min" }\n'
        + "[ids]\nimdb = { column = \"I\", pattern = 'tt[0-9]+' }"
    )
    films, report = ran(tmp_path, "Name,L,I\nAaa,95 min,tt0012345\nBbb,long,x\nCcc,-,-\nDdd,,\n", mapping)
    assert [said(film, "runtime") for film in films] == [[95], [], [], []]
    assert report.left_out == {
        "running time: a cell in which the pattern finds nothing": 1,
        "imdb: a cell in which the pattern finds nothing": 1,
    }


def test_a_column_can_say_how_well_known_a_film_is(tmp_path: Path) -> None:
    """The column that a mapping names as renown makes films better known the higher its figure; others are counted."""
    mapping = HEAD + 'renown = "Votes"\n[columns]\ntitle = "Name"\n'
    films, report = ran(tmp_path, 'Name,Votes\nAaa,"2,000,000"\nBbb,100\nCcc,many\nDdd,\nEee,-5\n', mapping)
    assert [film.film.renown for film in films] == [282.8, 2.0, 0.0, 0.0, 0.0]
    assert report.left_out == {"renown: what is no figure": 2}
    assert "renown: films.csv has no column 'Votes'" in refused(tmp_path, "Name\nAaa\n", mapping)

"""A table with a mapping file: what the columns mean, and the faults a person can make in saying so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.importers.table import read
from questions.imports.mapping import EXAMPLE
from questions.imports.opening import DamagedError
from tests.questions.importers.damage import SHARED, cuts, said, survived, taken

SAMPLES = Path(__file__).parent / "samples"
BIOPICS = SHARED / "fivethirtyeight" / "biopics.csv"
HEAD = 'what = "A list"\nfamily = "list"\n'
TABLE = """Name,Year,Directed by,Length,Opened,Link
Night Train,1990,Al Cole;Bo Dean,95 min,13/07/1990,https://example.org/tt0012345/
Day Train,-,and others,long,31/02/1990,
"""
quiet = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a small table."""
    path = tmp_path / "films.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    """Return the mapping that the importer shows as an example."""
    path = tmp_path / "map.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


def test_the_example_reads_a_table(table: Path, mapping: Path) -> None:
    """The example of a mapping reads split names, cut numbers, dates of a form, and ids out of addresses."""
    (night, day), report = taken(read, [table], mapping)
    assert (night.id, night.film.ids) == ("Night Train 1990", {"imdb": "tt0012345"})
    assert said(night, "director") == ["Al Cole", "Bo Dean"]
    (release,) = [one for one in night.film.statements if one.property == "release"]
    assert (release.value, release.qualifiers) == ("1990-07-13", {"country": "US", "kind": "cinema"})
    assert (said(night, "runtime"), said(day, "runtime"), said(day, "year")) == ([95], [], [])
    assert day.film.statements[0].by == ("fivethirtyeight",)
    assert sorted(report.left_out) == [
        "director: a name that names nobody, such as “and others”",
        "release: expected a date such as 1996-07-13, '1996-07' or 1996",
        "running time: a cell in which the pattern finds nothing",
    ]


def test_without_a_mapping_the_refusal_shows_one(table: Path) -> None:
    """Without a mapping file the refusal says what to write, with an example that works."""
    with pytest.raises(DamagedError) as refused:
        taken(read, [table])
    assert EXAMPLE in str(refused.value)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + '[columns]\ntitle = "Name"\ndirectr = "Directed by"', 5, "Did you mean 'director'?"),
        (HEAD + '[columns]\ntitle = "Nam"', 4, "Did you mean 'Name'?"),
        (
            HEAD + '[columns]\ntitle = "Name"\nyear = { column = "Year", splt = ";" }',
            5,
            "Did you mean 'split'?",
        ),
        (HEAD + '[columns]\ntitle = "Name"\nyear = 7', 5, "expected year"),
        (
            HEAD + '[columns]\ntitle = "Name"\nrelease = { column = "Opened", country = "Japan" }',
            5,
            "two-letter code",
        ),
        (HEAD + '[columns]\ntitle = "Name"\nyear = { column = "Year", pattern = "(" }', 5, "pattern"),
        (HEAD + '[columns]\nyear = "Year"', 3, "says no title"),
        (HEAD + 'delimeter = ";"\n[columns]\ntitle = "Name"', 3, "Did you mean 'delimiter'?"),
        (HEAD + 'delimiter = "ab"\n[columns]\ntitle = "Name"', 3, "one sign"),
        (HEAD + 'encoding = "utf-16"\n[columns]\ntitle = "Name"', 3, "cannot be read"),
        (HEAD + 'id = ["Nr"]\n[columns]\ntitle = "Name"', 3, "no column 'Nr'"),
        (HEAD + 'nothing = "-"\n[columns]\ntitle = "Name"', 3, "list of texts"),
        ('what = "A"\nfamily = "A List"\n[columns]\ntitle = "Name"', 2, "small letters"),
        ('family = "list"\n[columns]\ntitle = "Name"', 1, "what: is missing"),
        (HEAD + "[columns\n", None, "is no TOML"),
        (HEAD + "columns = 3\n", 3, "expected a table"),
    ],
)
def test_faults_in_a_mapping_have_lines(
    table: Path, mapping: Path, text: str, line: int | None, words: str
) -> None:
    """Each fault names its line and says what to write, with the nearest known word."""
    mapping.write_text(text, encoding="utf-8")
    with pytest.raises(DamagedError) as refused:
        taken(read, [table], mapping)
    assert words in str(refused.value)
    assert line is None or f"map.toml:{line}: " in str(refused.value)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("Night,1990\n", "a row with more or fewer cells"),
        (",1990,,,,\n", "a title that is empty"),
        (f"{'x' * 200_000},1990,,,,\n", "a row that is no CSV"),
        ("{{Night}},1990,,,,\n", "a title with marks"),
    ],
)
def test_bad_rows_are_skipped(table: Path, mapping: Path, rows: str, reason: str) -> None:
    """A row that cannot be a film is counted by its reason, and the others are read."""
    table.write_text(TABLE + rows + "Last,1991,,,,\n", encoding="utf-8")
    films, report = taken(read, [table], mapping)
    assert [film.film.name for film in films] == ["Night Train", "Day Train", "Last"]
    assert any(said_so.startswith(reason) for said_so in report.skipped)


def test_other_encodings_and_delimiters_are_read(table: Path, mapping: Path) -> None:
    """Semicolons and Western European letters are read where the mapping names them; a line in another is counted."""
    mapping.write_text(
        HEAD + 'delimiter = ";"\nencoding = "cp1252"\n[columns]\ntitle = "Name"', encoding="utf-8"
    )
    table.write_bytes("Name;Year\nAmélie;2001\n".encode("cp1252") + b"\x81\x8d;1\n")
    films, report = taken(read, [table], mapping)
    assert [film.film.name for film in films] == ["Amélie"]
    assert report.skipped["a line that is not in cp1252"] == 1


def test_a_table_cut_anywhere_is_read_as_far_as_it_goes(table: Path, mapping: Path) -> None:
    """A table or mapping cut off at any hundredth gives films, counted skips or a refusal."""
    for cut in cuts(table.read_bytes()):
        table.write_bytes(cut)
        assert isinstance(survived(read, [table], mapping), str | list)
    table.write_text(TABLE, encoding="utf-8")
    for cut in cuts(EXAMPLE.encode()):
        mapping.write_bytes(cut)
        assert isinstance(survived(read, [table], mapping), str | list)


@quiet
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_films_or_a_refusal(tmp_path: Path, data: bytes, headed: bool) -> None:
    """Any bytes below the header, or instead of it, come out as films, counted skips or a refusal."""
    table, mapping = tmp_path / "any.csv", tmp_path / "any.toml"
    mapping.write_text(EXAMPLE, encoding="utf-8")
    table.write_bytes(TABLE.encode() + data if headed else data)
    assert isinstance(survived(read, [table], mapping), str | list)


@quiet
@given(st.text(max_size=60))
def test_any_mapping_is_used_or_refused(tmp_path: Path, text: str) -> None:
    """Any text below the head of a mapping is used, or refused with a sentence."""
    table, mapping = tmp_path / "any.csv", tmp_path / "any.toml"
    table.write_text(TABLE, encoding="utf-8")
    mapping.write_text(f'{HEAD}[columns]\ntitle = "Name"\n{text}', encoding="utf-8")
    assert isinstance(survived(read, [table], mapping), str | list)


@pytest.mark.skipif(not BIOPICS.is_file(), reason="the table is not beside this repository")
def test_a_real_table_is_read() -> None:
    """FiveThirtyEight's list of biopics is read but for one line that is in another encoding."""
    films, report = taken(read, [BIOPICS], SAMPLES / "biopics.toml")
    assert len(films) == 760
    assert (report.skipped.total(), report.left_out.total()) == (1, 0)
    (slave,) = [film for film in films if film.film.name == "12 Years a Slave"]
    assert (said(slave, "director"), said(slave, "country")) == (["Steve McQueen"], ["US", "GB"])
    assert slave.film.ids == {"imdb": "tt2024544"}

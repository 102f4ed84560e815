"""IMDb's tables: read side by side in the order of their ids, with people's names from a table of their own."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.importers.imdb import NOTICE, read
from questions.imports.opening import DamagedError
from tests.questions.importers.damage import cuts, said, survived, taken

N = r"\N"
TABLES: dict[str, list[list[str]]] = {
    "title.basics": [
        [
            "tconst",
            "titleType",
            "primaryTitle",
            "originalTitle",
            "isAdult",
            "startYear",
            "endYear",
            "runtimeMinutes",
            "genres",
        ],
        ["tt0000001", "movie", "Night Train", "Nachtzug", "0", "1990", N, "95", "Drama,Western"],
        ["tt0000002", "short", "A Short", "A Short", "0", "1990", N, "5", N],
        ["tt0000003", "movie", "Not for Children", "Not for Children", "1", "1990", N, N, N],
        ["tt0000004", "tvSeries", "A Series", "A Series", "0", "1991", "1993", N, "Comedy"],
        ["tt0000005", "tvMovie", "Day Train", "Day Train", "0", N, N, "long", N],
    ],
    "title.crew": [
        ["tconst", "directors", "writers"],
        ["tt0000001", "nm0000001", "nm0000001,nm0000002"],
        ["tt0000002", "nm0000001", N],
        ["tt0000004", "nm0000001", "nm0000002"],
        ["tt0000005", "nm0000001,nm0000009", "nm0000002"],
    ],
    "title.principals": [
        ["tconst", "ordering", "nconst", "category", "job", "characters"],
        ["tt0000001", "1", "nm0000003", "actress", N, '["Ada Night","The Ghost"]'],
        ["tt0000001", "2", "nm0000004", "actor", N, N],
        ["tt0000001", "3", "nm0000001", "writer", "screenplay", N],
        ["tt0000001", "4", "nm0000002", "writer", "novel", N],
        ["tt0000001", "5", "nm0000004", "composer", N, N],
        ["tt0000005", "1", "nm0000003", "actress", N, '["Ada'],
    ],
    "title.ratings": [["tconst", "averageRating", "numVotes"], ["tt0000001", "7.0", "10000"]],
    "title.akas": [
        ["titleId", "ordering", "title", "region", "language", "types", "attributes", "isOriginalTitle"],
        ["tt0000001", "1", "Yoru no densha", "JP", "ja", "imdbDisplay", N, "0"],
        ["tt0000001", "2", "Some Land", "XSU", N, "imdbDisplay", N, "0"],
        ["tt0000001", "3", "Slow Train", "US", N, "working", N, "0"],
    ],
    "name.basics": [
        ["nconst", "primaryName", "birthYear", "deathYear", "primaryProfession", "knownForTitles"],
        ["nm0000001", "Al Cole", N, N, N, N],
        ["nm0000002", "Bo Dean", N, N, N, N],
        ["nm0000003", "Cy Finn", N, N, N, N],
        ["nm0000004", "Di Gray", N, N, N, N],
    ],
}
quiet = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def data(name: str) -> bytes:
    """Return a table as IMDb writes it."""
    return "".join("\t".join(row) + "\n" for row in TABLES[name]).encode()


@pytest.fixture
def paths(tmp_path: Path) -> dict[str, Path]:
    """Return all tables, one of them packed."""
    found = {name: tmp_path / f"{name}.tsv" for name in TABLES} | {
        "title.akas": tmp_path / "title.akas.tsv.gz"
    }
    for name, path in found.items():
        path.write_bytes(gzip.compress(data(name)) if path.suffix == ".gz" else data(name))
    return found


def test_a_film_is_joined_from_all_tables(paths: dict[str, Path]) -> None:
    """Figures, people with names and ids, roles, votes and other titles come together in one film."""
    films, report = taken(read, list(paths.values()))
    night = films[0]
    assert (night.id, night.film.renown, said(night, "runtime")) == ("tt0000001", 20.0, [95])
    assert said(night, "director") == ["nm0000001"]
    assert {person.key: person.name for person in night.entities}["nm0000001"] == "Al Cole"
    roles = {str(one.qualifiers["as"]): one.value for one in night.film.statements if one.property == "cast"}
    assert roles == {"Ada Night": "nm0000003", "The Ghost": "nm0000003"}
    assert (said(night, "starring"), said(night, "composer")) == (["nm0000004"], ["nm0000004"])
    assert said(night, "also_known_as") == ["Nachtzug", "Yoru no densha"]
    assert said(night, "early_title") == ["Slow Train"]
    assert {reason.split(":")[0] for reason in report.left_out} == {
        "other title",
        "people who made single episodes",
        "running time",
        "people",
        "director",
        "writer",
        "cast",
    }


def test_authors_of_books_are_no_screenwriters(paths: dict[str, Path]) -> None:
    """Of IMDb's writers only those of the screenplay are taken, and none where it is not said who wrote what."""
    films, report = taken(read, list(paths.values()))
    assert [said(film, "writer") for film in films] == [["nm0000001"], [], []]
    assert report.left_out["writer: it is not said who wrote the screenplay and who the book"] == 1


def test_a_list_with_an_unknown_person_is_left_out(paths: dict[str, Path]) -> None:
    """Where one of two directors has no name, neither is taken: the list would seem whole."""
    films, _ = taken(read, list(paths.values()))
    assert (films[2].id, said(films[2], "director")) == ("tt0000005", [])


def test_what_is_no_film_is_skipped_and_counted(paths: dict[str, Path]) -> None:
    """Shorts and titles for adults are skipped by reason; series are series, without the crew of their episodes."""
    films, report = taken(read, list(paths.values()))
    assert [(film.id, film.form) for film in films] == [
        ("tt0000001", "film"),
        ("tt0000004", "series"),
        ("tt0000005", "film"),
    ]
    assert dict(report.skipped) == {"neither film nor series: short": 1, "a title for adults": 1}
    assert said(films[1], "director") == []


def test_titles_alone_are_enough(paths: dict[str, Path]) -> None:
    """With title.basics alone the films are read, and each missing table is named with what is lost."""
    films, report = taken(read, [paths["title.basics"]])
    assert len(films) == 3
    assert sum("is not given: " in reason for reason in report.left_out) == 5
    assert said(films[0], "director") == []


def test_titles_are_needed(paths: dict[str, Path]) -> None:
    """Without title.basics the refusal says which file is needed and where it is."""
    with pytest.raises(DamagedError, match=r"title\.basics\.tsv\.gz is needed"):
        taken(read, [paths["title.crew"]])


@pytest.mark.parametrize("name", [name for name in TABLES if name not in {"name.basics", "title.ratings"}])
def test_a_table_out_of_order_is_refused(paths: dict[str, Path], name: str) -> None:
    """A table that is not sorted is refused with its name, line and how to sort it."""
    first, *rest = [*TABLES[name][:1], *TABLES[name][1:], ["tt0000000", *TABLES[name][1][1:]]]
    text = "".join("\t".join(row) + "\n" for row in [first, *rest]).encode()
    paths[name].write_bytes(gzip.compress(text) if name == "title.akas" else text)
    with pytest.raises(DamagedError, match=rf"{name}.*is not sorted by .* in line {len(rest) + 1} "):
        taken(read, list(paths.values()))


@pytest.mark.parametrize("name", list(TABLES))
def test_a_table_without_a_column_is_refused(paths: dict[str, Path], name: str) -> None:
    """A table whose first line lacks a column, or that is empty, is refused with its name."""
    for text in (b"", b"one\ttwo\n", b"\n"):
        paths[name].write_bytes(gzip.compress(text) if name == "title.akas" else text)
        assert name in str(survived(read, list(paths.values())))


@pytest.mark.parametrize("name", list(TABLES))
def test_tables_cut_anywhere_are_read_or_refused(paths: dict[str, Path], name: str) -> None:
    """A table cut off at any hundredth gives films or a refusal; a packed one that is cut is always refused."""
    whole = paths[name].read_bytes()
    for cut in cuts(whole):
        paths[name].write_bytes(cut)
        found = survived(read, list(paths.values()))
        assert isinstance(found, str) if name == "title.akas" else isinstance(found, str | list)


@pytest.mark.parametrize(
    "cell", ["", "\x00", "-1", "x" * 100_000, "[" * 3000, "1" * 5000, "é\x02", '["a", 1]', "{}"]
)
def test_any_cell_may_be_wrong(paths: dict[str, Path], cell: str) -> None:
    """Whatever stands in any column but the key, every film after it is still read."""
    for name, rows in TABLES.items():
        for column in range(1, len(rows[0])):
            wrong = [rows[0], [*rows[1][:column], cell, *rows[1][column + 1 :]], *rows[2:]]
            text = "".join("\t".join(row) + "\n" for row in wrong).encode()
            paths[name].write_bytes(gzip.compress(text) if name == "title.akas" else text)
            films, _ = taken(read, list(paths.values()))
            assert [film.id for film in films][-2:] == ["tt0000004", "tt0000005"]
        paths[name].write_bytes(gzip.compress(data(name)) if name == "title.akas" else data(name))


@quiet
@given(st.sampled_from(sorted(TABLES)), st.binary(max_size=200))
def test_any_bytes_are_films_or_a_refusal(tmp_path: Path, name: str, junk: bytes) -> None:
    """Any bytes after a table's lines come out as films, counted skips or a refusal."""
    paths = [tmp_path / f"{other}.tsv" for other in TABLES]
    for other, path in zip(TABLES, paths, strict=True):
        path.write_bytes(data(other) + (junk if other == name else b""))
    assert isinstance(survived(read, paths), str | list)


def test_the_notice_has_imdbs_sentence() -> None:
    """The notice that is printed has the sentence that IMDb asks for."""
    assert "Information courtesy of IMDb (https://www.imdb.com). Used with permission." in NOTICE

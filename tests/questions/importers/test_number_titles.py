"""Titles that are numbers: films such as 1917 and 9 stay, keys and years in the wrong column go and are counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questions.importers import imdb, table, wikipedia
from tests.questions.importers.damage import SHARED, taken

ONLY = "a title that is only a number, and nothing speaks for it"
DATA = SHARED / "wikipedia-movie-data"
MAPPING = """
what = "A list"
family = "list"
renown = "Votes"
[columns]
title = "Name"
year = "Year"
director = "Director"
[ids]
imdb = "Link"
"""


@pytest.mark.skipif(not DATA.is_dir(), reason="the collection is not beside this repository")
def test_no_real_number_is_lost(tmp_path: Path) -> None:
    """All films of the whole collection that are called by a number are taken."""
    found = [
        film
        for path in sorted(DATA.glob("movies-*.json"))
        for film in json.loads(path.read_bytes())
        if film["title"].isdecimal()
    ]
    path = tmp_path / "movies.json"
    path.write_text(json.dumps(found), encoding="utf-8")

    films, report = taken(wikipedia.read, [path])

    names = {film.film.name for film in films}
    assert {"1917", "300", "21", "42", "9", "1984", "54", "65", "45365", "1"} <= names
    assert (len(films), report.skipped.total()) == (len(found), 0)


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("12,1990,Al Cole,,", True),
        ("1917,2019,Al Cole,,", True),
        ("12,1990,,,", False),  # nobody is credited
        ("1990,1990,Al Cole,,", False),  # the year in the wrong column
        ("1984,1984,Al Cole,500,", True),
        ("1984,1984,Al Cole,,tt0087803", True),
        ("471100,1990,Al Cole,,", False),
        ("45365,2010,Al Cole,,tt1333634", True),
        ("45365,2010,,,tt1333634", False),
        ("8½,1963,,,", True),
    ],
)
def test_a_number_in_a_table_needs_something_that_speaks_for_it(tmp_path: Path, row: str, kept: bool) -> None:
    """A number is a title where somebody is credited, and it is short and not the year, or others know the film."""
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "films.csv").write_text(f"Name,Year,Director,Votes,Link\n{row}\n", encoding="utf-8")

    films, report = taken(table.read, [tmp_path / "films.csv"], tmp_path / "map.toml")

    assert (len(films), report.skipped) == ((1, {}) if kept else (0, {ONLY: 1}))


def test_a_number_in_imdbs_tables_needs_credits(tmp_path: Path) -> None:
    """IMDb's 4711 without credits is left out; 1984 with a director and votes stays."""
    tables = {
        "title.basics": [
            "tconst titleType primaryTitle originalTitle isAdult startYear runtimeMinutes genres",
            "tt0000001 movie 1984 1984 0 1984 95 Drama",
            "tt0000002 movie 4711 4711 0 1991 95 Drama",
        ],
        "title.crew": ["tconst directors writers", r"tt0000001 nm0000001 \N"],
        "name.basics": ["nconst primaryName", "nm0000001 Cole"],
        "title.ratings": ["tconst averageRating numVotes", "tt0000001 7.0 100", "tt0000002 7.0 100"],
    }
    for name, lines in tables.items():
        text = "".join(line.replace(" ", "\t") + "\n" for line in lines)
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")

    films, report = taken(imdb.read, sorted(tmp_path.iterdir()))

    assert [film.film.name for film in films] == ["1984"]
    assert report.skipped == {ONLY: 1}


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        (1917, "a title that is a number and no text"),
        (8.5, "a title that is a number and no text"),
        (True, "a title that is no text"),
        (["A"], "a title that is no text"),
        (None, "a title that is empty"),
        ("", "a title that is empty"),
        ("471100", ONLY),
    ],
)
def test_what_stands_for_a_title_is_counted_as_what_it_is(tmp_path: Path, title: object, reason: str) -> None:
    """A number, another thing, nothing and a text of digits are each counted by a reason of their own."""
    path = tmp_path / "movies.json"
    path.write_text(json.dumps([{"title": title, "year": 1990, "cast": ["Al Cole"]}]), encoding="utf-8")

    films, report = taken(wikipedia.read, [path])

    assert (films, report.skipped) == ([], {reason: 1})

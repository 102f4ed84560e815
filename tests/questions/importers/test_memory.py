"""Importers hold one film at a time: four times as many films need no more memory."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from questions.importers import IMPORTERS, Read
from questions.imports.report import Report
from tests.questions.importers.test_packed_files import MAPPING


def wikipedia(folder: Path, count: int) -> list[Path]:
    """Return a collection of so many films, each with players and an opening of its own."""
    films = [
        {
            "title": f"Train {number}",
            "year": 1990,
            "cast": [f"Al Cole{number}", "Bo Dean"],
            "genres": ["Drama"],
            "href": f"Train_{number}",
            "extract": f"Train {number} is a 1990 American drama film by Eva Cruz, after Train {number + 1} (1990).",
        }
        for number in range(count)
    ]
    path = folder / "movies.json"
    path.write_text(json.dumps(films), encoding="utf-8")
    return [path]


def table(folder: Path, count: int) -> list[Path]:
    """Return a table of so many films, every tenth with a quotation mark that is never closed."""
    rows = [f"{'' if number % 10 else chr(34)}Train {number},1990" for number in range(count)]
    path = folder / "films.csv"
    path.write_text("Name,Year\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return [path]


def imdb(folder: Path, count: int) -> list[Path]:
    """Return IMDb's tables of so many films, each with a director of its own."""
    tables = {
        "title.basics": [
            "tconst titleType primaryTitle originalTitle isAdult startYear runtimeMinutes genres",
            *(f"tt{number:07} movie Train{number} Train{number} 0 1990 95 Drama" for number in range(count)),
        ],
        "title.crew": [
            "tconst directors writers",
            *(rf"tt{number:07} nm{number:07} \N" for number in range(count)),
        ],
        "name.basics": ["nconst primaryName", *(f"nm{number:07} Cole{number}" for number in range(count))],
    }
    for name, lines in tables.items():
        text = "".join(line.replace(" ", "\t") + "\n" for line in lines)
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return [folder / f"{name}.tsv" for name in tables]


def peak(read: Read, paths: Sequence[Path], mapping: Path) -> tuple[int, int]:
    """Return how many films are read, and the bytes in use while most are."""
    tracemalloc.start()
    try:
        films = sum(1 for _ in read(paths, Report(mapping=mapping)))
        return films, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize(("made", "count"), [(wikipedia, 500), (table, 1500), (imdb, 1500)])
def test_memory_stays_flat(tmp_path: Path, made: Callable[[Path, int], list[Path]], count: int) -> None:
    """The most memory in use for four times as many films is the same, give or take a little."""
    mapping = tmp_path / "map.toml"
    mapping.write_bytes(MAPPING)
    read = IMPORTERS[made.__name__].read
    peak(read, made(tmp_path, 50), mapping)  # what is kept for good at the first reading, such as patterns

    few, most_of_few = peak(read, made(tmp_path, count), mapping)
    many, most_of_many = peak(read, made(tmp_path, 4 * count), mapping)

    assert many == 4 * few
    assert most_of_many < most_of_few * 1.3

"""Small film files written for a test, and the library that comes with Marquee, compiled once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from questions.catalogue import Catalogue, compile_catalogue
from tests.questions.film_text import Build, WriteFilms


@pytest.fixture
def write_films(tmp_path: Path) -> WriteFilms:
    """A function that writes film files, and files of names/ by type, and returns the folder of films."""

    def write(names: dict[str, str] | None = None, **films: str) -> Path:
        for folder, texts in (("films", films), ("names", names or {})):
            (tmp_path / folder).mkdir(exist_ok=True)
            for stem, text in texts.items():
                path = tmp_path / folder / f"{stem.replace('_', '-')}.toml"
                path.write_text(text, encoding="utf-8")
        return tmp_path / "films"

    return write


@pytest.fixture
def build(write_films: WriteFilms, tmp_path: Path) -> Iterator[Build]:
    """A function that compiles film files given by id (`_` for `-`) and opens their catalogue."""
    opened: list[Catalogue] = []

    def compiled(names: dict[str, str] | None = None, **films: str) -> Catalogue:
        folder = write_films(names, **films)
        catalogue = Catalogue.open(compile_catalogue(folder, tmp_path / "names", tmp_path / "cache"))
        opened.append(catalogue)
        return catalogue

    yield compiled
    for catalogue in opened:
        catalogue.close()

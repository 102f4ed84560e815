"""Small film files written for a test, and the library that comes with Marquee, compiled once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from questions.catalogue import Catalogue, compile_catalogue
from tests.questions.film_text import FIVE, Build, WriteFilms
from tests.questions.import_desk import Desk


def written(home: Path, names: dict[str, str] | None, films: dict[str, str]) -> Path:
    """Write film files, and files of names/ by type, and return the folder of films."""
    for folder, texts in (("films", films), ("names", names or {})):
        (home / folder).mkdir(exist_ok=True)
        for stem, text in texts.items():
            path = home / folder / f"{stem.replace('_', '-')}.toml"
            path.write_text(text, encoding="utf-8")
    return home / "films"


@contextmanager
def building(home: Path) -> Iterator[Build]:
    """Yield a function that compiles film files in a folder and opens their catalogue; all are closed in the end."""
    opened: list[Catalogue] = []

    def compiled(names: dict[str, str] | None = None, **films: str) -> Catalogue:
        folder = written(home, names, films)
        catalogue = Catalogue.open(compile_catalogue(folder, home / "names", home / "cache"))
        opened.append(catalogue)
        return catalogue

    yield compiled
    for catalogue in opened:
        catalogue.close()


@pytest.fixture
def write_films(tmp_path: Path) -> WriteFilms:
    """A function that writes film files, and files of names/ by type, and returns the folder of films."""
    return lambda names=None, **films: written(tmp_path, names, films)


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """A function that compiles film files given by id (`_` for `-`) and opens their catalogue."""
    with building(tmp_path) as build:
        yield build


@pytest.fixture(scope="module")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """The same for a catalogue that all tests of a file read."""
    with building(tmp_path_factory.mktemp("films")) as build:
        yield build


@pytest.fixture
def desk(write_films: WriteFilms, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk to import at."""
    data = tmp_path / "data"
    data.mkdir()
    return Desk(write_films(**FIVE), data, capsys)

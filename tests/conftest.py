"""What holds for every test: hypothesis draws the same examples each time, and the library is compiled once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from questions.catalogue import Catalogue, compile_catalogue

settings.register_profile("marquee", deadline=None, derandomize=True, database=None)
settings.load_profile("marquee")


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder that all tests share, so that the films that come with Marquee are compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def library_file(cache_home: Path) -> Path:
    """The catalogue file compiled from the film files that come with Marquee."""
    return compile_catalogue(target_folder=cache_home / "marquee")


@pytest.fixture(scope="session")
def library(library_file: Path) -> Iterator[Catalogue]:
    """The catalogue of the films that come with Marquee."""
    catalogue = Catalogue.open(library_file)
    yield catalogue
    catalogue.close()

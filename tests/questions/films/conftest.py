"""The catalogue of all films, compiled once for the tests of the film files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from questions.catalogue import Catalogue, compile_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """The catalogue compiled from the film files as they are."""
    opened = Catalogue.open(compile_catalogue(target_folder=tmp_path_factory.mktemp("catalogue")))
    yield opened
    opened.close()

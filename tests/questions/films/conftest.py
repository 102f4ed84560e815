"""The catalogue of all films, compiled once for the tests of the film files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from questions.catalogue import Catalogue

if TYPE_CHECKING:
    pass


@pytest.fixture(scope="session")
def catalogue(library: Catalogue) -> Catalogue:
    """The catalogue compiled from the film files as they are."""
    return library

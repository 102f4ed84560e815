"""A server that stands for Wikidata, for every test that fetches from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.questions.importers.wikidata_server import Wikidata, served


@pytest.fixture
def wikidata() -> Iterator[Wikidata]:
    """A server on this machine with two films, their people and a series."""
    with served() as told:
        yield told

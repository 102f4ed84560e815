"""An evening per test: a stand-in of its own, a database of its own, the real catalogue, an unmodified discord.py."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.standin import StandIn
from questions.catalogue import Catalogue
from tests.bot.end_to_end.evening import TOKEN, Evening, FastClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SPEED = 10


def description() -> Path | None:
    """Return Discord's API description, where there is a copy; everything is then checked against it."""
    beside = Path(__file__).resolve().parents[3].parent / "shared" / "discord" / "openapi.json"
    path = Path(os.environ.get("DISCORD_OPENAPI", beside))
    return path if path.is_file() else None


@pytest.fixture(scope="session")
def catalogue(library: Catalogue) -> Catalogue:
    """The catalogue of the films we carry."""
    return library


@pytest.fixture
async def standin() -> AsyncIterator[StandIn]:
    """A Discord of this test's own; at the end it has refused nothing that a test did not want refused."""
    standin = StandIn(None, TOKEN, description())
    await standin.start()
    yield standin
    await standin.stop()
    assert not standin.mistakes


@pytest.fixture
async def evening(standin: StandIn, catalogue: Catalogue, tmp_path: Path) -> AsyncIterator[Evening]:
    """A bot that has arrived, ten times faster than the world outside."""
    evening = Evening(standin, catalogue, tmp_path / "marquee.db", FastClock(SPEED))
    await evening.arrive()
    yield evening
    await evening.leave()
    refused = [entry for entry in standin.refusals if entry.status == 400]
    assert not refused

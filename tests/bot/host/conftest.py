"""A stage with a real database and the real catalogue, and a host on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.host.host import Host
from bot.host.stage import Stage
from bot.host.typed import TypedGuesses
from bot.store.database import open_database
from questions.catalogue import Catalogue
from tests.bot.host.stage_set import HandClock, MemoryChannels, Play

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(scope="session")
def catalogue(library: Catalogue) -> Catalogue:
    """The catalogue of the films we carry."""
    return library


@pytest.fixture
async def play(catalogue: Catalogue, tmp_path: Path) -> AsyncIterator[Play]:
    """A host whose quizzes are shown in channels that remember, by a clock that is moved by hand."""
    database = await open_database(f"sqlite:///{tmp_path / 'marquee.db'}")
    clock, channels = HandClock(), MemoryChannels()
    stage = Stage(database, catalogue, channels, clock, TypedGuesses(catalogue))
    play = Play(stage, clock, channels, Host(stage, seeds=lambda: 7))
    yield play
    await play.host.close()
    await database.close()

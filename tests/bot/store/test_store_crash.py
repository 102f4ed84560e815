"""SIGKILL in the middle of writing: what was promised is there, and nothing twice."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.store.database import open_database
from tests.bot.store.house import House

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[3]
KILLS = 10


def _storm(url: str, life: int, lines: int) -> list[str]:
    """Return what a storm promised until it was killed, some lines in and wherever it then was."""
    command = [sys.executable, "-m", "tests.bot.store.storm", url, str(life)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as storm:
        assert storm.stdout is not None
        said = [storm.stdout.readline() for _ in range(lines)]
        storm.kill()
        said += storm.stdout.readlines()
    return [line for line in said if line.endswith("\n")]


def _promises(said: Iterable[str]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the last press promised to each player of each round."""
    promised: dict[tuple[int, int], tuple[int, int]] = {}
    for line in said:
        if not line.startswith("closed"):
            where, who, press, choice = map(int, line.split())
            promised[where, who] = max(promised.get((where, who), (0, 0)), (press, choice))
    return promised


@pytest.mark.slow
async def test_killed_again_and_again(tmp_path: Path) -> None:
    """After each of ten kills every promise is kept, closed rounds count once, and the file is whole."""
    url, rng = f"sqlite:///{tmp_path / 'marquee.db'}", Random(1)
    said: list[str] = []
    for life in range(1, KILLS + 1):
        said += _storm(url, life, rng.randrange(100, 3000))

        house = House(await open_database(url), url)
        kept, (of_guesses, of_scores) = await house.kept(), await house.sums()
        await house.database.close()

        promised = _promises(said)
        # a press that was written but not yet promised may stand in the place of one that was
        assert all(kept[key] >= promise for key, promise in promised.items())
        assert of_guesses == of_scores > 0
        with closing(sqlite3.connect(tmp_path / "marquee.db")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            rows = connection.execute("SELECT id FROM round WHERE closed_at IS NOT NULL").fetchall()
        announced = {int(line.split()[1]) for line in said if line.startswith("closed")}
        assert announced <= {row[0] for row in rows}

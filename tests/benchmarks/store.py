"""How many guesses a second are locked in: group commit against one transaction each, side by side.

Run by hand: `python -m tests.benchmarks.store [players] [seconds]`. The two take turns in one run on fresh
databases, since a disk's mood changes by the minute; the median of the turns counts.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from time import perf_counter
from typing import TYPE_CHECKING

from bot.quiz.values import Guess
from bot.store.database import open_database
from bot.store.guesses import Press, keep
from tests.bot.store.house import House

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from bot.store.database import Database

    Way = Callable[[Database, Guess, datetime], Awaitable[None]]

TURNS = 5


@dataclass
class Turn:
    """What one turn measured: seconds between a press and its answer."""

    seconds: float
    waits: list[float] = field(default_factory=list)

    def figures(self) -> tuple[float, float, float]:
        """Return guesses a second, and the median and 99th percentile of the wait in milliseconds."""
        percentiles = statistics.quantiles(self.waits, n=100)
        return len(self.waits) / self.seconds, percentiles[49] * 1000, percentiles[98] * 1000


async def together(database: Database, guess: Guess, now: datetime) -> None:
    """Lock a guess in through the writer."""
    await database.writer.guess(guess, "player", now)


async def each_alone(database: Database, guess: Guess, now: datetime) -> None:
    """Lock a guess in with a transaction of its own on the same connection."""
    async with database.writer.engine.begin() as connection:
        await keep(connection, [Press(guess, "player", now)])


async def turn(
    way: Callable[[Database, Guess, datetime], Awaitable[None]], players: int, seconds: float
) -> Turn:
    """Return what so many players measure who press again as soon as they are answered."""
    measured, now = Turn(seconds), datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        house = House(await open_database(f"sqlite:///{folder}/marquee.db"), "")
        quiz = await house.begin()
        rounds, presses = [(await house.open(quiz.id, number)).id for number in range(1, 51)], count(1)
        end = perf_counter() + seconds

        async def play(player_id: int, numbers: Iterator[int]) -> None:
            while (pressed := perf_counter()) < end:
                round_id = rounds[next(numbers) % len(rounds)]
                await way(house.database, Guess(round_id, player_id, next(presses), 1), now)
                measured.waits.append(perf_counter() - pressed)

        await asyncio.gather(*(play(player_id, count()) for player_id in range(players)))
        await house.database.close()
    return measured


def main(players: int, seconds: float) -> None:
    """Print a table of both ways."""
    ways = {"group commit": together, "one transaction each": each_alone}
    turns: dict[str, list[tuple[float, float, float]]] = {name: [] for name in ways}
    for _ in range(TURNS):
        for name, way in ways.items():
            turns[name].append(asyncio.run(turn(way, players, seconds)).figures())
    print(f"{players} players, {TURNS} turns of {seconds} s each, medians")
    print(f"{'':22}{'acks/s':>10}{'p50 ms':>10}{'p99 ms':>10}")
    for name, figures in turns.items():
        acks, half, most = (statistics.median(column) for column in zip(*figures, strict=True))
        print(f"{name:22}{acks:10.0f}{half:10.1f}{most:10.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100, float(sys.argv[2]) if len(sys.argv) > 2 else 1.5)

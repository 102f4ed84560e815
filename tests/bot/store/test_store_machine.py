"""Guesses, closings and restarts in any order, against a model of a few lines."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.store.database import open_database
from bot.store.writer import Taken
from tests.bot.store.house import RIGHT, House

PLAYERS = st.integers(1, 3)
PRESSES = st.integers(1, 40)
ROUNDS = (1, 2, 3)


class Store(RuleBasedStateMachine):
    """A store and a dictionary are told the same; whenever one looks they say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.loop = asyncio.Runner()
        self.kept: dict[tuple[int, int], tuple[int, int]] = {}
        self.closed: set[int] = set()

    @initialize()
    def start(self) -> None:
        """A quiz with three open rounds."""

        async def begin() -> House:
            house = await self._open()
            quiz = await house.begin()
            assert [(await house.open(quiz.id, number)).id for number in ROUNDS] == list(ROUNDS)
            return house

        self.house = self.loop.run(begin())

    @rule(presses=st.lists(st.tuples(st.sampled_from(ROUNDS), PLAYERS, PRESSES), min_size=1, max_size=6))
    def guess(self, presses: list[tuple[int, int, int]]) -> None:
        """Presses arrive together, in any order, some of them twice; a press's choice follows from its id."""

        async def press() -> list[Taken]:
            guesses = (self.house.guess(where, who, number % 4, number) for where, who, number in presses)
            return await asyncio.gather(*guesses)

        taken = self.loop.run(press())
        for where, who, number in presses:
            if where not in self.closed:
                self.kept[where, who] = max(self.kept.get((where, who), (0, 0)), (number, number % 4))
        for (where, who, number), outcome in zip(presses, taken, strict=True):
            stands = self.kept.get((where, who)) == (number, number % 4)
            expected = Taken.LOCKED if stands else Taken.LATER
            assert outcome is (Taken.CLOSED if where in self.closed else expected)

    @rule(where=st.sampled_from(ROUNDS), closers=st.integers(1, 3))
    def close(self, where: int, closers: int) -> None:
        """A round is closed by one of those who try, if it was open."""

        async def close() -> list[object]:
            return list(await asyncio.gather(*(self.house.close(where) for _ in range(closers))))

        closings = self.loop.run(close())
        assert sum(closing is not None for closing in closings) == (where not in self.closed)
        self.closed.add(where)

    @rule()
    def reopen(self) -> None:
        """The database is closed and opened again."""

        async def reopen() -> House:
            await self.house.database.close()
            return await self._open()

        self.house = self.loop.run(reopen())

    @precondition(lambda self: hasattr(self, "house"))
    @invariant()
    def agrees(self) -> None:
        """What is kept, and what the closed rounds are worth, is what the model says."""

        async def look() -> tuple[dict[tuple[int, int], tuple[int, int]], tuple[int, int]]:
            return await self.house.kept(), await self.house.sums()

        kept, sums = self.loop.run(look())
        rights = [where for (where, _), (_, choice) in self.kept.items() if choice == RIGHT]
        points = 10 * sum(where in self.closed for where in rights)
        assert kept == self.kept
        assert sums == (points, points)

    def teardown(self) -> None:
        """Close the database and forget it."""
        if hasattr(self, "house"):
            self.loop.run(self.house.database.close())
        self.loop.close()
        shutil.rmtree(self.folder)

    async def _open(self) -> House:
        url = f"sqlite:///{self.folder / 'marquee.db'}"
        return House(await open_database(url), url)


TestStore = Store.TestCase
TestStore.settings = settings(max_examples=20, stateful_step_count=20, deadline=None, derandomize=True)

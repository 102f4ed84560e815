"""What the tests of the machine's six players hand them: what is right, and time that passes when it is told to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.standin.crowd import Known

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
SEED = 3


class Told:
    """Tells what is known of every round, and keeps for which rounds it was asked."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.rounds: list[int] = []

    async def __call__(self, round_id: int) -> Known:
        """Return what is known."""
        self.rounds.append(round_id)
        return self.known


class Hourglass:
    """Lets time pass when it is turned; it keeps how long everybody wanted to wait."""

    def __init__(self) -> None:
        self.turned = asyncio.Event()
        self.waits: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Return once turned."""
        self.waits.append(seconds)
        await self.turned.wait()

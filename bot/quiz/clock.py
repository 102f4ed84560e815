"""Clock: what time it is, and waiting for a moment. Handed in, so that tests decide how time passes."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits."""

    def __call__(self) -> datetime:
        """Return the moment it is, aware, in UTC."""
        ...

    async def wait(self, until: datetime, woken: asyncio.Event | None = None) -> None:
        """Return at the moment, or as soon as the event is set."""
        ...


class SystemClock:
    """The machine's own clock."""

    def __call__(self) -> datetime:
        """Return the moment it is, aware, in UTC."""
        return datetime.now(UTC)

    async def wait(self, until: datetime, woken: asyncio.Event | None = None) -> None:
        """Return at the moment, or as soon as the event is set."""
        seconds = (until - self()).total_seconds()
        if woken is None:
            await asyncio.sleep(max(0, seconds))
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await woken.wait()

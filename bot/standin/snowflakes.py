"""Snowflakes: ids that grow with time, as Discord makes them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DISCORD_EPOCH_MS = 1_420_070_400_000


class Snowflakes:
    """A source of ids that only ever grow, also when the clock stands still or the stand-in starts again."""

    def __init__(self, clock: Callable[[], float], last: int = 0) -> None:
        self._clock = clock
        self.last = last

    def new(self) -> str:
        """Return the next id, 17 to 20 digits."""
        now = (int(self._clock() * 1000) - DISCORD_EPOCH_MS) << 22
        self.last = max(now, self.last + 1)
        return str(self.last)


def iso(seconds: float) -> str:
    """Return a time in seconds since 1970 as Discord writes it, UTC with microseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def made_at(id_: str) -> float:
    """Return when an id was made, in seconds since 1970."""
    return ((int(id_) >> 22) + DISCORD_EPOCH_MS) / 1000

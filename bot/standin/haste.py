"""Haste: how fast one person may act; beyond it Discord's client says that they are being rate limited."""

from __future__ import annotations

from collections import deque

# Discord documents no numbers for people; these are never met by hand, and soon by a stuck key.
MOST = 20
SECONDS = 10.0


class Haste:
    """The times of the last acts of one page, on a monotonic clock in seconds."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=MOST)

    def wait(self, now: float) -> float:
        """Return the seconds to wait before the next act; at 0.0 it counts as done now."""
        if len(self._times) == MOST and now - self._times[0] < SECONDS:
            return SECONDS - (now - self._times[0])
        self._times.append(now)
        return 0.0

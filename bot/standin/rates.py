"""Rates: Discord's rate limits, told in headers before they bite and enforced with 429."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.standin.wire import Json

FORGET_ABOVE = 4096


@dataclass(frozen=True, slots=True)
class Bucket:
    """So many requests in so many seconds, counted apart for each value of the `by` parameters of the route.

    A hidden bucket is enforced but not told in headers, as with Discord's undocumented limits.
    """

    name: str
    limit: int
    seconds: float
    by: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(slots=True)
class Window:
    """The requests left until a moment of the monotonic clock."""

    left: int
    ends: float


@dataclass(frozen=True, slots=True)
class Spent:
    """What a request did to its bucket: whether it may pass, and the headers that tell."""

    allowed: bool
    retry_after: float
    headers: dict[str, str]


# D rate-limits: 50 requests a second for the whole bot, answers to interactions not counted.
GLOBAL = Bucket("global", 50, 1.0, hidden=True)


class Rates:
    """The windows of all buckets."""

    def __init__(self) -> None:
        self._windows: dict[tuple[str, ...], Window] = {}

    def spend(self, bucket: Bucket, params: Json, now: float, epoch: float) -> Spent:
        """Return what became of one request; `now` is monotonic, `epoch` the time of day, both in seconds."""
        key = (bucket.name, *(str(params[name]) for name in bucket.by))
        window = self._windows.get(key)
        if window is None or window.ends <= now:
            self._forget(now)
            window = self._windows[key] = Window(bucket.limit, now + bucket.seconds)
        allowed = window.left > 0
        window.left -= allowed
        after = max(window.ends - now, 0.001)
        return Spent(allowed, after, {} if bucket.hidden else _headers(bucket, window.left, after, epoch))

    def _forget(self, now: float) -> None:
        if len(self._windows) > FORGET_ABOVE:
            self._windows = {key: window for key, window in self._windows.items() if window.ends > now}


def _headers(bucket: Bucket, left: int, after: float, epoch: float) -> dict[str, str]:
    return {
        "X-RateLimit-Bucket": bucket.name,
        "X-RateLimit-Limit": str(bucket.limit),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": f"{epoch + after:.3f}",
        "X-RateLimit-Reset-After": f"{after:.3f}",
    }

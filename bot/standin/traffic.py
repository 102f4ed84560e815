"""Traffic: the last things that went between the bot and the stand-in, for whoever wants to look."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.wire import Json

KEPT = 300
FROM_BOT, TO_BOT = "from the bot", "to the bot"
LIMITS, DESCRIPTION = "our limit table", "Discord's description"
HIDDEN = "(hidden)"
_OPS = {
    0: "Dispatch",
    1: "Heartbeat",
    2: "Identify",
    3: "Presence Update",
    4: "Voice State Update",
    6: "Resume",
    7: "Reconnect",
    8: "Request Guild Members",
    9: "Invalid Session",
    10: "Hello",
    11: "Heartbeat ACK",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One check that was made: by what, of the request's "body" or our "answer", and what it found wrong."""

    by: str
    part: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request with its answer, or a gateway payload; `status` is 0 where there is none.

    `number` counts from 1 and only grows; `at` is in seconds since 1970.
    """

    number: int
    at: float
    way: str
    method: str
    path: str
    status: int
    body: object
    answer: object
    checks: tuple[Check, ...]

    def summary(self) -> Json:
        """Return all but the bodies."""
        return {
            "number": self.number,
            "at": self.at,
            "way": self.way,
            "method": self.method,
            "path": self.path,
            "status": self.status,
            "refused": self.status >= 400,
            "checks": [
                {"by": check.by, "part": check.part, "problems": list(check.problems)}
                for check in self.checks
            ],
        }

    def whole(self) -> Json:
        """Return the bodies; what opens the gateway or an interaction is hidden."""
        return {"number": self.number, "body": _masked(self.body), "answer": _masked(self.answer)}


class Traffic:
    """The last 300 exchanges, and those who watch."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._kept: deque[Exchange] = deque(maxlen=KEPT)
        self._watchers: list[Callable[[Exchange], None]] = []
        self._last = 0

    def request(
        self,
        method: str,
        path: str,
        body: object,
        status: int,
        answer: object,
        checks: tuple[Check, ...] = (),
    ) -> None:
        """Keep a request and its answer."""
        self._keep(FROM_BOT, method, path, status, body, answer, checks)

    def payload(self, way: str, op: object, event: str | None, data: object) -> None:
        """Keep a payload of the gateway, for which there is neither table nor description."""
        known = _OPS.get(op, "unknown") if isinstance(op, int) else "unknown"
        self._keep(way, f"op {op}", event or known, 0, data, None, ())

    def closed(self, code: int, reason: str) -> None:
        """Keep that the gateway refused to go on."""
        self._keep(TO_BOT, "close", reason, code, None, None, ())

    def watch(self, watcher: Callable[[Exchange], None]) -> Callable[[], None]:
        """Return a function that ends the watching; until then `watcher` is called with each exchange."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def kept(self) -> list[Exchange]:
        """Return what is kept, oldest first."""
        return list(self._kept)

    def find(self, number: int) -> Exchange | None:
        """Return the exchange of a number, None when it is not kept any longer."""
        return next((one for one in self._kept if one.number == number), None)

    def _keep(
        self,
        way: str,
        method: str,
        path: str,
        status: int,
        body: object,
        answer: object,
        checks: tuple[Check, ...],
    ) -> None:
        self._last += 1
        made = Exchange(self._last, self._clock(), way, method, path, status, body, answer, checks)
        self._kept.append(made)
        for watcher in tuple(self._watchers):
            watcher(made)


def _masked(value: object) -> object:
    if isinstance(value, dict) and "token" in value:
        return {**value, "token": HIDDEN}
    return value

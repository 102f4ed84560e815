"""Journal: what the bot asked for, what was refused, and where the stand-in itself was wrong."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.standin.traffic import Traffic
    from bot.standin.wire import Json

log = logging.getLogger(__name__)
KEPT = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """One request or gateway payload from the bot, and the answer's status (0 for the gateway)."""

    method: str
    path: str
    body: object
    status: int
    answer: object = None


@dataclass
class Journal:
    """The last 2,000 requests, those refused, every mistake of the stand-in's own answers, and the traffic."""

    traffic: Traffic
    requests: deque[Entry] = field(default_factory=lambda: deque(maxlen=KEPT))
    refusals: deque[Entry] = field(default_factory=lambda: deque(maxlen=KEPT))
    mistakes: list[str] = field(default_factory=list)

    def note(self, entry: Entry) -> None:
        """Keep an entry, among the refusals too when its status is 400 or more."""
        self.requests.append(entry)
        if entry.status >= 400:
            self.refusals.append(entry)
            log.info("refused %s %s: %s %s", entry.method, entry.path, entry.status, entry.answer)

    def confess(self, where: str, problems: list[str], answer: Json | object) -> None:
        """Keep and log a mistake: an answer of ours that Discord's description does not allow."""
        self.mistakes.append(f"{where}: {'; '.join(problems)}")
        log.error("the stand-in's own answer to %s is not valid: %s in %r", where, problems, answer)

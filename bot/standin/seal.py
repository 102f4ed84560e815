"""Seal: passes for windows that were let in, which only the holder of the seal's key can make."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LASTS_SECONDS = 7 * 24 * 60 * 60.0  # from when the page was last opened


@dataclass(frozen=True)
class Seal:
    """Makes and knows passes: the moment of their making, signed."""

    key: bytes
    clock: Callable[[], float]

    def issue(self) -> str:
        """Return a pass that lasts a week."""
        made = str(int(self.clock()))
        return f"{made}.{self._signature(made)}"

    def admits(self, given: str) -> bool:
        """Return whether a pass was made under this seal, and within the week."""
        made, _, signature = given.partition(".")
        genuine = hmac.compare_digest(signature.encode(), self._signature(made).encode())
        return genuine and self.clock() - int(made) <= LASTS_SECONDS

    def _signature(self, made: str) -> str:
        return hmac.new(self.key, made.encode(), hashlib.sha256).hexdigest()

"""What an import took and what it left out, counted by reason, with a few examples of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

EXAMPLES = 3
LONGEST_EXAMPLE = 80


def silent(_: int) -> None:
    """Tell nobody how far an import is."""


@dataclass(slots=True)
class Report:
    """Films read, kept and left out, and statements left out of films that were kept, by reason in plain words.

    `advance` is called with the bytes of input that were read since the last call, for a bar of progress.
    """

    advance: Callable[[int], None] = silent
    mapping: Path | None = None  # for a source whose columns are named by people
    films: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def skip(self, reason: str, what: object = "") -> None:
        """Count a film, or something that should have been one, that is not taken."""
        self.skipped[reason] += 1
        self.show(reason, what)

    def leave_out(self, reason: str, what: object = "") -> None:
        """Count a statement that is not taken, of a film that is."""
        self.left_out[reason] += 1
        self.show(reason, what)

    def show(self, reason: str, what: object) -> None:
        """Keep an example of a reason, cut to what a person can read."""
        kept = self.examples.setdefault(reason, [])
        text = str(what)[:LONGEST_EXAMPLE]
        if text and len(kept) < EXAMPLES and text not in kept:
            kept.append(text)

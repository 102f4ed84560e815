"""What an import took and what it left out, counted by reason, with a few examples of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

EXAMPLES = 3
LONGEST_EXAMPLE = 80


def silent(_: object) -> None:
    """Tell nobody how far an import is."""


@dataclass(slots=True)
class Report:
    """Films read, kept and left out, and statements left out of films that were kept, by reason in plain words.

    `advance` is called with the bytes of input that were read since the last call, for a bar of progress; `doing` with
    what is being done, and `notice` with what somebody who waits should know. Of the films that the file had of the
    import before (`had`) some were given again.
    """

    advance: Callable[[int], None] = silent
    doing: Callable[[str], None] = silent
    notice: Callable[[str], None] = silent
    mapping: Path | None = None  # for a source whose columns are named by people
    films: int = 0
    had: int = 0
    given_again: int = 0
    added: bool = False
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

    def as_json(self) -> dict[str, object]:
        """Return the report as plain values."""
        return {
            "films": self.films,
            "had": self.had,
            "given_again": self.given_again,
            "skipped": dict(self.skipped.most_common()),
            "left_out": dict(self.left_out.most_common()),
            "examples": self.examples,
        }

    def as_text(self, label: str) -> str:
        """Return the report for people: how many films were taken, and what was left out and why."""
        lines = [f"{label}: {self.films:,} {'film' if self.films == 1 else 'films'} taken."]
        if self.had:
            lines.append(self.beside())
        for head, counted in (("Films left out", self.skipped), ("Statements left out", self.left_out)):
            if counted:
                lines.append(f"{head}: {counted.total():,}")
            for reason, count in counted.most_common():
                shown = ", ".join(f"“{example}”" for example in self.examples.get(reason, ()))
                lines.append(f"  {count:7,}  {reason}{f' ({shown})' if shown else ''}")
        return "\n".join(lines)

    def beside(self) -> str:
        """Return what becomes of the films that the file had of the import before."""
        rest = self.had - self.given_again
        said = f"Films that the file had of it: {self.had:,}; given again, so replaced: {self.given_again:,}"
        if rest:
            said += f"; kept: {rest:,}" if self.added else f"; gone: {rest:,} (--add keeps such films)"
        return f"{said}."

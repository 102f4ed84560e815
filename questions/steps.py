"""Work done in steps, so that whoever shares its thread has a turn between them."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]
"""A piece of work that pauses after each of its steps, and gives what came of it in the end."""


def finished(steps: Steps[T]) -> T:
    """Return what comes of some work, done without a pause; raises what the work raises."""
    outcome: list[T] = []
    for _ in pauses(steps, outcome):
        pass
    return outcome[0]


def pauses(steps: Steps[T], outcome: list[T]) -> Iterator[None]:
    """Yield at each pause of some work; what comes of it is put into a list in the end."""
    outcome.append((yield from steps))

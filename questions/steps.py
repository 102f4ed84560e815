"""Work done in steps, so that whoever shares its thread has a turn between them."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]
"""A piece of work that pauses after each of its steps, and gives what came of it in the end."""


def finished(steps: Steps[T]) -> T:
    """Return what comes of some work, done without a pause; raises what the work raises."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            outcome: T = end.value
            return outcome

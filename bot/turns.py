"""Work in steps on the event loop: between two of them everybody else has a turn."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from questions.steps import Steps

T = TypeVar("T")


async def in_turns(steps: Steps[T]) -> T:
    """Return what comes of some work; the loop is held for no longer than its longest step. Raises what it raises."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            outcome: T = end.value
            return outcome
        await asyncio.sleep(0)

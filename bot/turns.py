"""Work in steps on the event loop: between two of them everybody else has a turn."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from questions.steps import pauses

if TYPE_CHECKING:
    from questions.steps import Steps

T = TypeVar("T")


async def in_turns(steps: Steps[T]) -> T:
    """Return what comes of some work; the loop is held for no longer than its longest step. Raises what it raises."""
    outcome: list[T] = []
    for _ in pauses(steps, outcome):
        await asyncio.sleep(0)
    return outcome[0]

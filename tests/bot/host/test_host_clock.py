"""The machine's own clock."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta

from bot.quiz.clock import SystemClock


async def test_waiting_for_the_past_is_over_at_once() -> None:
    """A moment that has passed is not waited for, with or without something that could wake the waiter."""
    clock = SystemClock()
    past = clock() - timedelta(hours=1)

    await clock.wait(past)
    await clock.wait(past, asyncio.Event())

    assert clock().tzinfo is UTC


async def test_an_event_ends_waiting() -> None:
    """Whoever waits for tomorrow goes on as soon as the event is set."""
    clock, woken = SystemClock(), asyncio.Event()
    waiting = asyncio.ensure_future(clock.wait(clock() + timedelta(days=1), woken))

    woken.set()

    await waiting

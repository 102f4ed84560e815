"""CardEdits: a card's changes, drawn at most once in so many seconds unless one cannot wait; the last always."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.host.channels import ChannelGoneError, UnreachableError
from bot.quiz.rules import CARD_EDIT_EVERY

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.quiz.clock import Clock

logger = logging.getLogger(__name__)


class CardEdits:
    """A task that draws a card anew when it has changed; Discord allows a channel five edits in five seconds."""

    def __init__(self, draw: Callable[[], Awaitable[None]], clock: Clock) -> None:
        self._draw = draw
        self._clock = clock
        self._changed = asyncio.Event()
        self._woken = asyncio.Event()
        self._is_over = False
        self._task = asyncio.create_task(self._run(), name="edits of a card")

    def changed(self) -> None:
        """Have the card drawn, now or when its turn comes."""
        self._changed.set()

    def changed_at_once(self) -> None:
        """Have the card drawn without waiting for its turn, as soon as nothing is on its way."""
        self._changed.set()
        self._woken.set()

    async def finish(self) -> None:
        """Return once nothing is being drawn nor will be: an edit on its way might overtake the next card."""
        self._is_over = True
        self.changed_at_once()
        await self._task

    def cancel(self) -> None:
        """Stop at once, whatever is on its way."""
        self._task.cancel()

    async def _run(self) -> None:
        """Draw whenever something changed, then rest."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            self._woken.clear()
            if self._is_over:
                return
            try:
                await self._draw()
            except (ChannelGoneError, UnreachableError) as error:
                logger.warning("a card was not brought up to date: %s", error)
            await self._clock.wait(self._clock() + CARD_EDIT_EVERY, self._woken)

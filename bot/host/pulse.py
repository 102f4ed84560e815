"""Pulse: the bot's note that it lives, from which a restart counts the time that was left."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from bot.quiz.rules import PULSE
from bot.store import pulse

if TYPE_CHECKING:
    from bot.host.stage import Stage

logger = logging.getLogger(__name__)


async def keep_beating(stage: Stage) -> None:
    """Note every five seconds that the bot lives, until cancelled; a failure is logged, and the next note is made."""
    while True:
        try:
            await stage.database.write(partial(pulse.beat, now=stage.clock()))
        except Exception:
            logger.exception("the note that the bot lives was not written")
        await stage.clock.wait(stage.clock() + PULSE)

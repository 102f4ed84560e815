"""The message that announced a quiz, kept true: under way once it asks, over at its end."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.host.channels import ChannelGoneError, MessageGoneError, UnreachableError
from bot.replies import channel_words
from bot.store import quizzes
from questions import telling

if TYPE_CHECKING:
    from collections.abc import Callable
    from gettext import NullTranslations

    from discord.ui import LayoutView

    from bot.host.stage import Stage
    from bot.quiz.values import Quiz

logger = logging.getLogger(__name__)


async def edit_announcement(
    stage: Stage, quiz: Quiz, draw: Callable[[Quiz, str | None, NullTranslations], LayoutView]
) -> None:
    """Have the announcement show another card; no quiz hangs on it, so a failure is logged and never raised."""
    try:
        async with stage.database.read() as connection:
            noted = await quizzes.quiz(connection, quiz.id)
        if noted is None or noted.message_id is None:  # begun unannounced
            return
        view = draw(noted, _about(stage, noted), channel_words(noted.language))
        await stage.channels.edit(noted.channel_id, noted.message_id, view)
    except (ChannelGoneError, MessageGoneError, UnreachableError) as error:
        logger.info("the announcement of quiz %d stays as it was: %s", quiz.id, error)
    except Exception:
        logger.exception("the announcement of quiz %d was not brought up to date", quiz.id)


def _about(stage: Stage, quiz: Quiz) -> str | None:
    """Return what the film or series asked about is called, None where it is everything."""
    if quiz.scope is None:
        return None
    try:
        return telling.label(stage.catalogue.spoken(quiz.language).entity(quiz.scope))
    except KeyError:  # a catalogue of another version, after a restart
        return quiz.scope

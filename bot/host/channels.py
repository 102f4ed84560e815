"""Channels: how a card is put into a channel and changed there, and what can become of that."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from discord.ui import LayoutView

    from bot.quiz.values import Quiz


class ChannelGoneError(Exception):
    """The channel was deleted, or the bot may no longer speak in it."""


class MessageGoneError(Exception):
    """The message was deleted, or Discord lets nobody edit it any more."""


class UnreachableError(Exception):
    """Discord did not answer, or only with faults of its own, for longer than we try."""


class Channels(Protocol):
    """Puts cards into channels."""

    async def post(self, channel_id: int, view: LayoutView, nonce: str) -> int:
        """Return the id of the message that shows the card: for the same nonce, within minutes, the same one."""
        ...

    async def edit(self, channel_id: int, message_id: int, view: LayoutView) -> None:
        """Let a message show another card."""
        ...


def nonce(quiz: Quiz, what: str, replaced: int | None = None) -> str:
    """Return what Discord tells a repeated post by, the same for the same card: 24 characters, it takes 25.

    `replaced` is the message that is gone and shown anew. The start keeps apart quizzes of two databases.
    """
    said = f"{quiz.started_at.isoformat()} {quiz.channel_id} {quiz.id} {what} {replaced}"
    return blake2b(said.encode(), digest_size=12).hexdigest()

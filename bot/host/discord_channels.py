"""DiscordChannels: cards put into channels through Discord's API, with more patience than the library has."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeVar

import aiohttp
import discord

from bot.host.channels import ChannelGoneError, MessageGoneError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from discord.ui import LayoutView

T = TypeVar("T")

PAUSES = (0.5, 1, 2, 4, *[8] * 6)  # seconds before each further try: about a minute in all
LONGEST_TRY = 30.0  # seconds; the library waits out rate limits within a try
UNKNOWN_MESSAGE = 10008
OLD_MESSAGE_EDITED_TOO_OFTEN = 30046
THREAD_ARCHIVED = 50083  # a new message wakes it up, an edit does not
NOT_TO_BE_EDITED = {UNKNOWN_MESSAGE, OLD_MESSAGE_EDITED_TOO_OFTEN, THREAD_ARCHIVED}
TOO_MANY_REQUESTS = 429

logger = logging.getLogger(__name__)


class DiscordChannels:
    """The channels of a client. The library gives up on 503 and on a lost connection; we try again.

    Trying again is safe: an edit says the same twice, and a post carries a nonce that Discord enforces.
    """

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def post(self, channel_id: int, view: LayoutView, nonce: str) -> int:
        """Return the id of the message that shows the card: for the same nonce, within minutes, the same one."""
        view.stop()  # the library then keeps nothing of it: presses come through the router
        channel = self._client.get_partial_messageable(channel_id)
        none = discord.AllowedMentions.none()
        try:
            message = await _patiently(lambda: channel.send(view=view, nonce=nonce, allowed_mentions=none))
        except MessageGoneError as error:  # a thread that is locked as well as archived
            raise ChannelGoneError(str(error)) from error
        return message.id

    async def edit(self, channel_id: int, message_id: int, view: LayoutView) -> None:
        """Let a message show another card."""
        view.stop()
        message = self._client.get_partial_messageable(channel_id).get_partial_message(message_id)
        none = discord.AllowedMentions.none()
        await _patiently(lambda: message.edit(view=view, allowed_mentions=none))


async def _patiently(attempt: Callable[[], Awaitable[T]]) -> T:
    """Return what the attempt returns, tried again while the fault is Discord's or the network's."""
    for pause in PAUSES:
        try:
            return await _once(attempt)
        except UnreachableError as error:
            logger.warning("Discord cannot be reached, next try in %s s: %s", pause, error)
        await asyncio.sleep(pause)
    return await _once(attempt)


async def _once(attempt: Callable[[], Awaitable[T]]) -> T:
    """Return what the attempt returns, or raise what its failure means to a quiz."""
    try:
        async with asyncio.timeout(LONGEST_TRY):
            return await attempt()
    except discord.HTTPException as error:
        raise _meaning(error) from error
    except (OSError, aiohttp.ClientError, TimeoutError) as error:
        raise UnreachableError(f"{type(error).__name__} {error}") from error


def _meaning(error: discord.HTTPException) -> Exception:
    """Return what a refusal means to a quiz; what is our own mistake stays as it is."""
    if error.code in NOT_TO_BE_EDITED:
        return MessageGoneError(str(error))
    if isinstance(error, (discord.NotFound, discord.Forbidden)):
        return ChannelGoneError(str(error))
    if error.status >= 500 or error.status == TOO_MANY_REQUESTS:
        return UnreachableError(str(error))
    return error

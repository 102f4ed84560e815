"""What the bot must be allowed to do: the invite asks for it, and a quiz checks it before it begins."""

from __future__ import annotations

import discord

from bot.wording import N_

INVITED_WITH = discord.Permissions(view_channel=True, send_messages=True, send_messages_in_threads=True)

# as Discord's own settings call them
IN_CHANNELS = {"view_channel": N_("View Channel"), "send_messages": N_("Send Messages")}
IN_THREADS = {
    "view_channel": N_("View Channel"),
    "send_messages_in_threads": N_("Send Messages in Threads"),
}
# the bot may always write in its own direct messages, though Discord does not list that permission there
IN_DIRECT_MESSAGES: dict[str, str] = {}


def missing_permissions(allowed: discord.Permissions, kind: discord.ChannelType) -> list[str]:
    """Return the names (gettext messages) of what a quiz needs in such a channel and the bot may not do."""
    return [name for flag, name in _needed(kind).items() if not getattr(allowed, flag)]


def _needed(kind: discord.ChannelType) -> dict[str, str]:
    """Return what a quiz needs in such a channel: flag and name."""
    match kind:
        case discord.ChannelType.private | discord.ChannelType.group:
            return IN_DIRECT_MESSAGES
        case (
            discord.ChannelType.public_thread
            | discord.ChannelType.private_thread
            | discord.ChannelType.news_thread
        ):
            return IN_THREADS
        case _:
            return IN_CHANNELS

"""Stage: the parts that requests, interactions and pages share, and what they do to messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.standin import permissions, shapes
from bot.standin.errors import MISSING_ACCESS, UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, ApiError
from bot.standin.feed import Event, Feed
from bot.standin.gateway import GUILDS_INTENT, Gateway
from bot.standin.messages import EPHEMERAL
from bot.standin.rates import Rates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.standin.journal import Journal
    from bot.standin.wire import Json
    from bot.standin.world import World

GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 9, 1 << 12


@dataclass
class Stage:
    """The world and those who tell of its changes."""

    world: World
    feed: Feed
    journal: Journal
    gateway: Gateway
    rates: Rates = field(default_factory=Rates)

    def channel(self, channel_id: str) -> Json:
        """Return a channel; `ApiError` 10003 when there is none."""
        channel = self.world.channels.get(channel_id)
        if channel is None:
            raise ApiError(*UNKNOWN_CHANNEL)
        return channel

    def channel_in_view(self, channel_id: str) -> tuple[Json, int]:
        """Return a channel and what the bot may do there; `ApiError` 50001 when it cannot see it."""
        channel = self.channel(channel_id)
        allowed = permissions.in_channel(self.world, self.world.bot_id, channel)
        if not allowed & permissions.VIEW_CHANNEL and channel["type"] != 1:
            raise ApiError(*MISSING_ACCESS)
        return channel, allowed

    def stored(self, channel_id: str, message_id: str) -> Json:
        """Return a message that everybody in its channel sees; `ApiError` 10008 when there is none."""
        message = self.world.messages.get(channel_id, {}).get(message_id)
        if message is None:
            raise ApiError(*UNKNOWN_MESSAGE)
        return message

    def put(self, message: Json, seen_by: str | None = None, *, new: bool = True) -> Json:
        """Return a message, stored and told of; an ephemeral one is kept for `seen_by` alone."""
        if message["flags"] & EPHEMERAL and seen_by:
            self.world.keep_ephemeral(seen_by, message)
        else:
            seen_by = None
            self.world.keep("messages", message)
        self.feed.publish(
            Event("message_create" if new else "message_update", message["channel_id"], message, seen_by)
        )
        if seen_by is None:
            self._tell_bot("MESSAGE_CREATE" if new else "MESSAGE_UPDATE", message, message)
        return message

    def remove(self, message: Json) -> None:
        """Delete a message, ephemeral or not, and tell of it."""
        seen_by = self.world.drop_ephemeral(message["id"])
        gone = {"id": message["id"], "channel_id": message["channel_id"]}
        if seen_by is None:
            self.world.drop("messages", message["id"])
            self._tell_bot("MESSAGE_DELETE", message, gone)
        self.feed.publish(Event("message_delete", message["channel_id"], gone, seen_by))

    def visible(self, user_id: str, channel: Json) -> Iterator[Json]:
        """Return a channel's messages that a user sees, own ephemeral ones too, oldest first."""
        if not permissions.in_channel(self.world, user_id, channel) & permissions.VIEW_CHANNEL:
            return
        own = [
            m
            for who, m in self.world.ephemerals.values()
            if who == user_id and m["channel_id"] == channel["id"]
        ]
        public = self.world.messages.get(channel["id"], {})
        yield from sorted([*public.values(), *own], key=lambda message: int(message["id"]))

    def found(self, user_id: str, message_id: str) -> Json | None:
        """Return a message that a user sees, or None."""
        if message_id in self.world.ephemerals:
            owner, message = self.world.ephemerals[message_id]
            return message if owner == user_id else None
        stored = self.world.message(message_id)
        if stored is None:
            return None
        allowed = permissions.in_channel(self.world, user_id, self.world.channels[stored["channel_id"]])
        return stored if allowed & permissions.VIEW_CHANNEL else None

    def remove_channel(self, channel: Json) -> None:
        """Delete a channel or thread and tell of it."""
        told = shapes.channel(self.world, channel)
        self.world.drop_channel(channel["id"])
        event = "THREAD_DELETE" if channel["type"] in shapes.THREADS else "CHANNEL_DELETE"
        self.gateway.dispatch(event, told, channel.get("guild_id"), GUILDS_INTENT)
        self.feed.publish(Event("channel_delete", channel["id"], {"channel_id": channel["id"]}))

    def _tell_bot(self, event: str, message: Json, data: Json) -> None:
        channel = self.world.channels[message["channel_id"]]
        guild_id = channel.get("guild_id")
        told = {**data, "guild_id": guild_id} if guild_id else data
        self.gateway.dispatch(event, told, guild_id, GUILD_MESSAGES if guild_id else DIRECT_MESSAGES)

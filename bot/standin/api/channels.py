"""Channels, servers and members, direct messages and typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin import permissions, shapes
from bot.standin.api.endpoint import Call, Endpoint
from bot.standin.errors import (
    CANNOT_SEND_TO_USER,
    MISSING_PERMISSIONS,
    UNKNOWN_GUILD,
    UNKNOWN_MEMBER,
    UNKNOWN_USER,
    ApiError,
    Problem,
)
from bot.standin.feed import Event
from bot.standin.rates import Bucket

if TYPE_CHECKING:
    from bot.standin.wire import Json

READ_CHANNEL = Bucket("channel-read", 10, 10.0, ("channel_id",))
READ_GUILD = Bucket("guild-read", 10, 10.0, ("guild_id",))
READ_MEMBER = Bucket("member-read", 5, 1.0, ("guild_id",))
TYPING = Bucket("typing", 5, 5.0, ("channel_id",))
OPEN_DM = Bucket("dm-open", 10, 10.0)


def channel(call: Call) -> Json:
    """Return a channel, thread or direct message."""
    known, _ = call.stage.channel_in_view(call.params["channel_id"])
    return shapes.channel(call.stage.world, known)


def typing(call: Call) -> None:
    """Show that the bot is typing."""
    known, allowed = call.stage.channel_in_view(call.params["channel_id"])
    if known["type"] != 1 and not allowed & permissions.needed_to_send(known):
        raise ApiError(*MISSING_PERMISSIONS)
    told = {"channel_id": known["id"], "user_id": call.stage.world.bot_id}
    call.stage.feed.publish(Event("typing", known["id"], told))


def open_direct(call: Call) -> Json:
    """Return the direct-message channel with a user."""
    user_id = str(call.body.get("recipient_id"))
    user = call.stage.world.users.get(user_id)
    if user is None:
        raise ApiError(*UNKNOWN_USER)
    known = call.stage.world.direct_channel(user_id)
    if known is None or user.get("bot"):
        raise ApiError(*CANNOT_SEND_TO_USER)
    return shapes.channel(call.stage.world, known)


def guild(call: Call) -> Json:
    """Return a server with its counts."""
    return shapes.guild(call.stage.world, _guild(call))


def guild_channels(call: Call) -> list[Json]:
    """Return a server's channels, without threads."""
    return shapes.channels_of(call.stage.world, _guild(call), threads=False)


def member(call: Call) -> Json:
    """Return a member of a server."""
    known = _guild(call)
    if call.params["user_id"] not in known["members"]:
        raise ApiError(*UNKNOWN_MEMBER)
    return shapes.member(call.stage.world, known, call.params["user_id"])


def _guild(call: Call) -> Json:
    known = call.stage.world.guilds.get(call.params["guild_id"])
    if known is None:
        raise ApiError(*UNKNOWN_GUILD)
    return known


def _check_direct(call: Call) -> list[Problem]:
    known = call.body["recipient_id"]
    return (
        [] if isinstance(known, int | str) else [Problem("recipient_id", "BASE_TYPE_BAD_TYPE", "Not an id.")]
    )


ENDPOINTS = (
    Endpoint("GET", "/channels/{channel_id}", channel, (READ_CHANNEL,)),
    Endpoint("POST", "/channels/{channel_id}/typing", typing, (TYPING,)),
    Endpoint("POST", "/users/@me/channels", open_direct, (OPEN_DM,), _check_direct),
    Endpoint("GET", "/guilds/{guild_id}", guild, (READ_GUILD,)),
    Endpoint("GET", "/guilds/{guild_id}/channels", guild_channels, (READ_GUILD,)),
    Endpoint("GET", "/guilds/{guild_id}/members/{user_id}", member, (READ_MEMBER,)),
)

"""Messages of channels, sent, read, edited and deleted with the bot's token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin import messages, permissions
from bot.standin.api.endpoint import Call, Endpoint
from bot.standin.errors import MISSING_PERMISSIONS, NOT_YOUR_MESSAGE, ApiError, Problem
from bot.standin.limits import message_problems
from bot.standin.messages import EPHEMERAL
from bot.standin.rates import Bucket
from bot.standin.snowflakes import made_at

if TYPE_CHECKING:
    from bot.standin.wire import Id, Json

SEND = Bucket("message-send", 5, 5.0, ("channel_id",))
EDIT = Bucket("message-edit", 5, 5.0, ("channel_id",))
DELETE = Bucket("message-delete", 5, 1.0, ("channel_id",))
READ = Bucket("message-read", 10, 10.0, ("channel_id",))
LIST = Bucket("message-list", 5, 5.0, ("channel_id",))
NONCE_SECONDS = 300.0
COLLECTION = "/channels/{channel_id}/messages"
ONE = "/channels/{channel_id}/messages/{message_id}"


def send(call: Call) -> Json:
    """Return the message sent, or the one that had an enforced nonce within five minutes."""
    channel, allowed = call.stage.channel_in_view(call.params["channel_id"])
    _refuse_unless_allowed(channel, allowed, call.body)
    if call.body.get("enforce_nonce"):
        before = _with_nonce(call, channel["id"], call.body.get("nonce"))
        if before is not None:
            return before
    body = {**call.body, "flags": (call.body.get("flags") or 0) & ~EPHEMERAL}
    more = {}
    if call.body.get("message_reference"):
        place = {
            key: str(value) for key, value in call.body["message_reference"].items() if key.endswith("_id")
        }
        more = {"type": 19, "message_reference": {"type": 0, "channel_id": channel["id"], **place}}
    return call.stage.put(messages.make(call.stage.world, channel, body, **more))


def read(call: Call) -> Json:
    """Return one message."""
    channel, allowed = call.stage.channel_in_view(call.params["channel_id"])
    if channel["type"] != 1 and not allowed & permissions.READ_MESSAGE_HISTORY:
        raise ApiError(*MISSING_PERMISSIONS)
    return call.stage.stored(channel["id"], call.params["message_id"])


def newest(call: Call) -> list[Json]:
    """Return up to `limit` messages of a channel, newest first."""
    channel, allowed = call.stage.channel_in_view(call.params["channel_id"])
    if channel["type"] != 1 and not allowed & permissions.READ_MESSAGE_HISTORY:
        return []
    before = int(call.query.get("before", 2**63))
    after = int(call.query.get("after", 0))
    stored = [
        m for m in call.stage.world.messages.get(channel["id"], {}).values() if after < int(m["id"]) < before
    ]
    limit = min(max(int(call.query.get("limit", 50)), 1), 100)
    chosen = stored[:limit] if "after" in call.query else stored[-limit:]
    return chosen[::-1]


def edit(call: Call) -> Json:
    """Return a message of the bot after changing it."""
    channel, _ = call.stage.channel_in_view(call.params["channel_id"])
    message = call.stage.stored(channel["id"], call.params["message_id"])
    if message["author"]["id"] != call.stage.world.bot_id:
        raise ApiError(*NOT_YOUR_MESSAGE)
    return call.stage.put(messages.changed(call.stage.world, channel, message, call.body), new=False)


def delete(call: Call) -> None:
    """Delete a message: the bot's own, or anybody's where it may manage messages."""
    channel, allowed = call.stage.channel_in_view(call.params["channel_id"])
    message = call.stage.stored(channel["id"], call.params["message_id"])
    if message["author"]["id"] != call.stage.world.bot_id and not allowed & permissions.MANAGE_MESSAGES:
        raise ApiError(*MISSING_PERMISSIONS)
    call.stage.remove(message)


def _refuse_unless_allowed(channel: Json, allowed: int, body: Json) -> None:
    if channel["type"] == 1:
        return
    wanted = permissions.needed_to_send(channel)
    wanted |= permissions.EMBED_LINKS if body.get("embeds") else 0
    wanted |= permissions.ATTACH_FILES if body.get("files") else 0
    if allowed & wanted != wanted:
        raise ApiError(*MISSING_PERMISSIONS)


def _with_nonce(call: Call, channel_id: str, nonce: Id | None) -> Json | None:
    since = call.stage.world.clock() - NONCE_SECONDS
    for message in reversed(call.stage.world.messages.get(channel_id, {}).values()):
        if made_at(message["id"]) < since:
            return None
        if nonce is not None and message.get("nonce") == nonce:
            return message
    return None


def _check_new(call: Call) -> list[Problem]:
    return message_problems(call.body)


def _check_edit(call: Call) -> list[Problem]:
    stored = call.stage.world.messages.get(call.params["channel_id"], {}).get(call.params["message_id"], {})
    return message_problems(call.body, stored.get("flags", 0))


ENDPOINTS = (
    Endpoint("POST", COLLECTION, send, (SEND,), _check_new),
    Endpoint("GET", COLLECTION, newest, (LIST,)),
    Endpoint("GET", ONE, read, (READ,)),
    Endpoint("PATCH", ONE, edit, (EDIT,), _check_edit),
    Endpoint("DELETE", ONE, delete, (DELETE,)),
)

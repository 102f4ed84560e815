"""Answers to interactions: the callback, and later edits and messages by the interaction's token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin import callbacks, messages
from bot.standin.api.endpoint import Call, Endpoint
from bot.standin.errors import UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, ApiError, Problem
from bot.standin.limits import callback_problems, message_problems
from bot.standin.messages import LOADING
from bot.standin.rates import Bucket

if TYPE_CHECKING:
    from bot.standin.interactions import Interaction
    from bot.standin.wire import Json

BY_TOKEN = ("webhook_token",)
# Measured by others, not published (api-docs issues 2701, 3763, 6322): 5 in 2 s a token, 30 in 60 s a place.
FOLLOWUP = Bucket("followup", 5, 2.0, BY_TOKEN)
FOLLOWUPS_OF_CHANNEL = Bucket("followups-of-channel", 30, 60.0, ("channel_id",), hidden=True)
EDIT = Bucket("original-edit", 5, 5.0, BY_TOKEN)
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
HOOK = "/webhooks/{webhook_id}/{webhook_token}"
ORIGINAL = f"{HOOK}/messages/@original"
ONE = f"{HOOK}/messages/{{message_id}}"


def callback(call: Call) -> Json | None:
    """Return what became of the bot's first answer, None unless it asked with `with_response`."""
    interaction = call.interactions.to_answer(call.params["interaction_id"], call.params["interaction_token"])
    told = callbacks.answer(call.stage, call.interactions, interaction, call.body)
    return told if call.query.get("with_response", "").lower() in ("1", "true") else None


def followup(call: Call) -> Json | None:
    """Return a further message by an interaction's token; the first after a deferral takes its place."""
    interaction = _acknowledged(call)
    waiting = _found(call, interaction, interaction.original)
    if interaction.answered == callbacks.DEFER and waiting is not None and waiting["flags"] & LOADING:
        message = _changed(call, interaction, waiting)
    else:
        more = callbacks.reply_members(call.stage, call.interactions, interaction)
        made = messages.make(call.stage.world, interaction.channel, call.body, **more)
        message = call.stage.put(made, interaction.user_id)
    return message if call.query.get("wait", "").lower() in ("1", "true") else None


def read(call: Call) -> Json:
    """Return a message that answered the interaction."""
    return _message(call, _acknowledged(call))


def edit(call: Call) -> Json:
    """Return a message that answered the interaction, or that it stood on, after changing it."""
    interaction = _acknowledged(call)
    return _changed(call, interaction, _message(call, interaction))


def delete(call: Call) -> None:
    """Delete a message that answered the interaction."""
    call.stage.remove(_message(call, _acknowledged(call)))


def _acknowledged(call: Call) -> Interaction:
    interaction = call.interactions.by_token(call.params["webhook_token"])
    if interaction.answered is None or call.params["webhook_id"] != call.stage.world.bot_id:
        raise ApiError(*UNKNOWN_WEBHOOK)
    return interaction


def _found(call: Call, interaction: Interaction, message_id: str | None) -> Json | None:
    known = call.stage.world.ephemerals.get(message_id or "")
    if known is not None:
        return known[1]
    return call.stage.world.messages.get(interaction.channel["id"], {}).get(message_id or "")


def _message(call: Call, interaction: Interaction) -> Json:
    message = _found(call, interaction, call.params.get("message_id", interaction.original))
    # A token speaks for what its own interaction said, and for the message that the interaction stood on.
    own = message and (
        message["id"] == interaction.original
        or message.get("interaction_metadata", {}).get("id") == interaction.id
        or (interaction.source or {}).get("id") == message["id"]
    )
    if message is None or not own:
        raise ApiError(*UNKNOWN_MESSAGE)
    return message


def _changed(call: Call, interaction: Interaction, message: Json) -> Json:
    changed = messages.changed(call.stage.world, interaction.channel, message, call.body)
    return call.stage.put(changed, interaction.user_id, new=False)


def _check_callback(call: Call) -> list[Problem]:
    interaction = call.interactions.to_answer(call.params["interaction_id"], call.params["interaction_token"])
    return callback_problems(call.body, (interaction.source or {}).get("flags", 0))


def _check_new(call: Call) -> list[Problem]:
    return message_problems(call.body)


def _check_edit(call: Call) -> list[Problem]:
    interaction = call.interactions.by_token(call.params["webhook_token"])
    stored = _found(call, interaction, call.params.get("message_id", interaction.original)) or {}
    return message_problems(call.body, stored.get("flags", 0))


ENDPOINTS = (
    Endpoint("POST", CALLBACK, callback, (), _check_callback, token=False),
    Endpoint("POST", HOOK, followup, (FOLLOWUP, FOLLOWUPS_OF_CHANNEL), _check_new, token=False),
    *(
        endpoint
        for path in (ORIGINAL, ONE)
        for endpoint in (
            Endpoint("GET", path, read, (EDIT,), token=False),
            Endpoint("PATCH", path, edit, (EDIT,), _check_edit, token=False),
            Endpoint("DELETE", path, delete, (EDIT,), token=False),
        )
    ),
)

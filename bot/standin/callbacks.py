"""Callbacks: the bot's first answer to an interaction, one function per way of answering."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bot.standin import messages
from bot.standin.components import shown
from bot.standin.errors import ALREADY_ACKNOWLEDGED, ApiError, Problem, invalid_body
from bot.standin.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Interaction,
    Interactions,
    Outcome,
)
from bot.standin.messages import EPHEMERAL
from bot.standin.stage import Stage
from bot.standin.wire import Json

MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
ALLOWED = {
    COMMAND: (MESSAGE, DEFER, MODAL),
    COMPONENT: (MESSAGE, DEFER, DEFER_UPDATE, UPDATE, MODAL),
    AUTOCOMPLETE: (CHOICES,),
    MODAL_SUBMIT: (MESSAGE, DEFER, DEFER_UPDATE, UPDATE),
}
COMMAND_REPLY, REPLY = 20, 19

Answering: TypeAlias = Callable[[Stage, Interactions, Interaction, Json], Outcome]


def answer(stage: Stage, interactions: Interactions, interaction: Interaction, body: Json) -> Json:
    """Return what the API says to the bot's first answer; `ApiError` 40060 when it is not the first."""
    if interaction.answered is not None:
        raise ApiError(*ALREADY_ACKNOWLEDGED)
    allowed = ALLOWED[interaction.type]
    if body["type"] not in allowed:
        raise _not_one_of(allowed)
    outcome = WAYS[body["type"]](stage, interactions, interaction, body.get("data") or {})
    outcome.callback = body["type"]
    interactions.settle(interaction, outcome)
    return _told(interaction, body["type"], outcome)


def reply_members(stage: Stage, interactions: Interactions, interaction: Interaction) -> Json:
    """Return what a message that answers an interaction has beside its own contents."""
    about = {"webhook_id": stage.world.bot_id, "interaction_metadata": interactions.metadata(interaction)}
    if interaction.source is None:
        return {**about, "type": COMMAND_REPLY}
    place = {
        "type": 0,
        "channel_id": interaction.source["channel_id"],
        "message_id": interaction.source["id"],
    }
    if "guild_id" in interaction.channel:
        place["guild_id"] = interaction.channel["guild_id"]
    return {**about, "type": REPLY, "message_reference": place}


def _say(stage: Stage, interactions: Interactions, interaction: Interaction, data: Json) -> Outcome:
    more = reply_members(stage, interactions, interaction)
    message = messages.make(stage.world, interaction.channel, data, **more)
    interaction.original = message["id"]
    interaction.ephemeral = bool(message["flags"] & EPHEMERAL)
    return Outcome("message", message=stage.put(message, interaction.user_id))


def _defer(stage: Stage, interactions: Interactions, interaction: Interaction, data: Json) -> Outcome:
    more = reply_members(stage, interactions, interaction)
    message = messages.loading(stage.world, interaction.channel, data.get("flags") or 0, **more)
    interaction.original = message["id"]
    interaction.ephemeral = bool(message["flags"] & EPHEMERAL)
    return Outcome("deferred", message=stage.put(message, interaction.user_id))


def _defer_update(stage: Stage, interactions: Interactions, interaction: Interaction, data: Json) -> Outcome:
    interaction.original = _source(interaction)["id"]
    return Outcome("deferred")


def _update(stage: Stage, interactions: Interactions, interaction: Interaction, data: Json) -> Outcome:
    source = _source(interaction)
    interaction.original = source["id"]
    current = stage.found(interaction.user_id, source["id"]) or source
    message = messages.changed(stage.world, interaction.channel, current, data)
    return Outcome("updated", message=stage.put(message, interaction.user_id, new=False))


def _complete(stage: Stage, interactions: Interactions, interaction: Interaction, data: Json) -> Outcome:
    return Outcome("choices", choices=list(data.get("choices") or ()))


def _show_modal(stage: Stage, interactions: Interactions, interaction: Interaction, data: Json) -> Outcome:
    modal = {**data, "components": shown(data["components"])}
    interactions.modals[interaction.user_id, modal["custom_id"]] = (modal, interaction)
    return Outcome("modal", modal=modal)


WAYS: dict[int, Answering] = {
    MESSAGE: _say,
    DEFER: _defer,
    DEFER_UPDATE: _defer_update,
    UPDATE: _update,
    CHOICES: _complete,
    MODAL: _show_modal,
}


def _source(interaction: Interaction) -> Json:
    """Return the message that an interaction stood on; a form shown by a command stands on none."""
    if interaction.source is None:
        raise _not_one_of((MESSAGE, DEFER))
    return interaction.source


def _not_one_of(allowed: tuple[int, ...]) -> ApiError:
    return invalid_body([Problem("type", "BASE_TYPE_CHOICES", f"Value must be one of {allowed}.")])


def _told(interaction: Interaction, type_: int, outcome: Outcome) -> Json:
    about: Json = {"id": interaction.id, "type": interaction.type, "channel_id": interaction.channel["id"]}
    if "guild_id" in interaction.channel:
        about["guild_id"] = interaction.channel["guild_id"]
    if interaction.original is not None:
        about["response_message_id"] = interaction.original
        about["response_message_loading"] = type_ == DEFER
        about["response_message_ephemeral"] = interaction.ephemeral
    told: Json = {"interaction": about}
    # A deferral makes a message too, but neither documentation nor description shows it in the answer.
    if outcome.message is not None and type_ != DEFER:
        told["resource"] = {"type": type_, "message": outcome.message}
    return told

"""Interactions: what players do, from the gateway's event to the bot's answer or its silence."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.standin import permissions, shapes
from bot.standin.errors import INVALID_WEBHOOK_TOKEN, UNKNOWN_INTERACTION, ApiError
from bot.standin.wire import Json, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.stage import Stage

PING, COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 1, 2, 3, 4, 5
SUBCOMMAND, GROUP = 1, 2  # types of options
ANSWER_SECONDS = 3.0  # D receiving-and-responding:351
TOKEN_SECONDS = 15 * 60.0  # D receiving-and-responding:351
ATTACHMENT_BYTES = 10 * 1024 * 1024  # D reference:430
KEPT = 20_000
SILENCE = "The application did not respond"


@dataclass(slots=True)
class Outcome:
    """What came of something that a player did.

    `status` is "message" (answered with a message), "deferred" (an answer will follow), "updated" (the one
    it stood on was changed), "modal", "choices" or "failed"; `callback` is the number of the bot's answer.
    """

    status: str
    message: Json | None = None
    error: str | None = None
    modal: Json | None = None
    choices: list[Json] = field(default_factory=list)
    callback: int | None = None
    interaction_id: str | None = None


@dataclass(slots=True)
class Interaction:
    """One thing that a player did, and how far the bot's answer to it is."""

    id: str
    token: str
    type: int
    user_id: str
    channel: Json
    created: float
    outcome: asyncio.Future[Outcome]
    name: str | None = None
    source: Json | None = None
    parent: Interaction | None = None
    answered: int | None = None
    expired: bool = False
    original: str | None = None
    ephemeral: bool = False
    timer: asyncio.TimerHandle | None = None

    @property
    def owners(self) -> Json:
        """Return who installed the application here: the server, or nobody in a direct message."""
        return {"0": self.channel.get("guild_id", "0")}


class Interactions:
    """The interactions that may still be answered or edited, and the modals that players have open."""

    def __init__(self, stage: Stage, answer_seconds: Callable[[], float]) -> None:
        self._stage = stage
        self._answer_seconds = answer_seconds
        self._by_token: dict[str, Interaction] = {}
        self.modals: dict[tuple[str, str], tuple[Json, Interaction]] = {}

    def begin(
        self,
        user_id: str,
        type_: int,
        channel: Json,
        data: Json,
        *,
        source: Json | None = None,
        parent: Interaction | None = None,
    ) -> Interaction:
        """Return a new interaction, sent to the bot; its outcome comes, or fails after three seconds."""
        loop = asyncio.get_running_loop()
        world = self._stage.world
        made = Interaction(
            id=world.ids.new(),
            token=secrets.token_urlsafe(48),
            type=type_,
            user_id=user_id,
            channel=channel,
            created=world.clock(),
            outcome=loop.create_future(),
            name=_path(data) if type_ == COMMAND else None,
            source=source,
            parent=parent,
        )
        self._by_token[made.token] = made
        made.timer = loop.call_later(self._answer_seconds(), self._expire, made)
        self._forget_old()
        self._stage.gateway.dispatch("INTERACTION_CREATE", self._payload(made, data), channel.get("guild_id"))
        return made

    def to_answer(self, interaction_id: str, token: str) -> Interaction:
        """Return the interaction that a callback is for; `ApiError` when it, its time or its channel is gone."""
        interaction = self._by_token.get(token)
        if interaction is None or interaction.id != interaction_id or interaction.expired:
            raise ApiError(*UNKNOWN_INTERACTION)
        self._stage.channel(interaction.channel["id"])
        return interaction

    def by_token(self, token: str) -> Interaction:
        """Return the interaction of a token; `ApiError` when it, its 15 minutes or its channel is gone."""
        interaction = self._by_token.get(token)
        if interaction is None or self._stage.world.clock() - interaction.created > TOKEN_SECONDS:
            raise ApiError(*INVALID_WEBHOOK_TOKEN)
        self._stage.channel(interaction.channel["id"])
        return interaction

    def channel_id(self, token: str) -> str | None:
        """Return the id of the channel that a token's interaction came from, or None."""
        interaction = self._by_token.get(token)
        return interaction.channel["id"] if interaction else None

    def settle(self, interaction: Interaction, outcome: Outcome) -> None:
        """Note that the bot has answered, and tell whoever waits."""
        interaction.answered = outcome.callback
        outcome.interaction_id = interaction.id
        if interaction.timer:
            interaction.timer.cancel()
        if not interaction.outcome.done():
            interaction.outcome.set_result(outcome)

    def close(self) -> None:
        """Stop all clocks."""
        for interaction in self._by_token.values():
            if interaction.timer:
                interaction.timer.cancel()
            interaction.outcome.cancel()

    def metadata(self, interaction: Interaction) -> Json:
        """Return what a message says about the interaction that it answers."""
        about = {
            "id": interaction.id,
            "type": interaction.type,
            "user": shapes.user(self._stage.world.users[interaction.user_id]),
            "authorizing_integration_owners": interaction.owners,
            "name": interaction.name,
            "interacted_message_id": interaction.source["id"] if interaction.source else None,
        }
        if interaction.type == MODAL_SUBMIT and interaction.parent:
            about["triggering_interaction_metadata"] = self.metadata(interaction.parent)
        return whole(about)

    def _expire(self, interaction: Interaction) -> None:
        interaction.expired = True
        if not interaction.outcome.done():
            interaction.outcome.set_result(Outcome("failed", error=SILENCE, interaction_id=interaction.id))

    def _forget_old(self) -> None:
        while len(self._by_token) > KEPT:
            del self._by_token[next(iter(self._by_token))]
        while len(self.modals) > KEPT:
            del self.modals[next(iter(self.modals))]

    def _payload(self, made: Interaction, data: Json) -> Json:
        world = self._stage.world
        user = world.users[made.user_id]
        payload = {
            "id": made.id,
            "application_id": world.bot_id,
            "type": made.type,
            "token": made.token,
            "version": 1,
            "data": data,
            "channel_id": made.channel["id"],
            "channel": shapes.interaction_channel(world, made.channel, made.user_id),
            "locale": user["locale"],
            "app_permissions": str(self._app_permissions(made.channel)),
            "entitlements": [],
            "entitlement_sku_ids": [],
            "attachment_size_limit": ATTACHMENT_BYTES,
            "authorizing_integration_owners": made.owners,
            "context": 0 if "guild_id" in made.channel else 1,
        }
        if made.source:
            payload["message"] = made.source
        if "guild_id" not in made.channel:
            return {**payload, "user": shapes.user(user)}
        guild = world.guilds[made.channel["guild_id"]]
        allowed = permissions.in_channel(world, made.user_id, made.channel)
        return {
            **payload,
            "guild_id": guild["id"],
            "guild": {"id": guild["id"], "locale": guild["preferred_locale"], "features": []},
            "guild_locale": guild["preferred_locale"],
            "member": shapes.interaction_member(world, guild, made.user_id, allowed),
        }

    def _app_permissions(self, channel: Json) -> int:
        if channel["type"] == 1:
            return permissions.DIRECT
        return permissions.in_channel(self._stage.world, self._stage.world.bot_id, channel)


def _path(data: Json) -> str:
    """Return a command's name with the subcommands that were chosen, as messages tell it."""
    names = [str(data["name"])]
    options = data.get("options") or []
    while options and options[0]["type"] in (SUBCOMMAND, GROUP):
        names.append(str(options[0]["name"]))
        options = options[0].get("options") or []
    return " ".join(names)

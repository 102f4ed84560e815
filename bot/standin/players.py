"""Players: the pretend people, who do by method what a person does by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.standin.components import each
from bot.standin.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT, Interaction, Outcome
from bot.standin.messages import LOADING
from bot.standin.options import PlayerError, command_data

if TYPE_CHECKING:
    from bot.standin.hands import Hands
    from bot.standin.wire import Id, Json


@dataclass(frozen=True)
class Player:
    """One pretend player; what Discord's client would not let a person do comes back as a failed outcome."""

    hands: Hands
    user: Json

    @property
    def id(self) -> int:
        """Return the player's user id."""
        return int(self.user["id"])

    @property
    def name(self) -> str:
        """Return the name that others read."""
        return str(self.user["global_name"])

    @property
    def locale(self) -> str:
        """Return the language of the player's client."""
        return str(self.user["locale"])

    async def command(self, path: str, options: Json | None = None, *, channel: Id) -> Outcome:
        """Return what came of a slash command such as "fact cast", with its options by name."""
        try:
            data = command_data(self.hands.stage.world, path, options or {})
            begun = self.hands.begin(self.user["id"], COMMAND, str(channel), data)
        except PlayerError as error:
            return Outcome("failed", error=str(error))
        return await begun.outcome

    async def autocomplete(self, path: str, options: Json, *, focused: str, channel: Id) -> list[Json]:
        """Return the choices offered for an option; `PlayerError` when the bot does not answer in time."""
        data = command_data(self.hands.stage.world, path, options, focused)
        begun = self.hands.begin(self.user["id"], AUTOCOMPLETE, str(channel), data)
        outcome = await begun.outcome
        if outcome.status == "failed":
            raise PlayerError(outcome.error or "Loading options failed")
        return outcome.choices

    async def press(self, message: Id, custom_id: str | None = None, *, label: str | None = None) -> Outcome:
        """Return what came of pressing a message's button, named by its custom_id or by its label."""
        return await self._use(message, custom_id, label, {})

    async def select(self, message: Id, custom_id: str, values: list[Any]) -> Outcome:
        """Return what came of choosing values in a message's select menu."""
        return await self._use(message, custom_id, None, {"values": values})

    async def submit(self, modal: Json, values: dict[str, Any]) -> Outcome:
        """Return what came of a form sent off with values by custom_id; a list chooses in selects."""
        filled = [
            {"custom_id": custom_id, "values" if isinstance(value, list) else "value": value}
            for custom_id, value in values.items()
        ]
        data = {"custom_id": modal["custom_id"], "components": filled}
        try:
            begun = self.hands.begin(self.user["id"], MODAL_SUBMIT, "", data)
        except PlayerError as error:
            return Outcome("failed", error=str(error))
        return await begun.outcome

    async def final(self, outcome: Outcome, timeout: float = 5.0) -> Json:  # noqa: ASYNC109
        """Return the message of a deferred outcome once the bot has filled it; `TimeoutError` if never."""
        if outcome.message is None:
            raise PlayerError("There is no message to wait for.")
        message_id = outcome.message["id"]
        await self.hands.stage.feed.until(lambda: not self._is_loading(message_id), timeout)
        return self.message(message_id)

    def sees(self, channel: Id) -> list[Json]:
        """Return the messages that the player sees in a channel, own ephemeral ones too, oldest first."""
        known = self.hands.stage.world.channels.get(str(channel))
        return list(self.hands.stage.visible(self.user["id"], known)) if known else []

    def message(self, message: Id) -> Json:
        """Return a message as the player sees it now; `PlayerError` when there is none."""
        found = self.hands.stage.found(self.user["id"], str(message))
        if found is None:
            raise PlayerError("There is no such message.")
        return found

    def dismiss(self, message: Id) -> None:
        """Put away an ephemeral message of the player's own."""
        owner, found = self.hands.stage.world.ephemerals.get(str(message), ("", None))
        if found is not None and owner == self.user["id"]:
            self.hands.stage.remove(found)

    async def _use(self, message: Id, custom_id: str | None, label: str | None, more: Json) -> Outcome:
        try:
            found = custom_id or _labelled(self.message(message), label)
            begun = self._begin(str(message), {"custom_id": found, **more})
        except PlayerError as error:
            return Outcome("failed", error=str(error))
        return await begun.outcome

    def _begin(self, message_id: str, data: Json) -> Interaction:
        return self.hands.begin(self.user["id"], COMPONENT, "", data, message_id)

    def _is_loading(self, message_id: str) -> bool:
        found = self.hands.stage.found(self.user["id"], message_id)
        return bool(found and found["flags"] & LOADING)


def _labelled(message: Json, label: str | None) -> str:
    for component in each(message["components"]):
        if component["type"] == 2 and label is not None and component.get("label") == label:
            return str(component.get("custom_id"))
    raise PlayerError(f"There is no button {label}.")

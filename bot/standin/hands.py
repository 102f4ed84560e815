"""Hands: what Discord's client lets a player do, checked and made into interactions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.standin import options, permissions
from bot.standin.components import SELECTS, each
from bot.standin.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT, Interaction, Interactions
from bot.standin.messages import LOADING
from bot.standin.options import PlayerError

if TYPE_CHECKING:
    from bot.standin.stage import Stage
    from bot.standin.wire import Json

STRING_SELECT, TEXT_INPUT, UPLOAD, CHECKBOX_GROUP, CHECKBOX = 3, 4, 19, 22, 23
# Which kind of thing a select offers, as the type of option that names it.
OFFERED = {5: options.USER, 6: options.ROLE, 7: options.MENTIONABLE, 8: options.CHANNEL}


@dataclass
class Hands:
    """The interactions that players begin; `PlayerError` for what the client would not let them do."""

    stage: Stage
    interactions: Interactions

    def begin(
        self, user_id: str, type_: int, channel_id: str, data: Json, message_id: str | None = None
    ) -> Interaction:
        """Return the interaction begun by a player with data as Discord's client sends it."""
        if type_ in (COMMAND, AUTOCOMPLETE):
            return self._command(user_id, type_, self._channel(user_id, channel_id), data)
        if type_ == COMPONENT and message_id:
            return self._component(user_id, message_id, data)
        if type_ == MODAL_SUBMIT:
            return self._submit(user_id, data)
        raise PlayerError("There is no such interaction.")

    def may_use(self, user_id: str, channel: Json, command: Json) -> bool:
        """Return whether a command is offered to a player in a channel."""
        context = 1 if channel["type"] == 1 else 0
        if command["contexts"] is not None and context not in command["contexts"]:
            return False
        if context == 1:
            return True
        allowed = permissions.in_channel(self.stage.world, user_id, channel)
        wanted = command["default_member_permissions"]
        needed = permissions.USE_APPLICATION_COMMANDS | int(wanted or 0)
        # "0" hides a command from all but administrators.
        return allowed == permissions.ALL or (wanted != "0" and allowed & needed == needed)

    def _channel(self, user_id: str, channel_id: str) -> Json:
        channel = self.stage.world.channels.get(channel_id)
        if channel is None:
            raise PlayerError("There is no such channel.")
        if not permissions.in_channel(self.stage.world, user_id, channel) & permissions.VIEW_CHANNEL:
            raise PlayerError("You cannot see this channel.")
        return channel

    def _command(self, user_id: str, type_: int, channel: Json, data: Json) -> Interaction:
        made = options.checked(self.stage.world, data, completing=type_ == AUTOCOMPLETE)
        if not self.may_use(user_id, channel, self.stage.world.commands[made["id"]]):
            raise PlayerError("You cannot use this command here.")
        return self.interactions.begin(user_id, type_, channel, made)

    def _component(self, user_id: str, message_id: str, data: Json) -> Interaction:
        message = self.stage.found(user_id, message_id)
        if message is None:
            raise PlayerError("There is no such message.")
        pressed = [c for c in each(message["components"]) if c.get("custom_id") == data.get("custom_id")]
        if not pressed or message["flags"] & LOADING:
            raise PlayerError("There is no such component.")
        component = pressed[0]
        if component.get("disabled"):
            raise PlayerError("This component is disabled.")
        made = {
            "custom_id": component["custom_id"],
            "component_type": component["type"],
            "id": component["id"],
        }
        if component["type"] in SELECTS:
            made |= _chosen(self.stage, component, [str(value) for value in data.get("values") or ()])
        channel = self.stage.world.channels[message["channel_id"]]
        return self.interactions.begin(user_id, COMPONENT, channel, made, source=message)

    def _submit(self, user_id: str, data: Json) -> Interaction:
        custom_id = str(data.get("custom_id"))
        modal, shown_by = self.interactions.modals.get((user_id, custom_id), (None, None))
        if modal is None or shown_by is None:
            raise PlayerError("This form is not open.")
        given = {field["custom_id"]: field for field in each(data.get("components")) if "custom_id" in field}
        resolved: Json = {}
        filled = [
            _filled(self.stage, part, given, resolved) for part in modal["components"] if part["type"] != 10
        ]
        made: Json = {"custom_id": custom_id, "components": filled}
        if resolved:
            made["resolved"] = resolved
        del self.interactions.modals[user_id, custom_id]
        return self.interactions.begin(
            user_id, MODAL_SUBMIT, shown_by.channel, made, source=shown_by.source, parent=shown_by
        )


def _chosen(stage: Stage, component: Json, values: list[str]) -> Json:
    """Return a select's values and what they resolve to; `PlayerError` when they may not be chosen."""
    if not component["min_values"] <= len(values) <= component["max_values"]:
        raise PlayerError(f"Choose {component['min_values']} to {component['max_values']}.")
    if component["type"] == STRING_SELECT:
        offered = [option["value"] for option in component["options"]]
        if any(value not in offered for value in values):
            raise PlayerError("This is not one of the choices.")
        return {"values": values}
    resolved: Json = {}
    for value in values:
        options.resolve(stage.world, OFFERED[component["type"]], value, resolved)
    return {"values": values, "resolved": resolved}


def _filled(stage: Stage, part: Json, given: dict[str, Json], resolved: Json) -> Json:
    """Return a modal's label or row with what the player put into it."""
    if "component" in part:
        inside = _value(stage, part["component"], given, resolved)
        return {"type": part["type"], "id": part["id"], "component": inside}
    inner = [_value(stage, component, given, resolved) for component in part["components"]]
    return {"type": part["type"], "id": part["id"], "components": inner}


def _value(stage: Stage, component: Json, given: dict[str, Json], resolved: Json) -> Json:
    answer = given.get(component["custom_id"], {})
    made = {"type": component["type"], "id": component["id"], "custom_id": component["custom_id"]}
    if component["type"] == TEXT_INPUT:
        return {**made, "value": _text(component, answer.get("value"))}
    if component["type"] in SELECTS:
        values = [str(value) for value in answer.get("values") or ()]
        if not values and component.get("required") is False:
            return {**made, "values": []}
        chosen = _chosen(stage, component, values)
        for kind, found in chosen.pop("resolved", {}).items():
            resolved.setdefault(kind, {}).update(found)
        return {**made, **chosen}
    return {**made, **_picked(component, answer)}


def _text(component: Json, value: Any) -> str:
    text = str(value if value is not None else component.get("value") or "")
    if not text and component.get("required", True):
        raise PlayerError("This field is required.")
    if text and not (component.get("min_length") or 0) <= len(text) <= component.get("max_length", 4000):
        raise PlayerError("The text is too short or too long.")
    return text


def _picked(component: Json, answer: Json) -> Json:
    """Return what was picked in a radio group, a group of boxes or a single box."""
    offered = [option["value"] for option in component.get("options", ())]
    picked = answer.get("values") if "values" in answer else [answer["value"]] if "value" in answer else []
    if offered and any(value not in offered for value in picked or ()):
        raise PlayerError("This is not one of the choices.")
    if not picked and component["type"] != CHECKBOX and component.get("required", True):
        raise PlayerError("This field is required.")
    if component["type"] in (UPLOAD, CHECKBOX_GROUP):
        return {"values": picked or []}
    if component["type"] == CHECKBOX:
        return {"value": bool(picked and picked[0])}
    return {"value": picked[0] if picked else None}

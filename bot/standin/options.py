"""Options: what a player gives a slash command, in a short form and in Discord's, and what may be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.standin import shapes

if TYPE_CHECKING:
    from bot.standin.wire import Json
    from bot.standin.world import World

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = range(1, 11)
SAFE_INTEGER = 2**53


class PlayerError(Exception):
    """Something that Discord's own client would not let a player do; the sentence says why."""


def command_data(world: World, path: str, given: Json, focused: str | None = None) -> Json:
    """Return the data of an interaction for a command such as "fact cast"; options are not checked."""
    names = path.removeprefix("/").split()
    command = named(world, names[0])
    holder = command
    data: Json = {"id": command["id"], "name": command["name"], "type": 1}
    inner = data
    for name in names[1:]:
        holder = _option(holder, name)
        inner["options"] = [{"name": name, "type": holder["type"]}]
        inner = inner["options"][0]
    inner["options"] = [_given(holder, name, value, focused) for name, value in given.items()]
    return data


def named(world: World, name: str) -> Json:
    """Return the command of a name; `PlayerError` when there is none."""
    for command in world.commands.values():
        if command["name"] == name:
            return command
    raise PlayerError(f"There is no command /{name}.")


def checked(world: World, data: Json, *, completing: bool) -> Json:
    """Return an interaction's data with `resolved` filled in; `PlayerError` for what may not be sent.

    While an option is being completed the others may be missing and the focused one may be anything.
    """
    command = world.commands.get(str(data.get("id"))) or named(world, str(data.get("name")))
    resolved: Json = {}
    _check(world, command, data.get("options") or [], resolved, completing)
    made = {**data, "id": command["id"], "name": command["name"], "type": command["type"]}
    return {**made, "resolved": resolved} if resolved else made


def _check(world: World, holder: Json, given: list[Json], resolved: Json, completing: bool) -> None:
    options = holder.get("options") or []
    if any(option["type"] in (SUBCOMMAND, GROUP) for option in options):
        if len(given) != 1:
            raise PlayerError("Choose a subcommand.")
        inner = given[0].get("options") or []
        _check(world, _option(holder, given[0]["name"]), inner, resolved, completing)
        return
    for answer in given:
        option = _option(holder, answer["name"])
        if not (completing and answer.get("focused")):
            _check_value(world, option, answer.get("value"), resolved)
    missing = {o["name"] for o in options if o.get("required")} - {answer["name"] for answer in given}
    if missing and not completing:
        raise PlayerError(f"This option is required: {', '.join(sorted(missing))}.")


def _check_value(world: World, option: Json, value: Any, resolved: Json) -> None:
    name, type_ = option["name"], option["type"]
    if not _of_type(type_, value):
        raise PlayerError(f"{name}: the value does not fit the option's type.")
    if option.get("choices") and value not in [choice["value"] for choice in option["choices"]]:
        raise PlayerError(f"{name}: the value is not one of the choices.")
    size = len(value) if type_ == STRING else value
    low, high = ("min_length", "max_length") if type_ == STRING else ("min_value", "max_value")
    if option.get(low) is not None and size < option[low]:
        raise PlayerError(f"{name}: at least {option[low]}.")
    if option.get(high) is not None and size > option[high]:
        raise PlayerError(f"{name}: at most {option[high]}.")
    if type_ in (USER, CHANNEL, ROLE, MENTIONABLE):
        resolve(world, type_, str(value), resolved)


def _of_type(type_: int, value: Any) -> bool:
    if type_ == BOOLEAN:
        return isinstance(value, bool)
    if type_ == INTEGER:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= SAFE_INTEGER
    if type_ == NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str)


def resolve(world: World, type_: int, id_: str, resolved: Json) -> None:
    """Put the user, role or channel that an id names into `resolved`; `PlayerError` when there is none."""
    roles = {role["id"]: role for guild in world.guilds.values() for role in guild["roles"]}
    if type_ in (USER, MENTIONABLE) and id_ in world.users:
        resolved.setdefault("users", {})[id_] = shapes.user(world.users[id_])
    elif type_ in (ROLE, MENTIONABLE) and id_ in roles:
        resolved.setdefault("roles", {})[id_] = shapes.role(roles[id_])
    elif type_ == CHANNEL and id_ in world.channels:
        channel = shapes.channel(world, world.channels[id_])
        resolved.setdefault("channels", {})[id_] = {**channel, "permissions": "0"}
    else:
        raise PlayerError(f"There is nothing with the id {id_}.")


def _option(holder: Json, name: str) -> Json:
    for option in holder.get("options") or ():
        if option["name"] == name:
            return dict(option)
    raise PlayerError(f"/{holder['name']} has no option {name}.")


def _given(holder: Json, name: str, value: Any, focused: str | None) -> Json:
    option = _option(holder, name)
    answer = {"name": name, "type": option["type"], "value": value}
    return {**answer, "focused": True} if name == focused else answer

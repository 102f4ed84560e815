"""Limits of application commands."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from bot.standin.errors import Problem
from bot.standin.limits.limit import Fault, Limit, Limits, Node, between, long, needed, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.standin.wire import Json

SUBCOMMAND, GROUP = 1, 2
OF_A_TYPE = {1: (100, "chat"), 2: (15, "user"), 3: (15, "message")}


def _name(name: Any) -> Fault | None:
    """A name has 1 to 32 letters, digits, hyphens or underscores, and no capital letters."""
    if not isinstance(name, str) or not 1 <= len(name) <= 32:
        return Fault("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 32 in length.")
    right = all(c in "-_'" or unicodedata.category(c)[0] in "LMN" for c in name)
    if not right or name != name.lower():
        return Fault("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    return None


def _names(names: Any) -> Fault | None:
    return next((fault for fault in map(_name, (names or {}).values()) if fault), None)


def _descriptions(texts: Any) -> Fault | None:
    check = long(100, 1)
    return next((fault for fault in map(check, (texts or {}).values()) if fault), None)


def _options(options: Any) -> Fault | None:
    listed = [option for option in options or () if isinstance(option, dict)]
    if not unique(option.get("name") for option in listed):
        return Fault("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
    required = [bool(o.get("required")) for o in listed if o.get("type") not in (SUBCOMMAND, GROUP)]
    if required != sorted(required, reverse=True):
        return Fault(
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before others"
        )
    kinds = {o.get("type") in (SUBCOMMAND, GROUP) for o in listed}
    if len(kinds) > 1:
        return Fault("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Subcommands and options exclude each other")
    return None


def _choices(option: Json) -> Fault | None:
    choices = option.get("choices") or ()
    if choices and option.get("autocomplete"):
        return Fault(
            "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE",
            "Choices and autocomplete exclude each other",
        )
    if not unique(c.get("name") for c in choices if isinstance(c, dict)):
        return Fault("APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Choice name already exists")
    return None


def _size(command: Json) -> Fault | None:
    """At most 8,000 characters in names, descriptions and values, the longest localisation of each."""
    if _weight(command) > 8000:
        return Fault("APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
    return None


def _weight(part: Json) -> int:
    total = 0
    for name in ("name", "description"):
        texts = [part.get(name) or "", *(part.get(f"{name}_localizations") or {}).values()]
        total += max(map(len, texts))
    total += len(part["value"]) if isinstance(part.get("value"), str) else 0
    inner = [*(part.get("options") or ()), *(part.get("choices") or ())]
    return total + sum(_weight(member) for member in inner)


def _nested(option: Json) -> Fault | None:
    members = [o.get("type") for o in option.get("options") or () if isinstance(o, dict)]
    if option.get("type") == SUBCOMMAND and any(type_ in (SUBCOMMAND, GROUP) for type_ in members):
        return Fault("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "A subcommand holds no subcommands")
    if option.get("type") == GROUP and any(type_ != SUBCOMMAND for type_ in members):
        return Fault("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "A group holds only subcommands")
    if option.get("type") not in (SUBCOMMAND, GROUP) and members:
        return Fault("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "An option holds no options")
    return None


def _value(value: Any) -> Fault | None:
    return long(100)(value) if isinstance(value, str) else None


COMMAND_LIMITS = (
    Limit("chat command", "name", _name, "D application-commands, naming"),
    Limit("chat command", "name_localizations", _names, "D application-commands, naming"),
    Limit("chat command", "description", needed(long(100, 1)), "D application-commands, command"),
    Limit("menu command", "name", needed(long(32, 1)), "D application-commands, naming"),
    Limit("menu command", "description", long(0), "D application-commands, user commands"),
    Limit("command", "description_localizations", _descriptions, "D application-commands, command"),
    Limit("command", "options", long(25), "D application-commands, command"),
    Limit("command", "options", _options, "D application-commands, option"),
    Limit("command", "contexts", long(3, 1), "S ApplicationCommandUpdateRequest.contexts"),
    Limit("command", "", _size, "D application-commands:450"),
    Limit("option", "name", _name, "D application-commands, naming"),
    Limit("option", "name_localizations", _names, "D application-commands, naming"),
    Limit("option", "description", needed(long(100, 1)), "D application-commands, option"),
    Limit("option", "description_localizations", _descriptions, "D application-commands, option"),
    Limit("option", "type", needed(between(1, 11)), "D application-commands, option type"),
    Limit("option", "options", long(25), "D application-commands, option (subcommands)"),
    Limit("option", "options", _options, "D application-commands, option"),
    Limit("option", "", _nested, "D application-commands, subcommands"),
    Limit("option", "choices", long(25), "D application-commands, option"),
    Limit("option", "", _choices, "D application-commands, option"),
    Limit("option", "min_length", between(0, 6000), "D application-commands, option"),
    Limit("option", "max_length", between(1, 6000), "D application-commands, option"),
    Limit("choice", "name", needed(long(100, 1)), "D application-commands:122"),
    Limit("choice", "value", needed(_value), "D application-commands:124 (the description says 6000)"),
)
_LIMITS = Limits(COMMAND_LIMITS)


def command_problems(commands: Any) -> list[Problem]:
    """Return what Discord would refuse in a list of commands that replaces all the others."""
    if not isinstance(commands, list):
        return [Problem("", "BASE_TYPE_BAD_TYPE", "Only lists may be used here.")]
    found = list(_LIMITS.problems(_nodes(commands)))
    types = [(c.get("type") or 1) for c in commands if isinstance(c, dict)]
    for type_, (most, name) in OF_A_TYPE.items():
        if types.count(type_) > most:
            found.append(Problem("", "BASE_TYPE_MAX_LENGTH", f"At most {most} {name} commands."))
    if not unique((c.get("type") or 1, c.get("name")) for c in commands if isinstance(c, dict)):
        found.append(
            Problem("", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        )
    return found


def _nodes(commands: list[Any]) -> Iterator[Node]:
    for index, command in enumerate(commands):
        path = str(index)
        yield Node("command", path, command)
        if isinstance(command, dict):
            yield Node("chat command" if (command.get("type") or 1) == 1 else "menu command", path, command)
            yield from _option_nodes(command, path)


def _option_nodes(holder: Json, path: str) -> Iterator[Node]:
    for index, option in enumerate(holder.get("options") or ()):
        here = f"{path}.options.{index}"
        yield Node("option", here, option)
        if isinstance(option, dict):
            for number, choice in enumerate(option.get("choices") or ()):
                yield Node("choice", f"{here}.choices.{number}", choice)
            yield from _option_nodes(option, here)

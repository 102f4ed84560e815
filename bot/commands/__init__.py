"""One slash command per file; a folder is a group, one subcommand a file. What lies here is offered."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from discord import app_commands

Command = app_commands.Command[Any, ..., Any] | app_commands.Group


@cache
def commands() -> tuple[Command, ...]:
    """Return every command of this folder, by name; a group holds the commands of its own folder."""
    return tuple(_command(f"{__name__}.{found.name}", found.ispkg) for found in iter_modules(__path__))


def _command(name: str, is_group: bool) -> Command:
    """Return the command of a module, or the group of a folder with its commands in it."""
    module = import_module(name)
    if not is_group:
        command: Command = module.command
        return command
    group: app_commands.Group = module.group
    for found in iter_modules(module.__path__):
        group.add_command(import_module(f"{name}.{found.name}").command)
    return group

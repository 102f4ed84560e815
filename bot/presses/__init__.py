"""What a press on a button does, one prefix of its custom_id per file: `guess:12:0` goes to `guess.py`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.errors import QuizError
from bot.host.host import NO_LONGER_HERE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import discord

Press: TypeAlias = "Callable[..., Awaitable[None]]"
"""Takes the interaction and the ids behind the prefix, as text."""


@cache
def presses() -> dict[str, Press]:
    """Return what every file of this folder does with a press, by prefix."""
    names = [found.name for found in iter_modules(__path__)]
    return {name: import_module(f"{__name__}.{name}").pressed for name in names}


def press_of(interaction: discord.Interaction[Any]) -> tuple[Press, list[str]]:
    """Return what the pressed button's prefix stands for, and the ids behind it; QuizError for an unknown one."""
    data: dict[str, Any] = {**(interaction.data or {})}
    prefix, *ids = str(data.get("custom_id", "")).split(":")
    if prefix not in presses():
        raise QuizError(NO_LONGER_HERE)
    return presses()[prefix], ids

"""Who may stop other people's quizzes, and who may choose what a server plays with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import discord


def moderates(permissions: discord.Permissions, *, in_guild: bool) -> bool:
    """Return whether somebody with these permissions is a moderator here; nobody is in a direct message."""
    return in_guild and (permissions.manage_messages or permissions.manage_guild)


def manages(permissions: discord.Permissions, *, in_guild: bool) -> bool:
    """Return whether somebody with these permissions may choose what is played with here; nobody may in a direct message."""
    return in_guild and permissions.manage_guild

"""Who may stop other people's quizzes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import discord


def moderates(permissions: discord.Permissions, *, in_guild: bool) -> bool:
    """Return whether somebody with these permissions is a moderator here; nobody is in a direct message."""
    return in_guild and (permissions.manage_messages or permissions.manage_guild)

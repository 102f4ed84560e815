"""A press on "Stop the quiz", for whoever started it, and moderators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.host.moderators import moderates

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


async def pressed(interaction: discord.Interaction[Marquee], quiz_id: str) -> None:
    """End the quiz; the podium shows it, so nothing else is said."""
    by_right = moderates(interaction.permissions, in_guild=interaction.guild_id is not None)
    await interaction.client.host.stop(int(quiz_id), interaction.user.id, moderates=by_right)
    await interaction.response.defer()

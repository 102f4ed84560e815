"""A press on "Reveal now": the starter's way to close a round early."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


async def pressed(interaction: discord.Interaction[Marquee], round_id: str) -> None:
    """Close the round; its card shows it, so nothing else is said."""
    await interaction.client.host.reveal(int(round_id), interaction.user.id)
    await interaction.response.defer()

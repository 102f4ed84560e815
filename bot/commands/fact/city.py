"""/fact city: where a film happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import locale_str

from bot.commands.fact import complete, tell
from bot.wording import N_

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


@app_commands.command(
    name=locale_str(N_("city")),
    description=locale_str(N_("Where a film happens in the order of its story, or what happens in a place")),
)
@app_commands.rename(name=locale_str(N_("name")))
@app_commands.describe(name=locale_str(N_("A film or a place")))
async def command(interaction: discord.Interaction[Marquee], name: app_commands.Range[str, 1, 100]) -> None:
    """Say what happens where."""
    await tell(interaction, "city", name)


@command.autocomplete("name")
async def _complete(interaction: discord.Interaction[Marquee], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the films and places that the typed text may mean."""
    return complete(interaction, "city", typed)

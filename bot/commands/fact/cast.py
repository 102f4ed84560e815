"""/fact cast: who plays whom."""

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
    name=locale_str(N_("cast")),
    description=locale_str(N_("Who plays a character, what an actor plays, or the cast of a film")),
)
@app_commands.rename(name=locale_str(N_("name")))
@app_commands.describe(name=locale_str(N_("A character, an actor or a film")))
async def command(interaction: discord.Interaction[Marquee], name: app_commands.Range[str, 1, 100]) -> None:
    """Say who plays whom."""
    await tell(interaction, "cast", name)


@command.autocomplete("name")
async def _complete(interaction: discord.Interaction[Marquee], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the films, characters, monsters and actors that the typed text may mean."""
    return complete(interaction, "cast", typed)

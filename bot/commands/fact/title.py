"""/fact title: what a film is called."""

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
    name=locale_str(N_("title")),
    description=locale_str(N_("What a film is called, where and in which language")),
)
@app_commands.rename(film=locale_str(N_("film")))
@app_commands.describe(film=locale_str(N_("A film")))
async def command(interaction: discord.Interaction[Marquee], film: app_commands.Range[str, 1, 100]) -> None:
    """Say what a film is called."""
    await tell(interaction, "title", film)


@command.autocomplete("film")
async def _complete(interaction: discord.Interaction[Marquee], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the films that the typed text may mean."""
    return complete(interaction, "title", typed)

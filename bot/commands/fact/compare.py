"""/fact compare: two films side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.facts import lookup
from bot.cards.facts.compare import compared
from bot.commands.fact import complete, show
from bot.turns import in_turns
from bot.wording import N_

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


@app_commands.command(
    name=locale_str(N_("compare")),
    description=locale_str(N_("Two films side by side: what is the same, and what differs")),
)
@app_commands.rename(film=locale_str(N_("film")), other=locale_str(N_("other")))
@app_commands.describe(film=locale_str(N_("A film")), other=locale_str(N_("The film beside it")))
async def command(
    interaction: discord.Interaction[Marquee],
    film: app_commands.Range[str, 1, 100],
    other: app_commands.Range[str, 1, 100],
) -> None:
    """Show two films side by side."""
    catalogue = interaction.client.catalogue.spoken(replies.language_of(interaction))
    words = replies.words_of(interaction)
    one, two = [await in_turns(lookup.resolve(catalogue, typed, "film")) for typed in (film, other)]
    await show(interaction, compared(catalogue, one, two, replies.language_of(interaction), words))


@command.autocomplete("film")
@command.autocomplete("other")
async def _complete(interaction: discord.Interaction[Marquee], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the films that the typed text may mean."""
    return await complete(interaction, "film", typed)

"""/about: what Marquee is, how much it knows, and under which licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.about import about_card
from bot.wording import N_

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


@app_commands.command(
    # "about" alone, an option's name elsewhere, says in other languages too little to be a command's
    name=locale_str("about", translated_as=N_("about Marquee")),
    description=locale_str(N_("What Marquee is, how much it knows, and under which licences")),
)
async def command(interaction: discord.Interaction[Marquee]) -> None:
    """Show the card to the reader alone."""
    language, words = replies.language_of(interaction), replies.words_of(interaction)
    await replies.answer(interaction, about_card(interaction.client.catalogue, language, words), private=True)

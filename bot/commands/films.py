"""/films: what this server plays with, and for people who manage it the panel that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.films import films_card
from bot.host.moderators import manages
from bot.store import decks
from bot.wording import N_

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


@app_commands.command(
    name=locale_str(N_("films")),
    description=locale_str(N_("Show which films quizzes here are about; with Manage Server, choose them")),
)
async def command(interaction: discord.Interaction[Marquee]) -> None:
    """Show the card to the reader alone, with its menus to whoever may use them."""
    guild_id = interaction.guild_id or interaction.channel_id or 0  # a direct message is a server of one
    async with interaction.client.database.read() as connection:
        deck = await decks.deck_of(connection, guild_id)
    card = films_card(
        interaction.client.catalogue,
        deck,
        replies.language_of(interaction),
        replies.words_of(interaction),
        panel=manages(interaction.permissions, in_guild=interaction.guild_id is not None),
    )
    await replies.answer(interaction, card, private=True)

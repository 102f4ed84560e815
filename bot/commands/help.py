"""/help: what the bot does and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.help import help_card

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


@app_commands.command(
    name=locale_str("help"), description=locale_str("Show what Marquee does and how to begin")
)
async def command(interaction: discord.Interaction[Marquee]) -> None:
    """Show the help card to the reader alone."""
    commands = [
        one for one in interaction.client.tree.walk_commands() if isinstance(one, app_commands.Command)
    ]
    commands.sort(key=lambda one: (one.parent is not None, one.qualified_name))
    described = [(one.qualified_name, one.description) for one in commands]
    await replies.answer(interaction, help_card(described, replies.words_of(interaction)), private=True)

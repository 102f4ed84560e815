"""A press on a choice: locked in first, told so after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import replies
from bot.cards.answered import locked_in
from bot.quiz.values import Guess

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


async def pressed(interaction: discord.Interaction[Marquee], round_id: str, choice: str) -> None:
    """Keep the guess, and tell the player so only once it is on disk."""
    guess = Guess(int(round_id), interaction.user.id, interaction.id, int(choice))
    locked = await interaction.client.host.guess(guess, interaction.user.display_name)
    card = locked_in(locked.letter, locked.choice, locked.changed, replies.words_of(interaction))
    await replies.answer(interaction, card, private=True)

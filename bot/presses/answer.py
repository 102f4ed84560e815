"""A press on *Answer*: the form in which an answer is written or put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import replies
from bot.cards.answer_form import answer_form
from bot.quiz.marking import clues_shown

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


async def pressed(interaction: discord.Interaction[Marquee], round_id: str) -> None:
    """Open the form."""
    round_ = await interaction.client.host.form(int(round_id))
    clues = clues_shown(round_, interaction.client.clock())
    await interaction.response.send_modal(answer_form(round_, replies.words_of(interaction), clues))

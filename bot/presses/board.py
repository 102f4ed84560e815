"""A press on a leaderboard's buttons: another page or another period, drawn in the same card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import replies
from bot.cards import leaderboard
from bot.quiz.rules import Period, period_start
from bot.store import boards

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


async def pressed(interaction: discord.Interaction[Marquee], period: str, page: str) -> None:
    """Draw the page that the button's id names; the own place shown is that of whoever pressed."""
    chosen, now = Period(period), interaction.client.clock()
    guild_id = interaction.guild_id or interaction.channel_id or 0  # a direct message is a server of one
    since = period_start(chosen, now)
    async with interaction.client.database.read() as connection:
        shown = await boards.leaderboard(
            connection, guild_id, since, int(page), leaderboard.PER_PAGE, interaction.user.id
        )
    await replies.update(interaction, leaderboard.board(shown, chosen, now, replies.words_of(interaction)))

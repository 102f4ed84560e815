"""/leaderboard: who has the most points here, this week, this month or in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards import leaderboard
from bot.quiz.rules import Period, period_start
from bot.store import boards
from bot.wording import N_

if TYPE_CHECKING:
    from bot.client import Marquee


@app_commands.command(
    name=locale_str("leaderboard"), description=locale_str("Show who has the most points here")
)
@app_commands.rename(period=locale_str(N_("period")))
@app_commands.describe(period=locale_str("Which points count; this week's if you do not say"))
@app_commands.choices(
    period=[
        app_commands.Choice(name=locale_str("this week"), value=Period.WEEK.value),
        app_commands.Choice(name=locale_str("this month"), value=Period.MONTH.value),
        app_commands.Choice(name=locale_str("all time"), value=Period.ALL.value),
    ]
)
async def command(interaction: discord.Interaction[Marquee], period: str = Period.WEEK.value) -> None:
    """Show the first page of the leaderboard, and the reader's own place."""
    chosen, now = Period(period), interaction.client.clock()
    guild_id = interaction.guild_id or interaction.channel_id or 0  # a direct message is a server of one
    since = period_start(chosen, now)
    async with interaction.client.database.read() as connection:
        page = await boards.leaderboard(
            connection, guild_id, since, 1, leaderboard.PER_PAGE, interaction.user.id
        )
    await replies.answer(interaction, leaderboard.board(page, chosen, now, replies.words_of(interaction)))

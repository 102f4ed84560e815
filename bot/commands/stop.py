"""/stop: ends the quiz of this channel, for whoever started it, and moderators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.answered import notice
from bot.errors import QuizError
from bot.host.moderators import moderates
from bot.store import quizzes
from bot.wording import N_

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee

NO_QUIZ = N_("No quiz is going on in this channel. Start one with /quiz.")
STOPPED = N_("The quiz is stopped. What was answered counts.")


@app_commands.command(
    name=locale_str(N_("stop")), description=locale_str(N_("Stop the quiz that is going on in this channel"))
)
async def command(interaction: discord.Interaction[Marquee]) -> None:
    """End the quiz on disk, then say so."""
    async with interaction.client.database.read() as connection:
        quiz = await quizzes.quiz_in(connection, interaction.channel_id or 0)
    if quiz is None:
        raise QuizError(NO_QUIZ)
    by_right = moderates(interaction.permissions, in_guild=interaction.guild_id is not None)
    await interaction.client.host.stop(quiz.id, interaction.user.id, moderates=by_right)
    await replies.answer(interaction, notice(replies.words_of(interaction).gettext(STOPPED)), private=True)

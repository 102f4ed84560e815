"""/fact: what is known, with who says it; one way of asking per file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.facts import lookup
from bot.cards.facts.card import facts_card
from bot.cards.facts.worded import worded
from bot.store import quizzes
from bot.wording import N_

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee

group = app_commands.Group(
    name=locale_str(N_("fact")), description=locale_str(N_("Look up what is known, and who says it"))
)


async def tell(interaction: discord.Interaction[Marquee], view: str, text: str, about: str = "") -> None:
    """Say what a view finds about what was typed; while a quiz runs in the channel, to the reader alone."""
    client, words, language = (
        interaction.client,
        replies.words_of(interaction),
        replies.language_of(interaction),
    )
    known = lookup.ask(client.catalogue, view, text, about, language)
    told = worded(client.catalogue, known, language, words)
    async with client.database.read() as connection:
        running = await quizzes.quiz_in(connection, interaction.channel_id or 0)
    await replies.answer(interaction, facts_card(told, 1, words), private=running is not None)


def complete(
    interaction: discord.Interaction[Marquee], view: str, typed: str
) -> list[app_commands.Choice[str]]:
    """Return the choices that complete a name in a view; each says what it is."""
    catalogue, language = interaction.client.catalogue, replies.language_of(interaction)
    words = replies.words_of(interaction)
    return replies.complete(interaction, lambda: lookup.choices(catalogue, typed, view, language, words))

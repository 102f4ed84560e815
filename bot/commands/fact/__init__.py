"""/fact: what is known, with who says it; one way of asking per file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.facts import lookup
from bot.cards.facts.card import facts_card
from bot.cards.facts.worded import worded
from bot.store import quizzes
from bot.turns import in_turns
from bot.wording import N_

if TYPE_CHECKING:
    import discord

    from bot.cards.facts.values import Told
    from bot.client import Marquee

group = app_commands.Group(
    name=locale_str(N_("fact")), description=locale_str(N_("Look up what is known, and who says it"))
)


async def tell(interaction: discord.Interaction[Marquee], view: str, text: str, about: str = "") -> None:
    """Say what a view finds about what was typed."""
    language = replies.language_of(interaction)
    catalogue = interaction.client.catalogue.spoken(language)
    known = await in_turns(lookup.ask(catalogue, view, text, about, language))
    told = await in_turns(worded(catalogue, known, language, replies.words_of(interaction)))
    await show(interaction, told)


async def show(interaction: discord.Interaction[Marquee], told: Told) -> None:
    """Answer with the first page of what is told; while a quiz runs in the channel, to the reader alone."""
    async with interaction.client.database.read() as connection:
        running = await quizzes.quiz_in(connection, interaction.channel_id or 0)
    card = facts_card(told, 1, replies.words_of(interaction))
    await replies.answer(interaction, card, private=running is not None)


async def complete(
    interaction: discord.Interaction[Marquee], view: str, typed: str
) -> list[app_commands.Choice[str]]:
    """Return the choices that complete a name in a view; each says what it is."""
    language = replies.language_of(interaction)
    catalogue = interaction.client.catalogue.spoken(language)
    words = replies.words_of(interaction)
    return await replies.complete(interaction, lookup.choices(catalogue, typed, view, language, words))


def shortcut(
    view: str, description: str, of: str, option: str = "name"
) -> app_commands.Command[Any, ..., None]:
    """Return the command that looks at one thing in one view, with its name completed as it is typed.

    `description` is what the command tells, `of` what its `option` may name: gettext messages, 100 characters at most.
    """

    @app_commands.command(name=locale_str(view), description=locale_str(description))
    @app_commands.rename(name=locale_str(option))
    @app_commands.describe(name=locale_str(of))
    async def command(
        interaction: discord.Interaction[Marquee], name: app_commands.Range[str, 1, 100]
    ) -> None:
        await tell(interaction, view, name)

    @command.autocomplete("name")
    async def _complete(
        interaction: discord.Interaction[Marquee], typed: str
    ) -> list[app_commands.Choice[str]]:
        return await complete(interaction, view, typed)

    return command

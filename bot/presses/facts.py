"""A press that turns the pages of what is known: the button's id says what to find again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import replies
from bot.cards.facts import again
from bot.cards.facts.card import facts_card
from bot.turns import in_turns

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


async def pressed(
    interaction: discord.Interaction[Marquee], view: str, page: str, name: str, *entity: str
) -> None:
    """Draw the page that the button's id names, in the language of whoever pressed."""
    catalogue, words, language = (
        interaction.client.catalogue.spoken(replies.language_of(interaction)),
        replies.words_of(interaction),
        replies.language_of(interaction),
    )
    told = await in_turns(again.told(catalogue, (view, name, ":".join(entity)), language, words))
    await replies.update(interaction, facts_card(told, int(page), words))

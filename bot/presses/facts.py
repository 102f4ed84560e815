"""A press that turns the pages of what is known: the button's id says what to find again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import replies
from bot.cards.facts import lookup
from bot.cards.facts.card import NO_PROPERTY, facts_card
from bot.cards.facts.worded import worded

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


async def pressed(
    interaction: discord.Interaction[Marquee], view: str, page: str, name: str, *entity: str
) -> None:
    """Draw the page that the button's id names, in the language of whoever pressed."""
    catalogue, words = interaction.client.catalogue, replies.words_of(interaction)
    asked = "" if name == NO_PROPERTY else name
    known = lookup.known_again(catalogue, view, ":".join(entity), asked)
    told = worded(catalogue, known, replies.language_of(interaction), words)
    await replies.update(interaction, facts_card(told, int(page), words))

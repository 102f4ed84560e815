"""A press on *Sources*: who says each figure on a card's page, shown to whoever pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import replies
from bot.cards.facts import again
from bot.cards.facts.passages import passages_card
from bot.turns import in_turns

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


async def pressed(
    interaction: discord.Interaction[Marquee], view: str, page: str, name: str, *entity: str
) -> None:
    """Show the passages behind a page; behind a dot the page holds that of the passages' own card, then turned."""
    catalogue, words, language = (
        interaction.client.catalogue.spoken(replies.language_of(interaction)),
        replies.words_of(interaction),
        replies.language_of(interaction),
    )
    told = await in_turns(again.told(catalogue, (view, name, ":".join(entity)), language, words))
    number, _, turn = page.partition(".")
    card = passages_card(catalogue, told, int(number), int(turn or 1), language, words)
    if turn:
        await replies.update(interaction, card)
    else:
        await replies.answer(interaction, card, private=True)

"""A choice in a menu of /films: what the server plays with from the next question on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from bot import replies
from bot.cards.films import ALL, EMPTY, films_card
from bot.errors import QuizError
from bot.host.host import NO_LONGER_HERE
from bot.host.moderators import manages
from bot.store import decks
from bot.wording import N_
from questions.catalogue.depths import DEPTHS
from questions.packs import all_packs
from questions.shares import has_films

if TYPE_CHECKING:
    from collections.abc import Iterator

    import discord

    from bot.client import Marquee
    from questions.catalogue import Catalogue
    from questions.deck import Deck

ONLY_MANAGERS = N_("Only people with the permission Manage Server can change which films are played with.")


async def pressed(interaction: discord.Interaction[Marquee], what: str, turn: str) -> None:
    """Write down what was chosen and draw the panel anew; QuizError for whoever may not choose."""
    if not manages(interaction.permissions, in_guild=interaction.guild_id is not None):
        raise QuizError(ONLY_MANAGERS)
    data: dict[str, Any] = {**(interaction.data or {})}
    chosen, offered = frozenset(data.get("values", ())), frozenset(offers(interaction, what))
    catalogue, database = interaction.client.catalogue, interaction.client.database
    if not chosen <= offered or what not in CHANGES:
        raise QuizError(NO_LONGER_HERE)

    def changed(deck: Deck) -> Deck | None:
        wanted = CHANGES[what](catalogue, deck, chosen, offered)
        return wanted if has_films(catalogue, wanted) else None

    guild_id = interaction.guild_id or 0
    deck = await database.write(partial(decks.change_deck, guild_id=guild_id, changed=changed))
    note = ""
    if deck is None:
        note = EMPTY
        async with database.read() as connection:
            deck = await decks.deck_of(connection, guild_id)
    language, words = replies.language_of(interaction), replies.words_of(interaction)
    card = films_card(catalogue, deck, language, words, panel=True, turn=int(turn) + 1, note=note)
    await replies.update(interaction, card)


def switched_packs(catalogue: Catalogue, deck: Deck, chosen: frozenset[str], offered: frozenset[str]) -> Deck:
    """Return the deck with the chosen packs on, and the others that were offered off."""
    known = offered & set(all_packs(catalogue))
    return replace(deck, off=(deck.off - known) | (known - chosen))


def switched_series(
    _catalogue: Catalogue, deck: Deck, chosen: frozenset[str], offered: frozenset[str]
) -> Deck:
    """Return the deck with the chosen series off, and the others that were offered on."""
    return replace(deck, off=(deck.off - offered) | chosen)


def deepened(_catalogue: Catalogue, deck: Deck, chosen: frozenset[str], _offered: frozenset[str]) -> Deck:
    """Return the deck as deep as was chosen."""
    value = next(iter(chosen), ALL)
    return replace(deck, deep=int(value) if value in map(str, DEPTHS) else None)


CHANGES = {"packs": switched_packs, "deep": deepened, "series": switched_series}


def offers(interaction: discord.Interaction[Any], what: str) -> Iterator[str]:
    """Yield the values that the pressed menu offered."""
    waiting: list[Any] = list(interaction.message.components) if interaction.message else []
    while waiting:
        part = waiting.pop()
        waiting += getattr(part, "children", ())
        if str(getattr(part, "custom_id", "")).startswith(f"films:{what}:"):
            yield from (option.value for option in part.options)

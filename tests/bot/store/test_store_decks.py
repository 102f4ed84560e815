"""What a server plays with: kept until it chooses anew, apart from what others chose."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bot.store import decks
from questions.deck import DEEP, Deck

if TYPE_CHECKING:
    from tests.bot.store.house import House

GUILD, OTHER = 10, 11


async def chosen(house: House, guild: int) -> Deck:
    """Return what a guild plays with."""
    async with house.database.read() as connection:
        return await decks.deck_of(connection, guild)


async def choose(house: House, guild: int, deck: Deck | None) -> Deck | None:
    """Return what came of choosing a deck; None is refused."""
    return await house.database.write(partial(decks.change_deck, guild_id=guild, changed=lambda _: deck))


async def test_who_never_chose_has_everything(house: House) -> None:
    """A server that never said anything has all packs and series, as deep as decks are by default."""
    assert await chosen(house, GUILD) == Deck(frozenset(), DEEP)


@pytest.mark.parametrize("deep", [300, 20_000, None])
async def test_what_is_chosen_is_kept(house: House, deep: int | None) -> None:
    """Packs, series and depth are read as they were written, in place of what was chosen before."""
    await choose(house, GUILD, Deck(frozenset({"library"}), 5_000))
    wanted = Deck(frozenset({"imdb", "series/モスラ"}), deep)

    assert await choose(house, GUILD, wanted) == wanted
    assert await chosen(house, GUILD) == wanted


async def test_servers_choose_apart(house: House) -> None:
    """What one server chose is nothing to another."""
    await choose(house, GUILD, Deck(frozenset({"library"}), 300))

    assert await chosen(house, OTHER) == Deck()


async def test_what_is_refused_changes_nothing(house: House) -> None:
    """A change that comes to nothing leaves the deck as it was."""
    before = Deck(frozenset({"imdb"}), 300)
    await choose(house, GUILD, before)

    assert await choose(house, GUILD, None) is None
    assert await chosen(house, GUILD) == before


async def test_a_change_sees_what_was_chosen_last(house: House) -> None:
    """Changes made at once are made one after the other, so that none is lost."""

    async def without(name: str) -> None:
        changing = partial(
            decks.change_deck, guild_id=GUILD, changed=lambda deck: Deck(deck.off | {name}, deck.deep)
        )
        await house.database.write(changing)

    await asyncio.gather(*(without(name) for name in "abcde"))

    assert (await chosen(house, GUILD)).off == frozenset("abcde")

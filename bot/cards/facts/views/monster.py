"""A monster: its films, who was in the suit or lent a voice, what it does, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.beings import about, in_the_story, performers
from bot.cards.facts.happenings import by_film
from bot.cards.facts.values import Section
from bot.wording import N_
from questions import telling
from questions.catalogue.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity

TYPES = ("monster",)
CAPTION = N_("films, suits and deeds")
FILMS = N_("Films")
PERFORMED = {
    "suit_actor": N_("In the suit"),
    "monster_voice": N_("Voiced by"),
    "cast": N_("Played by"),
    "realised_by": N_("How it was done"),
}


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return the monster's films, its performers film by film, what happens with it, and its own facts."""
    named = mentions(catalogue, entity, ["monster"])
    films = by_film(catalogue, named.facts, lambda fact: telling.label(fact.subject))
    return [
        Section(FILMS, films, named.left_out),
        *performers(catalogue, entity, PERFORMED),
        about(catalogue, entity),
        *in_the_story(catalogue, entity),
    ]

"""A character: who plays it in which film, what it does, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.beings import about, in_the_story, performers
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cards.facts.values import Section
    from questions.catalogue import Catalogue, Entity

TYPES = ("character",)
CAPTION = N_("who plays it, and what it does")
PLAYED = {"cast": N_("Played by"), "voice_actor": N_("Voiced by")}


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return who plays the character film by film, what happens with it, and its own facts."""
    return [
        *performers(catalogue, entity, PLAYED),
        *in_the_story(catalogue, entity),
        about(catalogue, entity),
    ]

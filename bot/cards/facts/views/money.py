"""What a film cost and earned, and how many saw it; each sum with what it measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity

TYPES = ("film",)
CAPTION = N_("money")
PROPERTIES = ("budget", "earned", "audience")


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return an entry per property of which anything is known."""
    found = [tuple(catalogue.facts(subject=entity.id, property=prop)) for prop in PROPERTIES]
    return [Section("", tuple(Entry(facts, style=Style.PROPERTY) for facts in found if facts))]

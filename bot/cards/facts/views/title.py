"""What a film is called, where and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity

TYPES = ("film",)
CAPTION = N_("titles")
HEADINGS = {
    "title": N_("Titles"),
    "also_known_as": N_("Other titles"),
    "early_title": N_("Early titles"),
}


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return a film's titles, one entry each, under what they are."""
    return [
        Section(heading, tuple(Entry((fact,)) for fact in catalogue.facts(subject=entity.id, property=prop)))
        for prop, heading in HEADINGS.items()
    ]

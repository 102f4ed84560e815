"""Who directed a film, or which films somebody directed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity

TYPES = ("film", "person", "group")
CAPTION = N_("director")
PROPERTIES = ("director", "effects_director")


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return a sentence for each director of a film, or for each film of a director, the oldest first."""
    of_film = entity.type == "film"
    found = [
        fact
        for prop in PROPERTIES
        for fact in catalogue.facts(
            property=prop, subject=entity.id if of_film else None, value=None if of_film else entity.id
        )
    ]
    if not of_film:
        found.sort(key=lambda fact: fact.subject.year or 0)
    return [Section("", tuple(Entry((fact,), style=Style.SENTENCES) for fact in found))]

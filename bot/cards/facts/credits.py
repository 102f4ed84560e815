"""Who is credited with something in a film, and the films somebody is credited in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity


def credited(catalogue: Catalogue, entity: Entity, properties: Sequence[str]) -> list[Section]:
    """Return a sentence for each credit of a film, or for each film somebody is credited in, the oldest first."""
    of_film = entity.type == "film"
    subject, value = (entity.id, None) if of_film else (None, entity.id)
    found = [
        fact for prop in properties for fact in catalogue.facts(property=prop, subject=subject, value=value)
    ]
    if not of_film:
        found.sort(key=lambda fact: fact.subject.year or 0)
    return [Section("", tuple(Entry((fact,), style=Style.SENTENCES) for fact in found))]

"""Who is credited with something in a film, and the films somebody is credited in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section, Style
from questions.catalogue.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from questions.catalogue import Catalogue, Entity, Fact


def credited(catalogue: Catalogue, entity: Entity, properties: Sequence[str]) -> list[Section]:
    """Return a sentence for each credit of a film, or for each film somebody is credited in, the oldest first."""
    if entity.type == "film":
        made_by = [fact for prop in properties for fact in catalogue.facts(property=prop, subject=entity.id)]
        return [Section("", _sentences(made_by))]
    named = [mentions(catalogue, entity, [prop]) for prop in properties]
    found = sorted((fact for said in named for fact in said.facts), key=lambda fact: fact.subject.year or 0)
    return [Section("", _sentences(found), sum(said.left_out for said in named))]


def _sentences(facts: Iterable[Fact]) -> tuple[Entry, ...]:
    return tuple(Entry((fact,), style=Style.SENTENCES) for fact in facts)

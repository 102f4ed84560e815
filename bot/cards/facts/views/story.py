"""What happens in a film, in the order of its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.happenings import in_order
from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity, Fact

TYPES = ("film",)
CAPTION = N_("what happens")


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return an entry per event, as the first account of it has it."""
    by_event: dict[str, Fact] = {}
    for fact in catalogue.facts(film=entity.id, property="what"):
        by_event.setdefault(fact.subject.id, fact)
    ordered = (by_event[event] for event in in_order(catalogue, entity.id, by_event))
    entries = tuple(Entry((fact,), lead=fact.subject.name, style=Style.LEAD) for fact in ordered)
    return [Section("", entries)]

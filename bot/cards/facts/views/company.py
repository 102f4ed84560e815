"""A company: the films it produced, distributed or published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.happenings import by_film
from bot.cards.facts.values import Section
from bot.wording import N_
from questions import telling
from questions.catalogue.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity

TYPES = ("company",)
CAPTION = N_("films")
PARTS = {
    "production_company": N_("Produced"),
    "distributor": N_("Distributed"),
    "publisher": N_("Published on disc"),
}


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return the films of each part a company had, the oldest first."""
    sections: list[Section] = []
    for prop, heading in PARTS.items():
        had = mentions(catalogue, entity, [prop])
        films = by_film(catalogue, had.facts, lambda fact: telling.label(fact.subject))
        sections.append(Section(heading, films, had.left_out))
    return sections

"""A film on one card: what most people want to know of it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity

TYPES = ("film",)
CAPTION = N_("at a glance")
SHOWN = (
    "year",
    "genre",
    "country",
    "director",
    "writer",
    "starring",
    "composer",
    "effects_director",
    "release",
    "runtime",
    "episodes",
    "monster",
    "place",
    "series_position",
    "sequel_to",
    "followed_by",
    "production_company",
    "title",
)
MOST = 6
"""How many values of a property the card tells; its own view tells them all."""


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return one entry per property; of a long list the first six, but never a part of a dispute."""
    entries = []
    for prop in SHOWN:
        facts = catalogue.facts(subject=entity.id, property=prop)
        shown = [fact for place, fact in enumerate(facts) if place < MOST or not fact.settled]
        if shown:
            left_out = len(facts) - len(shown)
            entries.append(Entry(tuple(shown), style=Style.PROPERTY, left_out=left_out))
    return [Section("", tuple(entries))]

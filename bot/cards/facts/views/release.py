"""When, where and how a film reached the people, in cinemas and at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity

TYPES = ("film",)
CAPTION = N_("releases")
HEADINGS = {
    "release": N_("Releases"),
    "release_kind": N_("Kind of release"),
    "release_format": N_("Format"),
    "release_plan": N_("Planned"),
    "distributor": N_("Distributors"),
}
HOME_VIDEO = N_("Home video")


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return a film's releases, what is known of each, its distributors, and its editions for the home."""
    sections = [
        Section(heading, tuple(Entry((fact,)) for fact in catalogue.facts(subject=entity.id, property=prop)))
        for prop, heading in HEADINGS.items()
    ]
    return [*sections, Section(HOME_VIDEO, _editions(catalogue, entity))]


def _editions(catalogue: Catalogue, film: Entity) -> tuple[Entry, ...]:
    """Return one entry per edition: its name, and everything that is known of it but that name."""
    editions = [
        fact.entity for fact in catalogue.facts(subject=film.id, property="home_video") if fact.entity
    ]
    found = {
        edition: tuple(fact for fact in catalogue.facts(subject=edition.id) if fact.property != "name")
        for edition in editions
    }
    return tuple(Entry(facts, lead=edition.name) for edition, facts in found.items() if facts)

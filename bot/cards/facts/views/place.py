"""A place: what happens there film by film, and what was filmed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.happenings import by_film
from bot.cards.facts.values import Section
from bot.cards.facts.views import city
from bot.wording import N_
from questions import telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity, Fact

TYPES = ("place",)
CAPTION = N_("what happens there")
FILMED = N_("Filmed here")


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return what happens in a place and within it, then the films that were shot there."""
    facts = [
        fact
        for one in sorted(catalogue.inside(entity.id))
        for fact in catalogue.facts(value=one, property="filming_place")
    ]
    return [*city.known(catalogue, entity, name), Section(FILMED, by_film(catalogue, facts, _lead))]


def _lead(fact: Fact) -> str:
    """Return the film, with the scene where it is known."""
    scene = fact.qualifiers.get("scene")
    film = telling.label(fact.subject)
    return f"{film}: {scene}" if scene else film

"""A place: what happens there film by film, and what was filmed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.happenings import by_film
from bot.cards.facts.values import Section
from bot.cards.facts.views import city
from bot.wording import N_
from questions import telling
from questions.catalogue.mentions import As, mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity, Fact

TYPES = ("place",)
CAPTION = N_("what happens there")
FILMED = N_("Filmed here")


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return what happens in a place and within it, then the films that were shot there."""
    shot = mentions(catalogue, entity, ["filming_place"], As.WITHIN)
    films = by_film(catalogue, shot.facts, _lead)
    return [*city.known(catalogue, entity, name), Section(FILMED, films, shot.left_out)]


def _lead(fact: Fact) -> str:
    """Return the film, with the scene where it is known."""
    scene = fact.qualifiers.get("scene")
    film = telling.label(fact.subject)
    return f"{film}: {scene}" if scene else film

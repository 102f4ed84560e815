"""What characters and monsters have in common: performers, deeds, and facts of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.happenings import films_of, in_order
from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_
from questions import telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from questions.catalogue import Catalogue, Entity, Fact

ABOUT = N_("About")
DEEDS = ("who", "witness")


def performers(catalogue: Catalogue, being: Entity, headings: Mapping[str, str]) -> Iterator[Section]:
    """Yield who performs a being, a section for each way and an entry for each film, the oldest first."""
    for prop, heading in headings.items():
        facts = catalogue.facts(property=prop, role=being.id)
        entries = [
            Entry(tuple(fact for fact in facts if fact.film == film.id), lead=telling.label(film))
            for film in films_of(catalogue, facts)
        ]
        yield Section(heading, tuple(entries))


def in_the_story(catalogue: Catalogue, being: Entity) -> Iterator[Section]:
    """Yield what happens with a being, a section for each film, in the order of its story."""
    facts = [fact for prop in DEEDS for fact in catalogue.facts(property=prop, value=being.id)]
    for film in films_of(catalogue, facts):
        by_event: dict[str, Fact] = {fact.subject.id: fact for fact in facts if fact.film == film.id}
        ordered = (by_event[event] for event in in_order(catalogue, film.id, by_event))
        yield Section(
            film, tuple(Entry((fact,), lead=fact.subject.name, style=Style.LEAD) for fact in ordered)
        )


def about(catalogue: Catalogue, being: Entity) -> Section:
    """Return the facts of a being's own, an entry for each property."""
    own = [tuple(catalogue.facts(subject=being.id, property=prop)) for prop in catalogue.properties(being.id)]
    return Section(ABOUT, tuple(Entry(facts, style=Style.PROPERTY) for facts in own))

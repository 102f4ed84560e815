"""What characters and monsters have in common: performers, deeds, and facts of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.happenings import in_order, of_films
from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_
from questions import telling
from questions.catalogue.mentions import As, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from questions.catalogue import Catalogue, Entity, Fact

ABOUT = N_("About")
DEEDS = ("who", "witness")


def performers(catalogue: Catalogue, being: Entity, headings: Mapping[str, str]) -> Iterator[Section]:
    """Yield who performs a being, a section for each way and an entry for each film, the oldest first."""
    for prop, heading in headings.items():
        named = mentions(catalogue, being, [prop], As.ROLE)
        by_film = of_films(catalogue, named.facts)
        entries = [Entry(tuple(facts), lead=telling.label(film)) for film, facts in by_film.items()]
        yield Section(heading, tuple(entries), named.left_out)


def in_the_story(catalogue: Catalogue, being: Entity) -> Iterator[Section]:
    """Yield what happens with a being, a section for each film, in the order of its story."""
    named = mentions(catalogue, being, DEEDS)
    for film, facts in of_films(catalogue, named.facts).items():
        by_event: dict[str, Fact] = {fact.subject.id: fact for fact in facts}
        ordered = (by_event[event] for event in in_order(catalogue, film.id, by_event))
        yield Section(
            film, tuple(Entry((fact,), lead=fact.subject.name, style=Style.LEAD) for fact in ordered)
        )


def about(catalogue: Catalogue, being: Entity) -> Section:
    """Return the facts of a being's own, an entry for each property."""
    own = [tuple(catalogue.facts(subject=being.id, property=prop)) for prop in catalogue.properties(being.id)]
    return Section(ABOUT, tuple(Entry(facts, style=Style.PROPERTY) for facts in own))

"""Where a film happens, in the order of the story, or what happens in a place."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.cards.facts.happenings import happenings, in_order, of_films
from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_
from questions.catalogue.mentions import As, mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.cards.facts.happenings import Happening
    from questions.catalogue import Catalogue, Entity, Fact

TYPES = ("film", "place")
CAPTION = N_("what happens where")
ALSO = N_("Also named")
NAMING = ("where", "place")
"""The properties that say where something happens, or what place a film names."""


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return a film's places in story order with what happens in each, or a place's events by film."""
    if entity.type == "place":
        return _in_place(catalogue, entity)
    told = happenings(catalogue, entity.id)
    runs = groupby(told, key=lambda happening: happening[0])
    return [
        *(Section(place, _entries(facts for _, facts in run)) for place, run in runs),
        Section(ALSO, _places_without_events(catalogue, entity, told)),
    ]


def _entries(events: Iterable[tuple[Fact, ...]]) -> tuple[Entry, ...]:
    return tuple(Entry(facts, lead=facts[0].subject.name, style=Style.LEAD) for facts in events)


def _places_without_events(
    catalogue: Catalogue, film: Entity, told: Iterable[Happening]
) -> tuple[Entry, ...]:
    named = {fact.entity for _, facts in told for fact in facts}
    return tuple(
        Entry((fact,))
        for fact in catalogue.facts(subject=film.id, property="place")
        if fact.entity not in named
    )


def _in_place(catalogue: Catalogue, place: Entity) -> list[Section]:
    """Return the events in a place and within it, film by film; of a film that only names it, that."""
    named = mentions(catalogue, place, NAMING, As.WITHIN)
    by_film = of_films(catalogue, named.facts)
    return [
        *(Section(film, _told_of(catalogue, film, here)) for film, here in by_film.items()),
        Section("", (), named.left_out),
    ]


def _told_of(catalogue: Catalogue, film: Entity, here: Sequence[Fact]) -> tuple[Entry, ...]:
    """Return a film's events that name a place, with every account of where; without any, the place alone."""
    events = dict.fromkeys(fact.subject.id for fact in here if fact.property == "where")
    accounts = (
        tuple(catalogue.facts(subject=event, property="where"))
        for event in in_order(catalogue, film.id, events)
    )
    return _entries(accounts) or tuple(Entry((fact,)) for fact in here)

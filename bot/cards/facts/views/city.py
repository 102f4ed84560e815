"""Where a film happens, in the order of the story, or what happens in a place."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.cards.facts.story import story_order
from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from questions.catalogue import Catalogue, Entity, Fact

TYPES = ("film", "place")
CAPTION = N_("what happens where")
ALSO = N_("Also named")

Happening = tuple["Entity", tuple["Fact", ...]]
"""A place, and the facts that say where one event happens."""


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return a film's places in story order with what happens in each, or a place's events by film."""
    if entity.type == "place":
        return _in_place(catalogue, entity)
    happenings = _happenings(catalogue, entity.id)
    runs = groupby(happenings, key=lambda happening: happening[0])
    return [
        *(Section(place, _entries(facts for _, facts in run)) for place, run in runs),
        Section(ALSO, _places_without_events(catalogue, entity, happenings)),
    ]


def _happenings(catalogue: Catalogue, film_id: str) -> list[Happening]:
    """Return what happens where, in the order of the story; events that no telling orders come last."""
    by_event: dict[str, list[Fact]] = {}
    for fact in catalogue.facts(film=film_id, property="where"):
        by_event.setdefault(fact.subject.id, []).append(fact)
    tellings = [[event.id for event in told] for told in catalogue.story(film_id).values()]
    order = story_order(tellings, catalogue.inverted(film_id))
    placed = [event for event in order if event in by_event]
    unplaced = [event for event in by_event if event not in placed]
    return [(_most_told(by_event[event]), tuple(by_event[event])) for event in (*placed, *unplaced)]


def _most_told(facts: Sequence[Fact]) -> Entity:
    """Return the place that most witnesses name, and among those the one that is named first."""
    by_witness = sorted(facts, key=lambda fact: (-fact.witnesses, -len(fact.attestations)))
    return next(fact.entity for fact in by_witness if fact.entity is not None)


def _entries(events: Iterable[tuple[Fact, ...]]) -> tuple[Entry, ...]:
    return tuple(Entry(facts, lead=facts[0].subject.name, style=Style.LEAD) for facts in events)


def _places_without_events(
    catalogue: Catalogue, film: Entity, happenings: Iterable[Happening]
) -> tuple[Entry, ...]:
    named = {fact.entity for _, facts in happenings for fact in facts}
    return tuple(
        Entry((fact,))
        for fact in catalogue.facts(subject=film.id, property="place")
        if fact.entity not in named
    )


def _in_place(catalogue: Catalogue, place: Entity) -> list[Section]:
    """Return the events in a place and within it, film by film; of a film that only names it, that."""
    places = [one.id for one in catalogue.entities("place")]
    inner = {one for one in places if one == place.id or catalogue.within(one, place.id)}
    films = dict.fromkeys(
        fact.film
        for one in inner
        for prop in ("where", "place")
        for fact in catalogue.facts(value=one, property=prop)
    )
    sections = []
    for film in sorted((film for film in films if film is not None), key=lambda id_: _age(catalogue, id_)):
        events = [
            facts
            for _, facts in _happenings(catalogue, film)
            if any(fact.entity is not None and fact.entity.id in inner for fact in facts)
        ]
        named = [
            Entry((fact,))
            for one in sorted(inner)
            for fact in catalogue.facts(subject=film, property="place", value=one)
        ]
        sections.append(Section(catalogue.entity(film), _entries(events) or tuple(named)))
    return sections


def _age(catalogue: Catalogue, film_id: str) -> tuple[int, str]:
    return catalogue.entity(film_id).year or 0, film_id

"""What happens where and with whom: a film's events in the order of its story, and those of a place or a being."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.story import story_order
from bot.cards.facts.values import Entry, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from questions.catalogue import Catalogue, Entity, Fact

Happening = tuple["Entity", tuple["Fact", ...]]
"""A place, and the facts that say where one event happens."""


def in_order(catalogue: Catalogue, film_id: str, events: Collection[str]) -> list[str]:
    """Return the ids of a film's events in the order of the story; those that no telling orders come last."""
    tellings = [[event.id for event in told] for told in catalogue.story(film_id).values()]
    order = story_order(tellings, catalogue.inverted(film_id))
    placed = [event for event in order if event in events]
    return [*placed, *(event for event in events if event not in placed)]


def happenings(catalogue: Catalogue, film_id: str) -> list[Happening]:
    """Return what happens where in a film, in the order of the story."""
    by_event: dict[str, list[Fact]] = {}
    for fact in catalogue.facts(film=film_id, property="where"):
        by_event.setdefault(fact.subject.id, []).append(fact)
    ordered = in_order(catalogue, film_id, by_event)
    return [(_most_told(by_event[event]), tuple(by_event[event])) for event in ordered]


def _most_told(facts: Sequence[Fact]) -> Entity:
    """Return the place that most witnesses name, and among those the one that is named first."""
    by_witness = sorted(facts, key=lambda fact: (-fact.witnesses, -len(fact.attestations)))
    return next(fact.entity for fact in by_witness if fact.entity is not None)


def of_films(catalogue: Catalogue, facts: Iterable[Fact]) -> dict[Entity, list[Fact]]:
    """Return the films that facts are from, the oldest first, with the facts of each."""
    found: dict[Entity, list[Fact]] = {}
    for fact in facts:
        if fact.film is not None:
            found.setdefault(catalogue.entity(fact.film), []).append(fact)
    return dict(sorted(found.items(), key=lambda item: (item[0].year or 0, item[0].id)))


def by_film(catalogue: Catalogue, facts: Iterable[Fact], lead: Callable[[Fact], str]) -> tuple[Entry, ...]:
    """Return an entry for each fact, the oldest film first, that reads as `lead` has it."""
    return tuple(
        Entry((fact,), lead=lead(fact), style=Style.LEAD)
        for of_film in of_films(catalogue, facts).values()
        for fact in of_film
    )

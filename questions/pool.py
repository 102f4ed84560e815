"""What there is to ask about: the settled facts of a property, and the entities that stand in them."""

from __future__ import annotations

from functools import lru_cache

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue

CACHED = 512


@lru_cache(maxsize=CACHED)
def facts_of(catalogue: Catalogue, name: str) -> tuple[Fact, ...]:
    """Return all settled facts of a property."""
    return tuple(fact for fact in catalogue.facts(property=name) if fact.settled)


def film_of(fact: Fact) -> str:
    """Return the id of the film a fact is about, or in which its subject stands."""
    return fact.subject.film or fact.subject.id


@lru_cache(maxsize=CACHED)
def facts_within(catalogue: Catalogue, name: str, scope: str | None) -> tuple[Fact, ...]:
    """Return the settled facts of a property about the films of a scope, or about what happens in them."""
    films = {film.id for film in catalogue.films(scope)}
    return tuple(fact for fact in facts_of(catalogue, name) if film_of(fact) in films)


@lru_cache(maxsize=CACHED)
def films_reached(catalogue: Catalogue, name: str, scope: str | None) -> int:
    """Return how many films of a scope a property is known of."""
    return len({film_of(fact) for fact in facts_within(catalogue, name, scope)})


@lru_cache(maxsize=CACHED)
def values_of(catalogue: Catalogue, name: str) -> tuple[Entity, ...]:
    """Return the entities that are a value of this property somewhere, each once: choices of one type and role."""
    found = {fact.entity.id: fact.entity for fact in facts_of(catalogue, name) if fact.entity is not None}
    return tuple(entity for entity in found.values() if not entity.unnamed)


@lru_cache(maxsize=CACHED)
def subjects_of(catalogue: Catalogue, name: str) -> tuple[Entity, ...]:
    """Return the films with files of their own of which this property is known; series are no films."""
    found = {fact.subject.id: fact.subject for fact in facts_of(catalogue, name)}
    return tuple(entity for entity in found.values() if entity.own and entity.form == "film")


@lru_cache(maxsize=CACHED)
def cities(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the cities of the catalogue, best known first; a part of a city (its centre, a ward) is none of its own."""
    named = [place for place in catalogue.entities("place") if place.kind == "city" and not place.unnamed]
    return tuple(city for city in named if not any(catalogue.within(city.id, other.id) for other in named))


def settled_list(catalogue: Catalogue, subject: str, name: str) -> list[Fact]:
    """Return all that is known of a subject's property, or nothing where any of it is disputed or doubted."""
    known = catalogue.facts(subject=subject, property=name)
    return known if all(fact.settled for fact in known) else []

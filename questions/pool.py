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
    """Return the cities in which something happens or which a film shows, best known first."""
    return tuple(place for place in catalogue.entities("place") if place.kind == "city" and not place.unnamed)


def settled_list(catalogue: Catalogue, subject: str, name: str) -> list[Fact]:
    """Return all that is known of a subject's property, or nothing where any of it is disputed or doubted."""
    known = catalogue.facts(subject=subject, property=name)
    return known if all(fact.settled for fact in known) else []

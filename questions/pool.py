"""What there is to ask about: the settled facts of a property, and the entities that stand in them."""

from __future__ import annotations

from functools import lru_cache

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue

CACHED = 512
SAME_AGE = 15
"""Years between two films whose people could have been in each other's."""

ENOUGH = 8
"""So many candidates leave a choice of fame on both sides."""


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
    """Return the real cities of the catalogue, best known first; a part of one (its centre, a ward) is none of its own."""
    places = (place for place in catalogue.entities("place") if place.kind == "city")
    named = [place for place in places if not place.unnamed and not place.fictional]
    return tuple(city for city in named if not any(catalogue.within(city.id, other.id) for other in named))


def settled_list(catalogue: Catalogue, subject: str, name: str) -> list[Fact]:
    """Return all that is known of a subject's property, or nothing where any of it is disputed or doubted."""
    known = catalogue.facts(subject=subject, property=name)
    return known if all(fact.settled for fact in known) else []


@lru_cache(maxsize=CACHED)
def release_years(catalogue: Catalogue, film: str) -> frozenset[str]:
    """Return the years in which a film came out anywhere, in any way, as far as any source tells."""
    released = [fact.value[:4] for fact in catalogue.facts(subject=film, property="release")]
    discs = [fact.entity.id for fact in catalogue.facts(subject=film, property="home_video") if fact.entity]
    published = [
        fact.value[:4] for disc in discs for fact in catalogue.facts(subject=disc, property="published")
    ]
    return frozenset((*released, *published))


@lru_cache(maxsize=CACHED)
def contemporaries(catalogue: Catalogue, name: str, film: str) -> tuple[Entity, ...]:
    """Return the values of a property in films of about the same time; all of them where those are too few.

    A wrong choice from another age gives itself away (predicate O5: within 15 years of the film).
    """
    year = catalogue.entity(film).year
    everyone = values_of(catalogue, name)
    if year is None:
        return everyone
    near = {
        fact.entity.id
        for fact in facts_of(catalogue, name)
        if fact.entity is not None and abs((fact.subject.year or year) - year) <= SAME_AGE
    }
    kept = tuple(entity for entity in everyone if entity.id in near)
    return kept if len(kept) >= ENOUGH else everyone

"""What there is to ask about: the settled facts of a property, and the entities that stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import ENGLISH, PHRASES, Catalogue
from questions.claim import Claim, refuted
from questions.properties import PROPERTIES

CACHED = 512
SAME_AGE = 15
"""Years between two films whose people could have been in each other's."""

LEADING = 10
"""So many parts from the head of a cast are worth asking about."""

ENOUGH = 8
"""So many candidates leave a choice of fame on both sides."""


@lru_cache(maxsize=CACHED)
def facts_of(catalogue: Catalogue, name: str) -> tuple[Fact, ...]:
    """Return all settled facts of a property; those that the catalogue's language has names for, if any are."""
    settled = tuple(fact for fact in catalogue.facts(property=name) if fact.settled)
    return tuple(fact for fact in settled if can_be_told(catalogue, fact)) or settled


def can_be_told(catalogue: Catalogue, fact: Fact) -> bool:
    """Return whether everybody and everything in a fact has a name in the catalogue's language."""
    role = catalogue.entity(str(fact.qualifiers["as"])) if "as" in fact.qualifiers else None
    return all(one is None or has_name(catalogue, one) for one in (fact.subject, fact.entity, role))


@lru_cache(maxsize=CACHED)
def leading(catalogue: Catalogue, film: str, name: str) -> frozenset[str]:
    """Return the ids of the facts of a film's cast that stand at its head: who is seen for a moment is nobody's guess."""
    return frozenset(fact.id for fact in catalogue.facts(subject=film, property=name)[:LEADING])


def is_leading(catalogue: Catalogue, fact: Fact) -> bool:
    """Return whether a fact is about a leading part, or about no part at all."""
    return "billed" not in PROPERTIES[fact.property].qualifiers or fact.id in leading(
        catalogue, fact.subject.id, fact.property
    )


def has_name(catalogue: Catalogue, entity: Entity) -> bool:
    """Return whether an entity has a name in the catalogue's language: letters and sounds of another are no name."""
    if catalogue.language == ENGLISH or entity.type in PHRASES:
        return True
    return bool(catalogue.names(entity.id, catalogue.language))


def film_of(fact: Fact) -> str:
    """Return the id of the film a fact is about, or in which its subject stands."""
    return fact.subject.film or fact.subject.id


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
    places = (
        place for place in catalogue.entities("place") if place.kind == "city" and has_name(catalogue, place)
    )
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


@lru_cache(maxsize=CACHED)
def series_mates(catalogue: Catalogue, film: str) -> frozenset[str]:
    """Return the ids of the films that share a series with a film."""
    found = (frozenset(one.id for one in catalogue.films(series.id)) for series in catalogue.series())
    return frozenset(one for members in found if film in members for one in members)


def plausible(catalogue: Catalogue, fact: Fact, candidates: Iterable[Entity]) -> list[Entity]:
    """Return the candidates for a fact's value: of its type, and where it is a film's neighbour, of its series."""
    key = fact.entity
    found = [one for one in candidates if key is not None and one.type == key.type and one != fact.subject]
    mates = series_mates(catalogue, fact.subject.id) if key is not None and key.type == "film" else None
    return [one for one in found if not mates or one.id in mates]


@lru_cache(maxsize=CACHED)
def dated_alike(catalogue: Catalogue, name: str, country: str, kind: str) -> tuple[Fact, ...]:
    """Return the films' dates of one country and kind, known to the day, of films that have no second one there."""
    dates: dict[str, list[Fact]] = {}
    for fact in facts_of(catalogue, name):
        alike = fact.qualifiers.get("country") == country and fact.qualifiers.get("kind") == kind
        if alike and fact.subject.own and fact.subject.form == "film":
            dates.setdefault(fact.subject.id, []).append(fact)
    day = len("1996-07-13")
    return tuple(found[0] for found in dates.values() if len(found) == 1 and len(found[0].value) == day)


@lru_cache(maxsize=CACHED)
def release_span(catalogue: Catalogue, film: str) -> tuple[str, str]:
    """Return the first and the last date on which any source lets a film come out in its own country."""
    dates = catalogue.facts(subject=film, property="release")
    home = dates[0].qualifiers.get("country") if dates else None
    known = [fact.value for fact in dates if fact.qualifiers.get("country") == home and is_showing(fact)]
    return (min(known), max(f"{value}-99" for value in known)) if known else ("", "9999")


def is_showing(fact: Fact) -> bool:
    """Return whether a release is a first showing, no disc and no stream."""
    return fact.qualifiers.get("kind") in ("cinema", "television", "festival", None)


@lru_cache(maxsize=CACHED)
def people_of(catalogue: Catalogue, film: str, parts: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of everybody who has one of these parts in a film, as far as any source tells."""
    found = (fact for part in parts for fact in catalogue.facts(subject=film, property=part))
    return frozenset(
        fact.entity.id for fact in found if fact.entity is not None and fact.entity.type == "person"
    )


@lru_cache(maxsize=CACHED)
def shared_films(catalogue: Catalogue, person: str, parts: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return a settled fact for each film with a file of its own in which a person has one of these parts."""
    found = (fact for part in parts for fact in catalogue.facts(value=person, property=part) if fact.settled)
    films = {fact.subject.id: fact for fact in found if fact.subject.own and fact.subject.form == "film"}
    return tuple(films.values())


@lru_cache(maxsize=CACHED)
def told_before(catalogue: Catalogue, film: str) -> dict[str, tuple[str, ...]]:
    """Return for each event of a film the events that some passage tells after it and none before it, by id."""
    inverted = catalogue.inverted(film)
    after: dict[str, dict[str, None]] = {}
    for order in catalogue.story(film).values():
        for place, event in enumerate(order):
            later = (other.id for other in order[place + 1 :])
            after.setdefault(event.id, {}).update(
                dict.fromkeys(other for other in later if frozenset((event.id, other)) not in inverted)
            )
    return {event: tuple(later) for event, later in after.items()}


def title_words(title: str) -> list[str]:
    """Return the words of a title."""
    return [word for word in title.replace(":", " ").split() if any(letter.isalpha() for letter in word)]


def accounts_of(catalogue: Catalogue, fact: Fact) -> list[Fact]:
    """Return a disputed fact and its rivals, each value once; nothing where it is not disputed or a value is doubted."""
    if fact.difference != "dispute":
        return []
    every = [fact, *(catalogue.fact(other) for other in fact.disputed_with)]
    if any(one.difference != "dispute" for one in every):
        return []
    values = {(one.entity.id if one.entity else one.value): one for one in reversed(every)}
    return [fact, *(one for one in values.values() if one != fact)] if len(values) == len(every) else []


@lru_cache(maxsize=4 * CACHED)
def possible_films(catalogue: Catalogue, name: str, value: str) -> frozenset[str]:
    """Return the ids of the films of which a value is known, or may be for all the sources tell."""
    return frozenset(
        film.id for film in catalogue.films() if refuted(catalogue, Claim(film.id, name, value)) is None
    )


@lru_cache(maxsize=CACHED)
def disputes_of(catalogue: Catalogue, name: str) -> tuple[Fact, ...]:
    """Return all disputed facts of a property."""
    return tuple(fact for fact in catalogue.facts(property=name) if fact.difference == "dispute")

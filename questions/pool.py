"""What there is to ask about: the settled facts of a property, and the entities that stand in them."""

from __future__ import annotations

from functools import lru_cache
from random import Random

from questions import standing
from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue
from questions.catalogue.spellings import KEY_LENGTH
from questions.fold import fold
from questions.properties import PROPERTIES
from questions.property import ENTITY_TYPES
from questions.search.index import LAST, Index, listed
from questions.sharing import sharing, some_of
from questions.standing import Field

CACHED = 512
SAME_AGE = 15
"""Years between two films whose people could have been in each other's."""

SOME = 16
"""Films that share a value of which so many at most are looked at."""

LEADING = 6
"""So many parts from the head of a cast are worth asking about."""

ENOUGH = 8
"""So many candidates leave a choice of fame on both sides."""


def can_be_told(catalogue: Catalogue, fact: Fact) -> bool:
    """Return whether everybody and everything in a fact has a name in the catalogue's language."""
    role = catalogue.entity(str(fact.qualifiers["as"])) if "as" in fact.qualifiers else None
    return all(one is None or has_name(catalogue, one) for one in (fact.subject, fact.entity, role))


@lru_cache(maxsize=CACHED)
def leading(catalogue: Catalogue, film: str, name: str, most: int) -> frozenset[str]:
    """Return the ids of the facts of a film's cast that stand at its head: who is seen for a moment is nobody's guess."""
    found = catalogue.rows(
        "SELECT id FROM fact WHERE subject = ? AND property = ? ORDER BY n LIMIT ?",
        catalogue.number(film),
        name,
        most,
    )
    return frozenset(fact for (fact,) in found)


def is_leading(catalogue: Catalogue, fact: Fact, most: int = LEADING) -> bool:
    """Return whether a fact is about one of so many leading parts, or about no part at all."""
    return "billed" not in PROPERTIES[fact.property].qualifiers or fact.id in leading(
        catalogue, fact.subject.id, fact.property, most
    )


def has_name(catalogue: Catalogue, entity: Entity) -> bool:
    """Return whether an entity has a name in the catalogue's language: letters and sounds of another are no name."""
    return catalogue.has_name(entity)


def film_of(fact: Fact) -> str:
    """Return the id of the film a fact is about, or in which its subject stands."""
    return fact.subject.film or fact.subject.id


def subjects_of(catalogue: Catalogue, name: str, beside: Entity, year: int | None = None) -> Field:
    """Return the films whose list of this property is settled and whole, of about the same time where a year is given.

    They are of the library if the film is beside which they are shown, else of imports.
    """
    known = standing.subjects(catalogue.connection, name, imported=beside.pack is not None)
    return Field(catalogue, standing.around_year(known, year, SAME_AGE))


def subjects_between(catalogue: Catalogue, name: str, beside: Entity, first: int, last: int) -> Field:
    """Return the films of some years, fit to be shown beside one, whose list of this property is settled and whole."""
    known = standing.subjects(catalogue.connection, name, imported=beside.pack is not None)
    within = (places for year, places in known.items() if year is not None and first <= year <= last)
    return Field(catalogue, within)


@lru_cache(maxsize=CACHED)
def cities(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the real cities of the catalogue, best known first; a part of one (its centre, a ward) is none of its own."""
    found = catalogue.rows(
        "SELECT n FROM entity WHERE type = 'place' AND kind = 'city' AND NOT unnamed AND NOT fictional "
        "ORDER BY popularity DESC, id"
    )
    places = (catalogue.numbered(number) for (number,) in found)
    named = {place.id: place for place in places if has_name(catalogue, place)}
    nested = catalogue.rows(
        "SELECT place.id, city.id FROM within JOIN entity AS place ON place.n = within.n "
        "JOIN entity AS city ON city.n = within.outer WHERE place.kind = 'city' AND city.kind = 'city'"
    )
    parts = {inner for inner, outer in nested if outer in named}
    return tuple(city for city in named.values() if city.id not in parts)


@lru_cache(maxsize=CACHED)
def compatriots(catalogue: Catalogue, city: Entity) -> tuple[Entity, ...]:
    """Return the cities of a city's country, or those of no known country where its own is not known.

    Paris beside three cities of Japan is no choice.
    """
    home = countries(catalogue, city)
    return tuple(other for other in cities(catalogue) if countries(catalogue, other) == home)


def countries(catalogue: Catalogue, place: Entity) -> frozenset[str]:
    """Return the ids of the countries in which a place lies."""
    return frozenset(one for one in catalogue.around(place.id) if catalogue.entity(one).kind == "country")


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


def contemporaries(catalogue: Catalogue, name: str, film: Entity, kind: str) -> Field:
    """Return the values of a property and type in films of about the same time; all of them where those are too few.

    A wrong choice from another age gives itself away (predicate O5: within 15 years of the film).
    """
    known = standing.values(catalogue.connection, name, kind, imported=film.pack is not None)
    near = Field(catalogue, standing.around_year(known, film.year, SAME_AGE))
    return near if near.has(ENOUGH) else Field(catalogue, known.values())


@lru_cache(maxsize=16 * CACHED)
def middle_year(catalogue: Catalogue, entity_id: str) -> float | None:
    """Return the mean year of the films that somebody or something stands in, or None where none has a year."""
    found = catalogue.rows("SELECT year FROM middle WHERE n = ?", catalogue.number(entity_id))
    return None if not found or found[0][0] is None else float(found[0][0])


@lru_cache(maxsize=16 * CACHED)
def sounds_like(catalogue: Catalogue, person: str) -> tuple[bool, bool]:
    """Return whether somebody's name sounds Japanese, and whether it sounds like a woman's, or else a part of hers does."""
    found = catalogue.rows("SELECT japanese, woman FROM sound WHERE n = ?", catalogue.number(person))
    return (bool(found[0][0]), bool(found[0][1])) if found else (False, False)


@lru_cache(maxsize=CACHED)
def in_films(catalogue: Catalogue, entity_id: str, most: int) -> int:
    """Return in how many films somebody or something stands, `most` at most."""
    found = catalogue.rows(
        "SELECT DISTINCT subject FROM fact WHERE entity = ? LIMIT ?", catalogue.number(entity_id), most
    )
    return len(found)


def sound_alike(catalogue: Catalogue, person: Entity, other: Entity, part: bool = False) -> bool:
    """Return whether two people's names are both Japanese, or neither, and for a part both a woman's, or neither.

    It is true of whoever is no person.
    """
    if person.type != "person" or other.type != "person":
        return True
    one, two = (sounds_like(catalogue, who.id) for who in (person, other))
    return one == two if part else one[0] == two[0]


def dated_alike(catalogue: Catalogue, key: Fact, country: str, kind: str, years: tuple[int, int]) -> Field:
    """Return films to be shown beside a dated one, with one date of a country and kind, to the day, of some years."""
    imported = key.subject.pack is not None
    known = standing.dated(catalogue.connection, key.property, country, kind, imported=imported)
    within = (places for year, places in known.items() if year is not None and years[0] <= year <= years[1])
    return Field(catalogue, within)


def some_facts(catalogue: Catalogue, name: str, value: Entity, rng: Random) -> list[Fact]:
    """Return settled facts of films with files of their own that have a value, by chance, some of them where many do."""
    return list(some_of(catalogue, [sharing(catalogue, name, value.id)], rng, SOME))


@lru_cache(maxsize=CACHED)
def series_mates(catalogue: Catalogue, film: str) -> frozenset[str]:
    """Return the ids of the films that share a series with a film."""
    found = catalogue.rows(
        "SELECT DISTINCT id FROM member AS own JOIN member AS other ON other.series = own.series "
        "JOIN entity ON entity.n = other.film WHERE own.film = ?",
        catalogue.number(film),
    )
    return frozenset(mate for (mate,) in found)


@lru_cache(maxsize=CACHED)
def titles_with(catalogue: Catalogue, text: str, most: int) -> int:
    """Return how many films have a title with these words in it, `most` at most."""
    return len(Index(catalogue, ("film",)).some(fold(text), most * 4)) if fold(text) else 0


@lru_cache(maxsize=CACHED)
def films_named(catalogue: Catalogue, word: str, most: int) -> int:
    """Return how many films with files of their own have a title in which something begins with a word, `most` at most."""
    key = fold(word)[:KEY_LENGTH]
    found = catalogue.rows(
        "SELECT DISTINCT word.n FROM word JOIN seat ON seat.n = word.n "
        "WHERE type = ? AND word >= ? AND word < ? LIMIT ?",
        ENTITY_TYPES.index("film"),
        key,
        key + LAST,
        most,
    )
    return len(found) if key else 0


def home_release(catalogue: Catalogue, film: str) -> str | None:
    """Return the country of the release that is told of a film before all others, or None where none is."""
    dates = catalogue.facts(subject=film, property="release")
    return str(dates[0].qualifiers["country"]) if dates and "country" in dates[0].qualifiers else None


@lru_cache(maxsize=CACHED)
def release_span(catalogue: Catalogue, film: str) -> tuple[str, str]:
    """Return the first and the last date on which any source lets a film come out in its own country."""
    dates = catalogue.facts(subject=film, property="release")
    home = home_release(catalogue, film)
    known = [fact.value for fact in dates if fact.qualifiers.get("country") == home and is_showing(fact)]
    return (min(known), max(f"{value}-99" for value in known)) if known else ("", "9999")


def is_showing(fact: Fact) -> bool:
    """Return whether a release is a first showing, no disc and no stream."""
    return fact.qualifiers.get("kind") in ("cinema", "television", "festival", None)


@lru_cache(maxsize=CACHED)
def people_of(catalogue: Catalogue, film: str, parts: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of everybody who has one of these parts in a film, as far as any source tells."""
    found = catalogue.rows(
        "SELECT DISTINCT person.id FROM fact JOIN entity AS person ON person.n = fact.entity "
        "WHERE subject = ? AND property IN (SELECT value FROM json_each(?)) AND person.type = 'person'",
        catalogue.number(film),
        listed(parts),
    )
    return frozenset(person for (person,) in found)


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

"""What a player might take for what: people of one time and likely names, films of one country and not of one season."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue
from questions.pool import SAME_AGE, home_release, in_films, middle_year, series_mates, sound_alike
from questions.standing import films_held

CACHED = 512
HALF_A_YEAR = 180
"""So many days lie between films that are put in order; August or November is nobody's memory."""

FEW = 30
"""Films of a library that is too small to choose in: hardly anybody made two, and hardly two are of one time."""

OFTEN = 2


def could_be(catalogue: Catalogue, fact: Fact, key: Entity, other: Entity) -> bool:
    """Return whether somebody might take another for a fact's value: of its series or its time, and of a like name."""
    in_time = key.type != "person" or is_of_the_time(catalogue, other, fact.subject.year)
    part = "as" in fact.qualifiers
    return in_time and is_plausible(catalogue, fact, other) and sound_alike(catalogue, key, other, part)


def is_plausible(catalogue: Catalogue, fact: Fact, candidate: Entity) -> bool:
    """Return whether somebody might take a candidate for a fact's value: a film's neighbour is of its series."""
    if candidate == fact.subject:
        return False
    if candidate.type != "film":
        return True
    mates = series_mates(catalogue, fact.subject.id)
    return not mates or candidate.id in mates


def is_of_the_time(catalogue: Catalogue, entity: Entity, year: int | None) -> bool:
    """Return whether somebody's films are of about a year: a dubbing of 1965 is not by a voice of today."""
    middle = middle_year(catalogue, entity.id) if films_held(catalogue.connection) > FEW else None
    return year is None or middle is None or abs(middle - year) <= SAME_AGE + SAME_AGE / 2


def days_apart(one: str, other: str) -> int:
    """Return how many days lie between two days."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def made_one_film(catalogue: Catalogue, person: Entity) -> bool:
    """Return whether of many films one is somebody's: they may be recognised, and are written down by nobody."""
    return films_held(catalogue.connection) > FEW and in_films(catalogue, person.id, OFTEN) < OFTEN


@lru_cache(maxsize=CACHED)
def home_of(catalogue: Catalogue, film: str) -> str | None:
    """Return the country that a film is from: the first it is said to be made in, else that of its first release."""
    made = catalogue.facts(subject=film, property="country")
    return made[0].value if made else home_release(catalogue, film)


def is_at_home(catalogue: Catalogue, release: Fact) -> bool:
    """Return whether a film was released where it is from: in which order films went abroad is nobody's memory."""
    return release.qualifiers.get("country") == home_of(catalogue, release.subject.id)

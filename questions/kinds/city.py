"""In which city does this happen."""

from __future__ import annotations

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.claim import Claim, disputed_against, refuted
from questions.distractors import choose
from questions.draft import Ask, Choice, Draft, about, shuffled
from questions.pool import cities, compatriots
from questions.properties import PROPERTIES
from questions.property import Property
from questions.telling import label
from questions.wording import N_, words_for

KIND = "city"
LABEL = N_("Cities")
HERE = N_("It happens in {city}.")
AT = N_("It happens here: {place}.")
WITHIN = N_("It happens here: {place}, in {city}.")


def ways(prop: Property) -> tuple[str, ...]:
    """Return "city" for a property of events whose value is a place."""
    return (
        ("city",)
        if prop.of == ("event",) and prop.types == ("place",) and prop.wording and prop.wording.asks
        else ()
    )


def ask(asked: Ask) -> Draft | None:
    """Return a question about where an event happens, or None where its country has too few others."""
    event, catalogue = asked.fact.subject, asked.catalogue
    wording = PROPERTIES[asked.fact.property].wording
    city = city_of(catalogue, asked.fact.entity)
    if city is None or event.film is None or wording is None or not is_plainest(asked, city):
        return None
    taboo = {city.id, *disputed_against(catalogue, event.film, asked.fact.property, city.id)}
    overlapping = taboo.union(*(catalogue.inside(one) | catalogue.around(one) for one in taboo))
    apart = [other for other in compatriots(catalogue, city) if other.id not in overlapping]
    wrong = choose(
        city,
        apart,
        lambda other: refuted(catalogue, Claim(event.id, asked.fact.property, other.id), asked.language),
        asked.above,
        asked.rng,
    )
    if wrong is None:
        return None
    choices = [Choice(city.name, Claim(event.id, asked.fact.property, city.id), city)]
    choices += [
        Choice(d.entity.name, Claim(event.id, asked.fact.property, d.entity.id), d.entity, d.wrong)
        for d in wrong
    ]
    told = words_for(asked.language).gettext(event.name)
    fields = {"film": label(catalogue.entity(event.film)), "subject": told}
    stem, shown = asked.rng.choice(wording.asks), shuffled(choices, asked.rng)
    return about(asked, KIND, stem, fields, shown, explanation=explained(asked, city))


def explained(asked: Ask, city: Entity) -> str:
    """Return where the event happens, and that this is in the city where another place is named."""
    place = asked.fact.entity
    if place is None or place == city:
        return words_for(asked.language).gettext(HERE).format(city=city.name)
    said = AT if city.name in place.name else WITHIN
    return words_for(asked.language).gettext(said).format(place=place.name, city=city.name)


def city_of(catalogue: Catalogue, place: Entity | None) -> Entity | None:
    """Return the city that a place is or lies in, or None."""
    if place is None:
        return None
    around = {place.id, *catalogue.around(place.id)}
    return next((city for city in cities(catalogue) if city.id in around), None)


def is_plainest(asked: Ask, city: Entity) -> bool:
    """Return whether no other account names the city itself, or names it first: one event is one question."""
    told = asked.catalogue.facts(subject=asked.fact.subject.id, property=asked.fact.property)
    alike = [fact for fact in told if city_of(asked.catalogue, fact.entity) == city]
    plainest = min(alike, key=lambda fact: fact.entity != city)
    return plainest.id == asked.fact.id

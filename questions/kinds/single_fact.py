"""One fact, asked both ways: who directed this film, and which of these films did they direct."""

from __future__ import annotations

from questions.catalogue.model import Entity
from questions.claim import Claim, grounds, refuted
from questions.distractors import choose, evenly
from questions.draft import Ask, Choice, Draft, about, shuffled
from questions.plausible import could_be, home_of
from questions.pool import (
    ENOUGH,
    contemporaries,
    middle_year,
    series_mates,
    settled_list,
    subjects_of,
)
from questions.properties import PROPERTIES
from questions.property import Property
from questions.telling import label as with_year
from questions.wording import N_

KIND = "single_fact"
LABEL = N_("People, monsters and companies")


def ways(prop: Property) -> tuple[str, ...]:
    """Return "value" and "subject" for a property of films whose values are entities without a role."""
    if prop.wording is None or not prop.holds_entities or prop.role or prop.of != ("film",):
        return ()
    value = ("value",) if prop.wording.asks or prop.wording.asks_one_of else ()
    return (*value, "subject") if prop.wording.inverse else value


def ask(asked: Ask) -> Draft | None:
    """Return a question about the fact, or None where its list is open or too few wrong choices can be proved."""
    return about_value(asked) if asked.way == "value" else about_subject(asked)


def label(asked: Ask, entity: Entity) -> str:
    """Return an entity's name; of films with their years, but where the question is which film comes next."""
    orders = PROPERTIES[asked.fact.property].types == ("film",)
    return entity.name if orders else with_year(entity)


def about_value(asked: Ask) -> Draft | None:
    """Return a question whose choices are values: people, companies, monsters, films."""
    fact, catalogue = asked.fact, asked.catalogue
    key = fact.entity
    known = settled_list(catalogue, fact.subject.id, fact.property)
    wording = PROPERTIES[fact.property].wording
    if key is None or wording is None or not grounds(catalogue, claim_of(asked, fact.subject, key), known):
        return None
    stems = wording.asks if len(known) == 1 else wording.asks_one_of
    wrong = choose(
        key,
        contemporaries(catalogue, fact.property, fact.subject, key.type),
        lambda entity: (
            refuted(catalogue, claim_of(asked, fact.subject, entity), asked.language)
            if could_be(catalogue, fact, key, entity)
            else None
        ),
        asked.above,
        asked.rng,
        even=evenly(lambda entity: middle_year(catalogue, entity.id), asked.seed, asked.above),
    )
    if not stems or wrong is None:
        return None
    choices = [Choice(label(asked, key), claim_of(asked, fact.subject, key), key)]
    choices += [
        Choice(label(asked, d.entity), claim_of(asked, fact.subject, d.entity), d.entity, d.wrong)
        for d in wrong
    ]
    fields = {"subject": label(asked, fact.subject)}
    return about(asked, KIND, asked.rng.choice(stems), fields, shuffled(choices, asked.rng))


def about_subject(asked: Ask) -> Draft | None:
    """Return a question whose choices are films."""
    fact, catalogue = asked.fact, asked.catalogue
    value = fact.entity
    wording = PROPERTIES[fact.property].wording
    if value is None or wording is None or fact.subject.form != "film":
        return None
    mates = series_mates(catalogue, value.id) if value.type == "film" else None
    near = subjects_of(catalogue, fact.property, fact.subject, None if mates else fact.subject.year)
    home = home_of(catalogue, fact.subject.id)
    wrong = choose(
        fact.subject,
        near if near.has(ENOUGH) else subjects_of(catalogue, fact.property, fact.subject),
        lambda film: (
            refuted(catalogue, claim_of(asked, film, value), asked.language)
            if (film.id in mates if mates else home_of(catalogue, film.id) == home)
            else None
        ),
        asked.above,
        asked.rng,
        # Films of another age or country would tell whose the one in the middle is.
        even=None if mates else evenly(lambda film: film.year, asked.seed, asked.above),
    )
    if wrong is None:
        return None
    choices = [Choice(label(asked, fact.subject), claim_of(asked, fact.subject, value), fact.subject)]
    choices += [
        Choice(label(asked, d.entity), claim_of(asked, d.entity, value), d.entity, d.wrong) for d in wrong
    ]
    fields = {"value": label(asked, value)}
    return about(asked, KIND, asked.rng.choice(wording.inverse), fields, shuffled(choices, asked.rng))


def claim_of(asked: Ask, film: Entity, value: Entity) -> Claim:
    """Return the claim that a film has a value for the property asked about."""
    return Claim(film.id, asked.fact.property, value.id)

"""Who or what is it, written down instead of chosen: who directed this film, who plays this character."""

from __future__ import annotations

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue
from questions.claim import Claim, grounds
from questions.draft import Answered, Ask, Choice, Draft, about
from questions.plausible import made_one_film
from questions.pool import is_leading, settled_list
from questions.properties import PROPERTIES
from questions.property import Property
from questions.question import Form
from questions.telling import label
from questions.wording import N_

KIND = "typed"
LABEL = N_("Written answers")
FORM = Form.TYPED
STARS = 3
"""Of a cast, so many from the top are known by name."""


def ways(prop: Property) -> tuple[str, ...]:
    """Return "name" for a property of films whose values are entities, "role" where they stand in a role."""
    if prop.wording is None or not prop.holds_entities or prop.of != ("film",) or not prop.wording.asks:
        return ()
    if prop.familiar < 1:
        return ()  # who recorded the sound may be recognised among four, and is written down by nobody
    return ("role",) if prop.role else ("name",)


def ask(asked: Ask) -> Draft | None:
    """Return a question about the fact, or None where more than one answer may be right."""
    fact, catalogue = asked.fact, asked.catalogue
    wording = PROPERTIES[fact.property].wording
    key = fact.entity
    if (
        key is None
        or key.unnamed
        or not is_leading(catalogue, fact, STARS)
        or wording is None
        or fact.subject.form != "film"
    ):
        return None
    role = catalogue.entity(str(fact.qualifiers["as"])) if asked.way == "role" else None
    if role is not None and (role.unnamed or is_dubbed(catalogue, fact, role)):
        return None
    case = {"as": role.id} if role else {}
    known = (
        catalogue.facts(subject=fact.subject.id, property=fact.property, role=role.id)
        if role
        else settled_list(catalogue, fact.subject.id, fact.property)
    )
    claim = Claim(fact.subject.id, fact.property, key.id, case)
    if len(known) != 1 or not grounds(catalogue, claim, known):
        return None
    if key.type == "person" and made_one_film(catalogue, key):
        return None
    fields = {"subject": label(fact.subject), "role": role.name if role else ""}
    choices = (Choice(key.name, claim, key),)
    return about(asked, KIND, asked.rng.choice(wording.asks), fields, choices, answered=Answered(Form.TYPED))


def is_dubbed(catalogue: Catalogue, fact: Fact, role: Entity) -> bool:
    """Return whether a voice is lent to somebody who is seen: few know who speaks for a foreign actor."""
    seen = fact.property != "cast" and catalogue.facts(subject=fact.subject.id, property="cast", role=role.id)
    return bool(seen)

"""Who plays this character, and which character does this actor play."""

from __future__ import annotations

from questions.bearers import is_womans_part
from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.claim import Claim, refuted
from questions.distractors import WINDOW, choose, evenly
from questions.draft import Ask, Choice, Draft, about, shuffled
from questions.pool import ENOUGH, contemporaries, has_name, is_leading, middle_year, sounds_like
from questions.properties import PROPERTIES
from questions.property import Property
from questions.standing import Field
from questions.telling import label
from questions.wording import N_

KIND = "who_played"
LABEL = N_("Who plays whom")

LOOKED_AT = 4 * WINDOW
"""So many people on either side of an actor's fame are looked at, at most, for names that sound like the actor's."""


def ways(prop: Property) -> tuple[str, ...]:
    """Return "actor" and "role" for a property whose values stand in a role."""
    if prop.wording is None or not prop.role or not prop.holds_entities:
        return ()
    return (("actor",) if prop.wording.asks else ()) + (("role",) if prop.wording.inverse else ())


def ask(asked: Ask) -> Draft | None:
    """Return a question about the fact, or None where the role has no name or too few wrong choices are provable."""
    role = asked.catalogue.entity(str(asked.fact.qualifiers["as"]))
    actor = asked.fact.entity
    if role.unnamed or actor is None or not is_leading(asked.catalogue, asked.fact):
        return None
    return about_actor(asked, actor, role) if asked.way == "actor" else about_role(asked, actor, role)


def about_actor(asked: Ask, actor: Entity, role: Entity) -> Draft | None:
    """Return a question whose choices are actors."""
    known = asked.catalogue.facts(subject=asked.fact.subject.id, property=asked.fact.property, role=role.id)
    if len(known) != 1:  # "who plays" asks for one; a role of several actors has more than one right answer
        return None
    wrong = choose(
        actor,
        beside(asked, actor),
        lambda person: refuted(asked.catalogue, claim_of(asked, person, role), asked.language),
        asked.above,
        asked.rng,
        even=evenly(lambda person: middle_year(asked.catalogue, person.id), asked.seed, asked.above),
    )
    if wrong is None:
        return None
    choices = [Choice(actor.name, claim_of(asked, actor, role), actor)]
    choices += [Choice(d.entity.name, claim_of(asked, d.entity, role), d.entity, d.wrong) for d in wrong]
    return drafted(asked, actor, role, choices)


def beside(asked: Ask, actor: Entity) -> Field | list[Entity]:
    """Return who could have been in the film, nearest in fame; of people those whose names sound like the actor's.

    Three men's names give away who played Miss Namikawa, three Japanese names who played Commander Glenn.
    """
    field = contemporaries(asked.catalogue, asked.fact.property, asked.fact.subject, actor.type)
    if actor.type != "person":
        return field
    own = sounds_like(asked.catalogue, actor.id)
    alike: list[list[Entity]] = []
    for looked_at in (WINDOW, LOOKED_AT):  # farther off only where the nearest are too few
        sides = field.around(actor, looked_at)
        alike = [[one for one in side if sounds_like(asked.catalogue, one.id) == own] for side in sides]
        if all(len(side) >= ENOUGH for side in alike):
            break
    return [person for side in alike for person in side[:WINDOW]]


def about_role(asked: Ask, actor: Entity, role: Entity) -> Draft | None:
    """Return a question whose choices are characters (or monsters) of the same film."""
    fact, catalogue = asked.fact, asked.catalogue
    roles = (
        str(other.qualifiers["as"])
        for other in catalogue.facts(subject=fact.subject.id, property=fact.property)
    )
    others = [catalogue.entity(other) for other in dict.fromkeys(roles)]
    candidates = [
        other
        for other in others
        if other.type == role.type and not other.unnamed and has_name(catalogue, other)
    ]
    wrong = choose(
        role,
        candidates,
        lambda other: refuted(catalogue, claim_of(asked, actor, other), asked.language),
        asked.above,
        asked.rng,
        even=evenly(lambda other: len(other.name), asked.seed, asked.above),  # leads have full names
    )
    if wrong is None or stands_alone(catalogue, actor, role, [d.entity for d in wrong]):
        return None
    choices = [Choice(role.name, claim_of(asked, actor, role), role)]
    choices += [Choice(d.entity.name, claim_of(asked, actor, d.entity), d.entity, d.wrong) for d in wrong]
    return drafted(asked, actor, role, choices)


def stands_alone(catalogue: Catalogue, actor: Entity, role: Entity, others: list[Entity]) -> bool:
    """Return whether a part is the only woman's, or the only one that is not, by their names and the actor's."""
    english = catalogue.spoken("en")
    own, *rest = (is_womans_part(english.entity(part.id).name) for part in (role, *others))
    if own is None and actor.type == "person":
        own = sounds_like(catalogue, actor.id)[1] or None
    return not any(rest) if own else own is False and all(rest)


def claim_of(asked: Ask, actor: Entity, role: Entity) -> Claim:
    """Return the claim that an actor plays a role in the film asked about."""
    return Claim(asked.fact.subject.id, asked.fact.property, actor.id, {"as": role.id})


def drafted(asked: Ask, actor: Entity, role: Entity, choices: list[Choice]) -> Draft | None:
    """Return the draft with its stem filled in and its choices shuffled."""
    wording = PROPERTIES[asked.fact.property].wording
    if wording is None:
        return None
    stem = asked.rng.choice(wording.asks if asked.way == "actor" else wording.inverse)
    fields = {"subject": label(asked.fact.subject), "role": role.name, "value": actor.name}
    return about(asked, KIND, stem, fields, shuffled(choices, asked.rng))

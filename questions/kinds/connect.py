"""Who worked on both of two films: anybody who did is right."""

from __future__ import annotations

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue
from questions.claim import Claim
from questions.draft import Answered, Ask, Choice, Draft, about
from questions.pool import can_be_told, has_name, is_leading, people_of
from questions.properties import PROPERTIES
from questions.property import Property
from questions.question import Form
from questions.sharing import one_career, shared_films
from questions.telling import in_a_row, label, listed, together
from questions.wording import N_, words_for

KIND = "connect"
LABEL = N_("Who connects two films")
FORM = Form.TYPED
MOST_RIGHT = 3
TRIED = 24
"""Films of a person that are tried for the other one."""

SHARE = 0.6
STEM = N_("Producers aside, who worked on both {film} and {other}? Name one person.")
OTHERS = N_("Also right: {names}.")
PARTS = ("director", "writer", "composer", "cast", "effects_director", "suit_actor")
"""The parts of whom is asked about; a common assistant is nobody's guess, and a studio's producer is everybody's."""

LEADING = (*PARTS, "starring", "voice_actor", "narrator")
"""The parts that come to a player's mind: of all who had one of these in both films, three at most are right."""

ASIDE = ("producer", "executive_producer", "review")
WORKED = tuple(
    name
    for name, prop in PROPERTIES.items()
    if "film" in prop.of and "person" in prop.types and name not in ASIDE
)
"""Whatever somebody may have done for both films to be right."""


def ways(prop: Property) -> tuple[str, ...]:
    """Return "both" for what people do on a film that a player could know."""
    return ("both",) if prop.name in PARTS else ()


def ask(asked: Ask) -> Draft | None:
    """Return a question about the fact's person and another film of theirs, or None where too many are right."""
    fact, catalogue = asked.fact, asked.catalogue
    person, film = fact.entity, fact.subject
    if (
        person is None
        or not is_leading(catalogue, fact)
        or has_no_part(catalogue, fact)
        or person.type != "person"
        or film.form != "film"
        or not film.own
    ):
        return None
    for other in shared_films(catalogue, person.id, PARTS, asked.rng, TRIED):
        if other.subject == film:
            continue
        leading = in_both(catalogue, film, other.subject, LEADING)
        told = (
            is_leading(catalogue, other)
            and can_be_told(catalogue, other)
            and not has_no_part(catalogue, other)
            and all(has_name(catalogue, one) for one in leading)
        )
        asked_about = in_both(catalogue, film, other.subject, PARTS)
        sure = all(surely_one(catalogue, one, film, other.subject) for one in asked_about)
        if len(leading) <= MOST_RIGHT and told and sure:
            right = dict.fromkeys((person, *leading, *in_both(catalogue, film, other.subject, WORKED)))
            return drafted(asked, other, list(right), len(leading))
    return None


def in_both(catalogue: Catalogue, film: Entity, other: Entity, parts: tuple[str, ...]) -> list[Entity]:
    """Return everybody who had one of some parts in one film and in the other."""
    common = people_of(catalogue, film.id, parts) & people_of(catalogue, other.id, parts)
    return [catalogue.entity(one) for one in sorted(common)]


def surely_one(catalogue: Catalogue, person: Entity, film: Entity, other: Entity) -> bool:
    """Return whether it is one person who worked on two films: a name alone must do the same work in one career."""
    if not catalogue.by_name_alone(person):
        return True
    done, also = (
        {fact.property for fact in catalogue.facts(subject=one.id, value=person.id)} for one in (film, other)
    )
    return bool(done & also & set(PARTS)) and one_career(catalogue, person, film, other)


def has_no_part(catalogue: Catalogue, fact: Fact) -> bool:
    """Return whether somebody's part in a film has no name: who is a policeman there connects it with nothing."""
    return "as" in fact.qualifiers and catalogue.entity(str(fact.qualifiers["as"])).unnamed


def drafted(asked: Ask, other: Fact, right: list[Entity], leading: int) -> Draft:
    """Return the draft; everybody who is right is accepted, and the leading ones, who come first, are told afterwards."""
    fact, catalogue = asked.fact, asked.catalogue
    person = right[0]
    explanation = together(catalogue, (fact, other), asked.language)
    others = [one.name for one in right[1:leading]]
    if others:
        told = words_for(asked.language).gettext(OTHERS)
        also = told.format(names=listed(others, asked.language))
        explanation = in_a_row((explanation, also), asked.language)
    claim = Claim(fact.subject.id, fact.property, person.id, dict(fact.qualifiers))
    how = Answered(Form.TYPED, also=tuple(right[1:]))
    fields = {"film": label(fact.subject), "other": label(other.subject)}
    return about(
        asked,
        KIND,
        STEM,
        fields,
        (Choice(person.name, claim, person),),
        facts=(fact, other),
        explanation=explanation,
        answered=how,
    )

"""Claims: what a choice would say if it were picked, and how the catalogue bears it out or proves it wrong."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from questions.catalogue.model import Fact
from questions.catalogue.reading import Catalogue
from questions.fold import squash
from questions.properties import PROPERTIES
from questions.record import Plain
from questions.telling import listed, statement
from questions.wording import N_, words_for

CACHED = 8192
MOST_NAMED = 4
"""So many members of a list are named in a reason; a longer list is told by its length."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That a subject's property has a value, in a case given by qualifiers; entities are given by id."""

    subject: str
    property: str
    value: str
    case: Mapping[str, Plain] = field(default_factory=dict)

    @builtins.property
    def role(self) -> str | None:
        """Return the id of the character or monster the claim is about, if any."""
        return str(self.case["as"]) if "as" in self.case else None


@dataclass(frozen=True, slots=True)
class Refutation:
    """Why a claim is wrong, in a sentence, and the ids of the passages that make it so."""

    because: str
    sources: tuple[str, ...]


def facts_of_case(catalogue: Catalogue, claim: Claim) -> list[Fact]:
    """Return what is known of the claim's subject and property in its case."""
    prop = PROPERTIES[claim.property]
    known = catalogue.facts(subject=claim.subject, property=claim.property)
    told_apart = prop.one_per or ()
    return [fact for fact in known if all(agrees(fact, claim, name) for name in told_apart)]


def agrees(fact: Fact, claim: Claim, name: str) -> bool:
    """Return whether a fact speaks of the claim's case, as far as it says."""
    return name not in fact.qualifiers or name not in claim.case or fact.qualifiers[name] == claim.case[name]


def is_value(catalogue: Catalogue, fact: Fact, claim: Claim) -> bool:
    """Return whether a fact's value is the claimed one, or cannot be told from it: part of it, or called the same."""
    if fact.entity is None:
        return same_text(PROPERTIES[claim.property].types[0], fact.value, claim.value)
    if catalogue.overlap(fact.entity.id, claim.value):
        return True
    return not called(catalogue, fact.entity.id).isdisjoint(called(catalogue, claim.value))


@lru_cache(maxsize=CACHED)
def called(catalogue: Catalogue, entity_id: str) -> frozenset[str]:
    """Return every spelling of an entity's name, folded."""
    return frozenset(squash(name) for name in catalogue.names(entity_id))


def same_text(kind: str, one: str, other: str) -> bool:
    """Return whether two plain values are one, or one date lies within the other."""
    if kind == "date":
        return one.startswith(other) or other.startswith(one)
    return squash(one) == squash(other)


def asserted(catalogue: Catalogue, claim: Claim) -> list[Fact]:
    """Return the facts that bear a claim out, settled or not."""
    return [fact for fact in facts_of_case(catalogue, claim) if is_value(catalogue, fact, claim)]


def refuted(catalogue: Catalogue, claim: Claim, language: str = "en") -> Refutation | None:
    """Return why a claim is provably wrong, or None where it may be true for all the sources tell.

    A list must be whole for its property or role; a property with one value must have a settled one.
    """
    known = facts_of_case(catalogue, claim)
    if not known or not all(fact.settled for fact in known):
        return None
    passages = grounds(catalogue, claim, known)  # before the names are compared: most lists are open
    if not passages or any(is_value(catalogue, fact, claim) for fact in known):
        return None
    return Refutation(reason(catalogue, claim, known, language), passages)


def grounds(catalogue: Catalogue, claim: Claim, known: list[Fact]) -> tuple[str, ...]:
    """Return the passages by which nothing else is true in the claim's case; none where the list is open."""
    prop = PROPERTIES[claim.property]
    if prop.one_per is not None and claim.role is None and not prop.several:
        if prop.holds_entities and catalogue.is_opened(claim.subject, claim.property):
            return ()
        return tuple(dict.fromkeys(source.id for fact in known for source in fact.sources))
    return catalogue.closed_by(claim.subject, claim.property, claim.role) or ()


def reason(catalogue: Catalogue, claim: Claim, known: list[Fact], language: str) -> str:
    """Return what is true instead, in a sentence."""
    words = words_for(language)
    if len(known) == 1 or PROPERTIES[claim.property].one_per == ():
        return statement(catalogue, known[0], language)
    names = list(dict.fromkeys(fact.entity.name if fact.entity else fact.value for fact in known))
    label = words.gettext(PROPERTIES[claim.property].label)
    if claim.role is not None:
        label = f"{label} ({catalogue.entity(claim.role).name})"
    fields = {"subject": known[0].subject.name, "label": label}
    if len(names) > MOST_NAMED:
        text = words.gettext(
            N_("For {subject}, the sources name {count} as “{label}”, and this is none of them.")
        )
        return text.format(count=len(names), **fields)
    text = words.gettext(N_("For {subject}, the sources name only {names} as “{label}”."))
    return text.format(names=listed(names, language), **fields)


def disputed_against(catalogue: Catalogue, film: str, name: str, value: str) -> set[str]:
    """Return the ids of entities that stand against a value in a dispute about this property anywhere in the film.

    Two accounts that place one event in Sendai and in Sapporo make neither a wrong choice for the other.
    """
    rivals: set[str] = set()
    for fact in catalogue.facts(film=film, property=name):
        if fact.settled or fact.entity is None or not catalogue.overlap(fact.entity.id, value):
            continue
        others = (catalogue.fact(other).entity for other in fact.disputed_with)
        rivals.update(other.id for other in others if other is not None)
    return rivals

"""Is this right: a fact, or the same sentence with another value that is provably wrong."""

from __future__ import annotations

from dataclasses import replace

from questions.catalogue.model import Entity
from questions.claim import Claim, Refutation, facts_of_case, grounds, refuted
from questions.distractors import choose
from questions.draft import Ask, Choice, Draft, about
from questions.plausible import could_be
from questions.pool import contemporaries, is_leading
from questions.property import Property
from questions.telling import statement
from questions.wording import N_, words_for

KIND = "true_or_false"
LABEL = N_("True or false")
STEM = N_("Is this right? {statement}")
RIGHT, WRONG = N_("True"), N_("False")


def ways(prop: Property) -> tuple[str, ...]:
    """Return "sentence" for a property of films whose values are entities and that can be asked about at all."""
    asked = prop.wording is not None and bool(prop.wording.asks or prop.wording.asks_one_of)
    return ("sentence",) if asked and prop.holds_entities and prop.of == ("film",) else ()


def ask(asked: Ask) -> Draft | None:
    """Return the fact's sentence to be judged, true or false by an even chance; None where no false one is provable."""
    fact, catalogue = asked.fact, asked.catalogue
    role = fact.qualifiers.get("as")
    if (
        fact.entity is None
        or not is_leading(catalogue, fact)
        or (role is not None and catalogue.entity(str(role)).unnamed)
    ):
        return None
    other = wrong_value(asked, fact.entity)
    if other is None:
        return None
    shown, is_true = fact.entity, asked.rng.random() < 0.5
    refutation = other[1]
    if is_true:
        refutation = Refutation(statement(catalogue, fact, asked.language), tuple(s.id for s in fact.sources))
    else:
        shown = other[0]
    return drafted(asked, shown, is_true, refutation)


def wrong_value(asked: Ask, key: Entity) -> tuple[Entity, Refutation] | None:
    """Return a value of the same type that is provably wrong here, and why."""
    fact, catalogue = asked.fact, asked.catalogue
    case = {"as": fact.qualifiers["as"]} if "as" in fact.qualifiers else {}
    known = facts_of_case(catalogue, Claim(fact.subject.id, fact.property, key.id, case))
    if not grounds(catalogue, Claim(fact.subject.id, fact.property, key.id, case), known):
        return None
    found = choose(
        key,
        contemporaries(catalogue, fact.property, fact.subject, key.type),
        lambda entity: (
            refuted(catalogue, Claim(fact.subject.id, fact.property, entity.id, case), asked.language)
            if could_be(catalogue, fact, key, entity)
            else None
        ),
        asked.above % 2,
        asked.rng,
        wanted=1,
    )
    return (found[0].entity, found[0].wrong) if found else None


def drafted(asked: Ask, shown: Entity, is_true: bool, refutation: Refutation) -> Draft:
    """Return the draft: the sentence about the value shown, with the choices True and False in that order."""
    fact, catalogue = asked.fact, asked.catalogue
    words = words_for(asked.language)
    sentence = statement(catalogue, replace(fact, entity=shown, value=shown.name), asked.language)
    case = {"as": fact.qualifiers["as"]} if "as" in fact.qualifiers else {}
    claim = Claim(fact.subject.id, fact.property, shown.id, case)
    choices = (
        Choice(words.gettext(RIGHT), claim, wrong=None if is_true else refutation),
        Choice(words.gettext(WRONG), claim, wrong=refutation if is_true else None),
    )
    told = "" if is_true else refutation.because
    return about(asked, KIND, STEM, {"statement": sentence}, choices, explanation=told)

"""Which of these happens first in a film; only where no account tells it the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from questions.catalogue.model import Entity, Fact
from questions.claim import Claim, Refutation
from questions.distractors import WANTED, Even, by_look
from questions.draft import Ask, Choice, Draft, about, shuffled
from questions.pool import told_before
from questions.property import Property
from questions.telling import label
from questions.wording import N_, words_for

KIND = "what_first"
LABEL = N_("What happens first")
CHOICES = 3
"""Of four, too few films tell of three longer ones after the first: it would be the longest too often."""

LONGEST = 100
"""Characters of an event that can still be read on a button's card."""

PLACED = re.compile(
    r"\b(first|second|last|final|again|starts?|begins?|ends?|later|before|after|until|then|finally|once more)\b"
    r"|最初|度目|た後|の後|さらに|ついに|最後|初めて|2度目|第2|最終|決着|再び|すぐ後|直後|その後|そのあと|やがて|始ま|結局|終わ|とどめ|まで",
    re.IGNORECASE,
)
"""Words by which an event says itself when it happens."""

STEM = N_("In {film}, which of these happens first?")
LATER = N_("“{event}” happens later.")
FIRST = N_("“{event}” comes before the others.")


def ways(prop: Property) -> tuple[str, ...]:
    """Return "first" for what happens in an event."""
    return ("first",) if prop.name == "what" else ()


def ask(asked: Ask) -> Draft | None:
    """Return a question about the event, or else about another of its film, or None where too few are told after any.

    Were only the event itself tried, what is told at most length would be found more easily, and be asked more often.
    """
    film, what = asked.fact.subject.film or "", asked.fact.property
    told = [fact for fact in asked.catalogue.facts(film=film, property=what) if fact.settled]
    others = (fact for fact in asked.rng.sample(told, len(told)) if fact != asked.fact)
    drafts = (about_event(replace(asked, fact=fact)) for fact in (asked.fact, *others))
    return next((draft for draft in drafts if draft is not None), None)


def about_event(asked: Ask) -> Draft | None:
    """Return a question about the event and later ones of its film, or None where too few are told after it."""
    event, catalogue = asked.fact.subject, asked.catalogue
    if event.film is None or len(event.name) > LONGEST or PLACED.search(event.name):
        return None
    after = told_before(catalogue, event.film).get(event.id, ())
    later = [catalogue.entity(one) for one in after]
    later = [
        one
        for one in later
        if one.name != event.name and len(one.name) <= LONGEST and not PLACED.search(one.name)
    ]
    others = of_all_lengths(asked, event, later)
    if others is None:
        return None
    words = words_for(asked.language)
    facts = [asked.fact, *(what for one in others if (what := account(asked, one)) is not None)]
    if len(facts) != len(others) + 1:
        return None
    choices = [Choice(capital(event.name), claim_of(asked.fact), event)]
    for one, fact in zip(others, facts[1:], strict=True):
        because = words.gettext(LATER).format(event=one.name)
        wrong = Refutation(because, tuple(source.id for source in fact.sources))
        choices.append(Choice(capital(one.name), claim_of(fact), one, wrong, fact))
    return about(
        asked,
        KIND,
        STEM,
        {"film": label(catalogue.entity(event.film))},
        shuffled(choices, asked.rng),
        facts=tuple(facts),
        explanation=words.gettext(FIRST).format(event=capital(event.name)),
    )


def of_all_lengths(asked: Ask, event: Entity, later: list[Entity]) -> list[Entity] | None:
    """Return two later events, as many of them told at more length than the first as chance has drawn, or None.

    What opens a film is told at length. The chance hangs on the seed, not on the try: else what is found more easily came
    more often. One of the picker's four ranks, which mean nothing to events, holds another, lest nothing be asked.
    """
    chance = Random(f"{KIND} {asked.seed}")
    first, second, _ = chance.sample(range(CHOICES), CHOICES)
    longer = second if asked.above == chance.randrange(WANTED + 1) else first
    beyond, others = by_look(later, Even(lambda one: len(one.name), longer), len(event.name), asked.rng)
    shorter = CHOICES - 1 - longer
    if len(beyond) < longer or len(others) < shorter:
        return None
    return [*asked.rng.sample(beyond, longer), *asked.rng.sample(others, shorter)]


def account(asked: Ask, event: Entity) -> Fact | None:
    """Return the settled account of an event, or None."""
    told: Sequence[Fact] = asked.catalogue.facts(subject=event.id, property="what")
    return next((fact for fact in told if fact.settled), None)


def claim_of(fact: Fact) -> Claim:
    """Return the claim that something happens."""
    return Claim(fact.subject.id, fact.property, fact.value)


def capital(text: str) -> str:
    """Return a clause as it stands by itself, with a capital letter."""
    return text[:1].upper() + text[1:]

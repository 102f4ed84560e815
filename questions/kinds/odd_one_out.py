"""Three films have something in common that the fourth has not."""

from __future__ import annotations

from questions.catalogue.model import Entity, Fact
from questions.claim import Claim, Refutation, refuted
from questions.distractors import by_fame
from questions.draft import Ask, Choice, Draft, about, shuffled
from questions.fold import squash
from questions.pool import SAME_AGE, facts_of, settled_list, subjects_of
from questions.proof.cues import telling_words
from questions.properties import PROPERTIES
from questions.property import Property
from questions.telling import label, statement
from questions.wording import N_

KIND = "odd_one_out"
LABEL = N_("The odd one out")
OTHERS = 3
SAME_DAYS = 5
"""Years from one of the three within which the odd one is looked for first: its age would give it away."""

MOST_TITLES = 3
"""A monster in more titles than that has a series of its own, and is known to be in it."""

NEAR = 40
"""Films that are tried for the odd one, those nearest in fame first."""


def ways(prop: Property) -> tuple[str, ...]:
    """Return "odd" for a property of films that says how to ask for what they share."""
    asked = prop.wording is not None and bool(prop.wording.alike)
    return ("odd",) if asked and prop.holds_entities and prop.of == ("film",) and not prop.role else ()


def ask(asked: Ask) -> Draft | None:
    """Return a question whose answer is a film that lacks the fact's value, or None where none provably does."""
    fact, catalogue = asked.fact, asked.catalogue
    wording = PROPERTIES[fact.property].wording
    if fact.entity is None or wording is None or fact.subject.form != "film":
        return None
    names = catalogue.names(fact.entity.id)
    if sum(stands_in(fact.entity.name, film.name) for film in catalogue.films()) > MOST_TITLES:
        return None
    sharing = [
        other
        for other in facts_of(catalogue, fact.property)
        if other.entity == fact.entity
        and other.subject.form == "film"
        and other.subject.own
        and not any(stands_in(name, other.subject.name) for name in names)
    ]
    sharing = [other for other in sharing if settled_list(catalogue, other.subject.id, fact.property)]
    if fact not in sharing or len(sharing) < OTHERS:
        return None
    rest = [other for other in sharing if other != fact]
    near = [other for other in rest if years_apart(other.subject, [fact]) <= SAME_AGE]
    three = [fact, *asked.rng.sample(near if len(near) >= OTHERS - 1 else rest, OTHERS - 1)]
    odd = odd_film(asked, fact.entity, three)
    if odd is None:
        return None
    return drafted(asked, wording.alike, three, odd)


def odd_film(asked: Ask, value: Entity, three: list[Fact]) -> tuple[Entity, Claim] | None:
    """Return a film that provably lacks the value, as many of the three more famous as was drawn, and that claim."""
    catalogue = asked.catalogue
    films = [film for film in subjects_of(catalogue, asked.fact.property) if film.own]
    fame = sorted(other.subject.popularity for other in three)
    above = asked.above
    low = fame[OTHERS - 1 - above] if above < OTHERS else float("-inf")
    high = fame[OTHERS - above] if above else float("inf")
    fits = (
        [film for film in films if low <= film.popularity <= high]
        if above < OTHERS
        else [film for film in films if film.popularity <= fame[0]]
    )
    shown = {other.subject.name for other in three}
    more, less = by_fame(three[0].subject, fits, asked.rng)
    nearest = [*more[: NEAR // 2], *less[: NEAR // 2]]
    of_the_time = [film for film in nearest if years_apart(film, three) <= SAME_AGE]
    for film in sorted(of_the_time, key=lambda one: years_apart(one, three) > SAME_DAYS):
        if stands_out(film.name, [other.subject.name for other in three]):
            continue
        claim = Claim(film.id, asked.fact.property, value.id)
        if film.name not in shown and refuted(catalogue, claim, asked.language) is not None:
            return film, claim
    return None


def stands_in(name: str, title: str) -> bool:
    """Return whether a title names the value itself: Mothra is no secret of Mothra vs. Godzilla."""
    return squash(name) in squash(title)


def stands_out(title: str, others: list[str]) -> bool:
    """Return whether the others' titles share a word that this one has not: the one film without Gamera is no riddle."""
    shared = set.intersection(*(telling_words(other) for other in others))
    return bool(shared - telling_words(title))


def years_apart(film: Entity, three: list[Fact]) -> int:
    """Return how many years a film lies from the nearest of three."""
    return min(abs((film.year or 0) - (fact.subject.year or 0)) for fact in three)


def drafted(asked: Ask, stems: tuple[str, ...], three: list[Fact], odd: tuple[Entity, Claim]) -> Draft:
    """Return the draft; what the three share is told once it is over."""
    catalogue, name = asked.catalogue, asked.fact.property
    film, claim = odd
    own = settled_list(catalogue, film.id, name)
    lacking = refuted(catalogue, claim, asked.language)
    told = lacking.because if lacking else ""
    choices = [
        Choice(label(film), Claim(film.id, name, own[0].entity.id if own and own[0].entity else ""), film)
    ]
    for fact in three:
        sources = tuple(source.id for source in fact.sources)
        because = Refutation(statement(catalogue, fact, asked.language), sources)
        choices.append(Choice(label(fact.subject), claim_of(fact), fact.subject, because))
    explanation = " ".join((*(statement(catalogue, fact, asked.language) for fact in three), told))
    return about(
        asked,
        KIND,
        asked.rng.choice(stems),
        {},
        shuffled(choices, asked.rng),
        facts=(*own[:1], *three),
        explanation=explanation,
    )


def claim_of(fact: Fact) -> Claim:
    """Return the claim that a fact makes."""
    return Claim(fact.subject.id, fact.property, fact.entity.id if fact.entity else fact.value)

"""Three films have something in common that the fourth has not."""

from __future__ import annotations

from random import Random

from questions.catalogue.model import Entity, Fact
from questions.claim import Claim, Refutation, refuted
from questions.draft import Ask, Choice, Draft, about, shuffled
from questions.fold import squash
from questions.pool import settled_list, some_facts, subjects_between, subjects_of, titles_with
from questions.proof.cues import telling_words
from questions.properties import PROPERTIES
from questions.property import Property
from questions.sharing import one_career
from questions.standing import MOST
from questions.telling import in_a_row, label, statement, together
from questions.wording import N_

KIND = "odd_one_out"
LABEL = N_("The odd one out")
OTHERS = 3
TRIPLES = 6
LEAST_FILMS = 8
"""Films whose list is whole; were there fewer, the answer would be one of these time and again."""

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
    if titles_with(catalogue, fact.entity.name, MOST_TITLES + 1) > MOST_TITLES:
        return None
    if any(stands_in(name, fact.subject.name) for name in names):
        return None
    sharing = some_facts(catalogue, fact.property, fact.entity, asked.rng)
    sharing = [other for other in sharing if not any(stands_in(name, other.subject.name) for name in names)]
    sharing = [other for other in sharing if settled_list(catalogue, other.subject.id, fact.property)]
    sharing = [other for other in sharing if one_career(catalogue, fact.entity, fact.subject, other.subject)]
    films = {other.subject.id: other for other in sharing if other.subject != fact.subject}
    others = list(films.values())
    enough = len(others) >= OTHERS - 1 and subjects_of(catalogue, fact.property, fact.subject).has(
        LEAST_FILMS
    )
    if not enough or not settled_list(catalogue, fact.subject.id, fact.property):
        return None
    for _ in range(TRIPLES):
        three = [fact, *asked.rng.sample(others, OTHERS - 1)]
        odd = odd_film(asked, fact.entity, three)
        if odd is not None:
            return drafted(asked, wording.alike, three, odd)
    return None


def odd_film(asked: Ask, value: Entity, three: list[Fact]) -> tuple[Entity, Claim] | None:
    """Return a film that provably lacks the value, as many of the three more famous as was drawn, and that claim."""
    catalogue = asked.catalogue
    films = subjects_between(catalogue, asked.fact.property, asked.fact.subject, *years_for(asked, three))
    places = sorted(films.place(other.subject) for other in three)
    above = asked.above
    low = places[above - 1] + 1 if above else 0
    high = places[above] if above < OTHERS else MOST
    shown = {other.subject.name for other in three}
    found = films.between(low, high, films.place(three[0].subject), NEAR)
    for film in asked.rng.sample(found, len(found)):  # the nearest of all would stand out by being near
        if stands_out(film.name, [other.subject.name for other in three]):
            continue
        claim = Claim(film.id, asked.fact.property, value.id)
        if film.name not in shown and refuted(catalogue, claim, asked.language) is not None:
            return film, claim
    return None


def years_for(asked: Ask, three: list[Fact]) -> tuple[int, int]:
    """Return the first and last year for the odd film, so that it is the oldest, the newest or between them by chance.

    Films of one director are of one time, and a film of another time would give itself away. The chance hangs on the
    question's seed, not on the try: else what is found more easily would be asked more often.
    """
    years = sorted(film.subject.year or 0 for film in three)
    older = Random(f"odd {asked.seed}").randrange(OTHERS + 1)
    beyond = max(1, years[-1] - years[0])
    first = years[older - 1] + 1 if older else years[0] - beyond
    last = years[older] - 1 if older < OTHERS else years[-1] + beyond
    return first, last


def stands_in(name: str, title: str) -> bool:
    """Return whether a title names the value itself: Mothra is no secret of Mothra vs. Godzilla."""
    return squash(name) in squash(title)


def stands_out(title: str, others: list[str]) -> bool:
    """Return whether the others' titles share a word that this one has not: the one film without Gamera is no riddle."""
    shared = set.intersection(*(telling_words(other) for other in others))
    return bool(shared - telling_words(title))


def drafted(asked: Ask, stems: tuple[str, ...], three: list[Fact], odd: tuple[Entity, Claim]) -> Draft:
    """Return the draft; what the three share is told once it is over."""
    catalogue, name = asked.catalogue, asked.fact.property
    film, claim = odd
    own = settled_list(catalogue, film.id, name)
    lacking = refuted(catalogue, claim, asked.language)
    told = lacking.because if lacking else ""
    shown = titles(asked, [film, *(fact.subject for fact in three)])
    choices = [
        Choice(shown[film.id], Claim(film.id, name, own[0].entity.id if own and own[0].entity else ""), film)
    ]
    for fact in three:
        sources = tuple(source.id for source in fact.sources)
        because = Refutation(statement(catalogue, fact, asked.language), sources)
        choices.append(Choice(shown[fact.subject.id], claim_of(fact), fact.subject, because))
    explanation = in_a_row((together(catalogue, three, asked.language), told), asked.language)
    return about(
        asked,
        KIND,
        asked.rng.choice(stems),
        {},
        shuffled(choices, asked.rng),
        facts=(*own[:1], *three),
        explanation=explanation,
    )


def titles(asked: Ask, films: list[Entity]) -> dict[str, str]:
    """Return how films are shown, by id: without their years, unless another film has one of these titles.

    The years of one director's films lie together, however the odd film's was drawn: whoever reads them need know nothing.
    """
    shared = any(asked.catalogue.alike(film.id, shown=True) for film in films)
    return {film.id: label(film) if shared else film.name for film in films}


def claim_of(fact: Fact) -> Claim:
    """Return the claim that a fact makes."""
    return Claim(fact.subject.id, fact.property, fact.entity.id if fact.entity else fact.value)

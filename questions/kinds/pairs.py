"""Four characters and four actors, or four films and four directors, to be brought together."""

from __future__ import annotations

from collections.abc import Iterator

from questions.catalogue.model import Fact
from questions.claim import Claim, refuted
from questions.draft import Answered, Ask, Choice, Draft, about
from questions.pool import can_be_told, is_leading, settled_list, sounds_like, subjects_of
from questions.property import Property
from questions.question import Form
from questions.telling import in_a_row, label, listed, statement
from questions.wording import N_, words_for

KIND = "pairs"
LABEL = N_("Find the pairs")
FORM = Form.PAIRS
COUNT = 4
TRIED = 60
"""Films that are tried for the other pairs, those nearest in fame."""

PLAYED = N_("In {film}: {pairs}.")
ROLES = N_("In {film}, who plays whom?")
CREDITS = {
    "director": N_("Who directed which of these films?"),
    "composer": N_("Who wrote the music for which of these films?"),
}


def ways(prop: Property) -> tuple[str, ...]:
    """Return "roles" for values that stand in a role, "films" for a credit of which a film mostly has one."""
    if prop.of != ("film",) or not prop.holds_entities or prop.wording is None or not prop.wording.asks:
        return ()
    if prop.role:
        return ("roles",) if prop.familiar == 1 else ()  # one in a suit may be known, never four
    return ("films",) if prop.name in CREDITS else ()


def ask(asked: Ask) -> Draft | None:
    """Return four pairs of which only one matching is right, the fact's among them, or None where there are too few."""
    fact = asked.fact
    if fact.entity is None or not fits(asked, fact):
        return None
    chosen = [fact]
    for other in others(asked):
        four = [*chosen, other]
        if len(four) == COUNT and one_stands_out(asked, four):
            continue
        if fits(asked, other) and all(stand_apart(asked, other, one) for one in chosen):
            chosen.append(other)
        if len(chosen) == COUNT:
            return drafted(asked, chosen)
    return None


def others(asked: Ask) -> Iterator[Fact]:
    """Yield facts for the other pairs in random order: of the film's other roles, or of other films."""
    fact, catalogue = asked.fact, asked.catalogue
    if asked.way == "roles":
        cast = catalogue.facts(subject=fact.subject.id, property=fact.property)
        told = [one for one in cast if one.settled]
        yield from asked.rng.sample(told, len(told))
        return
    films = subjects_of(catalogue, fact.property, fact.subject, fact.subject.year).nearest(
        fact.subject, TRIED
    )
    for film in asked.rng.sample(films, len(films)):
        yield settled_list(catalogue, film.id, fact.property)[0]


def fits(asked: Ask, fact: Fact) -> bool:
    """Return whether a fact is the only one of its role or film, between names."""
    catalogue = asked.catalogue
    if fact.entity is None or fact.entity.unnamed or not is_leading(catalogue, fact):
        return False
    if not can_be_told(catalogue, fact):
        return False
    if fact.subject.form != "film" or not fact.subject.own:
        return False
    if asked.way == "films":
        return len(settled_list(catalogue, fact.subject.id, fact.property)) == 1
    role = catalogue.entity(str(fact.qualifiers["as"]))
    known = catalogue.facts(subject=fact.subject.id, property=fact.property, role=role.id)
    return not role.unnamed and len(known) == 1


def stand_apart(asked: Ask, one: Fact, other: Fact) -> bool:
    """Return whether neither value is right, provably, where the other stands."""
    if one.entity is None or other.entity is None or one.entity == other.entity:
        return False
    crossed = ((one, other.entity.id), (other, one.entity.id))
    return all(refuted(asked.catalogue, claim_of(asked, fact, value)) is not None for fact, value in crossed)


def one_stands_out(asked: Ask, four: list[Fact]) -> bool:
    """Return whether one of the people alone is foreign, or in roles alone a woman or a man, as their names sound."""
    people = [fact.entity.id for fact in four if fact.entity and fact.entity.type == "person"]
    told = [sounds_like(asked.catalogue, person) for person in people]
    japanese, women = [one[0] for one in told], [one[1] for one in told if asked.way == "roles"]
    return any(marks.count(mark) == 1 for marks in (japanese, women) for mark in (True, False))


def claim_of(asked: Ask, fact: Fact, value: str) -> Claim:
    """Return the claim that a value stands where a fact's does."""
    case = {"as": fact.qualifiers["as"]} if asked.way == "roles" else {}
    return Claim(fact.subject.id, fact.property, value, case)


def drafted(asked: Ask, chosen: list[Fact]) -> Draft:
    """Return the draft: items in one random order, choices in another."""
    fact, catalogue = asked.fact, asked.catalogue
    items = asked.rng.sample(chosen, COUNT)
    shown = asked.rng.sample(chosen, COUNT)
    roles = asked.way == "roles"
    heads = tuple(
        catalogue.entity(str(one.qualifiers["as"])).name if roles else label(one.subject) for one in items
    )
    choices = [
        Choice(one.entity.name, claim_of(asked, one, one.entity.id), one.entity)
        for one in shown
        if one.entity
    ]
    return about(
        asked,
        KIND,
        ROLES if roles else CREDITS[fact.property],
        {"film": label(fact.subject)},
        choices,
        facts=(fact, *(one for one in items if one != fact)),
        explanation=explained(asked, items),
        answered=Answered(Form.PAIRS, order=tuple(shown.index(one) for one in items), items=heads),
    )


def explained(asked: Ask, items: list[Fact]) -> str:
    """Return who directed what, or who plays whom, the film named once."""
    if asked.way != "roles":
        return in_a_row((statement(asked.catalogue, one, asked.language) for one in items), asked.language)
    role = {one.id: asked.catalogue.entity(str(one.qualifiers["as"])).name for one in items}
    pairs = [f"{role[one.id]} – {one.entity.name}" for one in items if one.entity]
    told = words_for(asked.language).gettext(PLAYED)
    return told.format(film=asked.fact.subject.name, pairs=listed(pairs, asked.language))

"""A slow, plain reading of the facts: which of a question's choices are right, found without the code that asked it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from questions.catalogue import Catalogue, Entity, Fact
from questions.properties import PROPERTIES
from questions.property import Closes
from questions.question import Question
from questions.telling import label, statement, value

DAY = len("1996-07-13")


def right_choices(catalogue: Catalogue, question: Question) -> set[str]:
    """Return the choices that the facts, settled or not, make right."""
    fact = catalogue.fact(question.facts[0])
    return {choice for choice in question.choices or () if is_right(catalogue, question, fact, choice)}


def is_right(catalogue: Catalogue, question: Question, fact: Fact, choice: str) -> bool:
    """Return whether a choice is right, read by the question's kind."""
    known = catalogue.facts(subject=fact.subject.id, property=fact.property)
    match question.kind:
        case "true_or_false":
            told = any(statement(catalogue, other) in question.stem for other in known)
            return told is (choice == "True")
        case "city":
            return any(stands_for(catalogue, other.entity, choice) for other in known)
        case "odd_one_out" | "sources_differ" | "what_first":
            return is_right_among(catalogue, question, fact, choice)
        case "release" if choice.isdigit():
            return any(other.value.startswith(choice) for other in known if same_case(other, fact))
        case "release":
            return choice == earliest(catalogue, fact, question.choices or ())
        case "who_played" if question.answer == name_of(fact):
            role = fact.qualifiers["as"]
            return any(name_of(other) == choice for other in known if other.qualifiers.get("as") == role)
        case "who_played":
            roles = (other.qualifiers["as"] for other in known if other.entity == fact.entity)
            return choice in {catalogue.entity(str(role)).name for role in roles}
        case _ if question.answer in shown(fact.subject):
            alike = catalogue.facts(property=fact.property, value=fact.entity.id if fact.entity else None)
            return any(choice in shown(other.subject) for other in alike)
        case _:
            return any(choice in shown(other.entity) for other in known if other.entity)


def is_right_among(catalogue: Catalogue, question: Question, fact: Fact, choice: str) -> bool:
    """Return whether a choice is right where what makes it so is how it stands to the others."""
    match question.kind:
        case "odd_one_out":
            return is_odd(catalogue, question, fact.property, choice)
        case "sources_differ":
            return any(value(other) == choice for other in told_by_the_named(catalogue, question, fact))
        case _:
            return is_told_first(catalogue, question, choice)


def is_odd(catalogue: Catalogue, question: Question, name: str, choice: str) -> bool:
    """Return whether the other three films share a value that a film lacks."""
    others = set(question.choices or ()) - {choice}
    holders: dict[str, set[str]] = {}
    for fact in catalogue.facts(property=name):
        found = {*others, choice}.intersection(shown(fact.subject))
        holders.setdefault(name_of(fact), set()).update(found)
    return others in holders.values()


def told_by_the_named(catalogue: Catalogue, question: Question, fact: Fact) -> list[Fact]:
    """Return what the source that the stem names says of a fact's subject and property, in the fact's case."""
    known = catalogue.facts(subject=fact.subject.id, property=fact.property)
    alike = [
        other
        for other in known
        if same_case(other, fact) and other.qualifiers.get("in") == fact.qualifiers.get("in")
    ]
    named = max((what for other in alike for what in named_in(question, other)), key=len)
    return [other for other in alike if named in named_in(question, other)]


def named_in(question: Question, fact: Fact) -> list[str]:
    """Return which of a fact's sources, as they are called for people, stand in a stem."""
    return [source.what for source in fact.sources if source.what in question.stem]


def is_told_first(catalogue: Catalogue, question: Question, choice: str) -> bool:
    """Return whether the event of a choice is told before each of the others."""
    facts = (catalogue.fact(known) for known in question.facts)
    events = {event.name[:1].upper() + event.name[1:]: event.id for event in (fact.subject for fact in facts)}
    others = set(events) - {choice}
    return all(is_told_before(catalogue, question.film, events[choice], events[other]) for other in others)


def is_told_before(catalogue: Catalogue, film: str, one: str, other: str) -> bool:
    """Return whether a passage tells one event of a film before another, and none tells it after or along with it."""
    orders = [[event.id for event in order] for order in catalogue.story(film).values()]
    told = [order.index(one) < order.index(other) for order in orders if {one, other} <= set(order)]
    return any(told) and all(told) and frozenset((one, other)) not in catalogue.inverted(film)


def shown(entity: Entity) -> tuple[str, str]:
    """Return the ways in which a choice may show an entity: with its year and without."""
    return label(entity), entity.name


def stands_for(catalogue: Catalogue, place: Entity | None, choice: str) -> bool:
    """Return whether a place is of this name or lies within one that is."""
    named = [city for city in catalogue.entities("place") if city.name == choice]
    return place is not None and any(catalogue.overlap(place.id, city.id) for city in named)


def same_case(one: Fact, other: Fact) -> bool:
    """Return whether two releases are of one country and kind, as far as they say."""
    return all(
        one.qualifiers.get(name, other.qualifiers.get(name)) == other.qualifiers.get(name)
        for name in ("country", "kind")
    )


def earliest(catalogue: Catalogue, fact: Fact, films: Iterable[str]) -> str:
    """Return which of some films, by name, was released first in a fact's case."""
    dates = {
        other.subject.name: other.value
        for film in films
        for other in by_film(catalogue, fact.property).get(film, ())
        if other.subject.name in films and same_case(other, fact) and len(other.value) == DAY
    }
    return min(dates, key=lambda name: dates[name])


@lru_cache(maxsize=32)
def by_film(catalogue: Catalogue, name: str) -> dict[str, list[Fact]]:
    """Return all that is said of a property, by what its films are called in a question; read once, for many questions."""
    found: dict[str, list[Fact]] = {}
    for fact in catalogue.facts(property=name):
        for text in shown(fact.subject):
            found.setdefault(text, []).append(fact)
    return found


def name_of(fact: Fact) -> str:
    """Return the name of a fact's value."""
    return fact.entity.name if fact.entity else fact.value


def is_known_whole(catalogue: Catalogue, subject: str, name: str, case: Mapping[str, object]) -> bool:
    """Return whether what is not stated of a subject is false: settled, and one value, or a list that is whole."""
    prop = PROPERTIES[name]
    role = case.get("as")
    met = [(key, case[key]) for key in prop.one_per or () if key in case]
    stated = catalogue.facts(subject=subject, property=name)
    known = [fact for fact in stated if all(fact.qualifiers.get(key, given) == given for key, given in met)]
    if not known or not all(fact.settled for fact in known):
        return False
    if prop.one_per is not None and (role or not prop.several):
        return True
    lists = {
        source.id: {fact.id for fact in known if source in fact.sources}
        for fact in known
        for source in fact.sources
    }
    everything = {fact.id for fact in known}
    if prop.closes is Closes.WHEN_KNOWN:
        return all(listed == everything for listed in lists.values())
    return catalogue.is_closed(subject, name)

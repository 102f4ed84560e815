"""A slow, plain reading of the facts for answers that are written or put together: all that would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, permutations

from questions.catalogue import Catalogue, Entity, Fact
from questions.question import Question
from questions.telling import label, statement
from tests.questions.brute import is_known_whole, name_of, right_choices

Answer = str | tuple[str, ...]
ASIDE = ("producer", "executive_producer", "review")
"""What does not count as having worked on a film, where it is asked who connects two."""

SHOWN = ("cinema", "television", "festival", None)
"""Releases in which a film is shown for the first time."""

TITLE = re.compile(r"“(.*)＿＿＿(.*)” \((\d{4})\)")
CAME_OUT = re.compile(r"It came out in (?:the )?(\d{4})(s?)\.")


def right_answers(catalogue: Catalogue, question: Question) -> set[Answer]:
    """Return every answer that the facts, settled or not, make right."""
    fact = catalogue.fact(question.facts[0])
    match question.kind:
        case "typed":
            return {name_of(other) for other in in_its_role(catalogue, fact)}
        case "closest":
            return {other.value for other in of_its_sum(catalogue, fact)}
        case "cloze":
            return set(words_for_the_gap(catalogue, question.stem))
        case "connect":
            films = {catalogue.fact(known).subject.id for known in question.facts}
            return {person.name for person in who_worked_on(catalogue, films)}
        case "in_order":
            return {
                order
                for order in permutations(question.choices or ())
                if is_in_order(question, catalogue, order)
            }
        case "pairs":
            return {
                given
                for given in permutations(question.choices or ())
                if is_matching(question, catalogue, given)
            }
        case "who_am_i":
            return {film.name for film in films_left(catalogue, question, question.clues)}
        case _:
            return set(right_choices(catalogue, question))


def wanted_answers(catalogue: Catalogue, question: Question) -> set[Answer]:
    """Return every answer that the question itself takes for right."""
    return {catalogue.entity(right).name for right in question.answer_ids} or {question.answer}


def in_its_role(catalogue: Catalogue, fact: Fact) -> list[Fact]:
    """Return all that is known of a fact's subject and property, in its role where it has one."""
    known = catalogue.facts(subject=fact.subject.id, property=fact.property)
    return [other for other in known if other.qualifiers.get("as") == fact.qualifiers.get("as")]


def of_its_sum(catalogue: Catalogue, fact: Fact) -> list[Fact]:
    """Return the figures known of a fact's subject and property: of all versions, sums in its currency and measure."""
    known = catalogue.facts(subject=fact.subject.id, property=fact.property)
    return [
        other
        for other in known
        if all(other.qualifiers.get(name) == fact.qualifiers.get(name) for name in ("in", "measure"))
    ]


def words_for_the_gap(catalogue: Catalogue, stem: str) -> Iterable[str]:
    """Yield whatever fills the gap of a stem so that it is the title of a film of its year."""
    found = TITLE.search(stem)
    assert found is not None
    head, tail, year = found.groups()
    for film in catalogue.films():
        filled = re.fullmatch(f"{re.escape(head)}(.+){re.escape(tail)}", film.name)
        if filled and film.year == int(year):
            yield filled[1]


def who_worked_on(catalogue: Catalogue, films: Iterable[str]) -> set[Entity]:
    """Return the people on record for every one of some films, whatever they did there."""
    people = [
        {fact.entity for fact in catalogue.facts(subject=film) if fact.entity and fact.property not in ASIDE}
        for film in films
    ]
    return {person for person in set.intersection(*people) if person.type == "person"}


def days_of(catalogue: Catalogue, film: str) -> list[str]:
    """Return the dates of all showings of a film in its own country, a vague one as its first and its last day."""
    released = catalogue.facts(subject=film, property="release")
    home = [
        fact for fact in released if fact.qualifiers.get("country") == released[0].qualifiers.get("country")
    ]
    shown = [fact.value for fact in home if fact.qualifiers.get("kind") in SHOWN]
    return [day for date in shown for day in (f"{date}-01-01"[:10], f"{date}-12-31"[:10])]


def is_in_order(question: Question, catalogue: Catalogue, order: tuple[str, ...]) -> bool:
    """Return whether every showing of a film lies before every showing of the next."""
    films = {fact.subject.name: fact.subject.id for fact in map(catalogue.fact, question.facts)}
    days = [days_of(catalogue, films[name]) for name in order]
    return all(max(one) < min(other) for one, other in pairwise(days))


def is_matching(question: Question, catalogue: Catalogue, given: tuple[str, ...]) -> bool:
    """Return whether every item's choice stands beside it in some fact."""
    first = catalogue.fact(question.facts[0])
    subject = first.subject.id if "as" in first.qualifiers else None
    known = catalogue.facts(subject=subject, property=first.property)
    on_record = {(item_of(catalogue, fact), name_of(fact)) for fact in known}
    return set(zip(question.items, given, strict=True)) <= on_record


def item_of(catalogue: Catalogue, fact: Fact) -> str:
    """Return what a fact's value is to be given to: its role, or its film."""
    role = fact.qualifiers.get("as")
    return catalogue.entity(str(role)).name if role else label(fact.subject)


def films_left(catalogue: Catalogue, question: Question, clues: Iterable[str]) -> list[Entity]:
    """Return the films of which no clue is known to be false."""
    facts = [catalogue.fact(known) for known in question.facts]
    left = catalogue.films()
    for clue in clues:
        dated = CAME_OUT.match(clue)
        if dated:
            years = range(int(dated[1]), int(dated[1]) + (10 if dated[2] else 1))
            left = [film for film in left if any(year in years for year in years_of(catalogue, film.id))]
        else:
            told = facts_behind(catalogue, clue, facts)
            left = [film for film in left if all(may_have(catalogue, film.id, one) for one in told)]
    return left


def facts_behind(catalogue: Catalogue, clue: str, facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts that a clue tells without naming its film; the last one may tell two."""
    told = [fact for fact in facts if nameless(catalogue, fact).casefold() in clue.casefold()]
    assert told, clue
    return told


def nameless(catalogue: Catalogue, fact: Fact) -> str:
    """Return a fact as a sentence about this film."""
    return statement(catalogue, replace(fact, subject=replace(fact.subject, name="this film")))


@lru_cache
def years_of(catalogue: Catalogue, film: str) -> set[int]:
    """Return every year that some source gives for a film, and that of its first release that is no known slip."""
    stated = {int(fact.value) for fact in catalogue.facts(subject=film, property="year")}
    releases = catalogue.facts(subject=film, property="release")
    return stated | {min(int(fact.value[:4]) for fact in releases if fact.difference != "doubt")}


def may_have(catalogue: Catalogue, film: str, fact: Fact) -> bool:
    """Return whether a fact's value is on record for a film too, or may be its for all the sources tell."""
    assert fact.entity is not None
    known = values_of(catalogue, film, fact.property)
    same = any(catalogue.overlap(value, fact.entity.id) for value in known)
    return same or not is_known_whole(catalogue, film, fact.property, {})


@lru_cache(maxsize=4096)
def values_of(catalogue: Catalogue, film: str, prop: str) -> list[str]:
    """Return the ids of a property's values, of one film."""
    return [fact.entity.id for fact in catalogue.facts(subject=film, property=prop) if fact.entity]

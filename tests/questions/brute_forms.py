"""The plain reading of the facts for every kind: what is false about a question, found without the code that asked it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from questions.catalogue import Catalogue, Fact
from questions.question import Question
from questions.telling import statement, value
from questions.wording import words_for
from tests.questions.brute import by_film, is_known_whole, name_of, right_choices, shown

NOT_ASKED = ("producer", "executive_producer", "review")
GAP = "＿＿＿"
YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
Right = Callable[[Catalogue, Question, Fact], bool]


def is_true(catalogue: Catalogue, question: Question) -> bool:
    """Return whether the stored answer is right and nothing else is, by the facts alone."""
    spoken = catalogue.spoken(question.language)
    fact = spoken.fact(question.facts[0])
    if question.kind in READ:
        return READ[question.kind](spoken, question, fact)
    return right_choices(spoken, question) == {question.answer}


def sentence(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """True is right where some source's fact says the sentence."""
    known = catalogue.facts(subject=fact.subject.id, property=fact.property)
    told = any(statement(catalogue, other, question.language) in question.stem for other in known)
    return (question.answer == (question.choices or ())[0]) is told


def odd(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """The answer is the one film that no source gives the value which the others have."""
    shared = catalogue.fact(question.facts[-1])
    holders = catalogue.facts(property=shared.property, value=shared.entity.id if shared.entity else None)
    with_it = {text for other in holders for text in shown(other.subject)}
    return {choice for choice in question.choices or () if choice not in with_it} == {question.answer}


def number(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """No source has another number for the case asked about."""
    known = catalogue.facts(subject=fact.subject.id, property=fact.property)
    case = [fact.qualifiers.get(name) for name in ("in", "measure")]
    alike = [one for one in known if [one.qualifiers.get(name) for name in ("in", "measure")] == case]
    return {one.value for one in alike} == {question.answer}


def typed(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """No source names anybody else in this part."""
    known = catalogue.facts(subject=fact.subject.id, property=fact.property)
    return {name_of(o) for o in known if o.qualifiers.get("as") == fact.qualifiers.get("as")} == {
        question.answer
    }


def cloze(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """The word put into the gap gives the film's title."""
    return catalogue.entity(question.film).name in question.stem.replace(GAP, str(question.answer))


def connect(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """Those who are right are all who stand in the credits of both films."""
    worked = []
    for film in (fact.subject, catalogue.fact(question.facts[1]).subject):
        of_film = (one for one in catalogue.facts(subject=film.id) if one.property not in NOT_ASKED)
        worked.append({one.entity.id for one in of_film if one.entity and one.entity.type == "person"})
    return worked[0] & worked[1] == set(question.answer_ids)


def in_order(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """The dates on which the question stands put the films in the order of its answer."""
    dates = {(one := catalogue.fact(known)).subject.name: one.value for known in question.facts}
    order = [dates[film] for film in question.answer]
    return len(order) == len(dates) and all(a < b for a, b in pairwise(order))


def pairs(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """Of all choices, the answer's alone stands beside each item."""
    roles = "as" in fact.qualifiers
    for item, wanted in zip(question.items, question.answer, strict=True):
        if roles:
            cast = catalogue.facts(property=fact.property, subject=fact.subject.id)
            known = [one for one in cast if item == catalogue.entity(str(one.qualifiers["as"])).name]
        else:
            known = by_film(catalogue, fact.property).get(item, [])
        heads = {name_of(one) for one in known}
        if heads & set(question.choices or ()) != {wanted}:
            return False
    return True


def account(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """Of all that is said, the answer alone is what the source named says."""
    told = [fact, *(catalogue.fact(other) for other in fact.disputed_with)]
    said = {
        value(one, question.language)
        for one in told
        if any(source.what in question.stem for source in one.sources)
    }
    return question.answer in said and all(
        source.what not in question.stem or len(source.what) < longest(fact, question)
        for one in told[1:]
        for source in one.sources
    )


def longest(fact: Fact, question: Question) -> int:
    """Return the length of the answer's source as the stem names it: one name may be part of another."""
    return max((len(source.what) for source in fact.sources if source.what in question.stem), default=0)


def what_first(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """No passage tells any other choice before the answer, and each of them is told after it by some passage."""
    orders = [[event.name.casefold() for event in order] for order in catalogue.story(question.film).values()]
    first = str(question.answer).casefold()
    for choice in {choice.casefold() for choice in question.choices or ()} - {first}:
        places = [
            (told.index(first), told.index(choice)) for told in orders if first in told and choice in told
        ]
        if not places or any(other < own for own, other in places):
            return False
    return True


def riddle(catalogue: Catalogue, question: Question, fact: Fact) -> bool:
    """Only the film asked for is not provably ruled out by a clue."""
    left = {film.id for film in catalogue.films()}
    facts = [catalogue.fact(one) for one in question.facts]
    for text in question.clues:
        year = YEAR.search(text)
        told = [one for one in facts if says(catalogue, one, text)]
        left = {film for film in left if all(may_have(catalogue, film, one) for one in told)}
        if year is not None and not (told and YEAR.search(statement(catalogue, told[0]))):
            # the first clue gives the decade, any later one the year itself
            span = 10 if text == question.clues[0] else 1
            begin = int(year[0])
            left = {
                film
                for film in left
                if (made := catalogue.entity(film).year) is None or begin <= made < begin + span
            }
    return left == {question.film}


def says(catalogue: Catalogue, fact: Fact, clue: str) -> bool:
    """Return whether a clue says a fact, but for the film's name."""
    this = words_for(catalogue.language).gettext("this film")
    nameless = replace(fact, subject=replace(fact.subject, name=this))
    told = statement(catalogue, nameless, catalogue.language).replace(f"『{this}』", this)
    return told.casefold() in clue.casefold()


def may_have(catalogue: Catalogue, film: str, clue: Fact) -> bool:
    """Return whether a film has a clue's value, or may have it for all that is known."""
    known = catalogue.facts(subject=film, property=clue.property)
    if any(one.entity == clue.entity for one in known):
        return True
    return not is_known_whole(catalogue, film, clue.property, {})


READ: dict[str, Right] = {
    "true_or_false": sentence,
    "odd_one_out": odd,
    "closest": number,
    "typed": typed,
    "cloze": cloze,
    "connect": connect,
    "in_order": in_order,
    "pairs": pairs,
    "sources_differ": account,
    "what_first": what_first,
    "who_am_i": riddle,
}
"""How a kind's questions are read; the others have choices that `brute` reads."""

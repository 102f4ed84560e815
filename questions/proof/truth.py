"""The answer is what the sources say, and nothing they dispute (predicates T1, T3, T4, T5 and T7)."""

from __future__ import annotations

from collections.abc import Iterator

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.claim import asserted
from questions.draft import Draft
from questions.fold import squash
from questions.properties import PROPERTIES
from questions.telling import plain

NAMED_IN_STEM = ("country", "release kind")
"""Types of qualifiers without which a date or figure means nothing, so that the stem must name them."""

SENTENCE = "sentence"
"""The way of asking in which the choices judge one claim."""

ODD = "odd"
"""The way of asking in which the wrong choices share what the right one lacks."""

ACCOUNT = "account"
"""The way of asking in which the choices are what several sources say."""


def is_asserted(draft: Draft, catalogue: Catalogue) -> str | None:
    """T1: every fact the question stands on has a source, and the right choice says what the sources say."""
    if not draft.facts or not all(fact.sources for fact in draft.facts):
        return "a fact without a source"
    said = bool(asserted(catalogue, draft.key.claim))
    says_yes = draft.way != SENTENCE or draft.key is draft.choices[0]
    return None if said is says_yes else "no source bears the answer out"


def is_undisputed(draft: Draft, catalogue: Catalogue) -> str | None:
    """T3: nothing the question stands on is disputed or doubted."""
    if draft.way == ACCOUNT:
        return None
    unsettled = [fact.id for fact in draft.facts if not catalogue.fact(fact.id).settled]
    return f"unsettled: {unsettled[0]}" if unsettled else None


def is_about_one_film(draft: Draft, catalogue: Catalogue) -> str | None:
    """T4: every film named means no other film: where another bears its name, the words give its year as well."""
    for film, words in films_named(draft, catalogue):
        twins = [
            catalogue.entity(other) for other in catalogue.namesakes([squash(film.name)]) if other != film.id
        ]
        namesakes = [other for other in twins if other.type == "film"]
        if any(other.year == film.year for other in namesakes):
            return f"two films of this name and year: {film.name}"
        if namesakes and str(film.year) not in words:
            return f"two films of this name, and no year: {film.name}"
    return None


def films_named(draft: Draft, catalogue: Catalogue) -> Iterator[tuple[Entity, str]]:
    """Yield the films a draft speaks of, each with the words in which it does."""
    about = catalogue.entity(draft.film)
    if about.name in draft.stem:
        yield about, draft.stem
    for choice in draft.choices:
        if choice.entity is not None and choice.entity.type == "film":
            yield choice.entity, choice.text
        elif PROPERTIES[choice.claim.property].types == ("film",):
            yield catalogue.entity(choice.claim.value), draft.stem


def names_its_case(draft: Draft, catalogue: Catalogue) -> str | None:
    """T5: a value that varies by country or kind of release is asked about with both named."""
    prop = PROPERTIES[draft.facts[0].property]
    if prop.types != ("date",) and prop.types[0] != "money":
        return None  # a title, a length: one that varies is not settled
    for name in prop.one_per or ():
        kind = prop.qualifiers[name]
        if kind not in NAMED_IN_STEM:
            continue
        given = draft.facts[0].qualifiers.get(name)
        if given is None or plain(kind, given, draft.language) not in draft.stem:
            return f"the stem does not say {name}"
    return None


def has_one_right_choice(draft: Draft, catalogue: Catalogue) -> str | None:
    """T7: exactly one choice is right, and no other choice is borne out by any source."""
    right = [choice for choice in draft.choices if choice.wrong is None]
    if draft.answered.order:
        return None if len(right) == len(draft.choices) else "a wrong choice among those to be placed"
    if len(right) != 1:
        return f"{len(right)} right choices"
    if draft.way in (SENTENCE, ODD, ACCOUNT):
        return None
    for choice in draft.distractors:
        if choice.later is None and asserted(catalogue, choice.claim):
            return f"{choice.text} is right too"
    return None


RULES = (is_asserted, is_undisputed, is_about_one_film, names_its_case, has_one_right_choice)

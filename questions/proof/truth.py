"""The answer is what the sources say, and nothing they dispute (predicates T1, T3, T4, T5 and T7)."""

from __future__ import annotations

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


def is_asserted(draft: Draft, catalogue: Catalogue) -> str | None:
    """T1: every fact the question stands on has a source, and the right choice says what the sources say."""
    if not draft.facts or not all(fact.sources for fact in draft.facts):
        return "a fact without a source"
    said = bool(asserted(catalogue, draft.key.claim))
    says_yes = draft.way != SENTENCE or draft.key is draft.choices[0]
    return None if said is says_yes else "no source bears the answer out"


def is_undisputed(draft: Draft, catalogue: Catalogue) -> str | None:
    """T3: nothing the question stands on is disputed or doubted."""
    unsettled = [fact.id for fact in draft.facts if not catalogue.fact(fact.id).settled]
    return f"unsettled: {unsettled[0]}" if unsettled else None


def is_about_one_film(draft: Draft, catalogue: Catalogue) -> str | None:
    """T4: the film's name, with its year, means no other film."""
    film = catalogue.entity(draft.film)
    twins = [
        other
        for other in catalogue.films()
        if squash(other.name) == squash(film.name) and other.year == film.year
    ]
    return "two films of this name and year" if len(twins) > 1 else None


def names_its_case(draft: Draft, catalogue: Catalogue) -> str | None:
    """T5: a value that varies by country or kind of release is asked about with both named."""
    prop = PROPERTIES[draft.facts[0].property]
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
    if len(right) != 1:
        return f"{len(right)} right choices"
    if draft.way == SENTENCE:
        return None
    for choice in draft.distractors:
        if choice.later is None and asserted(catalogue, choice.claim):
            return f"{choice.text} is right too"
    return None


RULES = (is_asserted, is_undisputed, is_about_one_film, names_its_case, has_one_right_choice)

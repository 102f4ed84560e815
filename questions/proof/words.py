"""The words around the answer: plain in the stem, and telling in the explanation (predicates S3, S4, C3 and E1).

S6, a list of spoilers and sensitive matters, does not apply: a quiz about what happens in films asks about just that, and
the film files hold nothing of anybody's life but their work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.draft import Draft
from questions.fold import squash
from questions.proof.cues import PRINTED_YEAR
from questions.proof.truth import SENTENCE
from questions.question import Form

QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』")
HIDDEN_NOT = re.compile(
    r"\b(?:never|cannot|except|without|neither|nor|un(?:true|like))\b|n['’]t\b", re.IGNORECASE
)
"""Negation that is easily read over; the whole word "not" is seen."""

VAGUE = re.compile(
    r"\b(?:famous|famously|best|always|recently|usually|often)\b|有名な|最高の|最近の|いつも|必ず",
    re.IGNORECASE,
)
ARTICLE_AND_GAP = re.compile(r"\ban?\s+[“「]?[_＿]", re.IGNORECASE)


def own_words(draft: Draft, catalogue: Catalogue) -> str:
    """Return the stem without what it quotes and names: the words that are ours."""
    text = QUOTED.sub(" ", draft.stem)
    for name in sorted(names_in(draft, catalogue), key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def names_in(draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    """Yield the names that a stem may hold."""
    yield catalogue.entity(draft.film).name
    for fact in draft.facts:
        yield fact.subject.name
        yield fact.entity.name if fact.entity else fact.value
        yield from (source.what for source in fact.sources)
    for choice in draft.choices:
        yield choice.text
        if choice.claim.role is not None:
            yield catalogue.entity(choice.claim.role).name
        if (claimed := known(catalogue, choice.claim.value)) is not None:
            yield claimed.name


def known(catalogue: Catalogue, value: str) -> Entity | None:
    """Return the entity of an id, or None where a claim's value is plain."""
    try:
        return catalogue.entity(value)
    except KeyError:
        return None


def negation_is_seen(draft: Draft, catalogue: Catalogue) -> str | None:
    """S3: a stem negates with the whole word "not", if at all."""
    found = HIDDEN_NOT.search(own_words(draft, catalogue))
    return f"{found[0]!r} is easily read over" if found else None


def no_word_is_vague(draft: Draft, catalogue: Catalogue) -> str | None:
    """S4: nothing in a stem is a matter of taste or of the day of asking: famous, best, always, recently."""
    found = VAGUE.search(own_words(draft, catalogue))
    return f"{found[0]!r} is vague" if found else None


def no_article_before_a_gap(draft: Draft, catalogue: Catalogue) -> str | None:
    """C3: no "a" or "an" stands before a gap: it would tell the sound of the word left out."""
    found = ARTICLE_AND_GAP.search(draft.stem)
    return "an article tells the sound of what is left out" if found else None


def explanation_tells_the_answer(draft: Draft, catalogue: Catalogue) -> str | None:
    """E1: the explanation names the answer, and a passage that bears out a fact of it can be cited."""
    told = squash(draft.explanation)
    for wanted in answers_of(draft):
        if not any(text in draft.explanation or (squash(text) and squash(text) in told) for text in wanted):
            return f"the explanation does not name {wanted[0]}"
    cited = [source.what for source in draft.facts[0].sources if source.what] if draft.facts else []
    return None if cited else "no passage to cite"


def answers_of(draft: Draft) -> list[tuple[str, ...]]:
    """Return what the explanation must name, each part in every form that will do."""
    if draft.way == SENTENCE:  # the answer is "true" or "false"; what is so is the fact's value
        fact = draft.facts[0]
        return [(fact.entity.name if fact.entity else fact.value,)]
    parts = draft.choices if draft.answered.form in (Form.ORDER, Form.PAIRS) else (draft.key,)
    more = draft.answered.accepted if len(parts) == 1 else ()
    return [
        (
            PRINTED_YEAR.sub("", part.text),
            part.text,
            *((part.entity.name,) if part.entity else ()),
            *more,
        )
        for part in parts
    ]


RULES = (negation_is_seen, no_word_is_vague, no_article_before_a_gap, explanation_tells_the_answer)

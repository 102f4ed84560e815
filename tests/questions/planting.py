"""Good drafts and ways to spoil them: what the flaws planted for the rules of the proof are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from questions.catalogue import Catalogue
from questions.distractors import WANTED
from questions.draft import Ask, Draft
from questions.kinds import KINDS
from questions.proof import RULES, refusal
from tests.questions.known import facts_of

Plant = Callable[[Draft, Catalogue], Draft]
"""Spoils a good draft."""

Way = tuple[str, str, str]
"""A kind, a property and a way of asking, by name."""


def good(catalogue: Catalogue, kind: str, prop: str, way: str, film: str = "") -> Draft:
    """Return a draft that passes every rule, of the first film in the alphabet that has one, or of the film named."""
    disputed = [fact for fact in catalogue.facts(property=prop) if fact.difference == "dispute"]
    known = disputed if KINDS[kind].asks_of_disputes else facts_of(catalogue, prop)
    drafts = (
        KINDS[kind].ask(Ask(catalogue, fact, way, seed % (WANTED + 1), Random(seed), "en", seed))
        for fact in sorted(known, key=lambda fact: fact.subject.id)
        if film in ("", fact.subject.id)
        for seed in range(80)
    )
    return next(draft for draft in drafts if draft is not None and refusal(draft, catalogue) is None)


def broken_by(draft: Draft, catalogue: Catalogue) -> set[str]:
    """Return the names of all rules that stand against a draft."""
    return {name for name, rule in RULES.items() if rule(draft, catalogue)}


def with_distractor(draft: Draft, **changes: object) -> Draft:
    """Return the draft with its first wrong choice changed."""
    first = draft.distractors[0]
    changed = replace(first, **changes)  # type: ignore[arg-type]
    return replace(draft, choices=tuple(changed if choice is first else choice for choice in draft.choices))


def with_key(draft: Draft, **changes: object) -> Draft:
    """Return the draft with its right choice changed."""
    key = draft.key
    changed = replace(key, **changes)  # type: ignore[arg-type]
    return replace(draft, choices=tuple(changed if choice is key else choice for choice in draft.choices))


def with_answered(draft: Draft, **changes: object) -> Draft:
    """Return the draft with another way in which it is answered."""
    return replace(draft, answered=replace(draft.answered, **changes))  # type: ignore[arg-type]

"""How well known an entity is, as far as the catalogue can tell: by the facts that name it and the films it is in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log1p

from questions.catalogue.facts import FactDraft

FILM_WEIGHT = 6
"""A film more counts as much as so many facts more: breadth says more about fame than depth."""


def popularity(facts: Iterable[FactDraft]) -> dict[str, float]:
    """Return a figure without unit for every entity named in the facts; it grows with the logarithm of facts and films."""
    named: Counter[str] = Counter()
    films: defaultdict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for entity in {fact.subject, fact.entity, fact.role} - {None, ""}:
            named[str(entity)] += len(fact.written)
            films[str(entity)].add(fact.film)
    return {entity: log1p(count + FILM_WEIGHT * (len(films[entity]) - 1)) for entity, count in named.items()}

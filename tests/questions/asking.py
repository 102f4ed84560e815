"""Samples of what a kind asks: its questions about the films of the library, and drafts of chosen facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from random import Random

from questions.catalogue import Catalogue, Entity
from questions.distractors import WANTED
from questions.draft import Ask, Draft
from questions.kinds import KINDS
from questions.picker import pick
from questions.properties import PROPERTIES
from questions.question import Question
from tests.questions.known import facts_of

SEEDS = range(60)
MANY = 20
SAMPLE = 60
"""Facts of a property that are drafted from, evenly from all over the library."""


@lru_cache
def asked(catalogue: Catalogue, kind: str) -> tuple[Question, ...]:
    """Return a sample of a kind's questions about the films that come with Marquee."""
    picked = (pick(catalogue, seed, kind=kind) for seed in SEEDS)
    return tuple(question for question in picked if question is not None)


def drafts(catalogue: Catalogue, kind: str, prop: str, way: str, tries: int = 1) -> Iterator[Draft]:
    """Yield the drafts that the ranks give of a sample of a property's facts; of one try each, its rank is its seed."""
    disputed = [fact for fact in catalogue.facts(property=prop) if fact.difference == "dispute"]
    facts = disputed if KINDS[kind].asks_of_disputes else facts_of(catalogue, prop)
    for fact in facts[:: max(1, len(facts) // SAMPLE)]:
        for above, again in product(range(WANTED + 1), range(tries)):
            rng = Random(f"{above} {again}")
            seed = above + again * (WANTED + 1)
            draft = KINDS[kind].ask(Ask(catalogue, fact, way, above, rng, "en", seed))
            if draft is not None:
                yield draft


def every_draft(catalogue: Catalogue, kind: str) -> Iterator[Draft]:
    """Yield a sample of a kind's drafts, of every property and way that it has."""
    for name, prop in PROPERTIES.items():
        for way in KINDS[kind].ways(prop):
            yield from drafts(catalogue, kind, name, way)


def count_above(key: Entity, others: list[Entity], *, or_equal: bool = False) -> int:
    """Return how many are more famous than the key, or as famous."""
    return sum(
        other.popularity > key.popularity or (or_equal and other.popularity == key.popularity)
        for other in others
    )

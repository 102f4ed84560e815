"""The facts of a property, read one and all: what is drawn must be among them."""

from __future__ import annotations

from functools import lru_cache

from questions.catalogue import Catalogue, Fact
from questions.pool import can_be_told


@lru_cache(maxsize=512)
def facts_of(catalogue: Catalogue, name: str) -> tuple[Fact, ...]:
    """Return all settled facts of a property; those that the catalogue's language has names for, if any are."""
    settled = tuple(fact for fact in catalogue.facts(property=name) if fact.settled)
    return tuple(fact for fact in settled if can_be_told(catalogue, fact)) or settled

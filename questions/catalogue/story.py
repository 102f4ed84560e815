"""Story order: each passage lists events as it tells them; a pair told the other way round elsewhere is inverted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations


def inverted_pairs(orders: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    """Return the pairs of events, each pair sorted, that some passages tell in opposite orders."""
    first_told: set[tuple[str, str]] = set()
    for order in orders:
        first_told.update(combinations(order, 2))
    return {(a, b) for a, b in first_told if a < b and (b, a) in first_told}

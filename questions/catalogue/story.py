"""Story order: each passage lists events as it tells them; a pair told the other way round elsewhere has no order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

Moment = tuple[str, ...]
"""Events that a passage tells as happening at once."""


def inverted_pairs(orders: Iterable[Sequence[Moment]]) -> set[tuple[str, str]]:
    """Return the pairs of events, each pair sorted, of which nobody may be asked which came first.

    Some passages tell them in opposite orders, or one tells them as happening at once.
    """
    first_told: set[tuple[str, str]] = set()
    for order in orders:
        for earlier, later in combinations(order, 2):
            first_told.update(product(earlier, later))
        for moment in order:
            first_told.update((a, b) for a in moment for b in moment if a != b)
    return {(a, b) for a, b in first_told if a < b and (b, a) in first_told}

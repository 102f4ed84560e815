"""One order of a film's events out of the orders in which its sources tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

Pair = frozenset[str]


def story_order(tellings: Iterable[Sequence[str]], inverted: Collection[Pair]) -> list[str]:
    """Return all events in an order that no telling contradicts but about the inverted pairs, told by id.

    Where the tellings leave it open, the event that comes earlier within its own tellings goes first.
    """
    every = [list(telling) for telling in tellings if telling]
    places = _places(every)
    before: dict[str, set[str]] = {event: set() for event in places}
    for telling in every:
        for place, event in enumerate(telling):
            before[event].update(one for one in telling[:place] if frozenset((one, event)) not in inverted)
    order: list[str] = []
    while before:
        free = [event for event, earlier in before.items() if not earlier] or list(before)
        chosen = min(free, key=lambda event: (len(before[event]), places[event]))
        order.append(chosen)
        del before[chosen]
        for earlier in before.values():
            earlier.discard(chosen)
    return order


def _places(tellings: Iterable[Sequence[str]]) -> dict[str, float]:
    """Return how far into its tellings each event stands on the whole, from 0 to 1."""
    shares: dict[str, list[float]] = {}
    for telling in tellings:
        for place, event in enumerate(telling):
            shares.setdefault(event, []).append(place / len(telling))
    return {event: sum(found) / len(found) for event, found in shares.items()}

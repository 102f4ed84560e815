"""Facts that meet and differ, gathered with all their rivals, apart from those that nobody contradicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Fact


@dataclass(frozen=True, slots=True)
class Rivals:
    """Facts about one thing that differ, and how: dispute, same or measure."""

    difference: str
    facts: tuple[Fact, ...]


def part(catalogue: Catalogue, facts: Sequence[Fact]) -> tuple[list[Rivals], list[Fact]]:
    """Return the groups of facts that differ, with all their rivals, and the facts that stand alone."""
    disputes: list[Rivals] = []
    agreed: list[Fact] = []
    seen: set[str] = set()
    for fact in facts:
        if fact.id in seen:
            continue
        group = _group(catalogue, fact)
        seen.update(one.id for one in group)
        if len(group) > 1 and fact.difference is not None:
            disputes.append(Rivals(fact.difference, group))
        else:
            agreed.append(fact)
    return disputes, agreed


def _group(catalogue: Catalogue, fact: Fact) -> tuple[Fact, ...]:
    """Return a fact with its rivals, their rivals, and so on, in the order they are met."""
    found = {fact.id: fact}
    waiting = [fact]
    while waiting:
        rivals = [catalogue.fact(rival) for rival in waiting.pop(0).disputed_with if rival not in found]
        found.update((rival.id, rival) for rival in rivals)
        waiting += rivals
    return tuple(found.values())

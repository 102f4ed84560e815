"""Wrong choices: plausible, provably wrong, and as many of them more famous than the answer as chance has drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from questions.catalogue.model import Entity
from questions.claim import Refutation
from questions.standing import Field

WANTED = 3
WINDOW = 24
"""How far from the answer's fame a wrong choice is taken from, in places; 24 is the middle difficulty."""


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong choice and why it is wrong."""

    entity: Entity
    wrong: Refutation


Refute = Callable[[Entity], Refutation | None]
"""Why a candidate is wrong, or None where it cannot be proved wrong."""


def by_fame(key: Entity, candidates: Iterable[Entity], rng: Random) -> tuple[list[Entity], list[Entity]]:
    """Return the candidates more and less famous than the key, nearest in fame first; equals by chance."""
    above: list[tuple[float, float, Entity]] = []
    below: list[tuple[float, float, Entity]] = []
    for candidate in candidates:
        if candidate.id == key.id:
            continue
        gap = candidate.popularity - key.popularity
        side = above if gap > 0 or (gap == 0 and rng.random() < 0.5) else below
        side.append((abs(gap), rng.random(), candidate))
    return [item[2] for item in sorted(above, key=first_two)], [
        item[2] for item in sorted(below, key=first_two)
    ]


def first_two(item: tuple[float, float, Entity]) -> tuple[float, float]:
    """Return what candidates are sorted by: the gap in fame, then chance."""
    return item[:2]


def choose(
    key: Entity,
    candidates: Field | Iterable[Entity],
    refute: Refute,
    above: int,
    rng: Random,
    wanted: int = WANTED,
) -> list[Distractor] | None:
    """Return as many wrong choices as wanted, `above` of them more famous than the key, or None where there are too few.

    The number above is never clamped: a key that cannot hold the rank drawn for it is another draw's key.
    """
    if isinstance(candidates, Field):
        more, less = candidates.around(key, WINDOW)
    else:
        more, less = by_fame(key, candidates, rng)
    if len(more) < above or len(less) < wanted - above:
        return None
    chosen: list[Distractor] = []
    for side, count in ((more, above), (less, wanted - above)):
        proved = provably_wrong(side[:WINDOW], refute, count, rng)
        if proved is None:
            return None
        chosen.extend(proved)
    return chosen


def provably_wrong(side: list[Entity], refute: Refute, count: int, rng: Random) -> list[Distractor] | None:
    """Return `count` candidates of one side that are proved wrong, by chance, or None where there are fewer."""
    proved: list[Distractor] = []
    for candidate in rng.sample(side, len(side)):
        if len(proved) == count:
            break
        refutation = refute(candidate)
        if refutation is not None:
            proved.append(Distractor(candidate, refutation))
    return proved if len(proved) == count else None

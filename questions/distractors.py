"""Wrong choices: plausible, provably wrong, and as many of them more famous than the answer as chance has drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

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


Quotas: TypeAlias = "tuple[tuple[list[Entity], int], ...]"
"""From which candidates how many are taken."""


@dataclass(frozen=True, slots=True)
class Even:
    """A second rank that is drawn: in how many wrong choices a look exceeds the answer's (None: it has no such look).

    Without it the answer would stand in the middle of its wrong choices' years, or be the shortest of the titles.
    """

    look: Callable[[Entity], float | None]
    beyond: int


def evenly(look: Callable[[Entity], float | None], seed: int, above: int) -> Even:
    """Return how many wrong choices shall exceed the answer in a look.

    The chance hangs on the seed and the rank in fame, not on the try: else what is found more easily came more often.
    """
    return Even(look, Random(f"even {seed} {above}").randrange(WANTED + 1))


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
    even: Even | None = None,
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
    more, less = more[:WINDOW], less[:WINDOW]
    own = even.look(key) if even else None
    plain: Quotas = ((more, above), (less, wanted - above))
    for quotas in (plain,) if even is None or own is None else quotas_of(plain, even, own, rng):
        if all(len(part) >= count for part, count in quotas):
            chosen = [one for part, count in quotas for one in provably_wrong(part, refute, count, rng)]
            if len(chosen) == wanted:
                return chosen
    return None


def quotas_of(plain: Quotas, even: Even, own: float, rng: Random) -> Iterator[Quotas]:
    """Yield every way of holding a second rank too, by chance: how many of either side's wrong choices exceed the answer."""
    (more, above), (less, below) = plain
    more_beyond, more_not = by_look(more, even, own, rng)
    less_beyond, less_not = by_look(less, even, own, rng)
    splits = range(max(0, even.beyond - below), min(above, even.beyond) + 1)
    for count in rng.sample(splits, len(splits)):
        rest = even.beyond - count
        yield (more_beyond, count), (more_not, above - count), (less_beyond, rest), (less_not, below - rest)


def by_look(side: list[Entity], even: Even, own: float, rng: Random) -> tuple[list[Entity], list[Entity]]:
    """Return the candidates whose look exceeds the answer's and those whose look does not; equals by chance."""
    beyond: list[Entity] = []
    others: list[Entity] = []
    for candidate in side:
        look = even.look(candidate)
        gap = 0.0 if look is None else look - own
        (beyond if gap > 0 or (gap == 0 and rng.random() < 0.5) else others).append(candidate)
    return beyond, others


def provably_wrong(side: list[Entity], refute: Refute, count: int, rng: Random) -> list[Distractor]:
    """Return `count` candidates of one side that are proved wrong, by chance, or as many as there are."""
    proved: list[Distractor] = []
    for candidate in rng.sample(side, len(side)) if count else ():
        refutation = refute(candidate)
        if refutation is not None:
            proved.append(Distractor(candidate, refutation))
        if len(proved) == count:
            break
    return proved

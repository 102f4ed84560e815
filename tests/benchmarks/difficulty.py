"""How well answers are foretold, and how well questions are chosen: `python -m tests.benchmarks.difficulty`, by hand.

200 made-up players give 200 answers each to 2,000 questions, by a two-parameter logistic model that no rating here is
told of. Before each answer every rating says how likely it is right; printed is the mean logarithmic loss over a
player's answers 1-5, 6-20, 21-50 and 51-200 (less is better), the mean of three seeds. `truth` is the loss of who knows
the true chance. Below it: how likely right answers truly were, in questions chosen for new players, alone and in fives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log
from random import Random
from statistics import mean, median
from time import perf_counter
from typing import Protocol

from questions.rating import (
    START,
    TARGET,
    WEAKEST,
    Belief,
    Facet,
    expected,
    learned,
    logistic,
    pitch_for,
)
from tests.benchmarks.players import (
    AGREEMENT,
    ITEMS,
    PLAYERS,
    PROPERTIES,
    SPREAD,
    Answer,
    World,
    made,
    played,
)

SEEDS = (1, 2, 3)
UNTIL = (5, 20, 50, 200)
NEWCOMERS, COMPANIES, COMPANY, CHOSEN, CANDIDATES = 200, 60, 5, 60, 12
FITTING = (0.50, 0.88)


class Rating(Protocol):
    """What foretells answers and learns from them."""

    def foretold(self, player: int, item: int) -> float:
        """Return how likely the answer is right."""

    def told(self, player: int, item: int, right: float) -> None:
        """Learn an answer."""


@dataclass(slots=True)
class Truth:
    """What knows the true chance."""

    world: World

    def foretold(self, player: int, item: int) -> float:
        """Return the true chance."""
        return self.world.chance(self.world.abilities[player], item)

    def told(self, player: int, item: int, right: float) -> None:
        """Learn nothing."""


@dataclass(slots=True)
class BaseRate:
    """The share of right answers until now, whoever answers whatever."""

    right: float = 1.0
    of: float = 2.0

    def foretold(self, player: int, item: int) -> float:
        """Return the share until now."""
        return self.right / self.of

    def told(self, player: int, item: int, right: float) -> None:
        """Count it."""
        self.right += right
        self.of += 1


def steady(_: int) -> float:
    """Return how far Elo moves, always the same."""
    return 0.4


def slowing(met: int) -> float:
    """Return how far Elo moves after so many answers (Pelánek 2016)."""
    return 1 / (1 + 0.05 * met)


@dataclass(slots=True)
class Elo:
    """A number for each player and each item, that moves by what was unexpected."""

    guess: float
    step: Callable[[int], float]
    players: list[float] = field(default_factory=lambda: [0.0] * PLAYERS)
    items: list[float] = field(default_factory=lambda: [0.0] * ITEMS)
    met: tuple[list[int], list[int]] = field(default_factory=lambda: ([0] * PLAYERS, [0] * ITEMS))

    def foretold(self, player: int, item: int) -> float:
        """Return the chance by the difference of the two numbers."""
        return self.guess + (1 - self.guess) * logistic(self.players[player] - self.items[item])

    def told(self, player: int, item: int, right: float) -> None:
        """Move both numbers."""
        surprise = right - self.foretold(player, item)
        self.players[player] += self.step(self.met[0][player]) * surprise
        self.items[item] -= self.step(self.met[1][item]) * surprise
        self.met[0][player] += 1
        self.met[1][item] += 1


@dataclass(slots=True)
class Facets:
    """The rating of the product: all facets, or player, kind and item alone, with the graph's prior or without."""

    world: World
    prior: bool
    faceted: bool = True
    known: dict[tuple[Facet, int], Belief] = field(default_factory=dict)

    def keys(self, player: int, item: int) -> dict[Facet, int]:
        """Return which of its sort each facet is."""
        alone: dict[Facet, int] = {"player": player, "kind": 0, "item": item}
        return alone | ({"film": item // PROPERTIES, "property": item % PROPERTIES} if self.faceted else {})

    def start(self, facet: Facet) -> Belief:
        """Return what is believed at first; what is not laid to film and property is the item's own."""
        if facet != "item" or self.faceted:
            return START[facet]
        return Belief(0.0, SPREAD**2 * (1 - AGREEMENT**2 if self.prior else 1))

    def beliefs(self, player: int, item: int) -> dict[Facet, Belief]:
        """Return what is believed of all facets of an answer."""
        of = self.keys(player, item)
        return {facet: self.known.get((facet, n)) or self.start(facet) for facet, n in of.items()}

    def prior_for(self, item: int) -> float:
        """Return what is known of an item beforehand."""
        return self.world.priors[item] if self.prior else 0.0

    def foretold(self, player: int, item: int) -> float:
        """Return what the rating expects."""
        return expected(self.beliefs(player, item), self.prior_for(item), self.world.guess)

    def told(self, player: int, item: int, right: float) -> None:
        """Learn it."""
        after = learned(self.beliefs(player, item), self.prior_for(item), self.world.guess, right)
        of = self.keys(player, item)
        self.known.update({(facet, of[facet]): belief for facet, belief in after.items()})


def losses(rating: Rating, answers: Sequence[Answer]) -> list[float]:
    """Return the mean logarithmic loss, in nats, up to each of `UNTIL` from the one before, learning all the while."""
    sums, bounds = [0.0] * len(UNTIL), [until * PLAYERS for until in UNTIL]
    stretch = 0
    for n, (player, item, right) in enumerate(answers):
        stretch += n == bounds[stretch]
        p = min(1 - 1e-6, max(1e-6, rating.foretold(player, item)))
        sums[stretch] -= log(p if right else 1 - p)
        rating.told(player, item, right)
    return [one / (until - begun) for one, begun, until in zip(sums, [0, *bounds], bounds, strict=False)]


RATINGS: dict[str, Callable[[World], Rating]] = {
    "truth": Truth,
    "base rate": lambda _: BaseRate(),
    "Elo, K = .4": lambda world: Elo(world.guess, steady),
    "Elo, K = 1 / (1 + n / 20)": lambda world: Elo(world.guess, slowing),
    "facets: player, kind, item": lambda world: Facets(world, prior=False, faceted=False),
    "the same with prior": lambda world: Facets(world, prior=True, faceted=False),
    "all facets": lambda world: Facets(world, prior=False),
    "all facets with prior": lambda world: Facets(world, prior=True),
}


def foretelling(name: str, *, choices: int = 0, faceted: bool = False) -> None:
    """Print the losses of every rating in one sort of world."""
    print(f"\n{name:<40}" + "".join(f"{f'LL@{until}':>9}" for until in UNTIL) + f"{'µs':>9}")
    rows: dict[str, list[list[float]]] = {rating: [] for rating in RATINGS}
    spent = dict.fromkeys(RATINGS, 0.0)
    for seed in SEEDS:
        rng = Random(seed)
        world = made(rng, choices, faceted=faceted)
        answers = list(played(world, rng))
        for rating, start in RATINGS.items():
            begun = perf_counter()
            rows[rating].append(losses(start(world), answers))
            spent[rating] += (perf_counter() - begun) / len(answers) / len(SEEDS) * 1e6
    for rating, found in rows.items():
        row = "".join(f"{mean(column):>9.4f}" for column in zip(*found, strict=True))
        print(f"{rating:<40}{row}{spent[rating]:>9.1f}", flush=True)


def trained(rng: Random, choices: int = 0, *, faceted: bool = True) -> Facets:
    """Return the rating of the product after everybody's answers."""
    world = made(rng, choices, faceted=faceted)
    rating = Facets(world, prior=True)
    for answer in played(world, rng):
        rating.told(*answer)
    return rating


def chosen(rating: Facets, abilities: Sequence[float], rng: Random, *, fitted: bool) -> Iterator[list[float]]:
    """Yield how likely each of a new company is truly right, question after question, fitted to them or by chance."""
    world, left = rating.world, list(range(ITEMS))
    new = Facets(world, prior=True, known=dict(rating.known))
    players = range(PLAYERS, PLAYERS + len(abilities))
    for _ in range(CHOSEN):
        some = rng.sample(left, CANDIDATES if fitted else 1)
        weights = [pitch_for([new.foretold(player, item) for player in players]) for item in some]
        item = rng.choices(some, [weight + 1e-12 for weight in weights])[0]
        left.remove(item)
        truly = [world.chance(ability, item) for ability in abilities]
        for player, p in zip(players, truly, strict=True):
            new.told(player, item, float(rng.random() < p))
        yield truly


def evening(rating: Facets, rng: Random, companies: int, size: int, *, fitted: bool) -> tuple[float, ...]:
    """Return, as shares: questions fit for the median player, the weakest's chance, and companies whose weakest is well."""
    fit: list[bool] = []
    weakest: list[float] = []
    for _ in range(companies):
        truly = list(chosen(rating, [rng.gauss(0, 1) for _ in range(size)], rng, fitted=fitted))
        fit += [FITTING[0] <= median(chances) <= FITTING[1] for chances in truly]
        weakest.append(mean(min(chances) for chances in truly))
    return mean(fit), mean(weakest), mean(one >= WEAKEST for one in weakest)


def choosing(name: str, choices: int = 0, *, faceted: bool = True) -> None:
    """Print how well questions are chosen in one sort of world."""
    print(f"\n{name:<40}{'fit':>9}{'weakest':>9}{'well':>9}")
    rng = Random(SEEDS[0])
    rating = trained(rng, choices, faceted=faceted)
    for company, number, size in (("alone", NEWCOMERS, 1), ("in fives", COMPANIES, COMPANY)):
        for fitted in (False, True):
            figures = evening(rating, rng, number, size, fitted=fitted)
            how = f"{company}, {'chosen' if fitted else 'by chance'}"
            print(f"{how:<40}" + "".join(f"{figure:>9.3f}" for figure in figures), flush=True)


def main() -> None:
    """Print the tables."""
    foretelling("typed")
    foretelling("four buttons", choices=4)
    foretelling("typed, difficulty by facets", faceted=True)
    foretelling("four buttons, difficulty by facets", choices=4, faceted=True)
    print(
        f"\nfit: true chance of the median player in {FITTING[0]:.2f}-{FITTING[1]:.2f}, target {TARGET:.2f};"
    )
    print(f"weakest: mean chance of the weakest; well: companies whose weakest has at least {WEAKEST:.2f}")
    choosing("typed")
    choosing("four buttons", choices=4)
    choosing("typed, facets carry nothing", faceted=False)


if __name__ == "__main__":
    main()

"""Made-up players and items whose true chances are known, and the answers they give: what ratings are measured with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from random import Random

from questions.rating import START, guess_among, logistic

PLAYERS, ITEMS, ANSWERS = 200, 2_000, 200
FILMS, PROPERTIES = 100, 20
CENTRE, SPREAD = -0.3, 1.2
AGREEMENT = 0.6
"""How well the prior of the graph goes with the true difficulty, as a correlation."""

Answer = tuple[int, int, float]
"""Who answers what, and 1 where it is right."""


@dataclass(frozen=True, slots=True)
class World:
    """The truth about players and items, and the `prior` that the graph gives each item; item n is of film n // 20."""

    guess: float
    abilities: Sequence[float]
    slopes: Sequence[float]
    difficulties: Sequence[float]
    priors: Sequence[float]

    def chance(self, ability: float, item: int) -> float:
        """Return how likely a player of this ability is truly right."""
        return self.guess + (1 - self.guess) * logistic(
            self.slopes[item] * (ability - self.difficulties[item])
        )


def made(rng: Random, choices: int = 0, *, faceted: bool = False) -> World:
    """Return a world; in a faceted one an item's difficulty is its film's plus its property's plus a rest."""
    film, prop, rest = (sqrt(START[facet].variance) for facet in ("film", "property", "item"))
    films = [rng.gauss(0, film) for _ in range(FILMS)]
    props = [rng.gauss(0, prop) for _ in range(PROPERTIES)]
    around = [
        films[item // PROPERTIES] + props[item % PROPERTIES] + rng.gauss(0, rest)
        if faceted
        else rng.gauss(0, SPREAD)
        for item in range(ITEMS)
    ]
    noise = sqrt(1 - AGREEMENT**2) * SPREAD
    return World(
        guess=guess_among(choices),
        abilities=[rng.gauss(0, 1) for _ in range(PLAYERS)],
        slopes=[exp(rng.gauss(0, 0.3)) for _ in range(ITEMS)],
        difficulties=[CENTRE + one for one in around],
        priors=[AGREEMENT * (AGREEMENT * one + rng.gauss(0, noise)) for one in around],
    )


def played(world: World, rng: Random) -> Iterator[Answer]:
    """Yield what is answered: round after round, everybody another item that they have not met."""
    own = [rng.sample(range(ITEMS), ANSWERS) for _ in world.abilities]
    for turn in range(ANSWERS):
        for player in rng.sample(range(PLAYERS), PLAYERS):
            item = own[player][turn]
            yield player, item, float(rng.random() < world.chance(world.abilities[player], item))

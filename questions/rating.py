"""How likely a player is right, and what each answer teaches: an online Bayesian rating of facets, pure arithmetic.

A question written from facts is rarely asked twice, so not the question alone is rated: its film, its property and its
kind are too, and all that was learned of these is known of a question never asked before. Every facet has a normal
belief, a mean and a variance, in logits; the player counts for a right answer, all other facets against it:

    z = player - (film + property + kind + item + prior)         V = sum of the variances
    P = c + (1 - c) s(z / sqrt(1 + pi V / 8))                    s(x) = 1 / (1 + exp(-x)), c = right by a blind guess
    L = s(z)   q = c + (1 - c) L   d = (1 - c) L (1 - L)         y = 1 right, 0 wrong, 1/2 right with help
    g = (y - q) d / (q (1 - q))    h = d^2 / (q (1 - q))         S = 1 / (1 + h V)
    mean += sign v g S             v *= 1 - h v S                and first of all: the player's v += DRIFT

That is one step of assumed-density filtering with a Fisher-scored Laplace approximation (extended Kalman filter) on the
one-parameter logistic model with a floor for guessing; the square root is MacKay's for a logistic of a normal (1992,
"The evidence framework applied to classification networks"). `python -m tests.benchmarks.difficulty` measures it
against Elo, on made-up players and questions whose true chances are known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, pi, sqrt
from statistics import median
from typing import Literal

Facet = Literal["player", "film", "property", "kind", "item"]
"""What an answer tells of; `item` is the fact asked about, `kind` the form it is asked in."""

Level = Literal["easy", "mixed", "hard"]


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of a facet: how good (a player) or how hard (all else), in logits, and how unsure that is."""

    mean: float
    variance: float


START: Mapping[Facet, Belief] = {
    "player": Belief(0.0, 1.0),
    "film": Belief(0.0, 0.5),
    "property": Belief(0.0, 0.5),
    "kind": Belief(0.0, 0.25),
    "item": Belief(0.0, 0.44),
}
"""What is believed of a facet that nobody has met; twice or half of these variances cost next to nothing."""

DRIFT = 0.002
"""What a player's variance gains with each answer, since players change."""

HALF_KNOWN = 4.0
"""The popularity at which half of the people who like these films are taken to know a thing; kinds learn the rest."""

SPREAD = 0.9
"""How much popularity makes a question easier by one logit."""

TARGET, WIDTH = 0.70, 0.12
"""How likely the right answer should be, and how far from that a question is chosen e times less often."""

WEAKEST = 0.45
"""How likely the weakest of a company should be right at least."""

SHIFTS: Mapping[Level, float] = {"easy": 0.15, "mixed": 0.0, "hard": -0.15}

FAR = 40.0
"""Logits beyond which nothing changes in floating point."""


def expected(beliefs: Mapping[Facet, Belief], prior: float = 0.0, guess: float = 0.0) -> float:
    """Return how likely the answer is right, from `guess` to 1, given what is believed of some or all facets.

    `prior` is the difficulty known beforehand in logits (see `prior_of`), `guess` the share that blind guesses get right
    (see `guess_among`). A facet left out counts as known to be average.
    """
    unsure = fsum(belief.variance for belief in beliefs.values())
    return guess + (1 - guess) * logistic(lead(beliefs, prior) / sqrt(1 + pi * unsure / 8))


def learned(beliefs: Mapping[Facet, Belief], prior: float, guess: float, right: float) -> dict[Facet, Belief]:
    """Return the same facets with what is believed of them after an answer: 1 right, 0 wrong, .5 right with help.

    `prior` and `guess` are those of `expected`. No variance grows, but the player's by up to `DRIFT`. Only the first
    answer to a question tells anything.
    """
    before = {
        facet: Belief(belief.mean, belief.variance + DRIFT) if facet == "player" else belief
        for facet, belief in beliefs.items()
    }
    z = lead(before, prior)
    known = logistic(z)
    share = 1 / (1 + guess * exp(-within(z)))  # L / q, so that nothing is divided by 0 far out
    surprise = (right - guess - (1 - guess) * known) * share  # g
    telling = (1 - guess) * known * (1 - known) * share  # h
    damped = 1 / (1 + telling * fsum(belief.variance for belief in before.values()))  # S
    return {
        facet: Belief(
            belief.mean + sign(facet) * belief.variance * surprise * damped,
            belief.variance * (1 - telling * belief.variance * damped),
        )
        for facet, belief in before.items()
    }


def lead(beliefs: Mapping[Facet, Belief], prior: float) -> float:
    """Return by how much the player is ahead of the question, in logits."""
    return fsum([-prior, *(sign(facet) * belief.mean for facet, belief in beliefs.items())])


def sign(facet: Facet) -> int:
    """Return 1 for what makes a right answer likelier, -1 for what makes it less likely."""
    return 1 if facet == "player" else -1


def within(z: float) -> float:
    """Return a number of logits that can be computed with."""
    return max(-FAR, min(FAR, z))


def logistic(z: float) -> float:
    """Return the share, from 0 to 1, that a number of logits stands for."""
    return 1 / (1 + exp(-within(z)))


def prior_of(film: float, key: float | None) -> float:
    """Return the difficulty, in logits, that the popularity of the film and of the answer speaks for.

    The answer's counts twice; None where the answer is nothing with a popularity, such as a year.
    """
    fame = film if key is None else (film + 2 * key) / 3
    return (HALF_KNOWN - fame) / SPREAD


def guess_among(choices: int) -> float:
    """Return the share, from 0 to 1, of blind guesses that are right among so many choices; 0 where none are offered."""
    return 1 / choices if choices else 0.0


def aimed(level: Level, target: float = TARGET) -> float:
    """Return how likely the right answer should be, from 0 to 1: the server's target, shifted by the level wished for."""
    return round(min(1.0, max(0.0, target + SHIFTS[level])), 4)


def pitch(p: float, target: float = TARGET, width: float = WIDTH) -> float:
    """Return the weight, from 0 to 1, with which to draw a question that one player gets right with probability `p`.

    Weights of a dozen legal candidates, for `random.choices`: exp(-((p - target) / width)^2).
    """
    return exp(-(((p - target) / width) ** 2))


def pitch_for(chances: Sequence[float], target: float = TARGET, width: float = WIDTH) -> float:
    """Return the weight, from 0 to 1, with which to draw a question for a company: one probability per active player.

    The median player sets the pitch; the weight falls, twice as steeply, with how far the weakest is below `WEAKEST`.
    """
    return pitch(median(chances), target, width) * pitch(min(*chances, WEAKEST), WEAKEST, width / 2)

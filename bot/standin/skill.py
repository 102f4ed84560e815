"""Skill: how well and how fast a player of the machine's answers, and what it will do about a question."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

SOONEST, LATEST = 1.5, 60.0  # seconds; nobody reads a question and four choices in less
SPREAD = 0.4  # of the logarithm of a reaction time
SECOND_THOUGHT = (1.0, 5.0)  # seconds


@dataclass(frozen=True, slots=True)
class Skill:
    """The chances, each from 0 to 1, of being right, of saying nothing and of a second thought.

    `seconds` is the median time to an answer.
    """

    right: float
    silent: float
    unsure: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Step:
    """One press: so many seconds after the step before it, on the choice of this place."""

    after: float
    place: int


NOVICE = Skill(right=0.4, silent=0.12, unsure=0.25, seconds=9.0)
REGULAR = Skill(right=0.62, silent=0.06, unsure=0.15, seconds=6.5)
EXPERT = Skill(right=0.85, silent=0.03, unsure=0.08, seconds=4.0)

# What the page offers: the skills that the players take in turn.
COMPANIES: dict[str, tuple[Skill, ...]] = {
    "mixed": (EXPERT, NOVICE, REGULAR),
    "novices": (NOVICE,),
    "regulars": (REGULAR,),
    "experts": (EXPERT,),
}


def planned(skill: Skill, places: Sequence[int], answer: int | None, chance: Random) -> tuple[Step, ...]:
    """Return the presses by which a player answers, none of one who says nothing; the last one counts.

    Whoever does not know the `answer` (None) guesses.
    """
    if chance.random() < skill.silent:
        return ()
    chosen = _chosen(skill, places, answer, chance)
    first = reaction(skill, chance)
    others = [place for place in places if place != chosen]
    if not others or chance.random() >= skill.unsure:
        return (Step(first, chosen),)
    return (Step(first, chance.choice(others)), Step(chance.uniform(*SECOND_THOUGHT), chosen))


def reaction(skill: Skill, chance: Random) -> float:
    """Return the seconds that a player takes to read a question and make up their mind."""
    return min(max(chance.lognormvariate(math.log(skill.seconds), SPREAD), SOONEST), LATEST)


def _chosen(skill: Skill, places: Sequence[int], answer: int | None, chance: Random) -> int:
    wrong = [place for place in places if place != answer]
    if answer is None or answer not in places or not wrong:
        return chance.choice(places)
    return answer if chance.random() < skill.right else chance.choice(wrong)

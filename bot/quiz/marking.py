"""What each guess of a round is worth once the round is closed: one marker per form of question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from math import log2

from bot.quiz.rules import POINTS_FOR_RIGHT
from bot.quiz.values import Round
from questions.judge.numbers import numbers_in
from questions.question import Form, Question

NEAR = {"year": 15.0, "minutes": 30.0}
"""How far a guess may be from a year or a length to be worth anything."""

FACTOR = 4.0
"""How many times too large or too small a sum may be."""

RUNNER_UP = POINTS_FOR_RIGHT - 1
"""The most that a guess can be worth that is not the closest."""

LEAST_FOR_CLUES = 2
"""Points for whoever needed every clue."""


@dataclass(frozen=True, slots=True)
class Said:
    """A guess as it is marked: whose, its place among the choices, its text, and when it was given (UTC)."""

    player_id: int
    choice: int
    text: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether a guess is right, and its points."""

    right: bool
    points: int


Accepts = Callable[[Question, str], bool]
"""Whether a typed text names a question's answer."""

Marks = Mapping[int, Mark]
NOTHING = Mark(right=False, points=0)
FULL = Mark(right=True, points=POINTS_FOR_RIGHT)


def marks(round_: Round, said: Sequence[Said], accepts: Accepts) -> Marks:
    """Return each player's mark in a closed round."""
    return MARKERS[round_.question.form](round_, said, accepts)


def by_choice(round_: Round, said: Sequence[Said], accepts: Accepts) -> Marks:
    """Return full points for the right choice; a guess of no choice there is is wrong."""
    choices, answer = round_.question.choices or (), round_.question.answer
    right = choices.index(answer) if answer in choices else None
    return {one.player_id: FULL if one.choice == right else NOTHING for one in said}


def by_name(round_: Round, said: Sequence[Said], accepts: Accepts) -> Marks:
    """Return full points for every name that is accepted."""
    return {one.player_id: FULL if accepts(round_.question, one.text) else NOTHING for one in said}


def by_clues(round_: Round, said: Sequence[Said], accepts: Accepts) -> Marks:
    """Return fewer points for every clue that was shown when the right name was given."""
    count = max(1, len(round_.question.clues))
    step = (POINTS_FOR_RIGHT - LEAST_FOR_CLUES) / max(1, count - 1)
    return {
        one.player_id: Mark(
            right=True, points=round(POINTS_FOR_RIGHT - step * (clues_shown(round_, one.given_at) - 1))
        )
        if accepts(round_.question, one.text)
        else NOTHING
        for one in said
    }


def clues_shown(round_: Round, now: datetime) -> int:
    """Return how many clues a round shows at a moment: the first at once, the others in equal steps."""
    count = max(1, len(round_.question.clues))
    step = clue_step(round_)
    return max(1, min(count, 1 + (now - round_.asked_at) // step)) if step else count


def clue_step(round_: Round) -> timedelta:
    """Return how long after each clue of a round the next one appears."""
    return max(timedelta(0), round_.closes_at - round_.asked_at) / max(1, len(round_.question.clues))


def by_distance(round_: Round, said: Sequence[Said], accepts: Accepts) -> Marks:
    """Return full points for the closest number, equally close ones alike, and fewer the farther the others are.

    Nothing is worth a guess that is too far off, even the closest.
    """
    right = float(str(round_.question.answer))
    shares = {
        one.player_id: max(0.0, 1 - distance(round_.question.measure, right, number))
        for one in said
        if (number := number_of(one.text)) is not None
    }
    best = max(shares.values(), default=0.0)
    return {
        one.player_id: FULL
        if best and shares.get(one.player_id) == best
        else Mark(right=False, points=round(RUNNER_UP * shares.get(one.player_id, 0.0)))
        for one in said
    }


def distance(measure: str, right: float, guess: float) -> float:
    """Return how far off a number is, 1 being worth nothing: years and minutes by difference, sums by factor."""
    if measure in NEAR:
        return abs(guess - right) / NEAR[measure]
    if guess <= 0 or right <= 0:
        return 1.0
    times = max(guess, right) / min(guess, right)  # so that a third and three times are equally far
    return log2(times) / log2(FACTOR)


def number_of(text: str) -> float | None:
    """Return the one number a text names, or None."""
    named = numbers_in(text)
    return named[0] if len(named) == 1 else None


def by_order(round_: Round, said: Sequence[Said], accepts: Accepts) -> Marks:
    """Return points by Kendall's rank correlation with the right order; none where no more pairs are right than wrong."""
    return {one.player_id: by_agreement(round_.question, places(one.text)) for one in said}


def by_agreement(question: Question, given: Sequence[int]) -> Mark:
    """Return the mark of choices put in an order, each by its place as shown."""
    choices = question.choices or ()
    right = [choices.index(part) for part in question.answer]
    if sorted(given) != sorted(right):
        return NOTHING
    rank = {place: number for number, place in enumerate(right)}
    pairs = list(combinations(given, 2))
    agreeing = sum(rank[one] < rank[other] for one, other in pairs)
    tau = (2 * agreeing - len(pairs)) / len(pairs)
    return Mark(right=tau == 1, points=round(POINTS_FOR_RIGHT * max(0.0, tau)))


def by_pairs(round_: Round, said: Sequence[Said], accepts: Accepts) -> Marks:
    """Return points by the share of items that were given their own choice."""
    choices, answer = round_.question.choices or (), round_.question.answer
    right = [choices.index(part) for part in answer]
    found: dict[int, Mark] = {}
    for one in said:
        given = places(one.text)
        hits = sum(own == other for own, other in zip(right, given, strict=False))
        found[one.player_id] = Mark(
            right=hits == len(right), points=round(POINTS_FOR_RIGHT * hits / len(right))
        )
    return found


def places(text: str) -> list[int]:
    """Return the places that a guess lists, as they are kept: "2,0,1,3"."""
    return [int(part) for part in text.split(",") if part.isdecimal()]


Marker = Callable[[Round, Sequence[Said], Accepts], Marks]
MARKERS: dict[Form, Marker] = {
    Form.CHOICE: by_choice,
    Form.TYPED: by_name,
    Form.CLUES: by_clues,
    Form.NUMBER: by_distance,
    Form.ORDER: by_order,
    Form.PAIRS: by_pairs,
}

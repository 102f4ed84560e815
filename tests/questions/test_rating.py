"""The rating: what every answer does to what is believed, how well it foretells, and which questions it would choose."""

from __future__ import annotations

from math import exp, isfinite, pi, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.catalogue.model import Entity
from questions.difficulty import difficulty_of
from questions.rating import (
    DRIFT,
    START,
    Belief,
    Facet,
    aimed,
    expected,
    guess_among,
    learned,
    pitch,
    pitch_for,
    prior_of,
)
from tests.benchmarks.difficulty import Elo, Facets, losses, slowing
from tests.benchmarks.players import made, played

FACETS: tuple[Facet, ...] = ("player", "film", "property", "kind", "item")
NEAR, FAR_OUT = 4.0, 1e6


def beliefs_within(logits: float, variance: float) -> st.SearchStrategy[dict[Facet, Belief]]:
    """Beliefs about all facets, up to so many logits and such a variance."""
    belief = st.builds(Belief, st.floats(-logits, logits), st.floats(0.01, variance))
    return st.fixed_dictionaries(dict.fromkeys(FACETS, belief))


moderate = beliefs_within(NEAR, 2.0)
extreme = beliefs_within(FAR_OUT, FAR_OUT)
priors = st.floats(-NEAR, NEAR)
guesses = st.sampled_from([0.0, 0.1, 0.25, 0.5])
answers = st.sampled_from([0.0, 0.5, 1.0])
chances = st.floats(0, 1)


@given(moderate, priors, guesses, answers)
def test_learning_follows_the_formula(
    beliefs: dict[Facet, Belief], prior: float, guess: float, right: float
) -> None:
    """Written out letter by letter, the formula of the docstring gives the same beliefs."""
    variances = {facet: one.variance + (DRIFT if facet == "player" else 0) for facet, one in beliefs.items()}
    z = 2 * beliefs["player"].mean - sum(one.mean for one in beliefs.values()) - prior
    known = 1 / (1 + exp(-z))
    q, d = guess + (1 - guess) * known, (1 - guess) * known * (1 - known)
    g, h = (right - q) * d / (q * (1 - q)), d * d / (q * (1 - q))
    damped = 1 / (1 + h * sum(variances.values()))

    for facet, after in learned(beliefs, prior, guess, right).items():
        v, sign = variances[facet], 1 if facet == "player" else -1
        assert after.mean == pytest.approx(beliefs[facet].mean + sign * v * g * damped, abs=1e-9)
        assert after.variance == pytest.approx(v * (1 - h * v * damped), abs=1e-9)


@given(moderate, priors, guesses)
def test_the_expected_follows_the_formula(beliefs: dict[Facet, Belief], prior: float, guess: float) -> None:
    """Unsure beliefs draw the expected share towards the middle, by the formula of the docstring."""
    z = 2 * beliefs["player"].mean - sum(one.mean for one in beliefs.values()) - prior
    unsure = sum(one.variance for one in beliefs.values())
    p = guess + (1 - guess) / (1 + exp(-z / sqrt(1 + pi * unsure / 8)))

    assert expected(beliefs, prior, guess) == pytest.approx(p)


@given(extreme, priors, guesses, answers)
def test_no_variance_grows_by_learning(
    beliefs: dict[Facet, Belief], prior: float, guess: float, right: float
) -> None:
    """An answer makes surer of every facet, but for the little by which players change."""
    for facet, after in learned(beliefs, prior, guess, right).items():
        drift = DRIFT if facet == "player" else 0.0
        assert 0 <= after.variance <= beliefs[facet].variance + drift


@given(moderate, priors, guesses)
def test_a_right_answer_raises_the_player_and_lowers_the_rest(
    beliefs: dict[Facet, Belief], prior: float, guess: float
) -> None:
    """Right: the player is better and everything asked about easier than was thought; wrong: the other way."""
    right, wrong = learned(beliefs, prior, guess, 1), learned(beliefs, prior, guess, 0)

    assert wrong["player"].mean < beliefs["player"].mean < right["player"].mean
    for facet in FACETS[1:]:
        assert right[facet].mean < beliefs[facet].mean < wrong[facet].mean


@given(moderate, priors, guesses)
def test_help_counts_between_wrong_and_right(
    beliefs: dict[Facet, Belief], prior: float, guess: float
) -> None:
    """Who was helped is thought better of than who was wrong, and less well than who was right alone."""
    wrong, helped, right = (learned(beliefs, prior, guess, y)["player"].mean for y in (0, 0.5, 1))

    assert wrong < helped < right


@given(moderate, priors, guesses)
def test_after_a_right_answer_the_next_is_likelier(
    beliefs: dict[Facet, Belief], prior: float, guess: float
) -> None:
    """The means move to where the answer would have been less of a surprise."""
    settled = {facet: Belief(one.mean, 1.0) for facet, one in learned(beliefs, prior, guess, 1).items()}
    before = {facet: Belief(one.mean, 1.0) for facet, one in beliefs.items()}

    assert expected(settled, prior, guess) > expected(before, prior, guess)


@given(extreme, st.floats(-FAR_OUT, FAR_OUT), guesses, answers)
def test_nothing_is_ever_out_of_bounds(
    beliefs: dict[Facet, Belief], prior: float, guess: float, right: float
) -> None:
    """However far out beliefs are, a probability is from the blind guess to 1, and all that is learned is a number."""
    after = learned(beliefs, prior, guess, right)

    assert guess <= expected(beliefs, prior, guess) <= 1
    assert all(isfinite(one.mean) and isfinite(one.variance) for one in after.values())


@given(extreme, st.permutations(FACETS), priors, guesses, answers)
def test_the_order_of_facets_is_irrelevant(
    beliefs: dict[Facet, Belief], order: list[Facet], prior: float, guess: float, right: float
) -> None:
    """To the last bit."""
    again = {facet: beliefs[facet] for facet in order}

    assert learned(again, prior, guess, right) == learned(beliefs, prior, guess, right)
    assert expected(again, prior, guess) == expected(beliefs, prior, guess)


def test_nobody_known_and_nothing_known_is_even() -> None:
    """At the start half of typed answers are expected to be right, and five in eight of four choices."""
    assert expected(START) == 0.5
    assert expected(START, guess=guess_among(4)) == 0.625


def test_blind_guesses() -> None:
    """One of those offered is right; where none are, no blind guess is."""
    assert [guess_among(choices) for choices in (0, 2, 4)] == [0, 0.5, 0.25]


@given(st.floats(0, 8), st.floats(0, 8), st.floats(0.01, 2))
def test_fame_makes_easier(film: float, key: float, more: float) -> None:
    """A more popular film or a more popular answer speaks for an easier question, the answer more so."""
    assert prior_of(film, key + more) < prior_of(film + more, key) < prior_of(film, key)
    assert prior_of(film + more, None) < prior_of(film, None)


def test_a_question_is_as_hard_as_its_form() -> None:
    """The same fact is hardest typed, easier among four, easiest as true or false."""
    film, key = (Entity(id=one, type="film", name=one, popularity=3.0) for one in ("a", "b"))

    hard = [difficulty_of(film, key, guess) for guess in (0, 0.25, 0.5)]

    assert hard == [0.752, 0.564, 0.376]


def test_levels_shift_the_target() -> None:
    """Easy aims at .85, mixed at .70, hard at .55; a server may have another target."""
    assert [aimed("easy"), aimed("mixed"), aimed("hard")] == [0.85, 0.70, 0.55]
    assert aimed("easy", 0.90) == 1


@given(chances, chances)
def test_the_nearer_to_the_target_the_likelier(one: float, other: float) -> None:
    """The weight falls from 1 at the target with the distance from it."""
    near, far = sorted((one, other), key=lambda p: abs(p - 0.7))

    assert 0 <= pitch(far) <= pitch(near) <= pitch(0.7) == 1


@given(st.tuples(chances, chances, chances))
def test_a_company_is_pitched_at_its_median(company: tuple[float, ...]) -> None:
    """Where nobody is below .45, the median player alone counts."""
    well = sorted(max(0.45, p) for p in company)

    assert pitch_for(well) == pitch(well[1])


@given(st.floats(0, 0.4), st.floats(0.01, 0.05))
def test_a_company_spares_its_weakest(low: float, less: float) -> None:
    """The further somebody is below .45, the less likely a question is."""
    assert pitch_for([low, 0.7, 0.7]) < pitch_for([low + less, 0.7, 0.7]) <= pitch_for([0.45, 0.7, 0.7]) == 1


def test_answers_are_foretold() -> None:
    """Of 200 made-up players with 200 answers each, losses stay below what was measured, with a margin, and below Elo's."""
    rng = Random(1)
    world = made(rng, faceted=True)
    answers = list(played(world, rng))

    found, elo = losses(Facets(world, prior=True), answers), losses(Elo(0, slowing), answers)

    assert all(loss < most for loss, most in zip(found, (0.66, 0.61, 0.59, 0.56), strict=True)), found
    assert all(loss < other - 0.01 for loss, other in zip(found, elo, strict=True)), elo

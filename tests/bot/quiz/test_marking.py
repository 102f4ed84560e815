"""What a guess is worth, form by form, each rule held against every case that can be thought of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.marking import NEAR, NOTHING, RUNNER_UP, Mark, Marks, Said, clue_step, clues_shown, marks
from bot.quiz.rules import POINTS_FOR_RIGHT, asked_after_restart, closes_after_restart
from bot.quiz.values import Round
from questions.question import Form, Question
from tests.bot.store.house import QUESTION, named

ASKED = datetime(2026, 11, 18, 20, tzinfo=UTC)
FILMS = ("Gamera", "Mothra", "Rodan", "Varan")
TEXTS = st.sampled_from(
    ["Shusuke Kaneko", "Kaneko", "1996", "1990-ish", "0", "700 million", "2,0,1,3", "3,3,3,3", ""]
)
YEARS = st.integers(1950, 2025)
SUMS = st.integers(1, 10**11)
ORDERS = st.permutations(range(4))
FULL = Mark(right=True, points=POINTS_FOR_RIGHT)


def question(form: Form, **fields: object) -> Question:
    """Return a question of a form, with whatever else it needs."""
    return msgspec.structs.replace(QUESTION, form=form, **fields)


def year(right: int) -> Question:
    """Return a question for a year."""
    return question(Form.NUMBER, choices=None, answer=str(right), measure="year")


def money(right: int) -> Question:
    """Return a question for a sum of money."""
    return question(Form.NUMBER, choices=None, answer=str(right), measure="JPY")


def order(right: tuple[int, ...]) -> Question:
    """Return a question for the order of four films, given by their places as shown."""
    return question(Form.ORDER, choices=FILMS, answer=tuple(FILMS[place] for place in right))


def pairs(right: tuple[int, ...]) -> Question:
    """Return a question for four pairs, given by the places of what belongs to each item."""
    films = tuple(FILMS[place] for place in right)
    return question(Form.PAIRS, choices=FILMS, answer=films, items=("1965", "1961", "1956", "1958"))


def riddle(clues: int) -> Question:
    """Return a riddle of so many clues."""
    return question(Form.CLUES, choices=None, clues=tuple(f"Clue {number}." for number in range(clues)))


FORMS = [QUESTION, question(Form.TYPED, choices=None), year(1996), money(700_000_000)]
FORMS += [order((2, 0, 1, 3)), pairs((2, 0, 1, 3)), riddle(4)]


def opened(asked: Question, seconds: float = 60) -> Round:
    """Return a round that asks a question for so many seconds."""
    return Round(1, 1, 1, asked, None, ASKED, ASKED + timedelta(seconds=seconds), None, None)


def marked(asked: Question, *texts: str | int) -> list[Mark]:
    """Return the marks of players who say these, a number being the place of a choice."""
    said = [
        Said(number, text, "", ASKED) if isinstance(text, int) else Said(number, 0, text, ASKED)
        for number, text in enumerate(texts)
    ]
    return in_turn(marks(opened(asked), said, named))


def in_turn(found: Marks) -> list[Mark]:
    """Return marks by the number of their player."""
    return [found[number] for number in range(len(found))]


def listed(places: object) -> str:
    """Return places as a guess lists them."""
    assert isinstance(places, (list, tuple))
    return ",".join(map(str, places))


@given(
    st.sampled_from(FORMS),
    st.lists(
        st.builds(Said, st.integers(1, 9), st.integers(-1, 5), TEXTS, st.just(ASKED)),
        unique_by=lambda one: one.player_id,
    ),
)
def test_points_are_between_none_and_ten(asked: Question, said: list[Said]) -> None:
    """In every form everybody who said something has a mark of 0 to 10 points, and who is right has some."""
    found = marks(opened(asked), said, named)

    assert set(found) == {one.player_id for one in said}
    assert all(0 <= mark.points <= POINTS_FOR_RIGHT for mark in found.values())
    assert all(mark.points for mark in found.values() if mark.right)


@given(st.sampled_from([form for form in FORMS if form.form is not Form.NUMBER]), st.lists(TEXTS, min_size=1))
def test_nobody_loses_by_the_presence_of_others(asked: Question, texts: list[str]) -> None:
    """Where no guess is compared with another, each is worth what it is worth alone."""
    assert marked(asked, *texts) == [marked(asked, text)[0] for text in texts]


@given(st.lists(st.integers(-1, 30), min_size=1))
def test_the_right_choice_is_worth_ten(places: list[int]) -> None:
    """The right choice wins ten points, every other choice nothing, and so does one there is not."""
    right = (QUESTION.choices or ()).index(str(QUESTION.answer))

    assert marked(QUESTION, *places) == [FULL if place == right else NOTHING for place in places]


@given(TEXTS)
def test_an_accepted_name_is_worth_ten(text: str) -> None:
    """What the judge accepts wins ten points, and nothing else does."""
    asked = question(Form.TYPED, choices=None)

    assert marked(asked, text) == [FULL if named(asked, text) else NOTHING]


@given(YEARS, st.lists(YEARS, min_size=1, max_size=6))
def test_the_closest_year_wins(right: int, guesses: list[int]) -> None:
    """Whoever is closest, and no farther off than counts, is right and has ten points; nobody else is or has."""
    off = [abs(guess - right) for guess in guesses]
    wins = [far == min(off) and far < NEAR["year"] for far in off]

    found = marked(year(right), *map(str, guesses))

    assert [mark.right for mark in found] == wins
    assert [mark.points == POINTS_FOR_RIGHT for mark in found] == wins


@given(st.sampled_from([year, money]), SUMS, st.lists(SUMS, min_size=2, max_size=6))
def test_the_farther_the_fewer(form: object, right: int, guesses: list[int]) -> None:
    """Of two numbers on one side of the right one, the farther is never worth more."""
    assert callable(form)
    above = sorted(guess for guess in guesses if guess >= right)
    points = [mark.points for mark in marked(form(right), *map(str, above))]

    assert points == sorted(points, reverse=True)


@given(YEARS, st.integers(0, 20), st.lists(YEARS, max_size=4))
def test_equally_close_years_are_worth_the_same(right: int, off: int, others: list[int]) -> None:
    """So many years too early and as many too late have the same mark, whoever else guesses."""
    early, late, *_ = marked(year(right), *map(str, (right - off, right + off, *others)))

    assert early == late


@given(st.integers(1, 10**9), st.integers(1, 9), st.lists(SUMS, max_size=4))
def test_equally_close_sums_are_worth_the_same(smallest: int, times: int, others: list[int]) -> None:
    """So many times too small and as many times too large have the same mark, whoever else guesses."""
    right = smallest * times
    small, large, *_ = marked(money(right), *map(str, (smallest, right * times, *others)))

    assert small == large


@given(YEARS, st.integers(15, 200))
def test_too_far_is_worth_nothing(right: int, off: int) -> None:
    """Fifteen years off wins nothing, not even for the only guess; nor does a fourth or four times of a sum."""
    assert marked(year(right), str(right + off)) == [NOTHING]
    assert marked(money(right), str(right * (4 + off))) == marked(money(right * 4), str(right)) == [NOTHING]


@given(YEARS, YEARS, st.lists(YEARS, max_size=5))
def test_only_runners_up_lose_by_others(right: int, guess: int, others: list[int]) -> None:
    """Another's number takes from one nothing but the first place, and then at most down to what its distance is worth."""
    (alone,) = marked(year(right), str(guess))
    among = marked(year(right), str(guess), *map(str, others))[0]
    worth = round(RUNNER_UP * max(0.0, 1 - abs(guess - right) / NEAR["year"]))

    assert among in (alone, Mark(right=False, points=worth))
    assert among == alone or min(abs(other - right) for other in others) < abs(guess - right)


@pytest.mark.parametrize("text", ["", "no idea", "1990 or 1996"])
def test_no_number_is_worth_nothing(text: str) -> None:
    """A guess that names no number, or several, wins nothing and takes nothing from others."""
    assert marked(year(1996), text, "1990") == [NOTHING, FULL]


@given(ORDERS, ORDERS)
def test_an_order_is_worth_its_rank_correlation(right: list[int], given_: list[int]) -> None:
    """Points follow Kendall's tau, counted here pair by pair; an order is right only if it is perfect."""
    agree = sum(
        (given_.index(one) < given_.index(other)) == (right.index(one) < right.index(other))
        for one, other in combinations(range(4), 2)
    )
    (mark,) = marked(order(tuple(right)), listed(given_))

    assert mark.right is (given_ == right)
    assert mark.points == round(10 * max(0, agree - (6 - agree)) / 6)


@pytest.mark.parametrize("text", ["", "0,1,2", "0,1,2,3,0", "0,0,1,2", "0,1,2,7", "x,y"])
def test_what_is_no_order_is_worth_nothing(text: str) -> None:
    """A list that leaves out, repeats or invents a film wins nothing."""
    assert marked(order((0, 1, 2, 3)), text) == [NOTHING]


@given(ORDERS, ORDERS)
def test_every_pair_is_worth_its_share(right: list[int], given_: list[int]) -> None:
    """Each item that was given its own choice is worth a fourth of the points; right is who has all."""
    hits = sum(one == other for one, other in zip(right, given_, strict=True))
    (mark,) = marked(pairs(tuple(right)), listed(given_))

    assert mark == Mark(right=hits == 4, points=round(10 * hits / 4))


def test_more_pairs_are_worth_more() -> None:
    """Over all ways of matching four, one more pair found is never worth less, and some pair is worth something."""
    points = {
        sum(place == own for own, place in enumerate(given_)): marked(pairs((0, 1, 2, 3)), listed(given_))[
            0
        ].points
        for given_ in permutations(range(4))
    }

    assert [points[hits] for hits in sorted(points)] == sorted(points.values())
    assert points[0] == 0 < points[1]


@given(st.integers(3, 5), st.floats(10, 120), st.lists(st.floats(0, 120), min_size=2, max_size=6))
def test_every_clue_shown_costs_points(clues: int, seconds: float, moments: list[float]) -> None:
    """The right name wins ten points with one clue and two with all, and fewer with every clue between."""
    round_ = opened(riddle(clues), seconds)
    given_at = [ASKED + timedelta(seconds=min(moment, seconds)) for moment in moments]
    said = [Said(number, 0, "Shusuke Kaneko", at) for number, at in enumerate(given_at)]
    found = in_turn(marks(round_, said, named))
    shown = [clues_shown(round_, at) for at in given_at]

    for (one, mark), (other, than) in combinations(zip(shown, found, strict=True), 2):
        assert (mark.points > than.points) is (one < other)
    assert all(
        mark.points == {1: 10, clues: 2}.get(one, mark.points) for one, mark in zip(shown, found, strict=True)
    )


@given(st.integers(1, 7), st.integers(10_000_000, 120_000_000))
def test_a_clue_counts_from_the_moment_it_appears(clues: int, microseconds: int) -> None:
    """When the card is drawn for another clue that clue is shown, and a microsecond before it was not."""
    round_ = opened(riddle(clues), microseconds / 1_000_000)
    for number in range(1, clues):
        due = ASKED + clue_step(round_) * number

        assert clues_shown(round_, due) == number + 1
        assert clues_shown(round_, due - timedelta(microseconds=1)) == number


@given(st.integers(1, 7), st.integers(10, 120), st.floats(-5, 130), st.floats(0, 10**6))
def test_a_restart_shows_as_many_clues_as_before(
    clues: int, seconds: int, passed: float, away: float
) -> None:
    """However long the bot was away and however little time was left, a riddle taken up shows what it had shown."""
    round_ = opened(riddle(clues), seconds)
    alive = ASKED + timedelta(seconds=passed)
    now = alive + timedelta(seconds=away)
    closes_at = min(closes_after_restart(round_.closes_at, alive, now), now + timedelta(seconds=seconds))
    again = replace(round_, asked_at=asked_after_restart(round_, alive, closes_at, now), closes_at=closes_at)

    assert clues_shown(again, now) in {
        clues_shown(round_, alive + timedelta(microseconds=slip)) for slip in (-9, 0, 9)
    }
    assert again.asked_at <= now < again.closes_at


def test_a_round_without_time_shows_every_clue() -> None:
    """Where a round closes the moment it is asked, or before, all its clues count as shown."""
    round_ = opened(riddle(4), 0)

    assert clues_shown(round_, ASKED) == 4
    assert clues_shown(replace(round_, closes_at=ASKED - timedelta(seconds=5)), ASKED) == 4

"""The rules of a quiz, each held against every case that can be thought of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz import rules
from bot.quiz.rules import Period, placed

PLAYERS = st.frozensets(st.integers(1, 6))
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SPANS = st.timedeltas(timedelta(0), timedelta(days=2))
POINTS = st.lists(st.integers(0, 5), max_size=12)


def test_points() -> None:
    """A right guess is ten points, a wrong one none."""
    assert rules.POINTS_FOR_RIGHT == 10


@given(before=PLAYERS, answered=PLAYERS)
def test_closes_early(before: frozenset[int], answered: frozenset[int]) -> None:
    """A round closes early when nobody who played the round before is missing, and somebody had played it."""
    missing = [player for player in before if player not in answered]

    assert rules.closes_early(before, answered) == (bool(before) and not missing)


@given(before=PLAYERS, answered=PLAYERS, another=st.integers(1, 6))
def test_another_answer_never_keeps_a_round_open(
    before: frozenset[int], answered: frozenset[int], another: int
) -> None:
    """A round that would close early still does when one more player answers."""
    if rules.closes_early(before, answered):
        assert rules.closes_early(before, answered | {another})


@given(shorter=st.integers(0, 2000), more=st.integers(0, 2000))
def test_reveal_stands(shorter: int, more: int) -> None:
    """A reveal stands from 6 to 12 seconds, and a longer one never shorter."""
    short, long = rules.reveal_stands(shorter), rules.reveal_stands(shorter + more)

    assert timedelta(seconds=6) <= short <= long <= timedelta(seconds=12)


@given(alive=MOMENTS, left=SPANS, away=SPANS)
def test_closes_after_restart(alive: datetime, left: timedelta, away: timedelta) -> None:
    """However long the bot was away, the time left when it went is given again, at least 5 seconds."""
    now = alive + away

    closes = rules.closes_after_restart(alive + left, alive, now)

    assert closes - now == max(left, timedelta(seconds=5))


@given(overdue=SPANS, away=SPANS, alive=MOMENTS)
def test_overdue_rounds_after_restart(overdue: timedelta, away: timedelta, alive: datetime) -> None:
    """A round that was overdue when the bot went still gets 5 seconds."""
    now = alive + away

    assert rules.closes_after_restart(alive - overdue, alive, now) == now + timedelta(seconds=5)


@given(st.lists(st.integers(0, 3), max_size=8))
def test_ends_in_silence(guesses: list[int]) -> None:
    """A quiz ends when its last two rounds had no guess, not after one, however silent it was before."""
    silent_at_the_end = 0
    for number in reversed(guesses):
        if number:
            break
        silent_at_the_end += 1

    assert rules.ends_in_silence(guesses) == (silent_at_the_end >= 2)


@given(MOMENTS)
def test_a_week_starts_on_monday(now: datetime) -> None:
    """A week's first moment is the last Monday's midnight, UTC, which may be now."""
    start = rules.period_start(Period.WEEK, now)

    assert start is not None
    assert (start.weekday(), start.time(), start.tzinfo) == (0, datetime.min.time(), UTC)
    assert timedelta(0) <= now - start < timedelta(days=7)


@given(MOMENTS)
def test_a_month_starts_on_its_first(now: datetime) -> None:
    """A month's first moment is the midnight of its first day, UTC; all time has none."""
    start = rules.period_start(Period.MONTH, now)

    assert start == datetime(now.year, now.month, 1, tzinfo=UTC)
    assert rules.period_start(Period.ALL, now) is None


@given(points=POINTS, above=st.integers(0, 100))
def test_places(points: list[int], above: int) -> None:
    """A place is one more than the players with more points, those above the list too; equals share it."""
    totals = [
        (player, f"player {player}", sum_, 0, 0) for player, sum_ in enumerate(sorted(points, reverse=True))
    ]

    for standing in placed(totals, above):
        ahead = sum(other > standing.points for other in points)
        assert standing.place == above + ahead + 1


@given(points=POINTS)
def test_standings_keep_what_they_are_given(points: list[int]) -> None:
    """Nobody is left out, renamed or moved by being placed."""
    totals = [
        (player, f"player {player}", sum_, 3, 4) for player, sum_ in enumerate(sorted(points, reverse=True))
    ]

    standings = placed(totals)

    assert [(one.player_id, one.name, one.points, one.right, one.answered) for one in standings] == totals

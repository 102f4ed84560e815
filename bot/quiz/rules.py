"""The rules of a quiz: what a guess is worth, when a round closes, how long a reveal stands, who stands where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import Enum

from bot.quiz.values import Round, Standing

POINTS_FOR_RIGHT = 10
SILENT_ROUNDS_TO_END = 2
GRACE_AFTER_ALL_ANSWERED = timedelta(seconds=3)
LEAST_TIME_AFTER_RESTART = timedelta(seconds=5)
PULSE = timedelta(seconds=5)
CARD_EDIT_EVERY = timedelta(seconds=3)
ROUNDS = range(1, 21)
SECONDS = range(10, 121)
WITNESSES = range(1, 4)
SHORTEST_REVEAL = 6.0
LONGEST_REVEAL = 12.0
CHARACTERS_PER_SECOND = 30.0  # a slow reader's pace, about 300 words a minute would be 25


class Period(Enum):
    """The stretch of time a leaderboard counts."""

    WEEK = "week"
    MONTH = "month"
    ALL = "all"


def closes_early(played_before: frozenset[int], answered: frozenset[int]) -> bool:
    """Return whether everybody who played the round before has answered; with nobody to wait for, the clock decides."""
    return bool(played_before) and played_before <= answered


def reveal_stands(characters: int) -> timedelta:
    """Return how long a reveal of so many characters stands: 6 to 12 seconds."""
    return timedelta(seconds=min(LONGEST_REVEAL, max(SHORTEST_REVEAL, characters / CHARACTERS_PER_SECOND)))


def closes_after_restart(closes_at: datetime, last_alive: datetime, now: datetime) -> datetime:
    """Return when a round found open closes: after the time left when the bot was last known alive, at least 5 s."""
    return now + max(closes_at - last_alive, LEAST_TIME_AFTER_RESTART)


def asked_after_restart(round_: Round, last_alive: datetime, closes_at: datetime, now: datetime) -> datetime:
    """Return when a round taken up counts as asked, now that it closes at another time.

    The same share of its time has passed as when the bot was last known alive, so that its clues go on where they were.
    """
    whole = round_.closes_at - round_.asked_at
    most = 1 - 1 / (2 * max(1, len(round_.question.clues)))  # when the last clue is long there
    share = (last_alive - round_.asked_at) / whole if whole > timedelta(0) else most
    return closes_at - (closes_at - now) / (1 - min(max(share, 0.0), most))


def ends_in_silence(guesses_by_round: Sequence[int]) -> bool:
    """Return whether the last two rounds passed without a single guess, which ends a quiz."""
    last = guesses_by_round[-SILENT_ROUNDS_TO_END:]
    return len(last) == SILENT_ROUNDS_TO_END and not any(last)


def period_start(period: Period, now: datetime) -> datetime | None:
    """Return the first moment that counts: Monday 00:00 UTC, the first of the month 00:00 UTC, or None for all time."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    match period:
        case Period.WEEK:
            return midnight - timedelta(days=midnight.weekday())
        case Period.MONTH:
            return midnight.replace(day=1)
        case Period.ALL:
            return None


def placed(totals: Iterable[tuple[int, str, int, int, int]], above: int = 0) -> tuple[Standing, ...]:
    """Return standings for (player, name, points, right, answered), which come best first; `above` players lead them all.

    Equal points share a place: 1, 1, 3.
    """
    standings: list[Standing] = []
    for position, (player_id, name, points, right, answered) in enumerate(totals, start=above + 1):
        shares = standings and standings[-1].points == points
        place = standings[-1].place if shares else position
        standings.append(Standing(place, player_id, name, points, right, answered))
    return tuple(standings)

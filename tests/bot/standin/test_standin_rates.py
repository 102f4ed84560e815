"""Rate limits, with the time as a number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.standin.rates import GLOBAL, Bucket, Rates

EDITS = Bucket("edits", 5, 5.0, ("channel_id",))


@given(st.lists(st.floats(0, 30), max_size=200))
def test_no_window_lets_more_through(times: list[float]) -> None:
    """However requests fall in time, two windows at most touch any five seconds, so at most ten pass in them."""
    rates = Rates()
    passed = [at for at in sorted(times) if rates.spend(EDITS, {"channel_id": "1"}, at, 0.0).allowed]
    assert all(sum(at <= other < at + 5.0 for other in passed) <= 10 for at in passed)


def test_channels_are_counted_apart() -> None:
    """What one channel has spent is left to another."""
    rates = Rates()
    for _ in range(6):
        spent = rates.spend(EDITS, {"channel_id": "1"}, 0.0, 100.0)
    assert (spent.allowed, spent.retry_after) == (False, 5.0)
    assert rates.spend(EDITS, {"channel_id": "2"}, 0.0, 100.0).allowed
    assert rates.spend(EDITS, {"channel_id": "1"}, 5.0, 105.0).allowed


def test_headers_tell_what_is_left() -> None:
    """Each answer tells the bucket, its size, what is left, and when it fills again, both ways."""
    spent = Rates().spend(EDITS, {"channel_id": "1"}, 0.0, 100.0)
    assert spent.headers == {
        "X-RateLimit-Bucket": "edits",
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": "4",
        "X-RateLimit-Reset": "105.000",
        "X-RateLimit-Reset-After": "5.000",
    }


def test_the_whole_bot_has_one_limit() -> None:
    """The fifty-first request of a second is refused, whatever it asks for, and no header has told of it."""
    rates = Rates()
    spent = [rates.spend(GLOBAL, {}, 0.0, 0.0) for _ in range(51)]
    assert [one.allowed for one in spent] == [True] * 50 + [False]
    assert spent[0].headers == {}

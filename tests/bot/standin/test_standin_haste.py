"""People who act faster than Discord lets them."""

from __future__ import annotations

from bot.standin.haste import MOST, SECONDS, Haste


def test_only_so_many_acts_pass_in_so_many_seconds() -> None:
    """The one too many has to wait until the first is old enough, and only for that."""
    haste = Haste()
    assert [haste.wait(now=number / 10) for number in range(MOST)] == [0.0] * MOST

    assert haste.wait(now=4.0) == SECONDS - 4.0
    assert haste.wait(now=SECONDS) == 0.0
    assert haste.wait(now=SECONDS) > 0.0

"""Times: kept in UTC, given back aware, and the note that the bot lives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import StatementError

from bot.store import pulse

if TYPE_CHECKING:
    from tests.bot.store.house import House


async def test_the_pulse(house: House) -> None:
    """The last note is the one that counts; its zone is UTC whatever zone it was given in."""
    first = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=timezone(timedelta(hours=9)))
    await house.database.write(lambda connection: pulse.beat(connection, first + timedelta(days=1)))
    await house.database.write(lambda connection: pulse.beat(connection, first))

    async with house.database.read() as connection:
        last = await pulse.last_beat(connection)

    assert last == first
    assert last is not None
    assert last.tzinfo is UTC


async def test_naive_times_are_refused(house: House) -> None:
    """A time without a zone is a mistake, said at once."""
    naive = datetime(2026, 3, 29)  # noqa: DTZ001

    with pytest.raises(StatementError, match="does not say its time zone"):
        await house.database.write(lambda connection: pulse.beat(connection, naive))

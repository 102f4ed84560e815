"""The one writer: what it promises to those who wait, to those who stop waiting, and when something fails."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from bot.errors import QuizError
from bot.store import pulse, synced
from bot.store.writer import Taken
from tests.bot.store.house import NOW, RIGHT, WRONG, House

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from sqlalchemy.ext.asyncio import AsyncConnection


async def test_many_guesses_share_few_transactions(house: House) -> None:
    """Five hundred guesses at once are all kept, in a handful of transactions."""
    opened = await house.open((await house.begin()).id)

    with house.counted() as happened:
        taken = await asyncio.gather(*(house.guess(opened.id, player, RIGHT) for player in range(500)))

    assert set(taken) == {Taken.LOCKED}
    assert len(await house.kept()) == 500
    assert happened["commit"] <= 5
    assert happened["rollback"] == 0


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations([1, 2, 3, 4]), together=st.booleans())
async def test_the_last_press_stands(house: House, order: list[int], together: bool) -> None:
    """Whatever the order of arrival, the press with the greatest interaction id is kept and told so."""
    number = house.next_number()
    opened = await house.open((await house.begin(channel_id=number)).id)
    presses = [house.guess(opened.id, 7, interaction - 1, interaction) for interaction in order]

    taken = await asyncio.gather(*presses) if together else [await press for press in presses]

    assert (await house.kept())[opened.id, 7] == (4, 3)
    assert dict(zip(order, taken, strict=True))[4] is Taken.LOCKED
    after_the_last = taken[order.index(4) + 1 :]
    assert set(after_the_last) <= {Taken.LATER}


async def test_the_same_press_twice(house: House) -> None:
    """A press delivered twice, at once or later, is locked in each time and kept once."""
    opened = await house.open((await house.begin()).id)

    at_once = await asyncio.gather(*(house.guess(opened.id, 7, RIGHT, 5) for _ in range(3)))
    later = await house.guess(opened.id, 7, RIGHT, 5)

    assert {*at_once, later} == {Taken.LOCKED}
    assert await house.kept() == {(opened.id, 7): (5, RIGHT)}


async def test_closed_and_unknown_rounds(house: House) -> None:
    """A press for a closed round, or for none, is left out of a batch whose other presses are kept."""
    quiz = await house.begin()
    closed, is_open = await house.open(quiz.id, 1), await house.open(quiz.id, 2)
    await house.close(closed.id)

    taken = await asyncio.gather(*(house.guess(one, 7, RIGHT) for one in (closed.id, is_open.id, 404)))

    assert taken == [Taken.CLOSED, Taken.LOCKED, Taken.UNKNOWN]
    assert [round_id for round_id, _ in await house.kept()] == [is_open.id]


async def test_closing_parts_a_batch(house: House) -> None:
    """Of presses and a closing that share a transaction, those before it count and those after it do not."""
    opened = await house.open((await house.begin()).id)

    before, closing, after = await asyncio.gather(
        house.guess(opened.id, 7, RIGHT),
        house.close(opened.id),
        house.guess(opened.id, 8, RIGHT),
    )

    assert (before, after) == (Taken.LOCKED, Taken.CLOSED)
    assert closing is not None
    assert [scored.player_id for scored in closing] == [7]


async def test_a_bad_row_fails_alone(house: House) -> None:
    """One impossible guess among a hundred fails with its own error, the others are kept."""
    opened = await house.open((await house.begin()).id)
    impossible = {40: -1, 60: 2**70}

    choices = [impossible.get(player, RIGHT) for player in range(100)]
    outcomes = await asyncio.gather(
        *(house.guess(opened.id, player, choice) for player, choice in enumerate(choices)),
        return_exceptions=True,
    )

    assert {place for place, outcome in enumerate(outcomes) if outcome is not Taken.LOCKED} == {40, 60}
    assert all(isinstance(outcomes[place], (DBAPIError, OverflowError)) for place in impossible)
    assert len(await house.kept()) == 98


async def test_a_failed_operation_fails_alone(house: House) -> None:
    """An operation that raises has written nothing, and what shares its transaction is written."""
    opened = await house.open((await house.begin()).id)

    async def fail(connection: AsyncConnection) -> None:
        await synced.remember(connection, 1, "half")
        raise QuizError("No.")

    taken, failed, _ = await asyncio.gather(
        house.guess(opened.id, 7, RIGHT),
        house.database.write(fail),
        house.database.write(lambda connection: synced.remember(connection, 2, "whole")),
        return_exceptions=True,
    )

    assert taken is Taken.LOCKED
    assert isinstance(failed, QuizError)
    async with house.database.read() as connection:
        assert await synced.synced_digest(connection, 1) is None
        assert await synced.synced_digest(connection, 2) == "whole"


async def test_cancelling_the_caller_leaves_the_write(house: House) -> None:
    """A hundred callers that give up while they wait lose the answer, not the guess."""
    opened = await house.open((await house.begin()).id)
    callers = [asyncio.create_task(house.guess(opened.id, player, RIGHT)) for player in range(100)]
    await asyncio.sleep(0)  # each has handed over its guess

    for caller in callers:
        caller.cancel()
    outcomes = await asyncio.gather(*callers, return_exceptions=True)

    assert {type(outcome) for outcome in outcomes} == {asyncio.CancelledError}
    await house.database.write(
        lambda connection: pulse.beat(connection, NOW)
    )  # comes after them in the queue
    assert len(await house.kept()) == 100


async def test_cancelled_failures_are_logged(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """What fails for a caller that is gone is logged, since nobody else can tell."""

    async def fail(_connection: AsyncConnection) -> None:
        raise QuizError("No.")

    caller = asyncio.create_task(house.database.write(fail))
    await asyncio.sleep(0)
    caller.cancel()
    await house.database.write(lambda connection: pulse.beat(connection, NOW))

    assert "nobody waits for" in caplog.text


async def test_operations_keep_their_order(house: House) -> None:
    """Operations handed over at once are done in that order."""
    done: list[int] = []

    async def note(number: int) -> int:
        async def operation(_connection: AsyncConnection) -> int:
            done.append(number)
            return number

        return await house.database.write(operation)

    assert await asyncio.gather(*map(note, range(30))) == list(range(30))
    assert done == list(range(30))


async def test_operations_share_a_transaction(file_house: House) -> None:
    """On SQLite, where every commit waits for the disk, closings and presses of one moment share it."""
    quiz = await file_house.begin()
    rounds = [(await file_house.open(quiz.id, number)).id for number in range(30)]

    with file_house.counted() as happened:
        await asyncio.gather(*(wait for one in rounds for wait in _press_and_close(file_house, one)))

    assert await file_house.sums() == (300, 300)
    assert happened["commit"] <= 2


def _press_and_close(house: House, round_id: int) -> tuple[Awaitable[object], Awaitable[object]]:
    """Return a press, and the closing that follows it."""
    return house.guess(round_id, 7, RIGHT), house.close(round_id)


async def test_nobody_waits_for_ever(file_house: House) -> None:
    """When the writer itself is stopped, those who wait are told, in the batch and in the queue."""
    entered = asyncio.Event()

    async def stay(_connection: AsyncConnection) -> None:
        entered.set()
        await asyncio.Event().wait()

    together = [asyncio.create_task(file_house.database.write(stay)) for _ in range(2)]
    await entered.wait()
    later = asyncio.create_task(file_house.guess(1, 7, RIGHT))
    await asyncio.sleep(0)
    file_house.database.writer._task.cancel()

    outcomes = await asyncio.gather(*together, later, return_exceptions=True)
    assert [str(outcome) for outcome in outcomes] == ["the database was closed before this was written"] * 3


async def test_a_full_disk(file_house: House) -> None:
    """On a full disk every caller hears of it and nothing is half-written; with room again it goes on."""
    opened = await file_house.open((await file_house.begin()).id)
    async with file_house.database.writer.engine.connect() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 1}")

    presses = [file_house.guess(opened.id, player, RIGHT) for player in range(400)]
    outcomes = await asyncio.gather(*presses, return_exceptions=True)
    locked = {player for player, outcome in enumerate(outcomes) if outcome is Taken.LOCKED}
    assert 0 < len(locked) < 400
    assert all("full" in str(outcome) for outcome in outcomes if outcome is not Taken.LOCKED)
    assert {player for _, player in await file_house.kept()} == locked

    async with file_house.database.writer.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert await file_house.guess(opened.id, 500, WRONG) is Taken.LOCKED


async def test_a_closing_on_a_full_disk(file_house: House) -> None:
    """A closing that finds no room leaves the round open and the sums alone; later it succeeds, once."""
    opened = await file_house.open((await file_house.begin()).id)
    await asyncio.gather(*(file_house.guess(opened.id, player, RIGHT) for player in range(400)))
    async with file_house.database.writer.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count=1")  # no more than there are

    closings = [file_house.close(opened.id) for _ in range(2)]
    outcomes = await asyncio.gather(*closings, return_exceptions=True)
    assert all("full" in str(outcome) for outcome in outcomes)
    assert await file_house.sums() == (0, 0)

    async with file_house.database.writer.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert await file_house.close(opened.id) is not None
    assert await file_house.close(opened.id) is None
    assert await file_house.sums() == (4000, 4000)


@pytest.mark.slow
@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_lost_connection(postgresql: object, house: House) -> None:
    """When PostgreSQL drops the writer's connection, the next guess is kept."""
    opened = await house.open((await house.begin()).id)
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'marquee%'"

    postgresql.psql(cut)  # type: ignore[attr-defined]

    assert await house.guess(opened.id, 7, RIGHT) is Taken.LOCKED
    assert await house.kept() == {(opened.id, 7): (1, RIGHT)}

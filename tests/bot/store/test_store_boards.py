"""Leaderboards: a week, a month, all time; places, pages and one's own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.quiz.rules import Period, period_start
from bot.quiz.values import Page, Standing
from bot.store import boards, players
from tests.bot.store.house import NOW, RIGHT, WRONG, House

if TYPE_CHECKING:
    from datetime import datetime

LAST_WEEK = NOW - timedelta(days=7)
LAST_MONTH = NOW - timedelta(days=30)


async def _page(
    house: House, since: datetime | None = None, *, number: int = 1, per_page: int = 10, reader: int = 0
) -> Page:
    async with house.database.read() as connection:
        return await boards.leaderboard(connection, 10, since, number, per_page, reader)


def _places(page: Page) -> list[tuple[int, int, int]]:
    """Return (place, player, points) down the page."""
    return [(one.place, one.player_id, one.points) for one in page.standings]


async def test_nobody_yet(house: House) -> None:
    """A guild where nobody has played has one empty page."""
    assert await _page(house) == Page((), number=1, pages=1, players=0, own=None)
    assert await _page(house, NOW) == Page((), number=1, pages=1, players=0, own=None)


async def test_periods(house: House) -> None:
    """A week counts from Monday, a month from its first, by when a round was closed; all time counts all."""
    await house.play({1: RIGHT, 2: WRONG}, at=NOW)
    await house.play({2: RIGHT, 3: RIGHT}, at=LAST_WEEK)
    await house.play({3: RIGHT, 1: WRONG}, at=LAST_MONTH)

    found = {period: _places(await _page(house, period_start(period, NOW))) for period in Period}

    assert found == {
        Period.WEEK: [(1, 1, 10), (2, 2, 0)],
        Period.MONTH: [(1, 1, 10), (1, 2, 10), (1, 3, 10)],
        Period.ALL: [(1, 3, 20), (2, 1, 10), (2, 2, 10)],
    }


async def test_the_first_moment_counts(house: House) -> None:
    """A round closed at Monday's first moment is this week's, one closed just before is not."""
    monday = period_start(Period.WEEK, NOW)
    assert monday is not None
    await house.play({1: RIGHT}, at=monday)
    await house.play({2: RIGHT}, at=monday - timedelta(microseconds=1))

    assert _places(await _page(house, monday)) == [(1, 1, 10)]


async def test_what_a_standing_tells(house: House) -> None:
    """A standing tells points, right guesses and all guesses, the same for a week as for all time."""
    await house.play({1: RIGHT})
    await house.play({1: WRONG})
    expected = Standing(1, 1, "player 1", points=10, right=1, answered=2)

    assert (await _page(house)).standings == (await _page(house, LAST_WEEK)).standings == (expected,)


@pytest.mark.parametrize("since", [None, LAST_WEEK])
async def test_ties_share_a_place_across_pages(house: House, since: datetime | None) -> None:
    """Equal points share a place even where a page parts them, and the next place counts them all."""
    await house.play(dict.fromkeys(range(1, 6), RIGHT))
    await house.play({5: RIGHT, 6: WRONG})

    pages = [_places(await _page(house, since, number=number, per_page=2)) for number in (1, 2, 3)]

    assert pages == [[(1, 5, 20), (2, 1, 10)], [(2, 2, 10), (2, 3, 10)], [(2, 4, 10), (6, 6, 0)]]


@pytest.mark.parametrize("since", [None, LAST_WEEK])
async def test_own_standing(house: House, since: datetime | None) -> None:
    """A reader sees their own standing wherever it is, and none if they never played."""
    await house.play({1: RIGHT, 2: RIGHT, 3: RIGHT, 4: WRONG})

    on_page = await _page(house, since, per_page=2, reader=2)
    elsewhere = await _page(house, since, per_page=2, reader=4)
    level = await _page(house, since, per_page=2, reader=3)

    assert on_page.own == on_page.standings[1]
    assert elsewhere.own == Standing(4, 4, "player 4", points=0, right=0, answered=1)
    assert level.own == Standing(1, 3, "player 3", points=10, right=1, answered=1)
    assert (await _page(house, since, reader=99)).own is None


@pytest.mark.parametrize(("asked", "shown"), [(-1, 1), (0, 1), (1, 1), (2, 2), (3, 2), (99, 2)])
async def test_pages_there_are_not(house: House, asked: int, shown: int) -> None:
    """A page before the first or after the last is the nearest there is."""
    await house.play({1: RIGHT, 2: RIGHT, 3: RIGHT})

    page = await _page(house, number=asked, per_page=2)

    assert (page.number, page.pages, page.players) == (shown, 2, 3)


async def test_guilds_do_not_mix(house: House) -> None:
    """Points and names are a guild's own."""
    await house.play({1: RIGHT}, guild_id=11)
    await house.play({1: RIGHT}, guild_id=10)
    await house.database.write(lambda connection: players.seen(connection, 1, 11, "Ann of eleven"))
    await house.database.write(lambda connection: players.seen(connection, 1, 10, "Ann of ten"))

    assert (await _page(house)).standings == (Standing(1, 1, "Ann of ten", 10, 1, 1),)


@pytest.mark.parametrize(
    ("since", "index"),
    [(None, "score_by_points"), (NOW, "COVERING INDEX guess_by_time")],
    ids=["all", "week"],
)
async def test_an_index_is_used(file_house: House, since: datetime | None, index: str) -> None:
    """Leaderboards read an index, so what was played elsewhere or before costs nothing."""
    rows = boards._query(boards._ranked(10, since), 10, range(1, 11), 7)
    async with file_house.database.read() as connection:
        dialect = connection.dialect
        spelt = str(rows.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        plan = (await connection.execute(text(f"EXPLAIN QUERY PLAN {spelt}"))).all()

    steps = " / ".join(row[-1] for row in plan)
    assert index in steps
    assert "SCAN score" not in steps
    assert "SCAN guess" not in steps

"""Leaderboards: who stands where in a guild, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Select, Subquery, cast, func, or_, select

from bot.quiz.values import Page, Standing
from bot.store.tables import guess, player, score

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection


async def leaderboard(
    connection: AsyncConnection,
    guild_id: int,
    since: datetime | None,
    page: int,
    per_page: int,
    player_id: int,
) -> Page:
    """Return a page of a guild's leaderboard since a moment, or of all time.

    Pages count from 1; for one there is not stands the nearest. Equal points share a place, also where a page
    parts them; among equals the lower id comes first.
    """
    ranked = _ranked(guild_id, since)
    number = max(page, 1)
    rows = await _rows(connection, ranked, guild_id, _positions(number, per_page), player_id)
    players = rows[0].players if rows else 0
    pages = max(1, -(-players // per_page))
    if number > pages:
        number = pages
        rows = await _rows(connection, ranked, guild_id, _positions(number, per_page), player_id)
    shown = _positions(number, per_page)
    standings = tuple(_standing(row) for row in rows if row.position in shown)
    own = next((_standing(row) for row in rows if row.player_id == player_id), None)
    return Page(standings, number, pages, players, own)


def _positions(number: int, per_page: int) -> range:
    """Return the positions, counted from 1, that stand on a page."""
    return range((number - 1) * per_page + 1, number * per_page + 1)


def _totals(guild_id: int, since: datetime | None) -> Subquery:
    """Return what the guild's players have won: the kept sums for all time, else summed over one index."""
    if since is None:
        columns = (score.c.player_id, score.c.points, score.c.right, score.c.answered)
        return select(*columns).where(score.c.guild_id == guild_id).subquery("totals")
    return (
        select(
            guess.c.player_id,
            func.sum(guess.c.points).label("points"),
            func.sum(cast(guess.c.right, Integer)).label("right"),
            func.count().label("answered"),
        )
        .where(guess.c.guild_id == guild_id, guess.c.scored_at >= since)
        .group_by(guess.c.player_id)
        .subquery("totals")
    )


def _ranked(guild_id: int, since: datetime | None) -> Subquery:
    """Return the totals with place, position and the number of players; all in one, since summing is the cost."""
    totals = _totals(guild_id, since)
    best_first = totals.c.points.desc()
    return select(
        *totals.c,
        func.rank().over(order_by=best_first).label("place"),
        func.row_number().over(order_by=(best_first, totals.c.player_id)).label("position"),
        func.count().over().label("players"),
    ).subquery("ranked")


def _query(ranked: Subquery, guild_id: int, positions: range, player_id: int) -> Select[*tuple[Any, ...]]:
    """Return the query of one page, the reader wherever they stand, and the first, who tells of how many."""
    of_guild = (player.c.player_id == ranked.c.player_id) & (player.c.guild_id == guild_id)
    wanted = or_(
        ranked.c.position.between(positions.start, positions.stop - 1),
        ranked.c.player_id == player_id,
        ranked.c.position == 1,
    )
    named = select(*ranked.c, func.coalesce(player.c.name, "?").label("name"))
    return named.join(player, of_guild, isouter=True).where(wanted).order_by(ranked.c.position)


async def _rows(
    connection: AsyncConnection, ranked: Subquery, guild_id: int, positions: range, player_id: int
) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of a page and those beside it, best first; none where nobody has played."""
    return (await connection.execute(_query(ranked, guild_id, positions, player_id))).all()


def _standing(row: Row[*tuple[Any, ...]]) -> Standing:
    """Return the value of a row."""
    return Standing(row.place, row.player_id, row.name, row.points, row.right, row.answered)

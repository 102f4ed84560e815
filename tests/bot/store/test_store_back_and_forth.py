"""The migrations one by one, down and up again on a database in which people have played."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text

from bot.quiz.values import Guess
from bot.store import decks, quizzes
from bot.store.schema import FOLDER
from bot.store.tables import guess, metadata, rating
from questions.deck import Deck
from tests.bot.store.house import NOW, RIGHT, House

if TYPE_CHECKING:
    from sqlalchemy import Connection

ADDED = {
    "0002": {("guess", "text")},
    "0003": {
        ("quiz", "level"),
        ("quiz", "kinds"),
        ("quiz", "witnesses"),
        *(("rating", column) for column in ("facet", "key", "mean", "variance")),
    },
    "0004": {("deck", column) for column in ("guild_id", "off", "deep")},
}
"""What each migration adds, by table and column."""

BEFORE = {"0002": "0001", "0003": "0002", "0004": "0003"}


def config(connection: Connection) -> Config:
    """Return what Alembic wants to know."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER))
    made.attributes["connection"] = connection
    return made


def columns(connection: Connection) -> set[tuple[str, str]]:
    """Return every column of every table of ours."""
    reader = inspect(connection)
    return {
        (table, column["name"])
        for table in reader.get_table_names()
        for column in reader.get_columns(table)
        if table != "alembic_version"
    }


def told(index: Any) -> str:
    """Return an index in words, its condition spelled out."""
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return f"{index['name']} {index['unique']} {index['column_names']} {options}"


def shape(connection: Connection) -> dict[str, Any]:
    """Return all that tables are beyond their columns: keys, checks, and indexes with what they leave out."""
    reader = inspect(connection)
    return {
        table: (
            reader.get_pk_constraint(table),
            reader.get_foreign_keys(table),
            sorted(str(check) for check in reader.get_check_constraints(table)),
            sorted(map(told, reader.get_indexes(table))),
        )
        for table in metadata.tables
    }


async def played(house: House) -> None:
    """Leave a quiz that is over and one that runs with a written guess."""
    await house.play({1: RIGHT})
    opened = await house.open((await house.begin()).id)
    said = Guess(opened.id, 2, house.next_number(), 0, "Kaneko")
    await house.database.writer.guess(said, "player 2", NOW)


@pytest.mark.parametrize("revision", ["0002", "0003", "0004"])
async def test_a_migration_adds_what_it_says(house: House, revision: str) -> None:
    """One step down takes away just what the migration adds, one step up brings it back."""

    def wander(connection: Connection) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        command.downgrade(config(connection), revision)
        above = columns(connection)
        command.downgrade(config(connection), BEFORE[revision])
        below = columns(connection)
        command.upgrade(config(connection), revision)
        assert columns(connection) == above
        return above, below

    await played(house)
    async with house.database.writer.engine.begin() as connection:
        above, below = await connection.run_sync(wander)
    assert above - below == ADDED[revision]
    assert below < above


@pytest.mark.parametrize("revision", ["0001", "0002"])
async def test_the_way_back_loses_no_guess(house: House, revision: str) -> None:
    """Down and up again, tables, keys, checks and indexes are as before, and so is what was played but for what was new."""

    def wander(connection: Connection) -> tuple[dict[str, Any], dict[str, Any], list[Any]]:
        before = shape(connection)
        command.downgrade(config(connection), revision)
        command.upgrade(config(connection), "head")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return before, shape(connection), list(compare_metadata(context, metadata))

    await played(house)
    kept, sums = await house.kept(), await house.sums()
    async with house.database.read() as reading:
        running = await quizzes.quiz_in(reading, 20)
    assert running is not None
    async with house.database.writer.engine.begin() as connection:
        before, after, differences = await connection.run_sync(wander)

    assert after == before
    assert differences == []
    assert (await house.kept(), await house.sums()) == (kept, sums)
    async with house.database.read() as reading:
        assert await quizzes.quiz_in(reading, 20) == replace(running, level=None, kinds=None)
        texts = set(await reading.scalars(select(guess.c.text)))
        assert (await reading.execute(select(rating))).all() == []
    assert texts == ({None} if revision == "0001" else {None, "Kaneko"})


async def test_a_played_database_of_the_first_version_is_brought_up(house: House) -> None:
    """Rows written by the first version are read by this one: no text, no wishes, and its quiz goes on."""

    def down(connection: Connection) -> None:
        command.downgrade(config(connection), "0001")
        connection.execute(text("UPDATE guess SET choice = 3 WHERE player_id = 2"))
        command.upgrade(config(connection), "head")

    await played(house)
    async with house.database.writer.engine.begin() as connection:
        await connection.run_sync(down)
    async with house.database.read() as reading:
        running = await quizzes.quiz_in(reading, 20)
    assert running is not None
    assert (running.level, running.kinds) == (None, None)
    round_id = next(round_ for round_, player in await house.kept() if player == 2)
    closing = await house.close(round_id)
    assert closing is not None
    assert [(one.choice, one.text, one.points) for one in closing] == [(3, "", 0)]


async def test_a_database_without_decks_plays_with_everything(house: House) -> None:
    """What a server had chosen goes with the table on the way back; brought up again, it has what others have."""
    chosen = Deck(frozenset({"library"}), None)
    await house.database.write(partial(decks.change_deck, guild_id=10, changed=lambda _: chosen))

    def wander(connection: Connection) -> None:
        command.downgrade(config(connection), "0003")
        command.upgrade(config(connection), "head")

    async with house.database.writer.engine.begin() as connection:
        await connection.run_sync(wander)
    async with house.database.read() as reading:
        assert await decks.deck_of(reading, 10) == Deck()

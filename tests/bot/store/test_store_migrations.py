"""The migrations: from nothing to the tables, and no further than this code knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect, text

from bot.errors import SetupError
from bot.store.database import migrate, open_database
from bot.store.schema import FOLDER
from bot.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.bot.store.house import House


async def test_migrations_make_the_tables(house: House) -> None:
    """Migrated from nothing, a database has just what the tables say."""

    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    async with house.database.read() as connection:
        assert await connection.run_sync(differences) == []


async def test_checks_are_made(house: House) -> None:
    """Alembic compares no CHECK constraints, so their names are compared here."""
    named = {
        (table.name, check.name)
        for table in metadata.tables.values()
        for check in table.constraints
        if isinstance(check, CheckConstraint)
    }

    def found(connection: Connection) -> set[tuple[str, str | None]]:
        reader = inspect(connection)
        return {
            (table, check["name"])
            for table in metadata.tables
            for check in reader.get_check_constraints(table)
        }

    async with house.database.read() as connection:
        assert await connection.run_sync(found) == named


async def test_migrating_twice_changes_nothing(url: str) -> None:
    """The revisions before and after are told; the second time they are the same."""
    before, after = await migrate(url)

    assert before is None
    assert await migrate(url) == (after, after)


async def test_downgrade_leaves_nothing(file_house: House) -> None:
    """The way back is the way in reverse."""

    def down(connection: Connection) -> list[str]:
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        return inspect(connection).get_table_names()

    async with file_house.database.writer.engine.begin() as connection:
        assert await connection.run_sync(down) == ["alembic_version"]


async def _execute(url: str, *statements: str) -> None:
    """Run statements on a database that nobody has open."""
    database = await open_database(url)
    async with database.writer.engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await database.close()


async def test_newer_schema_is_refused(url: str) -> None:
    """A database of a newer version is left alone."""
    await _execute(url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(SetupError, match="written by a newer Marquee"):
        await open_database(url)


async def test_tables_of_others_are_refused(url: str) -> None:
    """A database where somebody else keeps a table of our name is left alone."""
    await _execute(url, "DROP TABLE alembic_version")

    with pytest.raises(SetupError, match="not Marquee's"):
        await open_database(url)


async def test_failed_migration_leaves_nothing(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps are one transaction: where one fails, none was made."""
    url = f"sqlite:///{tmp_path / 'marquee.db'}"

    def stop(*_args: object, **_options: object) -> None:
        raise SetupError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr("alembic.op.create_index", stop)
        with pytest.raises(SetupError, match="the power went"):
            await open_database(url)

    assert (await migrate(url))[0] is None

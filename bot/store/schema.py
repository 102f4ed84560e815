"""The schema brought up to date: which revision a database has, and the migrations it lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select

from bot.errors import SetupError
from bot.store.recipe import MIGRATING, writing_engine
from bot.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

FOLDER = Path(__file__).parent / "migrations"
ONE_AT_A_TIME = 0x4D415251  # names the PostgreSQL lock under which processes that start together take turns


async def upgrade(url: URL) -> tuple[str | None, str]:
    """Return the revision before (None for an empty database) and after; all steps are one transaction."""
    engine = writing_engine(url, MIGRATING)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> tuple[str | None, str]:
    """Return the revisions before and after; SetupError where the database is newer, or somebody else's."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    newest = str(scripts.get_current_head())
    before = MigrationContext.configure(connection).get_current_revision()
    if before == newest:
        return before, newest
    if before is None:
        _refuse_strangers(connection)
    elif before not in {script.revision for script in scripts.walk_revisions()}:
        raise SetupError(
            f"The database was written by a newer Marquee (its schema is {before}, this one knows {newest}); "
            "install that version, or restore a copy from before."
        )
    command.upgrade(config, "head")
    return before, newest


def _refuse_strangers(connection: Connection) -> None:
    """Raise SetupError where tables of our names stand that no migration made."""
    strangers = sorted(metadata.tables.keys() & set(inspect(connection).get_table_names()))
    if strangers:
        raise SetupError(
            f"The database holds tables that are not Marquee's ({', '.join(strangers)}); "
            "set DATABASE_URL to another."
        )

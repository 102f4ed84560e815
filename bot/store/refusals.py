"""What can stand between a start and its database, each in one line for whoever starts the program."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from bot.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL


@contextmanager
def refusals(address: URL) -> Iterator[None]:
    """Turn what goes wrong while a database is opened into a SetupError that names it, not its password."""
    try:
        yield
    except SetupError:
        raise
    except Exception as error:
        sentence = _sentence(address, error)
        if sentence is None:
            raise
        raise SetupError(sentence) from error


def _sentence(address: URL, error: Exception) -> str | None:
    """Return the line that says what to do, or None for an error that is our own mistake."""
    if isinstance(error, ModuleNotFoundError):
        return "PostgreSQL needs a driver: pip install 'marquee-bot[postgresql]'"
    where = address.render_as_string()
    why = " ".join(str(getattr(error, "orig", None) or error).split()) or type(error).__name__
    if address.get_backend_name() == "sqlite":
        return _about_a_file(address.database, error, why)
    is_asyncpg = type(error).__module__.startswith("asyncpg.")
    if isinstance(error, (OSError, DBAPIError)) or is_asyncpg:
        return f"PostgreSQL at {where} cannot be used: {why}"
    return None


def _about_a_file(path: str | None, error: Exception, why: str) -> str | None:
    """Return the line for a SQLite file."""
    if isinstance(error, BlockingIOError):
        return f"Another Marquee is using the database {path}; stop it first, or set DATA_FOLDER."
    if isinstance(error, OSError):
        return f"The database {path} cannot be opened: {why}"
    if not isinstance(error, (sqlite3.Error, DBAPIError)):
        return None
    if "not a database" in why:
        return f"{path} is not a SQLite database; move it away, or set DATA_FOLDER."
    return f"The database {path} cannot be used: {why}"

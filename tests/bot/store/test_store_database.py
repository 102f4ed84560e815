"""How a database is opened, and what is said where it cannot be."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import DBAPIError

from bot.errors import SetupError
from bot.store import pulse, synced
from bot.store.database import migrate, open_database

if TYPE_CHECKING:
    from tests.bot.store.house import House

ROOT = Path(__file__).parents[3]
HOLD = """
import asyncio, sys
from bot.store.database import open_database
async def main():
    await open_database(sys.argv[1])
    print("open", flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""


async def _refusal(url: str) -> str:
    """Return the sentence that a start with this URL ends in, after making sure that it is one line."""
    with pytest.raises(SetupError) as refused:
        await open_database(url)
    sentence = str(refused.value)
    assert sentence
    assert "\n" not in sentence
    return sentence


async def test_pragmas_are_set(file_house: House) -> None:
    """The writer's connection keeps a write-ahead log, syncs every commit and checks foreign keys."""
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}

    async with file_house.database.writer.engine.connect() as connection:
        found = {name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar() for name in wanted}

    assert found == wanted


async def test_a_write_holds_the_lock_from_its_first_moment(file_house: House, tmp_path: Path) -> None:
    """The writer's transactions are BEGIN IMMEDIATE: before their first statement nobody else can write."""

    async def other(_connection: object) -> str:
        stranger = sqlite3.connect(tmp_path / "marquee.db", timeout=0, isolation_level=None)
        try:
            stranger.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            return str(error)
        finally:
            stranger.close()
        return "let in"

    assert await file_house.database.write(other) == "database is locked"


async def test_readers_cannot_write(house: House) -> None:
    """What reads is refused when it writes."""
    async with house.database.read() as connection:
        with pytest.raises(DBAPIError, match=r"readonly|read-only"):
            await connection.exec_driver_sql("DELETE FROM guess")


async def test_what_is_written_outlives_the_database(url: str) -> None:
    """A database closed and opened again tells what it was told."""
    first = await open_database(url)
    await first.write(lambda connection: synced.remember(connection, 1, "old"))
    await first.write(lambda connection: synced.remember(connection, 1, "new"))
    await first.close()

    second = await open_database(url)
    async with second.read() as connection:
        digests = [await synced.synced_digest(connection, application) for application in (1, 2)]
        last = await pulse.last_beat(connection)
    await second.close()

    assert (digests, last) == (["new", None], None)


async def test_a_reader_cancelled_at_any_moment_gives_its_connection_back(house: House) -> None:
    """Whenever a task that reads is cancelled, its connection goes back to the pool, and reading goes on."""

    async def read() -> None:
        async with house.database.read() as connection:
            await pulse.last_beat(connection)

    for turns in range(60):
        reading = asyncio.create_task(read())
        for _ in range(turns):
            await asyncio.sleep(0)
        reading.cancel()
        await asyncio.wait([reading])
        await read()

    assert house.database._reader.pool.checkedout() == 0  # type: ignore[attr-defined]


async def test_a_closed_database_takes_nothing(file_house: House) -> None:
    """Closing writes what is queued; what comes later is refused, not lost in silence."""
    quiz = await file_house.begin()
    opened = await file_house.open(quiz.id)
    queued = [asyncio.create_task(file_house.guess(opened.id, player, 0)) for player in range(50)]
    await asyncio.sleep(0)

    await file_house.database.close()

    assert {taken.name for taken in await asyncio.gather(*queued)} == {"LOCKED"}
    with pytest.raises(RuntimeError, match="closed"):
        await file_house.guess(opened.id, 99, 0)


async def test_second_opening_is_refused(file_house: House) -> None:
    """A file that is in use cannot be opened again, nor migrated; once closed it can."""
    with pytest.raises(SetupError, match="Another Marquee is using the database"):
        await migrate(file_house.url)
    assert "Another Marquee" in await _refusal(file_house.url)

    await file_house.database.close()
    await (await open_database(file_house.url)).close()


def test_the_lock_goes_with_the_process(tmp_path: Path) -> None:
    """A second process is refused while the first lives, and let in once that was killed."""
    url = f"sqlite:///{tmp_path / 'marquee.db'}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", HOLD, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"open\n"
        second = subprocess.run(command, capture_output=True, env=environment, text=True, check=False)
        first.kill()
    assert second.stderr.splitlines()[-1].startswith("bot.errors.SetupError: Another Marquee is using")

    asyncio.run(_open_and_close(url))


async def _open_and_close(url: str) -> None:
    await (await open_database(url)).close()


async def test_folder_is_made(tmp_path: Path) -> None:
    """The folder of the file is made where it is missing."""
    await _open_and_close(f"sqlite:///{tmp_path / 'new' / 'folder' / 'marquee.db'}")

    assert (tmp_path / "new" / "folder" / "marquee.db").is_file()


async def test_no_folder(tmp_path: Path) -> None:
    """A path through a file, and a folder in the file's place, are refused by name."""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    assert "file/marquee.db cannot be opened" in await _refusal(f"sqlite:///{tmp_path}/file/marquee.db")
    assert "folder cannot be used" in await _refusal(f"sqlite:///{tmp_path}/folder")


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs POSIX permissions")
async def test_unwritable_folder(tmp_path: Path) -> None:
    """A folder that may not be written in is refused by name."""
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o500)
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)  # to root no folder is shut
    try:
        sentence = await _refusal(f"sqlite:///{folder / 'marquee.db'}")
    finally:
        os.seteuid(was)

    assert "marquee.db cannot be opened: " in sentence
    assert "Permission denied" in sentence


async def test_no_database(tmp_path: Path) -> None:
    """A file of another sort is left as it is."""
    file = tmp_path / "holiday.jpg"
    file.write_bytes(b"\xff\xd8 not a database" * 100)

    assert "is not a SQLite database" in await _refusal(f"sqlite:///{file}")
    assert file.read_bytes() == b"\xff\xd8 not a database" * 100


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "not a database's address"),
        ("marquee.db", "not a database's address"),
        ("mysql://localhost/marquee", "names mysql"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
async def test_addresses_refused(url: str, sentence: str) -> None:
    """An address that cannot hold scores is refused before anything is opened."""
    assert sentence in await _refusal(url)


async def test_nobody_at_the_address() -> None:
    """A PostgreSQL that does not answer is named without its password."""
    sentence = await _refusal("postgres://marquee:secret@127.0.0.1:9/marquee")

    assert "PostgreSQL at postgresql+asyncpg://marquee:***@127.0.0.1:9/marquee cannot be used" in sentence


@pytest.mark.slow
async def test_no_such_postgresql_database(postgresql: object) -> None:
    """A server without that database says so."""
    sentence = await _refusal(postgresql.get_uri(database="nowhere"))  # type: ignore[attr-defined]

    assert 'database "nowhere" does not exist' in sentence


async def test_driver_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional driver PostgreSQL is refused with the command that installs it."""
    monkeypatch.setitem(sys.modules, "asyncpg", None)

    assert "pip install 'marquee-bot[postgresql]'" in await _refusal("postgresql://localhost/marquee")

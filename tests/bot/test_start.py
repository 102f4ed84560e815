"""Starting and leaving: the program as its user runs it, in a process of its own."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.standin import StandIn
from tests.questions.conftest import written
from tests.questions.film_text import FIVE
from tests.questions.imported import compiled, imported

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TOKEN = "not-a-real-token"  # noqa: S105


@dataclass
class Shell:
    """Runs Marquee in an empty folder with nothing but the given settings."""

    folder: Path
    cache: Path

    async def start(self, *arguments: str, **settings: str) -> asyncio.subprocess.Process:
        """Return the program, started."""
        pipe = asyncio.subprocess.PIPE
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            env=self._env(settings),
            cwd=self.folder,
            stdout=pipe,
            stderr=pipe,
        )

    async def run(self, *arguments: str, **settings: str) -> tuple[int | None, str, str]:
        """Return exit code, standard output and standard error of a run to its end."""
        process = await self.start(*arguments, **settings)
        out, err = await process.communicate()
        return process.returncode, out.decode(), err.decode()

    def _env(self, settings: dict[str, str]) -> dict[str, str]:
        mine = {
            "DATA_FOLDER": str(self.folder / "data"),
            "PLAYGROUND_PORT": "0",
            "XDG_CACHE_HOME": str(self.cache),
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        }
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder)} | mine | settings


@pytest.fixture
def shell(tmp_path: Path, library_file: Path, cache_home: Path) -> Shell:
    """A folder of this test's own, beside a cache in which the library is compiled already."""
    assert library_file.is_relative_to(cache_home)
    return Shell(tmp_path, cache_home)


@pytest.fixture
async def discord_elsewhere() -> AsyncIterator[dict[str, str]]:
    """The settings for a stand-in in Discord's place."""
    standin = StandIn(None, TOKEN)
    await standin.start()
    yield {"DISCORD_API_BASE": standin.api_base, "DISCORD_GATEWAY": standin.gateway}
    await standin.stop()


@asynccontextmanager
async def started(process: asyncio.subprocess.Process) -> AsyncIterator[str]:
    """Give the first line the program prints, and see that it leaves cleanly afterwards."""
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    yield line
    process.send_signal(signal.SIGTERM)
    _, err = await process.communicate()
    assert process.returncode == 0, err.decode()


def is_one_line(exit_code: int | None, error: str) -> bool:
    """Return whether a refusal ended in one clear line and a code, without a traceback."""
    last = error.strip().splitlines()[-1]
    return exit_code == 1 and last.startswith("marquee: ") and "Traceback" not in error


async def test_without_a_token_the_playground_starts(shell: Shell) -> None:
    """One command without any setting prints the playground's address, and SIGTERM leaves with code 0."""
    async with started(await shell.start()) as line:
        assert re.search(r"http://127\.0\.0\.1:\d+/\?key=", line)


async def test_with_a_token_the_invitation_is_printed(
    shell: Shell, discord_elsewhere: dict[str, str]
) -> None:
    """With a token the first line is the invite link: two scopes, and only the permissions that are used."""
    async with started(await shell.start(DISCORD_TOKEN=TOKEN, **discord_elsewhere)) as line:
        assert "scope=bot+applications.commands" in line
        assert f"permissions={1 << 10 | 1 << 11 | 1 << 38}" in line


async def test_the_playground_ignores_a_token(shell: Shell) -> None:
    """`playground` starts the stand-in even where a token is set, which has no part in it."""
    async with started(await shell.start("playground", DISCORD_TOKEN="a-real-one")) as line:  # noqa: S106
        assert "127.0.0.1" in line


async def test_interrupting_leaves_cleanly(shell: Shell) -> None:
    """Ctrl-C leaves with code 0 and without a traceback."""
    process = await shell.start()
    assert process.stdout is not None
    await process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = await process.communicate()

    assert process.returncode == 0
    assert "Traceback" not in err.decode()


async def test_a_refused_token_is_one_line(shell: Shell, discord_elsewhere: dict[str, str]) -> None:
    """A token that Discord refuses is one clear line and an exit code."""
    code, _, err = await shell.run(DISCORD_TOKEN="wrong", **discord_elsewhere)  # noqa: S106

    assert is_one_line(code, err)
    assert "DISCORD_TOKEN" in err


async def test_an_unreachable_discord_is_one_line(shell: Shell) -> None:
    """A Discord that cannot be reached at the start is one clear line and an exit code."""
    nowhere = {"DISCORD_API_BASE": "http://127.0.0.1:9/api/v10", "DISCORD_GATEWAY": "ws://127.0.0.1:9"}

    code, _, err = await shell.run(DISCORD_TOKEN=TOKEN, **nowhere)

    assert is_one_line(code, err)
    assert "cannot be reached" in err


async def test_a_port_in_use_is_one_line(shell: Shell) -> None:
    """A playground whose port is taken is one clear line that names the setting."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, err = await shell.run(PLAYGROUND_PORT=str(taken.getsockname()[1]))

    assert is_one_line(code, err)
    assert "PLAYGROUND_PORT" in err


async def test_an_unwritable_data_folder_is_one_line(shell: Shell) -> None:
    """A data folder that cannot be written is one clear line that names it."""
    blocked = shell.folder / "a file"
    blocked.write_text("in the way", encoding="utf-8")

    code, _, err = await shell.run(DATA_FOLDER=str(blocked / "data"))

    assert is_one_line(code, err)
    assert "a file" in err


async def test_a_second_process_is_one_line(shell: Shell) -> None:
    """A second Marquee on the same files refuses to start, and the first goes on."""
    async with started(await shell.start()):
        code, _, err = await shell.run()

        assert is_one_line(code, err)
        assert "Another Marquee" in err


async def test_a_bad_setting_is_one_line(shell: Shell) -> None:
    """A setting in `.env` that cannot be used is one clear line; what the environment says wins over it."""
    (shell.folder / ".env").write_text("LOG_FORMAT=xml\n", encoding="utf-8")

    code, _, err = await shell.run("migrate")

    assert is_one_line(code, err)
    assert (await shell.run("migrate", LOG_FORMAT="json"))[0] == 0


async def test_imported_films_are_played_with(shell: Shell) -> None:
    """A catalogue that CATALOGUE names, or that lies where imports are written, is the one that is opened."""
    home = shell.folder / ".local" / "share"
    target = home / "marquee" / "films.sqlite3"
    film = imported("q1", "Elsewhere", 2001, ("director", "Jo Ax"))
    compiled(target, written(shell.folder, None, FIVE), film).close()

    for settings in ({"XDG_DATA_HOME": str(home)}, {"CATALOGUE": str(target)}):
        process = await shell.start(**settings)
        assert process.stdout is not None
        await process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        _, err = await process.communicate()

        assert f"{target} holds 6 films" in err.decode()
        assert process.returncode == 0


async def test_a_damaged_catalogue_starts_with_the_library(shell: Shell) -> None:
    """A catalogue that cannot be used is said in one line, with what mends it, and Marquee starts without it."""
    damaged = shell.folder / "films.sqlite3"
    damaged.write_bytes(b"SQLite format 3\0 and nothing more")

    process = await shell.start(CATALOGUE=str(damaged))
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    process.send_signal(signal.SIGTERM)
    _, err = await process.communicate()

    assert "playground is at" in line
    assert err.decode().count(f"marquee-questions import --again --out {damaged}") == 1
    assert "Traceback" not in err.decode()


async def test_migrate_says_from_where_to_where(shell: Shell) -> None:
    """`migrate` brings an empty database up to date, and then finds nothing to do."""
    first, second = await shell.run("migrate"), await shell.run("migrate")

    assert (first[0], second[0]) == (0, 0)
    assert "it was at none" in first[1]
    assert "it was at" not in second[1]


@pytest.mark.parametrize("verb", [(), ("playground",), ("migrate",), ("run",)])
async def test_every_verb_has_help(shell: Shell, verb: tuple[str, ...]) -> None:
    """`--help` explains the program and each of its verbs, and starts nothing."""
    code, out, _ = await shell.run(*verb, "--help")

    assert code == 0
    assert "marquee" in out
    assert not (shell.folder / "data").exists()

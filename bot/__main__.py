"""Where everything is built: paths, clocks and seeds are decided here, and handed to whoever needs them."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import logging
import os
import secrets
import signal
import sqlite3
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import discord
import platformdirs

from bot.client import Marquee, point_at
from bot.environment import SETTINGS, Environment, read_env_file, sqlite_url
from bot.errors import SetupError
from bot.opening import library, with_imports
from bot.oracle import oracle
from bot.quiz.clock import SystemClock
from bot.standin import StandIn
from bot.store.database import migrate, open_database
from questions.imports.place import default_file

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.standin.crowd import Answers
    from bot.store.database import Database
    from questions.catalogue import Catalogue

SEED_BITS = 48
REFUSED = 1
TOKEN_REFUSED_CODE = 4004  # the gateway's word for it

VERBS = {
    "run": "run the bot: on Discord with DISCORD_TOKEN, else in the playground",
    "playground": "play in the browser, without Discord and without a token",
    "migrate": "bring the database up to date and leave",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of a run: 0, or 1 after one line that says why it could not be."""
    verb = _parser().parse_args(arguments).verb
    try:
        environment = Environment.from_env({**read_env_file(Path(".env")), **os.environ})
        _log_to_stderr(environment.log_format)
        asyncio.run(_until_told_to_leave(_job(verb, environment)))
    except SetupError as refusal:
        print(f"marquee: {refusal}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:  # where the loop cannot listen for it
        return 0
    return 0


def _parser() -> argparse.ArgumentParser:
    """Return the reader of the command line."""
    settings = "\n".join(f"  {one.name:<17} {one.help} [{one.default or 'not set'}]" for one in SETTINGS)
    parser = argparse.ArgumentParser(
        prog="marquee",
        description="A film-trivia bot for Discord.",
        epilog=f"settings, from the environment or a .env file in this folder:\n{settings}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(verb="run")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB")
    for verb, what in VERBS.items():
        verbs.add_parser(verb, help=what, description=f"Marquee: {what}.").set_defaults(verb=verb)
    return parser


def _job(verb: str, environment: Environment) -> Callable[[], Awaitable[None]]:
    """Return what the verb stands for."""
    match verb:
        case "migrate":
            return lambda: _migrate(environment)
        case "run" if environment.token is not None:
            token = environment.token
            return lambda: _on_discord(environment, token)
        case _:
            return lambda: _in_the_playground(environment)


async def _migrate(environment: Environment) -> None:
    """Bring the database up to date and say from where to where."""
    before, after = await migrate(environment.database_url)
    print(
        f"The database is at revision {after}"
        + ("." if before == after else f"; it was at {before or 'none'}.")
    )


async def _on_discord(environment: Environment, token: str) -> None:
    """Run on Discord, or on the server that the environment names in its place."""
    if environment.api_base and environment.gateway:
        point_at(environment.api_base, environment.gateway)
    async with AsyncExitStack() as cleanup:
        database = await _database(environment.database_url, cleanup)
        client = _client(environment, database, _catalogue(environment, cleanup), cleanup)
        await _log_in(client, token)
        print(f"Marquee is on Discord. Invite it to a server: {client.invitation}", flush=True)
        await _connect(client)


async def _in_the_playground(environment: Environment) -> None:
    """Run on a Discord of our own, whose page is the one thing that is printed; a real token has no part in it."""
    folder = environment.data_folder / "playground"
    token = secrets.token_urlsafe(32)
    async with AsyncExitStack() as cleanup:
        database = await _database(sqlite_url(folder / "marquee.db"), cleanup)
        catalogue = _catalogue(environment, cleanup)
        answers = oracle(database, catalogue)
        standin = await _stand_in(environment, folder / "discord.db", token, answers, cleanup)
        point_at(standin.api_base, standin.gateway)
        client = _client(environment, database, catalogue, cleanup)
        await _log_in(client, token)
        print(f"Marquee's playground is at {standin.address}", flush=True)
        await _connect(client)


async def _stand_in(
    environment: Environment,
    world: Path,
    token: str,
    answers: Answers,
    cleanup: AsyncExitStack,
) -> StandIn:
    """Return the playground's Discord, listening."""
    port = environment.playground_port
    try:
        standin = StandIn(
            world,
            token,
            environment.openapi,
            port=port,
            answers=answers,
            seeds=lambda: secrets.randbits(SEED_BITS),
        )
        await standin.start()
    except sqlite3.Error as error:
        raise SetupError(f"The playground cannot be kept in {world}: {error}") from error
    except ImportError as error:
        raise SetupError("DISCORD_OPENAPI needs a checker: pip install jsonschema-rs") from error
    except OSError as error:
        raise SetupError(
            f"The playground cannot start: {error.strerror or error}; PLAYGROUND_PORT chooses another port than {port}."
        ) from error
    cleanup.push_async_callback(standin.stop)
    return standin


async def _database(url: str, cleanup: AsyncExitStack) -> Database:
    """Return the database, which nobody else uses until it is closed again."""
    database = await open_database(url)
    cleanup.push_async_callback(database.close)
    return database


def _client(
    environment: Environment, database: Database, catalogue: Catalogue, cleanup: AsyncExitStack
) -> Marquee:
    """Return the client with all it needs."""
    client = Marquee(
        database,
        catalogue,
        SystemClock(),
        seeds=lambda: secrets.randbits(SEED_BITS),
        language=environment.language,
        shard_count=environment.shards,
    )
    cleanup.push_async_callback(client.close)
    return client


def _catalogue(environment: Environment, cleanup: AsyncExitStack) -> Catalogue:
    """Return the films to play with: with imports where there are any, else those we carry."""
    folder = platformdirs.user_cache_path("marquee", appauthor=False)
    catalogue = with_imports(environment.catalogue or default_file()) or library(folder)
    cleanup.callback(catalogue.close)
    return catalogue


async def _log_in(client: Marquee, token: str) -> None:
    """Log in, or say in one line why not."""
    try:
        await client.login(token)
    except discord.LoginFailure:
        raise SetupError(
            "Discord refuses the DISCORD_TOKEN; copy it anew from the developer portal."
        ) from None
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        raise SetupError(f"Discord cannot be reached: {error}") from error


async def _connect(client: Marquee) -> None:
    """Stay connected until closed, or say in one line why Discord does not want us."""
    try:
        await client.connect()
    except discord.ConnectionClosed as error:
        if error.code == TOKEN_REFUSED_CODE:
            raise SetupError(
                "Discord refuses the DISCORD_TOKEN; copy it anew from the developer portal."
            ) from None
        raise SetupError(
            f"Discord closed the connection for good: code {error.code} {error.reason}"
        ) from error


async def _until_told_to_leave(job: Callable[[], Awaitable[None]]) -> None:
    """Do the job until it is done, or until SIGTERM or SIGINT; then it cleans up after itself."""
    task = asyncio.ensure_future(job())
    told: list[int] = []

    def leave(number: int) -> None:
        told.append(number)
        task.cancel()

    with contextlib.suppress(NotImplementedError):  # Windows, where Ctrl-C arrives as KeyboardInterrupt
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, leave, number)
    try:
        await task
    except asyncio.CancelledError:
        if not told:
            raise


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        said = {"at": self.formatTime(record), "level": record.levelname, "from": record.name}
        said["message"] = record.getMessage()
        if record.exc_info:
            said["error"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def _log_to_stderr(log_format: str) -> None:
    """Write the log to standard error, a line a record."""
    handler = logging.StreamHandler()
    text = logging.Formatter("{asctime} {levelname:<7} {name}: {message}", style="{")
    handler.setFormatter(JsonLines() if log_format == "json" else text)
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.getLogger("alembic").setLevel(logging.WARNING)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # a quiz is not spoken


if __name__ == "__main__":
    sys.exit(main())

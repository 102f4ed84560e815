"""A stand-in of Discord, and a client on the unmodified discord.py that runs against it."""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
REPOSITORY = Path(__file__).parents[3]


class Client(discord.AutoShardedClient):
    """A client that hands presses and forms to whoever waits for them, and tells when it is ready or resumed."""

    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            guild_ready_timeout=0.05,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.presses: asyncio.Queue[discord.Interaction[Any]] = asyncio.Queue()
        self.told: asyncio.Queue[str] = asyncio.Queue()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do without the five seconds between two identifications."""

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Keep presses and forms."""
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            self.presses.put_nowait(interaction)

    async def on_ready(self) -> None:
        """Tell that the client is ready."""
        self.told.put_nowait("ready")

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Tell that the gateway goes on."""
        self.told.put_nowait("resumed")

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Tell that a channel is gone."""
        self.told.put_nowait(f"gone {channel.id}")


@pytest.fixture(scope="session")
def description() -> Path | None:
    """Discord's OpenAPI description, or None where it is absent."""
    path = Path(os.environ.get("DISCORD_OPENAPI", REPOSITORY.parent / "shared" / "discord" / "openapi.json"))
    return path if path.is_file() else None


@pytest.fixture
def pointed_at() -> Iterator[Callable[[StandIn], None]]:
    """A function that points discord.py at a stand-in until the test is over."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY

    def point(standin: StandIn) -> None:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = standin.api_base, yarl.URL(standin.gateway)

    yield point
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


@pytest.fixture
async def standin(description: Path | None, pointed_at: Callable[[StandIn], None]) -> AsyncIterator[StandIn]:
    """A stand-in with its world in memory, whose own answers must all be right."""
    made = StandIn(None, TOKEN, description)
    await made.start()
    pointed_at(made)
    yield made
    await made.stop()
    assert made.mistakes == []


@pytest.fixture
def client() -> Client:
    """A client that is not running yet."""
    return Client()


@pytest.fixture
def tree(client: Client) -> app_commands.CommandTree[Client]:
    """The client's slash commands."""
    return app_commands.CommandTree(client)


@pytest.fixture
def presses(client: Client) -> asyncio.Queue[discord.Interaction[Any]]:
    """The presses and forms that reach the client."""
    return client.presses


@pytest.fixture
def told(client: Client) -> asyncio.Queue[str]:
    """What the client has been told by the gateway after it was ready."""
    return client.told


@pytest.fixture
async def online(
    standin: StandIn, client: Client, tree: app_commands.CommandTree[Client]
) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """A function that logs the client in, syncs its commands and comes back when it is ready."""
    tasks: list[asyncio.Task[None]] = []

    async def go() -> None:
        await client.login(TOKEN)
        await tree.sync()
        tasks.append(asyncio.create_task(client.connect()))
        assert await client.told.get() == "ready"

    yield go
    await client.close()
    for task in tasks:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def api(standin: StandIn) -> AsyncIterator[Callable[..., Awaitable[tuple[int, Any]]]]:
    """A function that sends a body to a path of the API with the bot's token and returns status and answer."""
    headers = {"Authorization": f"Bot {TOKEN}"}
    async with aiohttp.ClientSession(headers=headers) as session:

        async def send(method: str, path: str, body: object = None) -> tuple[int, Any]:
            async with session.request(method, standin.api_base + path, json=body) as answer:
                return answer.status, await answer.json() if answer.status != 204 else None

        yield send

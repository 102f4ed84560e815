"""StandIn: Discord on 127.0.0.1, started and stopped by whoever plays or tests."""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from bot.standin import company, default_world, permissions, shapes
from bot.standin.api.door import PREFIX, Door
from bot.standin.crowd import Answers, Crowd, Pause
from bot.standin.feed import Event, Feed
from bot.standin.gateway import GUILDS_INTENT, Gateway
from bot.standin.hands import Hands
from bot.standin.interactions import ANSWER_SECONDS, Interactions
from bot.standin.journal import Entry, Journal
from bot.standin.pages import Pages
from bot.standin.players import Player
from bot.standin.seal import Seal
from bot.standin.snowflakes import Snowflakes
from bot.standin.stage import Stage
from bot.standin.store import Store
from bot.standin.traffic import Traffic
from bot.standin.world import World

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Callable
    from pathlib import Path

    from bot.standin.wire import Id, Json

WRITE_BEHIND_SECONDS = 0.02
SEED_BITS = 48


@dataclass
class StandIn:
    """Discord for one bot: its API, its gateway, its players, and the page that shows them.

    `database` None keeps the world in memory. `openapi` is Discord's description to check against.
    `answer_seconds` is how long an interaction waits for its first answer. `answers` tells the machine's
    players what is right, `seeds` gives them their chance, and `pause` is how they wait.
    """

    database: Path | None
    token: str
    openapi: Path | None = None
    host: str = "127.0.0.1"
    port: int = 0
    clock: Callable[[], float] = time.time
    answer_seconds: float = ANSWER_SECONDS
    answers: Answers | None = None
    seeds: Callable[[], int] = lambda: secrets.randbits(SEED_BITS)
    pause: Pause = asyncio.sleep
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def __post_init__(self) -> None:
        self._store = Store(self.database)
        self.world = World(Snowflakes(self.clock), self.clock)
        self._store.read_into(self.world)
        if not self.world.users:
            default_world.fill(self.world)
        company.seat(self.world)
        self._feed = Feed()
        self._journal = Journal(Traffic(self.clock))
        gateway = Gateway(self.world, self.token, self._journal, lambda: self.gateway)
        self._stage = Stage(self.world, self._feed, self._journal, gateway)
        self._interactions = Interactions(self._stage, lambda: self.answer_seconds)
        self._hands = Hands(self._stage, self._interactions)
        self._door = Door(self._stage, self._interactions, self.token, lambda: self.gateway, lambda: self.url)
        self._crowd = Crowd(self._hands, self.answers, self.seeds, self.pause)
        seal = Seal(self._store.key("pages"), self.clock)
        self._pages = Pages(self._hands, self._crowd, self.key, seal, lambda: self.port)
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen; `OSError` when the port is taken."""
        if self.openapi is not None:
            # A development dependency, needed only where there is a description.
            from bot.standin.openapi import read_description

            self._door.description = read_description(self.openapi)
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_get("/gateway", self._stage.gateway.serve)
        app.router.add_get("/gateway/", self._stage.gateway.serve)
        app.add_routes([*self._door.routes(), *self._pages.routes()])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        try:
            await site.start()
        except OSError:
            await self.stop()
            raise
        self.port = self._runner.addresses[0][1]
        self.world.changed = self._write_soon
        self._write()
        self._crowd.begin()

    async def stop(self) -> None:
        """Stop listening and store what is not stored yet."""
        await self._crowd.close()
        self._interactions.close()
        await self._pages.close()
        await self._stage.gateway.drop(resume=True)
        if self._runner is not None:
            await self._runner.cleanup()
        self.world.changed = lambda: None
        self._write()
        self._store.close()

    @property
    def url(self) -> str:
        """Return where the stand-in listens."""
        return f"http://{self.host}:{self.port}"

    @property
    def address(self) -> str:
        """Return the page's address with the key of this start."""
        return f"{self.url}/?key={self.key}"

    @property
    def api_base(self) -> str:
        """Return the base of the HTTP API."""
        return self.url + PREFIX

    @property
    def gateway(self) -> str:
        """Return the address of the gateway."""
        return f"ws://{self.host}:{self.port}/gateway"

    @property
    def requests(self) -> deque[Entry]:
        """Return the last requests of the bot, oldest first."""
        return self._journal.requests

    @property
    def refusals(self) -> deque[Entry]:
        """Return the last requests that were refused, oldest first."""
        return self._journal.refusals

    @property
    def mistakes(self) -> list[str]:
        """Return what was wrong with the stand-in's own answers; empty when all is well."""
        return self._journal.mistakes

    def player(self, name: str) -> Player:
        """Return the pretend player of a name; `KeyError` when there is none."""
        for user in self.world.players():
            if user["global_name"] == name:
                return Player(self._hands, user)
        raise KeyError(name)

    def players(self) -> list[Player]:
        """Return all pretend players."""
        return [Player(self._hands, user) for user in self.world.players()]

    def let_play(self, guild: Id, skill: str | None = "mixed") -> None:
        """Let the machine's six play in a server as mixed, novices, regulars or experts; None ends it."""
        self._crowd.let_play(str(guild), skill)

    def channel(self, name: str) -> int:
        """Return the id of the channel or thread of a name; `KeyError` when there is none."""
        return int(self.world.channel_named(name)["id"])

    def direct(self, player: Player) -> int:
        """Return the id of the direct-message channel between the bot and a player."""
        channels = self.world.channels.values()
        return next(int(c["id"]) for c in channels if player.user["id"] in c.get("recipient_ids", ()))

    async def wait_for(self, wanted: Callable[[Event], bool], timeout: float = 5.0) -> Event:  # noqa: ASYNC109
        """Return the first event from now on that is wanted; `TimeoutError` after so many seconds."""
        return await self._feed.wait_for(wanted, timeout)

    async def until(self, holds: Callable[[], bool], timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Return once a condition holds, looked at now and after each event; `TimeoutError` if never."""
        await self._feed.until(holds, timeout)

    async def break_gateway(self, *, resume: bool = True) -> None:
        """Cut the bot's connections: to be resumed, or with the session forgotten."""
        await self._stage.gateway.drop(resume=resume)

    def deny(self, channel: Id, permission: str) -> None:
        """Take a permission from the bot in a channel or a thread's parent, named as discord.py does."""
        known = self._with_overwrites(channel)
        others = [o for o in known["permission_overwrites"] if o["id"] != self.world.bot_id]
        mine = next(
            (o for o in known["permission_overwrites"] if o["id"] == self.world.bot_id), {"deny": "0"}
        )
        deny = int(mine["deny"]) | permissions.NAMES[permission]
        overwrite = {"id": self.world.bot_id, "type": 1, "allow": "0", "deny": str(deny)}
        known["permission_overwrites"] = [*others, overwrite]
        self._change_channel(known)

    def allow(self, channel: Id) -> None:
        """Give the bot back what `deny` took in a channel."""
        known = self._with_overwrites(channel)
        known["permission_overwrites"] = [
            o for o in known["permission_overwrites"] if o["id"] != self.world.bot_id
        ]
        self._change_channel(known)

    def delete_channel(self, channel: Id) -> None:
        """Delete a channel or thread, as a moderator might."""
        self._stage.remove_channel(self.world.channels[str(channel)])

    def delete_message(self, message: Id) -> None:
        """Delete a message, as a moderator might."""
        known = self.world.message(str(message))
        if known is not None:
            self._stage.remove(known)

    def slow(self, seconds: float) -> None:
        """Hold up every request from now on, as a slow network does."""
        self._door.delay = seconds

    def _with_overwrites(self, channel: Id) -> Json:
        known = self.world.channels[str(channel)]
        return dict(self.world.channels[known["parent_id"]] if known["type"] in shapes.THREADS else known)

    def _change_channel(self, known: Json) -> None:
        self.world.keep("channels", known)
        told = shapes.channel(self.world, known)
        self._stage.gateway.dispatch("CHANNEL_UPDATE", told, known["guild_id"], GUILDS_INTENT)

    def _write_soon(self) -> None:
        asyncio.get_running_loop().call_later(WRITE_BEHIND_SECONDS, self._write)

    def _write(self) -> None:
        if self.world.changes:
            changes, self.world.changes = self.world.changes, {}
            self._store.write(changes)

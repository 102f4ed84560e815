"""The page's websocket: what one browser sees as one player, and what that player does."""

from __future__ import annotations

import asyncio
import contextlib
from math import ceil
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from bot.standin import permissions, shapes
from bot.standin.haste import Haste
from bot.standin.interactions import AUTOCOMPLETE
from bot.standin.options import PlayerError
from bot.standin.players import Player
from bot.standin.wire import Id, Json, dumps, loads

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.crowd import Crowd
    from bot.standin.feed import Event
    from bot.standin.hands import Hands
    from bot.standin.interactions import Interaction, Outcome
    from bot.standin.traffic import Exchange

UNREAD_AT_MOST = 5000
# Beyond so much unread the traffic is left out: a player's messages come first.
UNREAD_WITH_TRAFFIC = 1000
# How the bot's answer is called on the socket, by the callback's number.
STATUSES = {4: "message", 5: "deferred", 6: "ack", 7: "ack", 8: "choices", 9: "modal"}


class PageSocket:
    """One page: it acts as one player at a time and looks at one channel at a time."""

    def __init__(self, hands: Hands, crowd: Crowd, user_id: str | None) -> None:
        self._hands = hands
        self._crowd = crowd
        self._world = hands.stage.world
        self._user = self._player(user_id)
        self._channel = self._channels()[0]
        self._queue: asyncio.Queue[str] = asyncio.Queue(UNREAD_AT_MOST)
        self._socket = web.WebSocketResponse(max_msg_size=1024 * 1024, heartbeat=30.0)
        self._answers: set[asyncio.Task[None]] = set()
        self._haste = Haste()
        self._traffic = hands.stage.journal.traffic
        self._unwatch: Callable[[], None] | None = None

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Return the websocket after it has ended."""
        await self._socket.prepare(request)
        stop = self._hands.stage.feed.listen(self._hear)
        writer = asyncio.create_task(self._write())
        self._send("ready", self._snapshot())
        try:
            async for message in self._socket:
                if message.type is WSMsgType.TEXT:
                    self._take(message.data)
        finally:
            stop()
            self._watch({"on": False})
            for task in (writer, *self._answers):
                task.cancel()
        return self._socket

    async def close(self) -> None:
        """Close the websocket: the stand-in goes away."""
        await self._socket.close(code=1001)

    def _player(self, user_id: str | None) -> Json:
        players = self._world.players()
        return next((user for user in players if user["id"] == user_id), players[0])

    def _channels(self) -> list[Json]:
        seen = permissions.VIEW_CHANNEL
        channels = self._world.channels.values()
        return [c for c in channels if permissions.in_channel(self._world, self._user["id"], c) & seen]

    def _take(self, text: str) -> None:
        try:
            message = loads(text)
            type_, data = message["t"], message.get("d") or {}
            take = {
                "interaction": self._act,
                "open": self._open,
                "act_as": self._act_as,
                "dismiss": self._dismiss,
                "company": self._keep_company,
                "traffic": self._watch,
                "exchange": self._show_exchange,
            }[type_]
            take(data)
        except (ValueError, KeyError, TypeError, AttributeError):
            self._send("error", {"message": "This was not understood."})

    def _act(self, data: Json) -> None:
        nonce = data.get("nonce")
        message_id: Id | None = data.get("message_id")
        channel_id = str(data.get("channel_id") or self._channel["id"])
        type_ = int(data["type"])
        try:
            self._refuse_haste(type_)
            given = str(message_id) if message_id else None
            begun = self._hands.begin(self._user["id"], type_, channel_id, data.get("data") or {}, given)
        except PlayerError as error:
            self._send("interaction_result", {"nonce": nonce, "status": "failed", "error": str(error)})
            return
        task = asyncio.create_task(self._answer(nonce, begun))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    def _refuse_haste(self, type_: int) -> None:
        wait = 0.0 if type_ == AUTOCOMPLETE else self._haste.wait(asyncio.get_running_loop().time())
        if wait:
            raise PlayerError(f"You are being rate limited. Try again in {ceil(wait)} s.")

    async def _answer(self, nonce: Any, begun: Interaction) -> None:
        outcome = await begun.outcome
        self._send("interaction_result", {"nonce": nonce, **_result(outcome)})

    def _open(self, data: Json) -> None:
        wanted = [channel for channel in self._channels() if channel["id"] == str(data["channel_id"])]
        if wanted:
            self._channel = wanted[0]
            self._send("commands", self._commands())
            self._send("history", {"channel_id": self._channel["id"], "messages": self._messages()})

    def _act_as(self, data: Json) -> None:
        self._user = self._player(str(data["user_id"]))
        channels = self._channels()
        self._channel = next((c for c in channels if c["id"] == self._channel["id"]), channels[0])
        self._send("ready", self._snapshot())

    def _dismiss(self, data: Json) -> None:
        Player(self._hands, self._user).dismiss(data["message_id"])

    def _keep_company(self, data: Json) -> None:
        self._crowd.let_play(str(data["guild_id"]), data["skill"])

    def _watch(self, data: Json) -> None:
        """Send what goes between the bot and the stand-in from now on, or no longer."""
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None
        if data["on"]:
            self._unwatch = self._traffic.watch(self._tell_exchange)
            self._send("traffic", [exchange.summary() for exchange in self._traffic.kept()])

    def _tell_exchange(self, exchange: Exchange) -> None:
        if self._queue.qsize() < UNREAD_WITH_TRAFFIC:
            self._send("exchange", exchange.summary())

    def _show_exchange(self, data: Json) -> None:
        found = self._traffic.find(int(data["number"]))
        gone = {"number": int(data["number"]), "gone": True}
        self._send("exchange_bodies", gone if found is None else found.whole())

    def _hear(self, event: Event) -> None:
        if event.only_for not in (None, self._user["id"]):
            return
        if event.kind == "commands":
            self._send("commands", self._commands())
        elif event.kind in ("channel_delete", "company") or self._sees(event.channel_id):
            self._send(event.kind, event.data)

    def _sees(self, channel_id: str | None) -> bool:
        channel = self._world.channels.get(channel_id or "")
        return bool(
            channel
            and permissions.in_channel(self._world, self._user["id"], channel) & permissions.VIEW_CHANNEL
        )

    def _snapshot(self) -> Json:
        channels = [shapes.channel(self._world, channel) for channel in self._channels()]
        # To the player it is the bot who is at the other end.
        bot = shapes.user(self._world.users[self._world.bot_id])
        guilds = [shapes.guild(self._world, guild) for guild in self._world.guilds.values()]
        for guild in guilds:
            guild["channels"] = [c for c in channels if c.get("guild_id") == guild["id"]]
        return {
            "now": self._world.clock(),
            "you": _person(self._user),
            "users": [_person(user) for user in self._world.users.values()],
            "guilds": [guild for guild in guilds if guild["channels"]],
            "dms": [{**channel, "recipients": [bot]} for channel in channels if channel["type"] == 1],
            "commands": self._commands(),
            "company": self._crowd.playing(),
            "channel_id": self._channel["id"],
            "messages": self._messages(),
        }

    def _commands(self) -> list[Json]:
        commands = self._world.commands.values()
        return [c for c in commands if self._hands.may_use(self._user["id"], self._channel, c)]

    def _messages(self) -> list[Json]:
        return list(self._hands.stage.visible(self._user["id"], self._channel))[-200:]

    def _send(self, type_: str, data: Any) -> None:
        # A page that has stopped reading is not worth the memory; its socket's heartbeat will end it.
        with contextlib.suppress(asyncio.QueueFull):
            self._queue.put_nowait(dumps({"t": type_, "d": data}))

    async def _write(self) -> None:
        while True:
            await self._socket.send_str(await self._queue.get())


def _person(user: Json) -> Json:
    more = {name: bool(user.get(name)) for name in ("player", "phone", "company")}
    return {**shapes.user(user), "locale": user["locale"], **more}


def _result(outcome: Outcome) -> Json:
    result: Json = {"status": STATUSES.get(outcome.callback or 0, "failed")}
    if outcome.modal is not None:
        result["modal"] = outcome.modal
    if outcome.callback == 8:
        result["choices"] = outcome.choices
    if outcome.error is not None:
        result["error"] = outcome.error
    return result

"""Gateway: the websocket that events reach the bot by, with sessions that can be resumed."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from bot.standin import shapes
from bot.standin.journal import Entry, Journal
from bot.standin.traffic import FROM_BOT, TO_BOT, Traffic
from bot.standin.wire import Json, dumps, loads

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.world import World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT = 0, 1, 2, 6, 7
REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 8, 9, 10, 11
IGNORED = (3, 4, REQUEST_MEMBERS, 31)
HEARTBEAT_MS = 41_250
REPLAYED = 5000
GUILDS_INTENT = 1 << 0
# Members, presences and message content: an application must be granted them.
PRIVILEGED_INTENTS = 1 << 1 | 1 << 8 | 1 << 15
ALL_INTENTS = (1 << 26) - 1
ACK_AFTER = 0.02  # seconds, as long as a short way to a real server and back
SENDS_PER_MINUTE = 120


class Closed(Exception):
    """The end of a connection, with one of Discord's close codes."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Connection:
    """One websocket and the queue that keeps what is sent in order."""

    def __init__(self, socket: web.WebSocketResponse, traffic: Traffic) -> None:
        self.socket = socket
        self._traffic = traffic
        self.sent_at: deque[float] = deque(maxlen=SENDS_PER_MINUTE)
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())

    def send(self, op: int, data: object, *, seq: int | None = None, event: str | None = None) -> None:
        """Send a payload after all those before it."""
        self._queue.put_nowait(dumps({"op": op, "d": data, "s": seq, "t": event}))
        self._traffic.payload(TO_BOT, op, event, data)

    async def end(self, code: int, reason: str = "") -> None:
        """Send what is queued, then close with a code."""
        self._queue.put_nowait(None)
        await self._writer
        await self.socket.close(code=code, message=reason.encode())

    def forget(self) -> None:
        """Stop sending: the socket is gone."""
        self._writer.cancel()

    async def _write(self) -> None:
        while (text := await self._queue.get()) is not None:
            try:
                await self.socket.send_str(text)
            except (ConnectionError, RuntimeError):
                return


@dataclass
class Session:
    """One identified shard: what it was sent, to be sent again, and its connection while it has one."""

    id: str
    shard: int
    shards: int
    intents: int
    seq: int = 0
    sent: deque[tuple[int, str, object]] = field(default_factory=lambda: deque(maxlen=REPLAYED))
    connection: Connection | None = None

    def send(self, event: str, data: object) -> None:
        """Send an event, or keep it for when the bot resumes."""
        self.seq += 1
        self.sent.append((self.seq, event, data))
        if self.connection is not None:
            self.connection.send(DISPATCH, data, seq=self.seq, event=event)

    def can_replay(self, seq: int) -> bool:
        """Return whether all that was sent after a sequence number is still known."""
        return seq <= self.seq and (seq == self.seq or self.sent[0][0] <= seq + 1)


class Gateway:
    """The sessions of the bot; an event goes to the newest session of the shard that has the server."""

    def __init__(self, world: World, token: str, journal: Journal, url: Callable[[], str]) -> None:
        self._world = world
        self._token = token
        self._journal = journal
        self._url = url
        self.sessions: dict[int, Session] = {}
        self.identified = 0

    def dispatch(self, event: str, data: object, guild_id: str | None, intent: int = 0) -> bool:
        """Return whether a session was there to get an event; `intent` is the bit it must have asked for."""
        for session in self.sessions.values():
            shard = (int(guild_id) >> 22) % session.shards if guild_id else 0
            if session.shard == shard and session.intents & intent == intent:
                session.send(event, data)
                return True
        return False

    async def drop(self, *, resume: bool) -> None:
        """Cut every connection: to be resumed (op 7), or with its session forgotten (op 9)."""
        sessions = list(self.sessions.values())
        if not resume:
            self.sessions.clear()
        for session in sessions:
            connection, session.connection = session.connection, None
            if connection is None:
                continue
            if resume:
                connection.send(RECONNECT, None)
            else:
                connection.send(INVALID_SESSION, data=False)
            await connection.end(4000, "cut")

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Return the websocket of one connection after it has ended."""
        socket = web.WebSocketResponse(max_msg_size=4096 * 4)
        await socket.prepare(request)
        connection = Connection(socket, self._journal.traffic)
        connection.send(HELLO, {"heartbeat_interval": HEARTBEAT_MS, "_trace": []})
        try:
            await self._listen(connection)
        except Closed as closed:
            self._journal.note(Entry("WS", "/gateway", closed.reason, 400, closed.code))
            self._journal.traffic.closed(closed.code, closed.reason)
            await connection.end(closed.code, closed.reason)
        finally:
            connection.forget()
            for session in self.sessions.values():
                if session.connection is connection:
                    session.connection = None
        return socket

    async def _listen(self, connection: Connection) -> None:
        loop = asyncio.get_running_loop()
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                raise Closed(4002, "Error while decoding payload.")
            sent_at = connection.sent_at
            if len(sent_at) == SENDS_PER_MINUTE and loop.time() - sent_at[0] < 60:
                raise Closed(4008, "You are being rate limited.")
            sent_at.append(loop.time())
            self._take(connection, message.data)

    def _take(self, connection: Connection, text: str) -> None:
        try:
            payload: Json = loads(text)
            op, data = payload["op"], payload.get("d")
        except (ValueError, KeyError, TypeError):
            raise Closed(4002, "Error while decoding payload.") from None
        self._journal.note(Entry("WS", "/gateway", {"op": op}, 0))
        self._journal.traffic.payload(FROM_BOT, op, None, data)
        mine = any(session.connection is connection for session in self.sessions.values())
        if op == HEARTBEAT:
            # A moment later: discord.py notes when it has sent only after it has, and takes an ack before that for old.
            asyncio.get_running_loop().call_later(ACK_AFTER, connection.send, HEARTBEAT_ACK, None)
        elif op in (IDENTIFY, RESUME) and mine:
            raise Closed(4005, "Already authenticated.")
        elif op == IDENTIFY:
            self._identify(connection, data or {})
        elif op == RESUME:
            self._resume(connection, data or {})
        elif not mine:
            raise Closed(4003, "Not authenticated.")
        elif op not in IGNORED:
            raise Closed(4001, "Unknown opcode.")

    def _identify(self, connection: Connection, data: Json) -> None:
        if data.get("token") != self._token:
            raise Closed(4004, "Authentication failed.")
        shard, shards = data.get("shard", (0, 1))
        intents = data.get("intents", -1)
        if not 0 <= shard < shards:
            raise Closed(4010, "Invalid shard.")
        if not 0 <= intents <= ALL_INTENTS:
            raise Closed(4013, "Invalid intent(s).")
        if intents & PRIVILEGED_INTENTS:
            raise Closed(4014, "Disallowed intent(s).")
        self.identified += 1
        # A bot that comes back with another number of shards is another start: the sessions before are over.
        self.sessions = {n: s for n, s in self.sessions.items() if s.shards == shards}
        session = Session(secrets.token_hex(16), shard, shards, intents, connection=connection)
        self.sessions[shard] = session
        self._welcome(session)

    def _welcome(self, session: Session) -> None:
        guilds = [
            g for g in self._world.guilds.values() if (int(g["id"]) >> 22) % session.shards == session.shard
        ]
        ready = {
            "v": 10,
            "user": shapes.own_user(self._world.users[self._world.bot_id]),
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self._url(),
            "shard": [session.shard, session.shards],
            "application": {"id": self._world.bot_id, "flags": 0},
            "private_channels": [],
            "_trace": [],
        }
        session.send("READY", ready)
        if session.intents & GUILDS_INTENT:
            for guild in guilds:
                session.send("GUILD_CREATE", shapes.guild_create(self._world, guild))

    def _resume(self, connection: Connection, data: Json) -> None:
        if data.get("token") != self._token:
            raise Closed(4004, "Authentication failed.")
        session = next((s for s in self.sessions.values() if s.id == data.get("session_id")), None)
        seq = data.get("seq")
        if session is None or not isinstance(seq, int) or not session.can_replay(seq):
            connection.send(INVALID_SESSION, data=False)
            return
        session.connection = connection
        for number, event, sent in session.sent:
            if number > seq:
                connection.send(DISPATCH, sent, seq=number, event=event)
        session.send("RESUMED", {"_trace": []})

"""A bot of a few lines that answers every interaction as it is told to, for what Marquee itself never sends."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.standin import StandIn

GUILDS = 1
DISPATCH, IDENTIFY = 0, 2


@asynccontextmanager
async def scripted_bot(
    standin: StandIn,
    commands: list[dict[str, Any]],
    answer: Callable[[dict[str, Any]], dict[str, Any] | None],
) -> AsyncIterator[asyncio.Queue[dict[str, Any]]]:
    """Yield a queue of the interactions that come; each is called back with what `answer` makes of it, if anything."""
    came: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    async with aiohttp.ClientSession(headers={"Authorization": "Bot a-token"}) as session:
        path = f"{standin.api_base}/applications/{standin.world.bot_id}/commands"
        (await session.put(path, json=commands)).raise_for_status()
        ready = asyncio.Event()
        task = asyncio.create_task(_serve(session, standin, answer, came, ready))
        await ready.wait()
        yield came
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _serve(
    session: aiohttp.ClientSession,
    standin: StandIn,
    answer: Callable[[dict[str, Any]], dict[str, Any] | None],
    came: asyncio.Queue[dict[str, Any]],
    ready: asyncio.Event,
) -> None:
    async with session.ws_connect(f"{standin.gateway}?v=10&encoding=json") as socket:
        about = {"token": "a-token", "intents": GUILDS, "properties": {}}
        await socket.send_json({"op": IDENTIFY, "d": about})
        async for message in socket:
            told = message.json()
            if told["op"] == DISPATCH and told["t"] == "READY":
                ready.set()
            if told["op"] != DISPATCH or told["t"] != "INTERACTION_CREATE":
                continue
            interaction = told["d"]
            if body := answer(interaction):
                place = f"{standin.api_base}/interactions/{interaction['id']}/{interaction['token']}/callback"
                async with session.post(place, json=body) as answered:
                    assert answered.status < 300, await answered.text()
            came.put_nowait(interaction)

"""Many presses at once, and a bot that dies among them."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.standin import StandIn

if TYPE_CHECKING:
    from asyncio.subprocess import Process

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
BOT = """
import os, sys, discord, yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = os.environ["DISCORD_API_BASE"], yarl.URL(os.environ["DISCORD_GATEWAY"])
client = discord.AutoShardedClient(intents=discord.Intents(guilds=True), guild_ready_timeout=0.05)

@client.event
async def on_interaction(interaction):
    await interaction.response.send_message("Locked in.", ephemeral=True)

@client.event
async def on_ready():
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="A", custom_id="guess:0"))
    view.stop()
    await client.get_partial_messageable(int(sys.argv[1])).send("Who?", view=view)

client.run(sys.argv[2], log_handler=None)
"""


async def begin(standin: StandIn) -> tuple[Process, str]:
    """Return a bot in a process of its own, and the id of the message that it posts when it is ready."""
    posted = asyncio.create_task(standin.wait_for(lambda event: event.kind == "message_create", timeout=30))
    settings = {**os.environ, "DISCORD_API_BASE": standin.api_base, "DISCORD_GATEWAY": standin.gateway}
    arguments = ("-W", "ignore", "-c", BOT, str(standin.channel("quiz-night")), TOKEN)
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, env=settings)
    return process, (await posted).data["id"]


@pytest.mark.slow
async def test_presses_survive_load_and_a_killed_bot(tmp_path: Path, description: Path | None) -> None:
    """Under load every press is answered; those that a killed bot owes fail, and its successor answers again."""
    standin = StandIn(tmp_path / "world.sqlite", TOKEN, description)
    await standin.start()
    players = standin.players()
    process, message = await begin(standin)
    for _ in range(10):
        outcomes = await asyncio.gather(*(players[n % 7].press(message, "guess:0") for n in range(200)))
        assert {outcome.status for outcome in outcomes} == {"message"}

    pressing = asyncio.gather(*(players[n % 7].press(message, "guess:0") for n in range(300)))
    await standin.wait_for(lambda event: event.kind == "message_create")
    process.kill()
    await process.wait()
    assert {outcome.status for outcome in await pressing} == {"message", "failed"}

    process, message = await begin(standin)
    assert (await players[0].press(message, "guess:0")).status == "message"
    process.kill()
    await process.wait()
    await standin.stop()
    assert standin.mistakes == []

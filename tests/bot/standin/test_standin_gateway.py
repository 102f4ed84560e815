"""The gateway: sessions begun, cut, resumed and forgotten, with an unmodified discord.py at the other end."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from discord import app_commands

    from bot.standin import StandIn

    Go = Callable[[], Awaitable[None]]
    Tree = app_commands.CommandTree[Any]

IDENTIFY = {"token": "a-token-for-tests", "properties": {}, "intents": 1, "shard": [0, 1]}


async def test_the_bot_knows_its_servers(
    standin: StandIn, online: Go, client: discord.AutoShardedClient
) -> None:
    """After READY the client has the servers, their channels and thread, and itself among the members."""
    await online()

    assert {guild.name for guild in client.guilds} == {"Kaiju Club", "Film Society"}
    kaiju = discord.utils.get(client.guilds, name="Kaiju Club")
    assert kaiju is not None
    assert [channel.name for channel in kaiju.text_channels] == ["quiz-night", "general"]
    assert [thread.name for thread in kaiju.threads] == ["after-hours"]
    assert kaiju.me.guild_permissions.send_messages


async def test_a_privileged_intent_is_refused(
    standin: StandIn, client: discord.AutoShardedClient, tree: Tree
) -> None:
    """Who asks for the contents of messages without a grant is turned away."""
    client._connection._intents.message_content = True
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await client.start("a-token-for-tests")


async def test_a_press_during_a_cut_arrives_after_it(
    standin: StandIn, online: Go, tree: Tree, told: asyncio.Queue[str]
) -> None:
    """What a player does while the connection is down is replayed when the bot resumes, and answered."""

    @tree.command()
    async def ping(interaction: discord.Interaction[Any]) -> None:
        """Answer."""
        await interaction.response.send_message("pong")

    await online()
    await standin.break_gateway(resume=True)
    outcome = await standin.player("Ada").command("ping", channel=standin.channel("general"))

    assert outcome.status == "message"
    assert await told.get() == "resumed"


async def test_a_forgotten_session_begins_anew(
    standin: StandIn, online: Go, tree: Tree, told: asyncio.Queue[str]
) -> None:
    """After an invalid session the bot identifies again and goes on."""

    @tree.command()
    async def ping(interaction: discord.Interaction[Any]) -> None:
        """Answer."""
        await interaction.response.send_message("pong")

    await online()
    await standin.break_gateway(resume=False)
    assert await told.get() == "ready"

    outcome = await standin.player("Ada").command("ping", channel=standin.channel("general"))
    assert outcome.status == "message"


async def test_a_deleted_channel_is_told(standin: StandIn, online: Go, told: asyncio.Queue[str]) -> None:
    """The bot hears that a channel is gone."""
    await online()
    general = standin.channel("general")

    standin.delete_channel(general)

    assert await told.get() == f"gone {general}"


async def test_a_denied_permission_is_told(
    standin: StandIn, online: Go, client: discord.AutoShardedClient
) -> None:
    """The bot learns of a channel's new permissions without asking."""
    await online()
    general = client.get_channel(standin.channel("general"))
    assert isinstance(general, discord.TextChannel)
    updated = asyncio.create_task(client.wait_for("guild_channel_update"))
    await asyncio.sleep(0)

    standin.deny(general.id, "send_messages")

    await updated
    assert not general.permissions_for(general.guild.me).send_messages


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"op": 2, "d": {**IDENTIFY, "token": "another"}}, 4004),
        ({"op": 2, "d": {**IDENTIFY, "shard": [1, 1]}}, 4010),
        ({"op": 2, "d": {**IDENTIFY, "intents": -1}}, 4013),
        ({"op": 2, "d": {**IDENTIFY, "intents": 1 << 15}}, 4014),
        ({"op": 3, "d": {}}, 4003),
        ({"op": 6, "d": {"token": "another"}}, 4004),
        ({}, 4002),
    ],
)
async def test_bad_payloads_close_the_connection(standin: StandIn, payload: object, code: int) -> None:
    """What Discord closes a connection for closes it here, with the same code."""
    async with aiohttp.ClientSession() as http, http.ws_connect(standin.gateway) as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json(payload)
        assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
        assert socket.close_code == code


async def test_only_the_newest_session_hears(standin: StandIn) -> None:
    """Of two sessions of one shard the newer gets the events, and the older cannot be resumed."""
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(standin.gateway) as old,
        http.ws_connect(standin.gateway) as new,
    ):
        ids = []
        for socket in (old, new):
            await socket.receive_json()
            await socket.send_json({"op": 2, "d": IDENTIFY})
            ids.append((await socket.receive_json())["d"]["session_id"])
            events = [(await socket.receive_json())["t"] for _ in range(2)]
            assert events == ["GUILD_CREATE"] * 2
        standin.delete_channel(standin.channel("general"))
        assert (await new.receive_json())["t"] == "CHANNEL_DELETE"

        await old.send_json({"op": 1, "d": None})
        assert (await old.receive_json())["op"] == 11
        async with http.ws_connect(standin.gateway) as third:
            await third.receive_json()
            await third.send_json(
                {"op": 6, "d": {"token": IDENTIFY["token"], "session_id": ids[0], "seq": 3}}
            )
            assert await third.receive_json() == {"op": 9, "d": False, "s": None, "t": None}


async def test_servers_are_shared_out_among_shards(standin: StandIn) -> None:
    """Each shard is told of its own servers, and direct messages go to the first."""
    guilds: list[str] = []
    async with aiohttp.ClientSession() as http:
        for shard in range(2):
            async with http.ws_connect(standin.gateway) as socket:
                await socket.receive_json()
                await socket.send_json({"op": 2, "d": {**IDENTIFY, "shard": [shard, 2]}})
                ready = (await socket.receive_json())["d"]
                own = [guild["id"] for guild in ready["guilds"]]
                assert all((int(id_) >> 22) % 2 == shard for id_ in own)
                guilds += own
    assert sorted(guilds) == sorted(standin.world.guilds)

"""How long an interaction's token lasts, what it opens, and how the network may fail."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord
import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from discord import app_commands

    from bot.standin import StandIn

    Go = Callable[[], Awaitable[None]]
    Api = Callable[..., Awaitable[tuple[int, Any]]]


@pytest.fixture
def asked(tree: app_commands.CommandTree[Any]) -> asyncio.Queue[discord.Interaction[Any]]:
    """Interactions of a command that is answered by the test."""
    queue: asyncio.Queue[discord.Interaction[Any]] = asyncio.Queue()

    @tree.command()
    async def ask(interaction: discord.Interaction[Any]) -> None:
        """Leave the answer to the test."""
        await queue.put(interaction)

    return queue


@pytest.fixture
async def interaction(
    standin: StandIn, online: Go, asked: asyncio.Queue[discord.Interaction[Any]]
) -> discord.Interaction[Any]:
    """A command that Ada has given in #general and that is not answered yet."""
    await online()
    asking = asyncio.create_task(standin.player("Ada").command("ask", channel=standin.channel("general")))
    interaction = await asked.get()
    interaction.extras["outcome"] = asking
    return interaction


async def test_a_token_lasts_a_quarter_of_an_hour(
    standin: StandIn, interaction: discord.Interaction[Any]
) -> None:
    """Up to 15 minutes an answer can be edited by its token, then the token is refused with 50027."""
    await interaction.response.send_message("1")
    now = standin.world.clock()
    standin.world.clock = lambda: now + 899
    await interaction.edit_original_response(content="2")

    standin.world.clock = lambda: now + 901
    with pytest.raises(discord.HTTPException) as caught:
        await interaction.edit_original_response(content="3")

    assert (caught.value.status, caught.value.code) == (401, 50027)


async def test_nothing_can_be_edited_before_the_answer(interaction: discord.Interaction[Any]) -> None:
    """A followup before the first answer finds no webhook."""
    with pytest.raises(discord.NotFound) as caught:
        await interaction.followup.send("early")

    assert caught.value.code == 10015
    await interaction.response.send_message("x")


async def test_followups_are_messages_of_their_own(
    standin: StandIn, interaction: discord.Interaction[Any]
) -> None:
    """After an answer, followups are further messages, public or private as each says."""
    await interaction.response.send_message("1")
    await interaction.followup.send("2", ephemeral=True)
    await interaction.followup.send("3")

    general = standin.channel("general")
    assert [message["content"] for message in standin.player("Ada").sees(general)] == ["1", "2", "3"]
    assert [message["content"] for message in standin.player("Kofi").sees(general)] == ["1", "3"]


async def test_an_interaction_tells_what_may_be_done(
    standin: StandIn, online: Go, asked: asyncio.Queue[discord.Interaction[Any]]
) -> None:
    """What the bot and the player may do in the channel comes with the interaction, overwrites counted."""
    await online()
    standin.deny(standin.channel("general"), "send_messages")
    asking = asyncio.create_task(standin.player("Mika").command("ask", channel=standin.channel("general")))
    interaction = await asked.get()

    assert not interaction.app_permissions.send_messages
    assert interaction.permissions.manage_guild
    assert interaction.guild is not None
    await interaction.response.send_message("answers need no permission")
    assert (await asking).status == "message"


async def test_tokens_open_only_their_own(
    standin: StandIn, interaction: discord.Interaction[Any], api: Api
) -> None:
    """A token does not edit messages that another interaction or the bot itself has written."""
    await interaction.response.send_message("mine")
    general = standin.channel("general")
    _, other = await api("POST", f"/channels/{general}/messages", {"content": "other"})
    path = f"/webhooks/{interaction.application_id}/{interaction.token}/messages/{other['id']}"

    status, answer = await api("PATCH", path, {"content": "x"})

    assert (status, answer["code"]) == (404, 10008)


async def test_answers_to_a_deleted_channel_are_refused(
    standin: StandIn, interaction: discord.Interaction[Any]
) -> None:
    """Where the channel is gone neither answer nor followup can be said."""
    standin.delete_channel(standin.channel("general"))

    with pytest.raises(discord.NotFound) as caught:
        await interaction.response.send_message("x")

    assert caught.value.code == 10003


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/guilds/1", 404, 10004),
        ("GET", "/guilds/{guild}/members/1", 404, 10007),
        ("GET", "/channels/1", 404, 10003),
        ("GET", "/nothing", 404, 0),
        ("POST", "/interactions/1/token/callback", 404, 10062),
        ("PATCH", "/webhooks/1/token/messages/@original", 401, 50027),
        ("GET", "/applications/1/commands", 404, 10002),
        ("PATCH", "/channels/{general}/messages/1", 404, 10008),
    ],
)
async def test_what_is_unknown_is_said_to_be(
    standin: StandIn, api: Api, method: str, path: str, status: int, code: int
) -> None:
    """Each thing that is not there is refused with Discord's own code."""
    guild, general = next(iter(standin.world.guilds)), standin.channel("general")
    body = {"type": 4, "data": {"content": "x"}} if method == "POST" else {"content": "x"}

    answer = await api(method, path.format(guild=guild, general=general), None if method == "GET" else body)

    assert (answer[0], answer[1]["code"]) == (status, code)


async def test_what_is_known_is_shown(standin: StandIn, online: Go, client: Any) -> None:
    """Servers, members, channels, threads and direct messages are read by discord.py."""
    await online()
    ada = standin.player("Ada")
    guild = await client.fetch_guild(client.guilds[0].id)

    assert guild.approximate_member_count == 15  # seven to be played, six that play, the bot and the owner
    assert (await guild.fetch_member(ada.id)).display_name == "Ada"
    assert (await client.fetch_channel(standin.channel("quiz-night"))).name == "quiz-night"
    assert (await client.fetch_channel(standin.channel("after-hours"))).parent_id == standin.channel(
        "quiz-night"
    )
    assert (await client.fetch_channel(standin.direct(ada))).recipient.id == ada.id


async def test_typing_is_seen(standin: StandIn, online: Go, client: Any) -> None:
    """Players see that the bot is typing."""
    await online()
    seen = asyncio.create_task(standin.wait_for(lambda event: event.kind == "typing"))
    await asyncio.sleep(0)

    async with client.get_partial_messageable(standin.channel("general")).typing():
        assert (await seen).channel_id == str(standin.channel("general"))

"""Messages that the bot sends, edits and deletes with its token, and what it may not do."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.standin.api.messages import DELETE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.standin import StandIn

    Go = Callable[[], Awaitable[None]]
    Api = Callable[..., Awaitable[tuple[int, Any]]]


def text_card(text: str) -> discord.ui.LayoutView:
    """Return a card of one text."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    view.stop()
    return view


@pytest.fixture
async def channel(
    standin: StandIn, online: Go, client: discord.AutoShardedClient
) -> discord.PartialMessageable:
    """The channel where the bot writes."""
    await online()
    return client.get_partial_messageable(standin.channel("quiz-night"))


async def test_a_card_is_edited_in_place(standin: StandIn, channel: discord.PartialMessageable) -> None:
    """A message known by its id alone is edited without being fetched."""
    sent = await channel.send(view=text_card("1"))

    await channel.get_partial_message(sent.id).edit(view=text_card("2"))

    (seen,) = standin.player("Ada").sees(channel.id)
    assert (seen["id"], seen["components"][0]["content"]) == (str(sent.id), "2")


async def test_an_enforced_nonce_sends_once(standin: StandIn, channel: discord.PartialMessageable) -> None:
    """Of two messages with one enforced nonce there is one, and both calls return it."""
    first, second = [await channel.send("once", nonce="round-1") for _ in range(2)]
    other = await channel.send("once", nonce="round-2")

    assert first.id == second.id != other.id
    assert [int(message["id"]) for message in standin.player("Ada").sees(channel.id)] == [first.id, other.id]


async def test_messages_are_listed_and_deleted(standin: StandIn, channel: discord.PartialMessageable) -> None:
    """History comes newest first, and a deleted message is gone for all; deleting twice is refused."""
    sent = [await channel.send(str(number)) for number in range(3)]
    await sent[1].delete()

    assert [m.id async for m in channel.history(limit=10)] == [sent[2].id, sent[0].id]
    with pytest.raises(discord.NotFound) as caught:
        await sent[1].delete()
    assert caught.value.code == 10008


async def test_direct_messages_reach_their_player(standin: StandIn, online: Go, client: Any) -> None:
    """A direct message is seen by its player alone."""
    await online()
    kofi = standin.player("Kofi")
    user = await client.http.start_private_message(kofi.id)

    await client.get_partial_messageable(int(user["id"])).send("hello")

    assert [message["content"] for message in kofi.sees(standin.direct(kofi))] == ["hello"]
    assert standin.player("Ada").sees(standin.direct(kofi)) == []


@pytest.mark.parametrize(
    ("place", "permission", "code"),
    [
        ("quiz-night", "send_messages", 50013),
        ("quiz-night", "view_channel", 50001),
        ("after-hours", "send_messages_in_threads", 50013),
    ],
)
async def test_a_denied_permission_is_refused(
    standin: StandIn, online: Go, client: Any, place: str, permission: str, code: int
) -> None:
    """Where the channel denies it the bot cannot send, and can again when it is allowed."""
    await online()
    channel = client.get_partial_messageable(standin.channel(place))
    standin.deny(channel.id, permission)

    with pytest.raises(discord.Forbidden) as caught:
        await channel.send("hello")

    assert caught.value.code == code
    standin.allow(channel.id)
    await channel.send("hello")


async def test_threads_ask_for_their_own_permission(standin: StandIn, online: Go, client: Any) -> None:
    """Whoever may not send in a channel may still send in its threads."""
    await online()
    standin.deny(standin.channel("quiz-night"), "send_messages")

    await client.get_partial_messageable(standin.channel("after-hours")).send("hello")

    assert len(standin.player("Ada").sees(standin.channel("after-hours"))) == 1


async def test_embeds_need_a_permission(standin: StandIn, channel: discord.PartialMessageable) -> None:
    """Without the permission to embed links an embed is refused."""
    standin.deny(channel.id, "embed_links")

    with pytest.raises(discord.Forbidden):
        await channel.send(embed=discord.Embed(title="x"))


async def test_what_is_not_there_is_unknown(standin: StandIn, online: Go, client: Any) -> None:
    """A deleted channel and a deleted message are unknown, each with its code."""
    await online()
    general = client.get_partial_messageable(standin.channel("general"))
    sent = await general.send("hello")
    standin.delete_message(sent.id)
    with pytest.raises(discord.NotFound) as message:
        await sent.edit(content="again")
    standin.delete_channel(general.id)
    with pytest.raises(discord.NotFound) as channel:
        await general.send("hello")

    assert (message.value.code, channel.value.code) == (10008, 10003)


async def test_mentions_ping_only_whom_they_may(
    standin: StandIn, channel: discord.PartialMessageable
) -> None:
    """A mention pings unless allowed mentions forbid it, in a text display as well as in a content."""
    ada = f"<@{standin.player('Ada').id}>"
    quiet = await channel.send(view=text_card(f"{ada} @everyone"))
    loud = await channel.send(ada, allowed_mentions=discord.AllowedMentions.all())

    seen = {message["id"]: message for message in standin.player("Ada").sees(channel.id)}
    assert (seen[str(quiet.id)]["mentions"], seen[str(quiet.id)]["mention_everyone"]) == ([], False)
    assert [user["global_name"] for user in seen[str(loud.id)]["mentions"]] == ["Ada"]


async def test_files_come_with_messages(standin: StandIn, channel: discord.PartialMessageable) -> None:
    """A picture sent beside an embed is kept, and the embed points to it."""
    file = discord.File(io.BytesIO(b"picture"), "still.png")
    embed = discord.Embed(title="x").set_image(url="attachment://still.png")

    sent = await channel.send(embed=embed, file=file)

    assert sent.attachments[0].size == 7
    assert sent.embeds[0].image.url == sent.attachments[0].url
    assert standin.world.files[str(sent.attachments[0].id)]["base64"]


async def test_an_empty_message_is_refused(channel: discord.PartialMessageable) -> None:
    """A message of spaces is empty, and an edit may not empty one."""
    sent = await channel.send("hello")
    for writing in (channel.send(" "), sent.edit(content=None)):
        with pytest.raises(discord.HTTPException) as caught:
            await writing
        assert caught.value.code == 50006


async def test_too_many_sends_are_slowed_down(standin: StandIn, api: Api) -> None:
    """The sixth message within five seconds is refused with 429 and told when to come back."""
    path = f"/channels/{standin.channel('general')}/messages"
    answers = [await api("POST", path, {"content": str(number)}) for number in range(6)]

    assert [status for status, _ in answers] == [200] * 5 + [429]
    assert 0 < answers[5][1]["retry_after"] <= 5
    assert answers[5][1]["global"] is False


async def test_discord_py_survives_a_429(standin: StandIn, channel: discord.PartialMessageable) -> None:
    """A limit that discord.py could not foresee makes it wait and try again, and the deletion comes through."""
    sent = await channel.send("hello")
    now = asyncio.get_running_loop().time()
    for _ in range(DELETE.limit):
        standin._stage.rates.spend(DELETE, {"channel_id": channel.id}, now, 0.0)

    await sent.delete()

    assert standin.player("Ada").sees(channel.id) == []
    assert [refused.status for refused in standin.refusals] == [429]


async def test_the_bot_needs_its_token(standin: StandIn, client: discord.AutoShardedClient) -> None:
    """A refused token ends the login."""
    with pytest.raises(discord.LoginFailure):
        await client.login("another-token")
    assert standin.refusals[-1].status == 401
    await client.close()

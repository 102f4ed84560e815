"""The page's way in: who is let in, what is served, and what goes over its websocket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from aiohttp import ClientWebSocketResponse
    from discord import app_commands

    from bot.standin import StandIn

    Go = Callable[[], Awaitable[None]]
    Tree = app_commands.CommandTree[Any]


@pytest.fixture
async def http(standin: StandIn) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser without cookies."""
    async with aiohttp.ClientSession(standin.url, cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield session


@pytest.fixture
async def page(
    standin: StandIn, online: Go, http: aiohttp.ClientSession
) -> AsyncIterator[ClientWebSocketResponse]:
    """The websocket of a page that acts as Ada, with the bot online."""
    await online()
    as_ada = {"key": standin.key, "as": str(standin.player("Ada").id)}
    async with http.ws_connect("/ws", params=as_ada) as socket:
        yield socket


@pytest.mark.parametrize("path", ["/", "/ws", "/style.css", "/media/1/x.png"])
@pytest.mark.parametrize(
    ("headers", "key"),
    [
        ({"Origin": "https://evil.example"}, True),
        ({"Origin": "null"}, True),
        ({"Host": "evil.example"}, True),
        ({"Host": "evil.example:80"}, True),
        ({}, False),
        ({"Cookie": "standin-1=guess"}, False),
    ],
)
async def test_strangers_are_refused(
    standin: StandIn, http: aiohttp.ClientSession, path: str, headers: dict[str, str], key: bool
) -> None:
    """Another site, another name for this machine, and whoever lacks the key get 403."""
    params = {"key": standin.key} if key else {}
    async with http.get(path, headers=headers, params=params) as answer:
        assert answer.status == 403


async def test_the_printed_address_opens_the_page(standin: StandIn) -> None:
    """The address with the key serves the page and sets a cookie that opens the rest, under a strict policy."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as http:
        async with http.get(standin.address) as answer:
            assert answer.status == 200
            assert answer.headers["Content-Security-Policy"].startswith(
                "default-src 'none'; script-src 'self'"
            )
            cookie = answer.headers["Set-Cookie"]
            assert "SameSite=Strict" in cookie
            assert "HttpOnly" in cookie
        async with http.get(standin.url + "/") as answer:
            assert answer.status == 200


@pytest.mark.parametrize(
    "path", ["/../pages.py", "/%2e%2e/pages.py", "/..%2fpages.py", "/nothing.html", "/.x"]
)
async def test_nothing_else_is_served(standin: StandIn, http: aiohttp.ClientSession, path: str) -> None:
    """No path leads out of the page's folder."""
    async with http.get(path, params={"key": standin.key}) as answer:
        assert answer.status == 404


async def test_the_page_is_told_where_it_is(standin: StandIn, page: ClientWebSocketResponse) -> None:
    """First comes the whole picture: who I am, who there is, servers, direct messages, commands, messages."""
    ready = await page.receive_json()

    assert ready["t"] == "ready"
    assert ready["d"]["you"]["global_name"] == "Ada"
    assert len([user for user in ready["d"]["users"] if user["player"]]) == 7
    assert [guild["name"] for guild in ready["d"]["guilds"]] == ["Kaiju Club", "Film Society"]
    assert [channel["id"] for channel in ready["d"]["dms"]] == [str(standin.direct(standin.player("Ada")))]


async def test_a_command_from_the_page(standin: StandIn, page: ClientWebSocketResponse, tree: Tree) -> None:
    """A command given on the page is answered there: the message, and what came of it under its nonce."""

    @tree.command()
    async def ping(interaction: discord.Interaction[Any]) -> None:
        """Answer."""
        await interaction.response.send_message("pong", ephemeral=True)

    await tree.sync()
    assert (await page.receive_json())["t"] == "ready"
    assert [c["name"] for c in (await page.receive_json())["d"]] == ["ping"]
    channel = str(standin.channel("general"))
    given = {"nonce": "7", "type": 2, "channel_id": channel, "data": {"name": "ping", "options": []}}
    await page.send_json({"t": "interaction", "d": given})

    created, result = await page.receive_json(), await page.receive_json()
    assert (created["t"], created["d"]["content"]) == ("message_create", "pong")
    assert result == {"t": "interaction_result", "d": {"nonce": "7", "status": "message"}}
    await page.send_json({"t": "dismiss", "d": {"message_id": created["d"]["id"]}})
    assert (await page.receive_json())["t"] == "message_delete"


async def test_what_cannot_be_done_fails(page: ClientWebSocketResponse) -> None:
    """A press on what is not there fails under its nonce, and nonsense is answered without ending the page."""
    await page.receive_json()
    press = {"nonce": 1, "type": 3, "channel_id": "1", "message_id": "1", "data": {"custom_id": "x"}}
    await page.send_json({"t": "interaction", "d": press})
    assert (await page.receive_json())["d"]["status"] == "failed"

    for nonsense in ("{", "[]", '{"t": "x"}', '{"t": "open", "d": 5}'):
        await page.send_str(nonsense)
        assert (await page.receive_json())["t"] == "error"


async def test_the_page_changes_place_and_player(standin: StandIn, page: ClientWebSocketResponse) -> None:
    """Opening a channel brings its messages, and acting as another player brings the whole picture anew."""
    await page.receive_json()
    trivia = str(standin.channel("trivia"))
    await page.send_json({"t": "open", "d": {"channel_id": trivia}})
    assert [(await page.receive_json())["t"] for _ in range(2)] == ["commands", "history"]

    await page.send_json({"t": "act_as", "d": {"user_id": str(standin.player("Kofi").id)}})
    ready = (await page.receive_json())["d"]
    assert (ready["you"]["global_name"], ready["channel_id"]) == ("Kofi", trivia)


async def test_the_page_sees_no_other_players_answers(
    standin: StandIn, page: ClientWebSocketResponse, tree: Tree
) -> None:
    """A private answer to another player does not reach the page; what comes next does."""

    @tree.command()
    async def whisper(interaction: discord.Interaction[Any], private: bool) -> None:
        """Answer."""
        await interaction.response.send_message("psst", ephemeral=private)

    await tree.sync()
    await page.receive_json()
    await page.receive_json()
    for private in (True, False):
        await standin.player("Kofi").command(
            "whisper", {"private": private}, channel=standin.channel("general")
        )

    assert (await page.receive_json())["d"]["flags"] == 0

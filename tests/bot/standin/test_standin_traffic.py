"""What happens, told: the traffic between bot and stand-in, what checked it, and who gets to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standin import StandIn
from bot.standin.traffic import DESCRIPTION, HIDDEN, KEPT, LIMITS, TO_BOT, Exchange, Traffic

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from aiohttp import ClientWebSocketResponse

    Go = Callable[[], Awaitable[None]]
    Api = Callable[..., Awaitable[tuple[int, Any]]]

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing


@pytest.fixture
async def page(standin: StandIn) -> AsyncIterator[ClientWebSocketResponse]:
    """The websocket of a window that has been told where it is."""
    async with (
        aiohttp.ClientSession(standin.url) as http,
        http.ws_connect("/ws", params={"key": standin.key}) as socket,
    ):
        assert (await socket.receive_json())["t"] == "ready"
        yield socket


def last(standin: StandIn) -> Exchange:
    """Return the newest exchange."""
    return standin._journal.traffic.kept()[-1]


def messages_of(standin: StandIn) -> str:
    """Return the path of a channel's messages."""
    return f"/channels/{standin.channel('quiz-night')}/messages"


async def test_only_who_opened_the_drawer_is_told(
    standin: StandIn, page: ClientWebSocketResponse, api: Api
) -> None:
    """A window hears of traffic from when it asks to when it asks no more."""
    await api("POST", messages_of(standin), {"content": "one"})
    assert (await page.receive_json())["t"] == "message_create"

    await page.send_json({"t": "traffic", "d": {"on": True}})
    kept = await page.receive_json()
    await api("POST", messages_of(standin), {"content": "two"})
    heard = [(await page.receive_json())["t"] for _ in range(2)]
    await page.send_json({"t": "traffic", "d": {"on": False}})
    await page.send_json({"t": "exchange", "d": {"number": 1}})
    assert (await page.receive_json())["t"] == "exchange_bodies"
    await api("POST", messages_of(standin), {"content": "three"})

    assert (kept["t"], [one["method"] for one in kept["d"]]) == ("traffic", ["POST"])
    assert heard == ["message_create", "exchange"]
    assert (await page.receive_json())["t"] == "message_create"
    assert standin._journal.traffic._watchers == []


async def test_a_window_that_closes_watches_no_more(standin: StandIn) -> None:
    """Nothing is kept for a window that is gone."""
    async with (
        aiohttp.ClientSession(standin.url) as http,
        http.ws_connect("/ws", params={"key": standin.key}) as socket,
    ):
        await socket.receive_json()
        await socket.send_json({"t": "traffic", "d": {"on": True}})
        await socket.receive_json()
        assert len(standin._journal.traffic._watchers) == 1
    await standin._pages.close()

    assert standin._journal.traffic._watchers == []


async def test_a_good_body_says_what_checked_it(standin: StandIn, api: Api, description: Path | None) -> None:
    """Our table always, and Discord's description of body and answer where there is one; no faults."""
    await api("POST", messages_of(standin), {"content": "hello"})

    checks = [(check.by, check.part) for check in last(standin).checks]
    described = [(DESCRIPTION, "body"), (LIMITS, "body"), (DESCRIPTION, "answer")]
    assert checks == (described if description else [(LIMITS, "body")])
    assert not any(check.problems for check in last(standin).checks)
    assert not last(standin).summary()["refused"]


async def test_without_a_description_only_the_table_is_named() -> None:
    """Nothing is said to be checked by what was not there."""
    standin = StandIn(None, TOKEN)
    await standin.start()
    headers = {"Authorization": f"Bot {TOKEN}"}
    async with aiohttp.ClientSession(headers=headers) as http:
        await http.post(standin.api_base + messages_of(standin), json={"content": "hello"})
    checks = last(standin).checks
    await standin.stop()

    assert [(check.by, check.part) for check in checks] == [(LIMITS, "body")]


async def test_a_bad_body_says_who_refused_it(standin: StandIn, api: Api) -> None:
    """Beyond a limit, the table's fault is told beside the refusal."""
    assert (await api("POST", messages_of(standin), {"content": "x" * 2001}))[0] == 400

    told = last(standin).summary()
    faulty = [check["by"] for check in told["checks"] if check["part"] == "body" and check["problems"]]
    assert told["refused"]
    assert LIMITS in faulty


@pytest.mark.parametrize(
    ("path", "status"), [("/nothing/there", 404), ("/channels/1/messages", 404), ("/channels/1", 404)]
)
async def test_what_was_refused_unread_was_not_checked(
    standin: StandIn, api: Api, path: str, status: int
) -> None:
    """A request that leads nowhere is listed as refused, and no check of its body is claimed."""
    await api("GET", path)

    assert (last(standin).path, last(standin).status) == (f"/api/v10{path}", status)
    assert not [check for check in last(standin).checks if check.part == "body"]


async def test_the_gateway_is_told_both_ways(standin: StandIn, online: Go) -> None:
    """What the bot sends and gets over the gateway is listed, and its token is hidden."""
    await online()

    kept = standin._journal.traffic.kept()
    listed = [(one.way, one.method, one.path) for one in kept if one.status == 0]
    assert ("to the bot", "op 10", "Hello") in listed
    assert ("to the bot", "op 0", "GUILD_CREATE") in listed
    identify = next(one for one in kept if one.path == "Identify").whole()
    assert identify["body"]["token"] == HIDDEN
    assert TOKEN not in str([one.whole() for one in kept])


async def test_a_connection_that_is_ended_stands_among_the_refused(standin: StandIn) -> None:
    """The gateway's close code and reason are listed."""
    async with aiohttp.ClientSession() as http, http.ws_connect(standin.gateway) as socket:
        await socket.receive_json()
        await socket.send_json({"op": [], "d": None})
        await socket.receive()

    told = last(standin).summary()
    assert (told["way"], told["method"], told["status"], told["refused"]) == (TO_BOT, "close", 4003, True)


async def test_bodies_come_when_asked_for(standin: StandIn, page: ClientWebSocketResponse, api: Api) -> None:
    """A summary holds no body; asked for by number, body and answer come; what is not kept says so."""
    await api("POST", messages_of(standin), {"content": "hello"})
    await page.receive_json()
    assert "hello" not in str(last(standin).summary())

    for number, told in ((1, {"content": "hello"}), (99, None)):
        await page.send_json({"t": "exchange", "d": {"number": number}})
        bodies = (await page.receive_json())["d"]
        assert bodies.get("body") == told
        assert bodies.get("gone", False) == (told is None)


@given(st.integers(0, 2 * KEPT))
def test_the_traffic_is_bounded(count: int) -> None:
    """At most 300 are kept, the newest, and their numbers only grow."""
    traffic = Traffic(lambda: 0.0)
    for _ in range(count):
        traffic.request("GET", "/x", None, 200, None)

    numbers = [one.number for one in traffic.kept()]
    assert numbers == list(range(max(1, count - KEPT + 1), count + 1))
    assert traffic.find(0) is None

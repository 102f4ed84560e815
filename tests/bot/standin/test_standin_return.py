"""Windows that come back after a restart, and strangers who never get in."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standin import StandIn
from bot.standin.seal import LASTS_SECONDS, Seal

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
NOW = 1_800_000_000.0


async def let_in(standin: StandIn) -> str:
    """Return the pass of a window that opened the printed address."""
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        http.get(standin.address) as answer,
    ):
        found = re.match(rf"standin-{standin.port}=([^;]+);", answer.headers["Set-Cookie"])
        assert found is not None
        return found[1]


async def status_of(standin: StandIn, pass_: str, **query: str) -> int:
    """Return how the page is answered to a window with this pass."""
    headers = {"Cookie": f"standin-{standin.port}={pass_}"}
    jar = aiohttp.DummyCookieJar()
    async with (
        aiohttp.ClientSession(standin.url, cookie_jar=jar) as http,
        http.get("/", headers=headers, params=query) as answer,
    ):
        return answer.status


def modes_in(folder: Path) -> dict[str, int]:
    """Return who may do what with each file of a folder."""
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


async def test_a_window_comes_back_after_a_restart(tmp_path: Path) -> None:
    """The key is another one and the old one opens nothing; a pass is good again, even beside the old key."""
    first = StandIn(tmp_path / "world.db", TOKEN)
    await first.start()
    pass_ = await let_in(first)
    await first.stop()

    second = StandIn(tmp_path / "world.db", TOKEN)
    await second.start()
    statuses = (
        await status_of(second, pass_),
        await status_of(second, pass_, key=first.key),
        await status_of(second, "", key=first.key),
        await status_of(second, first.key),
        await status_of(second, second.key),
    )
    await second.stop()

    assert first.key != second.key
    assert statuses == (200, 200, 403, 403, 403)


async def test_a_pass_of_elsewhere_opens_nothing(tmp_path: Path) -> None:
    """Each playground's file has a key of its own."""
    elsewhere, here = StandIn(tmp_path / "a.db", TOKEN), StandIn(tmp_path / "b.db", TOKEN)
    await elsewhere.start()
    await here.start()
    pass_ = await let_in(elsewhere)
    assert await status_of(here, pass_) == 403
    await elsewhere.stop()
    await here.stop()


async def test_a_pass_does_not_open_other_doors(standin: StandIn) -> None:
    """With a good pass, another site and another name for this machine are refused all the same."""
    cookie = f"standin-{standin.port}={await let_in(standin)}"
    async with aiohttp.ClientSession(standin.url, cookie_jar=aiohttp.DummyCookieJar()) as http:
        for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
            async with http.get("/ws", headers={"Cookie": cookie, **headers}) as answer:
                assert answer.status == 403


async def test_only_its_owner_reads_the_file(tmp_path: Path) -> None:
    """The file that holds the key, and what SQLite keeps beside it, can be read by nobody else; one of before too."""
    path = tmp_path / "world.db"
    path.touch(mode=0o644)
    standin = StandIn(path, TOKEN)
    await standin.start()
    modes = modes_in(tmp_path)
    await standin.stop()

    assert "world.db-wal" in modes
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize(("age", "good"), [(0, True), (LASTS_SECONDS, True), (LASTS_SECONDS + 1, False)])
def test_a_pass_lasts_a_week(age: float, good: bool) -> None:
    """A pass is good from its making on, for a week."""
    pass_ = Seal(b"k" * 32, lambda: NOW - age).issue()

    assert Seal(b"k" * 32, lambda: NOW).admits(pass_) is good


@given(st.text())
def test_nobody_guesses_a_pass(typed: str) -> None:
    """Whatever is given, only what was issued is good, to the letter."""
    seal = Seal(b"k" * 32, lambda: NOW)

    assert not seal.admits(typed)
    assert not seal.admits(seal.issue() + (typed or "0"))

"""What outlives a restart of the stand-in, and how soon it is stored."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standin import StandIn
from bot.standin.messages import EPHEMERAL, LOADING
from bot.standin.snowflakes import Snowflakes, made_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import discord

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing


class Noting:
    """A write that tells when it is done."""

    def __init__(self, write: Callable[[Any], None], done: asyncio.Event) -> None:
        self.write = write
        self.done = done

    def __call__(self, changes: Any) -> None:
        """Write, then tell."""
        self.write(changes)
        self.done.set()


async def test_a_restart_keeps_the_world(
    tmp_path: Path, pointed_at: Callable[[StandIn], None], client: discord.AutoShardedClient
) -> None:
    """After a restart there are the same servers, channels, players and messages with the same ids."""
    first = StandIn(tmp_path / "world.sqlite", TOKEN)
    await first.start()
    pointed_at(first)
    await client.login(TOKEN)
    sent = await client.get_partial_messageable(first.channel("quiz-night")).send("hello")
    await client.close()
    await first.stop()

    second = StandIn(tmp_path / "world.sqlite", TOKEN)
    assert second.world.users == first.world.users
    assert second.world.guilds == first.world.guilds
    assert second.world.channels == first.world.channels
    assert [m["id"] for m in second.player("Ada").sees(second.channel("quiz-night"))] == [str(sent.id)]
    assert int(second.world.ids.new()) > sent.id
    await second.stop()


async def test_a_message_is_stored_at_once(
    tmp_path: Path,
    pointed_at: Callable[[StandIn], None],
    client: discord.AutoShardedClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A message reaches the file without waiting for the stop."""
    standin = StandIn(tmp_path / "world.sqlite", TOKEN)
    await standin.start()
    pointed_at(standin)
    stored = asyncio.Event()
    monkeypatch.setattr(standin._store, "write", Noting(standin._store.write, stored))
    await client.login(TOKEN)

    await client.get_partial_messageable(standin.channel("quiz-night")).send("hello")
    await stored.wait()

    with contextlib.closing(sqlite3.connect(tmp_path / "world.sqlite")) as file:
        assert file.execute("SELECT count(*) FROM things WHERE kind = 'messages'").fetchone() == (1,)
    await client.close()
    await standin.stop()


async def test_a_restart_keeps_what_one_player_sees(tmp_path: Path) -> None:
    """The newest 50 private messages of a player in a channel are there again; dismissed ones and promises are not."""
    first = StandIn(tmp_path / "world.sqlite", TOKEN)
    await first.start()
    place = {"channel_id": str(first.channel("quiz-night")), "content": "psst"}
    whispered: list[dict[str, Any]] = [
        {**place, "id": first.world.ids.new(), "flags": EPHEMERAL} for _ in range(60)
    ]
    for message in whispered:
        first.world.keep_ephemeral(first.player("Ada").user["id"], message)
    promise = {**place, "id": first.world.ids.new(), "flags": EPHEMERAL | LOADING}
    first.world.keep_ephemeral(first.player("Mika").user["id"], promise)
    first.player("Ada").dismiss(whispered[-1]["id"])
    await first.stop()

    second = StandIn(tmp_path / "world.sqlite", TOKEN)
    assert second.player("Ada").sees(second.channel("quiz-night")) == whispered[10:-1]
    assert second.player("Mika").sees(second.channel("quiz-night")) == []
    assert int(second.world.ids.new()) > int(whispered[-1]["id"])
    await second.stop()


async def test_a_port_in_use_is_an_error(standin: StandIn) -> None:
    """Two stand-ins cannot have one port."""
    second = StandIn(None, TOKEN, port=standin.port)
    with pytest.raises(OSError, match="address already in use"):
        await second.start()
    await second.stop()


@given(st.lists(st.floats(1.5e9, 4e9), min_size=2))
def test_ids_only_grow(times: list[float]) -> None:
    """Whatever the clock does, each id is greater than the one before and has 17 to 20 digits."""
    clock = iter(times)
    source = Snowflakes(lambda: next(clock))
    ids = [source.new() for _ in times]
    assert sorted(ids, key=int) == ids
    assert len(set(ids)) == len(ids)
    assert all(17 <= len(id_) <= 20 for id_ in ids)


@given(st.floats(1.5e9, 4e9))
def test_an_id_tells_its_time(now: float) -> None:
    """The time an id was made at can be read from it, to the millisecond."""
    assert made_at(Snowflakes(lambda: now).new()) == pytest.approx(now, abs=0.002)

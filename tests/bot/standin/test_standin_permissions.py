"""What roles and overwrites let somebody do."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.standin import default_world, permissions
from bot.standin.snowflakes import Snowflakes
from bot.standin.world import World

BITS = st.integers(0, permissions.ALL)


def a_world() -> World:
    """Return the default world."""
    world = World(Snowflakes(lambda: 1.7e9), lambda: 1.7e9)
    default_world.fill(world)
    return world


WORLD = a_world()
CHANNEL = WORLD.channel_named("quiz-night")
ADA = next(user["id"] for user in WORLD.players() if user["global_name"] == "Ada")


def allowed(overwrites: list[dict[str, Any]], user_id: str = ADA) -> int:
    """Return what somebody may do in a channel with these overwrites."""
    return permissions.in_channel(WORLD, user_id, {**CHANNEL, "permission_overwrites": overwrites})


def overwrite(id_: str, allow: int = 0, deny: int = 0) -> dict[str, Any]:
    """Return an overwrite of a channel."""
    return {"id": id_, "type": 1, "allow": str(allow), "deny": str(deny)}


@given(BITS)
def test_denying_never_gives(deny: int) -> None:
    """Whatever is denied to everyone, nobody may do more than before, nor any of what is denied."""
    left = allowed([overwrite(CHANNEL["guild_id"], deny=deny)])
    assert left & ~allowed([]) == 0
    assert left & deny == 0


@given(BITS)
def test_what_is_said_of_a_member_wins(bits: int) -> None:
    """What a member is allowed holds against what everyone is denied, where the channel is seen at all."""
    bits |= permissions.VIEW_CHANNEL | permissions.SEND_MESSAGES
    left = allowed([overwrite(CHANNEL["guild_id"], deny=permissions.ALL), overwrite(ADA, allow=bits)])
    assert left == bits


def test_without_the_channel_there_is_nothing() -> None:
    """Who cannot see a channel can do nothing there."""
    assert allowed([overwrite(ADA, deny=permissions.VIEW_CHANNEL)]) == 0


def test_the_owner_may_do_all() -> None:
    """The owner of a server may do all, whatever the channel says."""
    owner = WORLD.guilds[CHANNEL["guild_id"]]["owner_id"]
    assert allowed([overwrite(owner, deny=permissions.ALL)], owner) == permissions.ALL


def test_strangers_may_do_nothing() -> None:
    """Who is not in the server, or not in the direct message, may do nothing there."""
    direct = next(channel for channel in WORLD.channels.values() if channel["type"] == 1)
    stranger = next(user["id"] for user in WORLD.players() if user["id"] not in direct["recipient_ids"])
    assert allowed([], "1") == 0
    assert permissions.in_channel(WORLD, stranger, direct) == 0

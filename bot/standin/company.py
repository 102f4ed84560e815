"""Company: six players of the machine's, members of every server, whom no window can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin.snowflakes import iso

if TYPE_CHECKING:
    from bot.standin.wire import Json
    from bot.standin.world import World

NAMES = ("Ren", "Zofia", "Malik", "Ines", "Theo", "Yuna")


def seat(world: World) -> None:
    """Make the six, and members of every server, where they are not yet: in a world from before they were thought of."""
    known = {user["global_name"] for user in members(world)}
    for name in NAMES:
        if name not in known:
            user = {"id": world.ids.new(), "username": name.lower(), "global_name": name, "locale": "en-US"}
            world.keep("users", {**user, "company": True})
    for guild in tuple(world.guilds.values()):
        _join(world, guild)


def members(world: World) -> list[Json]:
    """Return the six, in the order they were made."""
    return [user for user in world.users.values() if user.get("company")]


def _join(world: World, guild: Json) -> None:
    missing = [user["id"] for user in members(world) if user["id"] not in guild["members"]]
    if missing:
        new = {id_: {"roles": [], "joined_at": iso(world.clock())} for id_ in missing}
        world.keep("guilds", {**guild, "members": {**guild["members"], **new}})

"""The world of a first start: two servers, seven pretend players and the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin import permissions, shapes
from bot.standin.snowflakes import iso

if TYPE_CHECKING:
    from bot.standin.wire import Json
    from bot.standin.world import World

# Name as shown, locale, and whether the player is on a phone.
PLAYERS = (
    ("Mika", "en-US", False),
    ("Jonas", "de", False),
    ("Haruka", "ja", False),
    ("Priya", "en-GB", True),
    ("Tomás", "en-US", False),
    ("Ada", "en-US", False),
    ("Kofi", "en-US", False),
)
SERVERS = (("Kaiju Club", ("quiz-night", "general")), ("Film Society", ("trivia",)))
MODERATOR = "Mika"


def fill(world: World) -> None:
    """Make the default world's users, servers, channels, thread and direct messages in an empty world."""
    bot = _user(world, "Marquee", "en-US", bot=True)
    owner = _user(world, "Projectionist", "en-US", owner=True)
    players = [_user(world, name, locale, player=True, phone=phone) for name, locale, phone in PLAYERS]
    for name, channels in SERVERS:
        _server(world, name, channels, [bot, owner, *players])
    parent = world.channel_named("quiz-night")
    thread = shapes.thread_made(world.ids.new(), parent, players[0]["id"], "after-hours", world.clock())
    world.keep("channels", thread)
    for player in players:
        world.keep("channels", {"id": world.ids.new(), "type": 1, "recipient_ids": [player["id"], bot["id"]]})


def _user(world: World, name: str, locale: str, **more: bool) -> Json:
    known = {"id": world.ids.new(), "username": name.lower(), "global_name": name, "locale": locale, **more}
    return world.keep("users", known)


def _server(world: World, name: str, channels: tuple[str, ...], users: list[Json]) -> None:
    guild_id = world.ids.new()
    bot, owner = users[0], users[1]
    everyone = {"id": guild_id, "name": "@everyone", "position": 0, "permissions": str(permissions.DEFAULT)}
    moderators = {
        "id": world.ids.new(),
        "name": "Moderators",
        "position": 1,
        "permissions": str(
            permissions.MANAGE_GUILD | permissions.MANAGE_MESSAGES | permissions.MENTION_EVERYONE
        ),
    }
    joined = iso(world.clock())
    guild: Json = {
        "id": guild_id,
        "name": name,
        "owner_id": owner["id"],
        "preferred_locale": "en-US",
        "roles": [everyone, moderators],
        "members": {who["id"]: {"roles": [], "joined_at": joined} for who in users},
    }
    for who in users:
        if who["global_name"] == MODERATOR:
            guild["members"][who["id"]]["roles"].append(moderators["id"])
    bot_role = {"id": world.ids.new(), "name": bot["global_name"], "position": 2, "permissions": "0"}
    guild["roles"].append(bot_role)
    guild["members"][bot["id"]]["roles"].append(bot_role["id"])
    world.keep("guilds", guild)
    for position, channel in enumerate(channels):
        world.keep("channels", shapes.channel_made(world.ids.new(), guild_id, channel, position))

"""Permissions: the bits, and what somebody may do in a channel once roles and overwrites are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.standin.wire import Json
    from bot.standin.world import World

CREATE_INSTANT_INVITE = 1 << 0
ADMINISTRATOR = 1 << 3
MANAGE_GUILD = 1 << 5
ADD_REACTIONS = 1 << 6
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
MENTION_EVERYONE = 1 << 17
USE_EXTERNAL_EMOJIS = 1 << 18
USE_APPLICATION_COMMANDS = 1 << 31
SEND_MESSAGES_IN_THREADS = 1 << 38

ALL = (1 << 53) - 1
# What the bot may do in a direct message, as the documentation's example of an interaction has it.
DIRECT = EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE | USE_EXTERNAL_EMOJIS
DEFAULT = (
    VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | ADD_REACTIONS
    | USE_EXTERNAL_EMOJIS
    | CREATE_INSTANT_INVITE
    | USE_APPLICATION_COMMANDS
    | SEND_MESSAGES_IN_THREADS
)
_TALKING = EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE

NAMES = {
    "view_channel": VIEW_CHANNEL,
    "send_messages": SEND_MESSAGES,
    "send_messages_in_threads": SEND_MESSAGES_IN_THREADS,
    "embed_links": EMBED_LINKS,
    "attach_files": ATTACH_FILES,
    "read_message_history": READ_MESSAGE_HISTORY,
    "manage_messages": MANAGE_MESSAGES,
    "mention_everyone": MENTION_EVERYONE,
    "use_application_commands": USE_APPLICATION_COMMANDS,
    "manage_guild": MANAGE_GUILD,
}


def in_channel(world: World, user_id: str, channel: Json) -> int:
    """Return the bits of what a user may do in a channel; 0 for whoever is not in its server."""
    if channel["type"] == 1:
        return DIRECT | VIEW_CHANNEL | SEND_MESSAGES if user_id in channel["recipient_ids"] else 0
    guild = world.guilds[channel["guild_id"]]
    member = guild["members"].get(user_id)
    if member is None:
        return 0
    base = in_guild(guild, user_id)
    if base & ADMINISTRATOR:
        return ALL
    # A thread has no overwrites of its own: its parent's hold.
    overwrites = world.channels[channel["parent_id"]] if channel["type"] in (10, 11, 12) else channel
    return _implied(
        _overwritten(base, overwrites.get("permission_overwrites", []), guild["id"], user_id, member)
    )


def in_guild(guild: Json, user_id: str) -> int:
    """Return the bits of what a member may do in a server before any channel says otherwise."""
    if guild["owner_id"] == user_id:
        return ALL
    held = {guild["id"], *guild["members"][user_id]["roles"]}
    bits = 0
    for role in guild["roles"]:
        if role["id"] in held:
            bits |= int(role["permissions"])
    return ALL if bits & ADMINISTRATOR else bits


def _overwritten(bits: int, overwrites: list[Json], guild_id: str, user_id: str, member: Json) -> int:
    steps = ({guild_id}, set(member["roles"]), {user_id})
    for ids in steps:
        deny = allow = 0
        for overwrite in overwrites:
            if overwrite["id"] in ids:
                deny |= int(overwrite["deny"])
                allow |= int(overwrite["allow"])
        bits = bits & ~deny | allow
    return bits


def _implied(bits: int) -> int:
    """Take away what means nothing without another: Discord's implicit permissions."""
    if not bits & VIEW_CHANNEL:
        return 0
    if not bits & (SEND_MESSAGES | SEND_MESSAGES_IN_THREADS):
        bits &= ~_TALKING
    return bits


def needed_to_send(channel: Json) -> int:
    """Return the bit that sending into a channel asks for: threads have their own."""
    return SEND_MESSAGES_IN_THREADS if channel["type"] in (10, 11, 12) else SEND_MESSAGES

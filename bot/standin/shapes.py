"""Shapes: users, members, roles, channels, servers and the application as the API shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin import permissions
from bot.standin.snowflakes import iso

if TYPE_CHECKING:
    from bot.standin.wire import Json
    from bot.standin.world import World

THREADS = (10, 11, 12)


def user(who: Json) -> Json:
    """Return a user as others see it."""
    shown = {
        "id": who["id"],
        "username": who["username"],
        "discriminator": "0000" if who.get("bot") else "0",
        "global_name": who["global_name"],
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }
    return {**shown, "bot": True} if who.get("bot") else shown


def own_user(who: Json) -> Json:
    """Return the bot's user as it sees itself."""
    return {**user(who), "mfa_enabled": True, "locale": "en-US", "verified": True, "email": None}


def member(world: World, guild: Json, user_id: str) -> Json:
    """Return a member of a server with its user."""
    known = guild["members"][user_id]
    return {
        "user": user(world.users[user_id]),
        "nick": None,
        "avatar": None,
        "banner": None,
        "roles": list(known["roles"]),
        "joined_at": known["joined_at"],
        "premium_since": None,
        "communication_disabled_until": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }


def role(known: Json) -> Json:
    """Return a role of a server."""
    return {
        **known,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel(world: World, known: Json) -> Json:
    """Return a channel, thread or direct message as `GET /channels/{id}` has it."""
    if known["type"] == 1:
        others = [user(world.users[id_]) for id_ in known["recipient_ids"] if id_ != world.bot_id]
        return {
            "id": known["id"],
            "type": 1,
            "flags": 0,
            "recipients": others,
            "last_message_id": last(world, known),
        }
    return {**known, "last_message_id": last(world, known)}


def last(world: World, known: Json) -> str | None:
    """Return the id of a channel's newest message, or None."""
    return next(reversed(world.messages.get(known["id"], {})), None)


def channels_of(world: World, guild: Json, *, threads: bool) -> list[Json]:
    """Return a server's channels, or its threads."""
    own = [c for c in world.channels.values() if c.get("guild_id") == guild["id"]]
    return [channel(world, c) for c in own if (c["type"] in THREADS) == threads]


def guild(world: World, known: Json) -> Json:
    """Return a server as `GET /guilds/{id}` has it, with counts."""
    nothing = ("icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id")
    nowhere = ("afk_channel_id", "system_channel_id", "widget_channel_id", "rules_channel_id")
    unset = (
        "safety_alerts_channel_id",
        "public_updates_channel_id",
        "vanity_url_code",
        "max_presences",
        "incidents_data",
    )
    return {
        **dict.fromkeys((*nothing, *nowhere, *unset)),
        "id": known["id"],
        "name": known["name"],
        "owner_id": known["owner_id"],
        "roles": [role(r) for r in known["roles"]],
        "preferred_locale": known["preferred_locale"],
        **_settings(),
        "approximate_member_count": len(known["members"]),
        "approximate_presence_count": len(known["members"]),
    }


def _settings() -> Json:
    return {
        "features": [],
        "emojis": [],
        "stickers": [],
        "region": "deprecated",
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "verification_level": 0,
        "default_message_notifications": 1,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_members": 500000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
    }


def guild_create(world: World, known: Json) -> Json:
    """Return a server as GUILD_CREATE has it: only the bot among the members, as without intents."""
    return {
        **guild(world, known),
        "joined_at": known["members"][world.bot_id]["joined_at"],
        "large": False,
        "unavailable": False,
        "member_count": len(known["members"]),
        "members": [member(world, known, world.bot_id)],
        "channels": channels_of(world, known, threads=False),
        "threads": channels_of(world, known, threads=True),
        **{
            k: []
            for k in (
                "presences",
                "voice_states",
                "stage_instances",
                "guild_scheduled_events",
                "soundboard_sounds",
            )
        },
    }


def application(world: World) -> Json:
    """Return the bot's application as `GET /oauth2/applications/@me` has it."""
    bot = world.users[world.bot_id]
    owner = next(who for who in world.users.values() if who.get("owner"))
    return {
        "id": bot["id"],
        "name": bot["global_name"],
        "icon": None,
        "description": "A pretend application.",
        "type": None,
        "bot": user(bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(owner),
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
        "integration_types_config": {"0": {}},
    }


def interaction_channel(world: World, known: Json, user_id: str) -> Json:
    """Return a channel as an interaction has it: partial, with what the user may do there."""
    allowed = str(permissions.in_channel(world, user_id, known))
    return {**channel(world, known), "permissions": allowed}


def interaction_member(world: World, guild_: Json, user_id: str, allowed: int) -> Json:
    """Return a member as an interaction has it: with what the member may do in the channel."""
    return {**member(world, guild_, user_id), "permissions": str(allowed)}


def channel_made(id_: str, guild_id: str, name: str, position: int) -> Json:
    """Return a new text channel, as it is stored and shown."""
    return {
        "id": id_,
        "type": 0,
        "guild_id": guild_id,
        "name": name,
        "position": position,
        "flags": 0,
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "permission_overwrites": [],
    }


def thread_made(id_: str, parent: Json, owner_id: str, name: str, now: float) -> Json:
    """Return a new public thread in a channel, as it is stored and shown."""
    return {
        "id": id_,
        "type": 11,
        "guild_id": parent["guild_id"],
        "parent_id": parent["id"],
        "owner_id": owner_id,
        "name": name,
        "flags": 0,
        "rate_limit_per_user": 0,
        "message_count": 0,
        "member_count": 1,
        "total_message_sent": 0,
        "thread_metadata": {
            "archived": False,
            "archive_timestamp": iso(now),
            "auto_archive_duration": 1440,
            "locked": False,
            "create_timestamp": iso(now),
        },
    }

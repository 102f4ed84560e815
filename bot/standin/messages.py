"""Messages: making them from the bodies that the bot sends, and changing them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.standin import components, shapes
from bot.standin.errors import EMPTY_MESSAGE, ApiError
from bot.standin.snowflakes import iso
from bot.standin.wire import Json, bare

if TYPE_CHECKING:
    from bot.standin.world import World

SUPPRESS_EMBEDS, EPHEMERAL, LOADING, SUPPRESS_NOTIFICATIONS, V2 = 1 << 2, 1 << 6, 1 << 7, 1 << 12, 1 << 15
SETTABLE = SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | V2
_USER = re.compile(r"<@!?(\d{15,20})>")
_ROLE = re.compile(r"<@&(\d{15,20})>")
_EVERYONE = re.compile(r"@(everyone|here)\b")


def make(world: World, channel: Json, body: Json, **more: Any) -> Json:
    """Return a new message of the bot in a channel, not stored yet; `ApiError` when it would be empty."""
    message: Json = {
        "id": world.ids.new(),
        "channel_id": channel["id"],
        "type": 0,
        "author": shapes.user(world.users[world.bot_id]),
        "application_id": world.bot_id,
        "timestamp": iso(world.clock()),
        "edited_timestamp": None,
        "flags": (body.get("flags") or 0) & SETTABLE,
        "content": body.get("content") or "",
        "embeds": [embed(given) for given in body.get("embeds") or ()],
        "components": components.shown(body.get("components") or []),
        "attachments": body.get("files") or [],
        "pinned": False,
        "tts": bool(body.get("tts")),
        **more,
    }
    if body.get("nonce") is not None:
        message["nonce"] = body["nonce"]
    _refuse_empty(message)
    return {**message, **mentioned(world, channel, message, body.get("allowed_mentions"))}


def changed(world: World, channel: Json, message: Json, body: Json) -> Json:
    """Return a message with the members that a body names replaced; `ApiError` when it would be empty."""
    new = dict(message)
    if "content" in body:
        new["content"] = body["content"] or ""
    if "embeds" in body:
        new["embeds"] = [embed(given) for given in body["embeds"] or ()]
    if "components" in body:
        new["components"] = components.shown(body["components"] or [])
    if "attachments" in body or body.get("files"):
        stay = {str(kept["id"]) for kept in body.get("attachments") or ()}
        new["attachments"] = [a for a in message["attachments"] if a["id"] in stay] + (
            body.get("files") or []
        )
    flags = body.get("flags") or 0
    kept = message["flags"] & ~(LOADING | (SUPPRESS_EMBEDS if "flags" in body else 0))
    new["flags"] = kept | flags & (SUPPRESS_EMBEDS | V2)
    # An answer that was promised and comes now has not been edited.
    new["edited_timestamp"] = None if message["flags"] & LOADING else iso(world.clock())
    _refuse_empty(new)
    return {**new, **mentioned(world, channel, new, body.get("allowed_mentions"))}


def loading(world: World, channel: Json, flags: int, **more: Any) -> Json:
    """Return the message that says the bot is thinking."""
    made = make(world, channel, {"content": "."}, **more)
    return {**made, "content": "", "flags": flags & EPHEMERAL | LOADING}


def embed(given: Json) -> Json:
    """Return an embed as a message shows it."""
    made = {**bare(given), "type": "rich"}
    for name in ("image", "thumbnail"):
        if name in made:
            made[name] = {**made[name], "proxy_url": made[name]["url"]}
    return made


def mentioned(world: World, channel: Json, message: Json, allowed: Json | None) -> Json:
    """Return whom a message pings: what its text names, cut down to what `allowed_mentions` lets through."""
    text = "\n".join(components.texts(message))
    if "<@" not in text and "@" not in text:
        return {"mentions": [], "mention_roles": [], "mention_everyone": False}
    parse = ("users", "roles", "everyone") if allowed is None else allowed.get("parse") or ()
    users = _allowed(_USER.findall(text), "users", parse, allowed)
    roles = _allowed(_ROLE.findall(text), "roles", parse, allowed)
    guild = world.guilds.get(channel.get("guild_id", ""), {"roles": []})
    return {
        "mentions": [shapes.user(world.users[id_]) for id_ in users if id_ in world.users],
        "mention_roles": [role["id"] for role in guild["roles"] if role["id"] in roles],
        "mention_everyone": "everyone" in parse and bool(_EVERYONE.search(text)),
    }


def _allowed(found: list[str], kind: str, parse: Any, allowed: Json | None) -> list[str]:
    named = {str(id_) for id_ in (allowed or {}).get(kind) or ()}
    return [id_ for id_ in dict.fromkeys(found) if kind in parse or id_ in named]


def _refuse_empty(message: Json) -> None:
    if not (
        message["content"].strip() or message["embeds"] or message["components"] or message["attachments"]
    ):
        raise ApiError(*EMPTY_MESSAGE)

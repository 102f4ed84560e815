"""Limits of messages: contents, embeds, components together, and mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.standin.errors import Problem
from bot.standin.limits.components import COMPONENT_LIMITS, walk
from bot.standin.limits.limit import Check, Fault, Limit, Limits, Node, between, long, needed, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.standin.wire import Json

IS_COMPONENTS_V2 = 1 << 15


def _not_beside_v2(of: str) -> Check:
    def check(message: Json) -> Fault | None:
        if message["flags"] & IS_COMPONENTS_V2 and message.get(of):
            return Fault(
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{of}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )
        return None

    return check


def _top_level(message: Json) -> Fault | None:
    most = 40 if message["flags"] & IS_COMPONENTS_V2 else 5
    return long(most)(message.get("components"))


def _in_all(message: Json) -> Fault | None:
    """At most 40 components, counting those within others."""
    if sum(node.what == "component" for node in _components(message)) > 40:
        return Fault(
            "MESSAGE_TOTAL_COMPONENTS_EXCEEDED", "The total number of components must not exceed 40."
        )
    return None


def _displayed(message: Json) -> Fault | None:
    """At most 4,000 characters in all the text displays together."""
    texts = [str(node.value.get("content", "")) for node in _components(message) if node.what == "text"]
    if sum(map(len, texts)) > 4000:
        return Fault("COMPONENT_MAX_TOTAL_COMPONENT_TEXT_SIZE", "The total text size must not exceed 4000.")
    return None


def _custom_ids(message: Json) -> Fault | None:
    nodes = [node.value for node in _components(message) if node.what == "component"]
    if not unique(node["custom_id"] for node in nodes if isinstance(node.get("custom_id"), str)):
        return Fault("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
    if not unique(node["id"] for node in nodes if isinstance(node.get("id"), int) and node["id"]):
        return Fault("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
    return None


def _embeds_in_all(embeds: Any) -> Fault | None:
    total = 0
    for embed in embeds or ():
        fields = [
            embed.get("fields") or (),
            [embed.get("footer") or {}],
            [embed.get("author") or {}],
            [embed],
        ]
        names = ("name", "value", "text", "title", "description")
        total += sum(len(str(part.get(name) or "")) for group in fields for part in group for name in names)
    if total > 6000:
        return Fault("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
    return None


def _mentions(mentions: Any) -> Fault | None:
    for kind in ("users", "roles"):
        if mentions and kind in (mentions.get("parse") or ()) and mentions.get(kind):
            return Fault(
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] exclude each other.',
            )
    return None


MESSAGE_LIMITS = (
    Limit("message", "content", long(2000), "D message:1080 (the description says 4000)"),
    Limit("message", "embeds", long(10), "D message:607"),
    Limit("message", "embeds", _embeds_in_all, "D message:619"),
    Limit("message", "attachments", long(10), "S MessageCreateRequest.attachments"),
    Limit("message", "sticker_ids", long(3), "S MessageCreateRequest.sticker_ids"),
    Limit("message", "allowed_mentions", _mentions, "D message, allowed mentions"),
    Limit("message", "", _not_beside_v2("content"), "D components:18"),
    Limit("message", "", _not_beside_v2("embeds"), "D components:18"),
    Limit("message", "", _not_beside_v2("poll"), "D components:18"),
    Limit("message", "", _not_beside_v2("sticker_ids"), "D components:18"),
    Limit("message", "", _top_level, "D components:2542"),
    Limit("message", "", _in_all, "D components:18"),
    Limit("message", "", _displayed, "D components:18, L view.py:894"),
    Limit("message", "", _custom_ids, "D components:81"),
    Limit("new message", "nonce", lambda v: None if isinstance(v, int) else long(25)(v), "D message, nonce"),
    Limit("mentions", "users", long(100), "D message, allowed mentions"),
    Limit("mentions", "roles", long(100), "D message, allowed mentions"),
    Limit("embed", "title", long(256), "D message:607"),
    Limit("embed", "description", long(4096), "D message:608"),
    Limit("embed", "fields", long(25), "D message:609"),
    Limit("embed", "color", between(0, 0xFFFFFF), "S RichEmbed.color"),
    Limit("embed field", "name", needed(long(256, 1)), "D message:610"),
    Limit("embed field", "value", needed(long(1024, 1)), "D message:611"),
    Limit("embed footer", "text", long(2048), "D message:612"),
    Limit("embed author", "name", long(256), "D message:613"),
    *COMPONENT_LIMITS,
)
_LIMITS = Limits(MESSAGE_LIMITS)


def message_problems(body: Json, flags: int = 0, path: str = "") -> list[Problem]:
    """Return what Discord would refuse in a message body; `flags` are those of the message being edited."""
    message = {**body, "flags": (body.get("flags") or 0) | flags & IS_COMPONENTS_V2}
    prefix = f"{path}." if path else ""
    found = list(_LIMITS.problems(_nodes(message)))
    return [Problem(prefix + p.path if p.path else path, p.code, p.message) for p in found]


def _components(message: Json) -> Iterator[Node]:
    inside = "v2" if message["flags"] & IS_COMPONENTS_V2 else ""
    return walk(message.get("components"), "components", inside)


def _nodes(message: Json) -> Iterator[Node]:
    yield Node("message", "", message)
    yield Node("new message", "", message)
    if message.get("allowed_mentions"):
        yield Node("mentions", "allowed_mentions", message["allowed_mentions"])
    for index, embed in enumerate(message.get("embeds") or ()):
        path = f"embeds.{index}"
        yield Node("embed", path, embed)
        for number, field in enumerate(embed.get("fields") or ()):
            yield Node("embed field", f"{path}.fields.{number}", field)
        for part in ("footer", "author"):
            if embed.get(part):
                yield Node(f"embed {part}", f"{path}.{part}", embed[part])
    yield from _components(message)

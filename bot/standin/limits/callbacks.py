"""Limits of what answers an interaction: messages, choices and modals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.standin.errors import Problem
from bot.standin.limits.components import COMPONENT_LIMITS, walk
from bot.standin.limits.limit import Fault, Limit, Limits, Node, between, long, needed, unique
from bot.standin.limits.messages import message_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.standin.wire import Json

MESSAGE, UPDATE, CHOICES, MODAL = 4, 7, 8, 9


def _custom_ids(modal: Json) -> Fault | None:
    nodes = [n.value for n in walk(modal.get("components"), "", "modal") if n.what == "component"]
    if unique(node["custom_id"] for node in nodes if node.get("custom_id")):
        return None
    return Fault("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")


def _value(value: Any) -> Fault | None:
    return long(100)(value) if isinstance(value, str) else None


CALLBACK_LIMITS = (
    Limit("callback", "type", needed(between(1, 12)), "D receiving-and-responding, callback type"),
    Limit("choices", "choices", long(25), "D receiving-and-responding:313"),
    Limit("choice", "name", needed(long(100, 1)), "D application-commands:122"),
    Limit("choice", "value", needed(_value), "D application-commands:124 (the description says 6000)"),
    Limit("modal", "title", needed(long(45, 1)), "D receiving-and-responding:318"),
    Limit("modal", "custom_id", needed(long(100, 1)), "D receiving-and-responding:317"),
    Limit(
        "modal", "components", needed(long(5, 1)), "D receiving-and-responding:319 (the description says 40)"
    ),
    Limit("modal", "", _custom_ids, "D components:81"),
    *COMPONENT_LIMITS,
)
_LIMITS = Limits(CALLBACK_LIMITS)


def callback_problems(body: Json, flags: int = 0) -> list[Problem]:
    """Return what Discord would refuse in a callback; `flags` are those of the message it would update."""
    data = body.get("data")
    if body.get("type") in (CHOICES, MODAL) and not isinstance(data, dict):
        return [Problem("data", "BASE_TYPE_REQUIRED", "This field is required")]
    found = list(_LIMITS.problems(_nodes(body, data or {})))
    if body.get("type") in (MESSAGE, UPDATE):
        found += message_problems(data or {}, flags if body["type"] == UPDATE else 0, "data")
    return found


def _nodes(body: Json, data: Json) -> Iterator[Node]:
    yield Node("callback", "", body)
    if body.get("type") == CHOICES:
        yield Node("choices", "data", data)
        for index, choice in enumerate(data.get("choices") or ()):
            yield Node("choice", f"data.choices.{index}", choice)
    if body.get("type") == MODAL:
        yield Node("modal", "data", data)
        yield from walk(data.get("components"), "data.components", "modal")

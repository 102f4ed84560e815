"""JSON objects as the API speaks them, and how they are written and read."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Id: TypeAlias = int | str

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumps(value: Any) -> str:
    """Return a value as compact JSON text."""
    return _encode(value)


def loads(text: str | bytes) -> Any:
    """Return the value that JSON text stands for; `ValueError` when it is none."""
    return json.loads(text)


def whole(value: Json) -> Json:
    """Return an object without the members that are null."""
    return {key: member for key, member in value.items() if member is not None}


def bare(value: Any) -> Any:
    """Return a value with everything null taken out of it, at any depth."""
    if isinstance(value, dict):
        return {key: bare(member) for key, member in value.items() if member is not None}
    if isinstance(value, list):
        return [bare(member) for member in value]
    return value

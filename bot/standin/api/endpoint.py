"""Endpoint: one route of the API, what it costs, and how a request reaches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.standin.wire import Json

if TYPE_CHECKING:
    from bot.standin.errors import Problem
    from bot.standin.interactions import Interactions
    from bot.standin.rates import Bucket
    from bot.standin.stage import Stage


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the API: the parameters of its path and query, and its body."""

    stage: Stage
    interactions: Interactions
    params: dict[str, str]
    query: dict[str, str]
    body: Any = None
    gateway_url: str = ""


Handle: TypeAlias = Callable[[Call], Json | list[Json] | None]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method and path, as the description writes them, with what answers; None is answered as 204.

    `check` finds what our own limits refuse. Without `token` the path is the key, as with interactions.
    """

    method: str
    path: str
    handle: Handle
    buckets: tuple[Bucket, ...] = ()
    check: Callable[[Call], list[Problem]] | None = field(default=None)
    token: bool = True

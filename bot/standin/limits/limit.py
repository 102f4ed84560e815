"""Limit: one thing that Discord refuses, with where it is stated, and the ways of checking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from bot.standin.errors import Problem


class Fault(NamedTuple):
    """What a check found: Discord's code for it and a sentence."""

    code: str
    message: str


Check: TypeAlias = Callable[[Any], Fault | None]


class Node(NamedTuple):
    """A part of a body that limits speak of: what it is, the dotted path to it, and the object itself."""

    what: str
    path: str
    value: Any


class Limit(NamedTuple):
    """A rule for the parts called `what`: their member `of` ("" for the whole) must pass `check`.

    `source` says who states it: D is Discord's documentation, S its OpenAPI description, L discord.py.
    """

    what: str
    of: str
    check: Check
    source: str


class Limits:
    """A table of limits, ready to be held against the parts of a body."""

    def __init__(self, table: Iterable[Limit]) -> None:
        self._by_what: dict[str, list[Limit]] = {}
        for limit in table:
            self._by_what.setdefault(limit.what, []).append(limit)

    def problems(self, nodes: Iterable[Node]) -> Iterator[Problem]:
        """Return every limit that the parts break, with the path to the member that breaks it."""
        for what, path, value in nodes:
            if not isinstance(value, dict):
                yield Problem(path, "BASE_TYPE_BAD_TYPE", "Only dictionaries may be used here.")
                continue
            for limit in self._by_what.get(what, ()):
                fault = limit.check(value.get(limit.of) if limit.of else value)
                if fault:
                    yield Problem(join(path, limit.of), *fault)


def join(path: str, step: str) -> str:
    """Return a dotted path with a step more."""
    return f"{path}.{step}" if path and step else path or step


def long(most: int, least: int = 0) -> Check:
    """Return a check that a text or list has between `least` and `most` members; null passes."""

    def check(value: Any) -> Fault | None:
        if value is None:
            return None
        if not isinstance(value, str | list):
            return Fault("BASE_TYPE_BAD_TYPE", "This value has the wrong type.")
        if not least <= len(value) <= most:
            return Fault("BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
        return None

    return check


def needed(inner: Check) -> Check:
    """Return a check that a value is there and passes another."""

    def check(value: Any) -> Fault | None:
        return Fault("BASE_TYPE_REQUIRED", "This field is required") if value is None else inner(value)

    return check


def between(least: float, most: float) -> Check:
    """Return a check that a number lies between two others; null passes."""

    def check(value: Any) -> Fault | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            return Fault("NUMBER_TYPE_COERCE", f'Value "{value}" is not a number.')
        if not least <= value <= most:
            return Fault("NUMBER_TYPE_RANGE", f"Value should be between {least} and {most}.")
        return None

    return check


def unique(values: Iterable[Any]) -> bool:
    """Return whether no value comes twice."""
    listed = list(values)
    return len(listed) == len(set(listed))

"""The film files' own phrases, for babel's extractor: every text that a player may read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import IO, Any

from questions.entity_table import TABLES
from questions.properties import PROPERTIES

REASONS = ("doubt", "measure", "note")
"""A statement's words that a player may read besides its value."""

Message = tuple[int, None, str, list[str]]


def extract(
    file: IO[bytes], keywords: object, comment_tags: object, options: Mapping[str, Any]
) -> Iterator[Message]:
    """Yield the phrases of a film file as babel wants them: line, function, message, comments."""
    raw = tomllib.loads(file.read().decode())
    for phrase in phrases(raw):
        yield 1, None, phrase, []


def phrases(raw: Mapping[str, Any]) -> Iterator[str]:
    """Yield every phrase of a film file, each where it stands."""
    yield from of_table(raw.get("film", {}))
    for name in TABLES:
        for table in raw.get(name, {}).values():
            yield from of_table(table)


def of_table(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the phrases of one entity's table."""
    for key, value in table.items():
        if key == "same":
            yield from value.values()
        elif key == "what" and isinstance(value, str):
            yield value
        elif key in PROPERTIES and not isinstance(value, str):
            for statement in value if isinstance(value, list) else [value]:
                yield from of_statement(key, statement)


def of_statement(name: str, statement: Mapping[str, Any]) -> Iterator[str]:
    """Yield the phrases of one statement: its text, its qualifiers' texts, and its reasons."""
    prop = PROPERTIES[name]
    if prop.types[0] == "text":
        yield statement["is"]
    for qualifier, kind in prop.qualifiers.items():
        if kind == "text" and qualifier in statement and (prop.types[0] != "name" or qualifier == "use"):
            yield statement[qualifier]
    yield from (
        statement[reason] for reason in REASONS if reason in statement and reason not in prop.qualifiers
    )

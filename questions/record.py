"""What a film file says, read and checked piece by piece, before names are resolved to entities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Plain = str | int | bool
"""A checked value: text, a number, a flag; dates as ISO text of their own precision (1996, 1996-07, 1996-07-13)."""


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """One statement as a file has it: a property's value, its qualifiers, and the keys of the passages that say so."""

    path: str
    property: str
    value: Plain
    qualifiers: Mapping[str, Plain]
    by: tuple[str, ...]
    written: Mapping[str, tuple[str, ...]]
    doubt: str | None
    measure: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity's table in a film file or in names/: what it is, what it is called, and the statements about it.

    `renown` is how well known it is elsewhere, in a figure that grows with links, languages or votes and has no unit.
    `same` says of a property why its differing values are one thing; `whole` which passages give its list whole; `apart`
    holds the keys of namesakes that are somebody else. `lacking` names the lists of which a member was left out, by
    property and the role in it, "" where the role is not known or there is none: none of them is ever whole.
    """

    path: str
    type: str
    key: str
    name: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    spellings: tuple[str, ...] = ()
    unnamed: bool = False
    fictional: bool = False
    apart: tuple[str, ...] = ()
    kind: str | None = None
    within: str | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    renown: float = 0.0
    statements: tuple[StatementRecord, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    whole: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lacking: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A passage: its key, what it is for people, the family it is one witness with, its licence and address.

    `pack` is the import that gave it, none for a film file's.
    """

    key: str
    what: str
    family: str
    licence: str | None = None
    url: str | None = None
    pack: str | None = None


@dataclass(frozen=True, slots=True)
class FilmRecord:
    """A film file, read: its passages, the film itself, everything in it, and the order in which each passage tells it.

    `story` holds moments: the events that a passage tells as happening at once, mostly a single one.
    """

    file: str
    id: str
    form: str
    sources: Mapping[str, SourceRecord]
    film: EntityRecord
    entities: tuple[EntityRecord, ...]
    story: Mapping[str, tuple[tuple[str, ...], ...]]

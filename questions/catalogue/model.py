"""The frozen values a catalogue gives: entities, passages, and facts with everything that bears them out."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass

from questions.record import Plain


@dataclass(frozen=True, slots=True)
class Entity:
    """A film or anything in one. `name` is its English display name; `film` the id of the film it belongs to alone.

    `own` says whether a film has a file of its own; `form` is "film" or "series"; `unnamed` marks a name that is a
    description, `fictional` a place that is made up; `popularity` grows with what the catalogue knows of it and has no unit;
    `pack` is the import that alone has it.
    """

    id: str
    type: str
    name: str
    film: str | None = None
    year: int | None = None
    kind: str | None = None
    form: str | None = None
    own: bool = False
    unnamed: bool = False
    fictional: bool = False
    popularity: float = 0.0
    pack: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A passage: `what` it is for people, and the `family` it is one witness with; `film` is the file that cites it.

    `pack` is the import that gave it, none for a film file's.
    """

    id: str
    key: str
    what: str
    family: str
    licence: str | None
    url: str | None
    film: str | None
    pack: str | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    """One passage saying one fact, and how it spells the value."""

    source: Source
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Subject, property, value, qualifiers, and who says so.

    `value` is the English text of the value as it is stored; `entity` is set where the value is one. A qualifier that
    is an entity holds its id. `difference` says how the sources differ about it: dispute, doubt, same, measure, detail,
    spelling, or None; `left_out` says that a passage which gives the list whole does not have it; `disputed_with` holds
    the ids of the rival facts; `why` is the reason a person gave.
    """

    id: str
    subject: Entity
    property: str
    value: str
    entity: Entity | None
    qualifiers: Mapping[str, Plain]
    attestations: tuple[Attestation, ...]
    witnesses: int
    difference: str | None
    left_out: bool
    disputed_with: tuple[str, ...]
    why: str | None
    film: str | None
    note: str | None

    @builtins.property
    def sources(self) -> tuple[Source, ...]:
        """Return the passages that say so."""
        return tuple(attestation.source for attestation in self.attestations)

    @builtins.property
    def settled(self) -> bool:
        """Return whether a question may rest on it: neither disputed, nor doubted, nor missing from a whole list."""
        return self.difference not in ("dispute", "doubt") and not self.left_out

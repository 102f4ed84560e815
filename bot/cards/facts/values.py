"""The frozen values between looking facts up and drawing them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from questions.catalogue import Entity, Fact


class Style(Enum):
    """How an entry reads: as sentences, as values after a lead or a property's name, or as a lead alone."""

    SENTENCES = "sentences"
    VALUES = "values"
    PROPERTY = "property"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Entry:
    """Facts that are told together; `lead` names what they are about, `left_out` counts those untold."""

    facts: tuple[Fact, ...]
    lead: str = ""
    style: Style = Style.VALUES
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading: words (a gettext message), a thing's own name, or none where it is empty.

    `left_out` counts the facts that are not told there, for there are more than anybody reads.
    """

    heading: str | Entity
    entries: tuple[Entry, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What one view finds about an entity, or about one property of it (empty: all); `others` share its name."""

    view: str
    entity: Entity
    property_name: str
    sections: tuple[Section, ...]
    others: tuple[Entity, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return all the facts, in the order they are told."""
        return tuple(fact for section in self.sections for entry in section.entries for fact in entry.facts)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An entry in a reader's words, escaped, its sources' numbers, the heading it stands under, and its facts' ids."""

    text: str
    sources: tuple[int, ...] = ()
    heading: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What is known in a reader's words; `sources` are the passages' names in the order of their numbers.

    `address` is what a button needs to find the same again: view, property and entity id. `others` go by the same name;
    `credits` holds the sentences that imports ask to be shown with their facts.
    """

    title: str
    what: str
    paragraphs: tuple[Paragraph, ...]
    sources: tuple[str, ...]
    address: tuple[str, str, str]
    others: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()

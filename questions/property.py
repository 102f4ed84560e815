"""Property: something that can be known of a subject, with the rules by which its statements are read and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

ENTITY_TYPES = (
    "film",
    "person",
    "group",
    "company",
    "character",
    "monster",
    "place",
    "event",
    "award",
    "work",
    "series",
    "release",
)
"""What an entity can be; a value whose type is one of these is the name or key of an entity."""

PLAIN_TYPES = ("text", "name", "number", "year", "date", "money", "country", "language")
"""What a value can be besides an entity. `name` is a spelling of its subject; `date` may be a year, a month or a day."""


class Closes(Enum):
    """When the list of a property's values is whole, so that what is not in it is provably wrong."""

    ALWAYS = "always"
    WHEN_KNOWN = "when known"
    WHEN_SAID = "when said"


@dataclass(frozen=True, slots=True)
class Wording:
    """How a property is spoken of: gettext messages with the fields {subject}, {value}, {role} and the qualifiers' names.

    `asks` ask for the value, `asks_one_of` where there are several values, `inverse` for the subject; `says` states the
    fact in one sentence. `number` asks for a number that is written, `alike` which of four films does not share the
    value, `account` what {source} says where sources differ. Empty tuples: the property is not asked that way.
    """

    says: str
    asks: tuple[str, ...] = ()
    asks_one_of: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    account: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """What can be known of a subject, declared once.

    `one_per` names the qualifiers under which there is one value (`()`: one value, `None`: many values, never a dispute
    among them). `several` allows one passage to give more than one value there, which then form one list (two actors of
    one role). `label` is its name for people, in the singular, `also` other words people use for it;
    `familiar` is how much of it an audience knows, and so how often it is asked about; `types` are the
    value's types, first the one a bare name is made into; `of` the subjects' types; `qualifiers` maps each allowed
    qualifier to its type.
    """

    name: str
    label: str
    of: tuple[str, ...]
    types: tuple[str, ...]
    one_per: tuple[str, ...] | None
    closes: Closes = Closes.WHEN_SAID
    several: bool = False
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    wording: Wording | None = None
    also: tuple[str, ...] = ()
    familiar: float = 1.0

    @property
    def holds_entities(self) -> bool:
        """Return whether the values are entities rather than text, numbers or dates."""
        return self.types[0] in ENTITY_TYPES

    @property
    def role(self) -> str | None:
        """Return the qualifier that says as whom or what (a character, a monster) the value stands here, if any."""
        return "as" if "as" in self.qualifiers else None

    @property
    def lists(self) -> bool:
        """Return whether values stand in lists that may be whole or lack one: several values, or entities."""
        return self.one_per is None or self.holds_entities

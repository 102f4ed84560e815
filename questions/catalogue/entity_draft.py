"""An entity while the catalogue is being compiled, and the form in which two of its names are one."""

from __future__ import annotations

from dataclasses import dataclass, field

from questions.fold import in_any_order, squash

PERSON_LIKE = ("person", "character")


@dataclass(slots=True)
class Draft:
    """An entity while the catalogue is being compiled; `pack` is the import that alone has it."""

    id: str
    type: str
    name: str
    film: str | None
    key: str
    kind: str | None = None
    form: str | None = None
    own: bool = False
    unnamed: bool = False
    fictional: bool = False
    within: str | None = None
    renown: float = 0.0
    year: int | None = None
    pack: str | None = None
    ids: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # text to language, in the order met


def name_key(kind: str, name: str) -> str:
    """Return the form in which two names of this type are one: a person's in any order, others squashed."""
    return in_any_order(name) if kind in PERSON_LIKE else squash(name)

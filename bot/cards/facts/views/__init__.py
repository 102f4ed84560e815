"""Ways of looking at an entity, one per file: `TYPES` says of what, `known` which facts, `CAPTION` what it tells."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cards.facts.values import Section
    from questions.catalogue import Catalogue, Entity


class View(Protocol):
    """A way of looking at an entity; no types mean any."""

    @property
    def TYPES(self) -> tuple[str, ...]:  # noqa: N802 (a module's constant)
        """The types of entities it is for."""

    @property
    def CAPTION(self) -> str:  # noqa: N802
        """What it tells, in a word or two: a gettext message."""

    def known(self, catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
        """Return what it tells of the entity; `name` may narrow it to one property."""


VIEWS: dict[str, View] = {
    info.name: import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)
}
"""All views by name."""

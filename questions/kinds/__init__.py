"""Ways of asking, one per file; a file put here with `ways` and `ask` is in the product."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from questions.draft import Ask, Draft
from questions.property import Property
from questions.question import Form


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of asking: which ways it has of asking about a property of this shape (none: not its shape), and how it asks.

    A module with `ASKS_OF_DISPUTES` set is asked about what the sources dispute, the others about what is settled;
    `FORM` says how its questions are answered, where not by pressing a choice, and `LABEL` names the kind for people.
    `SHARE` says how often it is asked beside the others, where that is not as much as there is to ask.
    """

    name: str
    ways: Callable[[Property], tuple[str, ...]]
    ask: Callable[[Ask], Draft | None]
    label: str
    form: Form = Form.CHOICE
    asks_of_disputes: bool = False
    share: float = 1.0

    @property
    def written(self) -> bool:
        """Return whether its answers are written or put together, not pressed."""
        return self.form is not Form.CHOICE


MODULES = {info.name: import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)}

KINDS: dict[str, Kind] = {
    name: Kind(
        name,
        module.ways,
        module.ask,
        module.LABEL,
        getattr(module, "FORM", Form.CHOICE),
        hasattr(module, "ASKS_OF_DISPUTES"),
        getattr(module, "SHARE", 1.0),
    )
    for name, module in sorted(MODULES.items())
}
"""All kinds by name."""

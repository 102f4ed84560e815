"""The rules a question must pass before anyone sees it; a file put here with a `RULES` tuple is in force.

A rule takes a draft and the catalogue and returns why the draft is refused, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from questions.catalogue.reading import Catalogue
from questions.draft import Draft

Rule = Callable[[Draft, Catalogue], str | None]

MODULES = {info.name: import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)}

RULES: dict[str, Rule] = {
    rule.__name__: rule
    for name in ("truth", "options", "cues", "stem", "looks", "words", "forms")
    for rule in MODULES[name].RULES
}
"""All rules by name, truth first."""


def refusal(draft: Draft, catalogue: Catalogue) -> tuple[str, str] | None:
    """Return the first rule a draft breaks and how, or None where it passes them all."""
    for name, rule in RULES.items():
        reason = rule(draft, catalogue)
        if reason is not None:
            return name, reason
    return None

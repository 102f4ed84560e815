"""Every property, by subject; a file put here with a `PROPERTIES` tuple is in the product."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from questions.property import Property

FILES = {info.name: import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)}

PROPERTIES: dict[str, Property] = {
    prop.name: prop for name in sorted(FILES) for prop in FILES[name].PROPERTIES
}
"""All properties by name; a name stands once, whatever its subjects."""


def properties_of(subject_type: str) -> dict[str, Property]:
    """Return the properties that a subject of this type can have, by name."""
    return {name: prop for name, prop in PROPERTIES.items() if subject_type in prop.of}

"""The verbs of the command line, one per file; a file put here with `options` and `run` is in the product."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

VERBS = {info.name.rstrip("_"): import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)}
"""All verbs by name; a module's docstring is the verb's help. A trailing underscore keeps clear of Python's own words."""

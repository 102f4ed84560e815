"""What a catalogue was imported from, for people: its packs, and who is to be thanked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from questions.catalogue.depths import LIBRARY
from questions.catalogue.model import Source
from questions.catalogue.reading import Catalogue
from questions.imports.records import Pack

CACHED = 64


@lru_cache(maxsize=CACHED)
def packs(catalogue: Catalogue) -> tuple[Pack, ...]:
    """Return the imports that a catalogue holds, the largest first."""
    rows = catalogue.rows(
        "SELECT name, label, licence, attribution, films FROM pack ORDER BY films DESC, name"
    )
    return tuple(Pack(*row) for row in rows)


def all_packs(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the names of the packs that can be switched on and off, the library first."""
    return (LIBRARY, *(pack.name for pack in packs(catalogue)))


def credited(catalogue: Catalogue, sources: Iterable[Source]) -> tuple[Pack, ...]:
    """Return the imports that gave any of some passages."""
    given = {source.pack for source in sources}
    return tuple(pack for pack in packs(catalogue) if pack.name in given) if given - {None} else ()

"""Other people's data, one source per file; a file put here with `LABEL`, `LICENCE` and `read` is in the product."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from questions.imports.records import Pack
from questions.imports.report import Report
from questions.record import FilmRecord

Read = Callable[[Sequence[Path], Report], Iterator[FilmRecord]]
"""Yields the films of some files one by one, in memory that does not grow, and reports what it leaves out and why."""

Download = Callable[[Path, Sequence[str], Report], list[Path]]
"""Fetches what is asked for into a folder and returns the files to read; goes on where it was interrupted."""


@dataclass(frozen=True, slots=True)
class Importer:
    """A source of films: how it is read, and what must be told of where its facts come from.

    `attribution` is the sentence that people are shown wherever its facts are used; `notice` is printed when it is
    read; `files` says which files it takes; a module with `download` can fetch them by itself, and `choice` says which
    words tell it what to fetch. Where one importer reads many people's data, `pack_of` gives the pack by the mapping file.
    """

    name: str
    label: str
    licence: str
    attribution: str
    files: str
    read: Read
    notice: str = ""
    download: Download | None = None
    choice: str = ""
    pack_of: Callable[[Path | None], Pack] | None = None

    def pack(self, mapping: Path | None) -> Pack:
        """Return the import that its films belong to; raises DamagedError for a faulty mapping file."""
        if self.pack_of is not None:
            return self.pack_of(mapping)
        return Pack(self.name, self.label, self.licence, self.attribution)


MODULES = {info.name: import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)}

IMPORTERS: dict[str, Importer] = {
    name: Importer(
        name,
        module.LABEL,
        module.LICENCE,
        module.ATTRIBUTION,
        module.FILES,
        module.read,
        getattr(module, "NOTICE", ""),
        getattr(module, "download", None),
        getattr(module, "CHOICE", ""),
        getattr(module, "pack_of", None),
    )
    for name, module in sorted(MODULES.items())
}
"""All importers by name."""

"""A fault in a film file: where it is and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import process


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in a file: the file's name, the path inside it (`film.director[0].by`), and what to do."""

    file: str
    path: str
    message: str

    def __str__(self) -> str:
        """Return the fault as one line for people."""
        return f"{self.file}: {self.path}: {self.message}" if self.path else f"{self.file}: {self.message}"


class FilmFileError(Exception):
    """Film files that cannot be used; `faults` holds every fault found in them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(slots=True)
class Faults:
    """The faults of one file, gathered while it is read."""

    file: str
    found: list[Fault] = field(default_factory=list)

    def add(self, path: str, message: str) -> None:
        """Note a fault at a path inside the file."""
        self.found.append(Fault(self.file, path, message))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean …?" for the nearest known word, or the list of known words where none is near."""
    words = sorted(known)
    near = process.extractOne(word, words, score_cutoff=70)
    if near:
        return f" Did you mean {near[0]!r}?"
    return f" Known: {', '.join(words)}." if words else ""

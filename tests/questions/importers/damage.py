"""Damaged data for importers: what comes of it is a clear refusal or counted skips, never another exception."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from questions.importers import Read
from questions.imports.opening import DamagedError
from questions.imports.report import Report
from questions.record import FilmRecord

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "data"


def taken(read: Read, paths: Sequence[Path], mapping: Path | None = None) -> tuple[list[FilmRecord], Report]:
    """Return the films of some files and the report."""
    report = Report(mapping=mapping)
    return list(read(paths, report)), report


def survived(read: Read, paths: Sequence[Path], mapping: Path | None = None) -> list[FilmRecord] | str:
    """Return the films, or the sentence with which the files were refused."""
    try:
        return taken(read, paths, mapping)[0]
    except DamagedError as error:
        return str(error)


def cuts(data: bytes) -> Iterator[bytes]:
    """Yield data cut off at each hundredth of its length."""
    for hundredth in range(100):
        yield data[: len(data) * hundredth // 100]


def said(film: FilmRecord, name: str) -> list[object]:
    """Return the values that a film's record has for a property."""
    return [statement.value for statement in film.film.statements if statement.property == name]

"""How the files of names/ and sources.toml are read: the entities and the passages that several films share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from questions.entity_table import TABLES, EntityReader
from questions.fault import Fault, Faults, FilmFileError
from questions.film_file import read_film, read_sources, read_toml
from questions.record import EntityRecord, FilmRecord, SourceRecord
from questions.statement import StatementReader


def read_names(path: Path, sources: Mapping[str, SourceRecord]) -> tuple[EntityRecord, ...]:
    """Return the entities of one file of names/, whose name says their type; raises FilmFileError with all its faults."""
    faults = Faults(f"names/{path.name}")
    if path.stem not in TABLES:
        faults.add("", f"is called after no type; the files are {', '.join(sorted(TABLES))}")
        raise FilmFileError(faults.found)
    reader = EntityReader(StatementReader(sources, faults), faults)
    read = [reader.read(entry, TABLES[path.stem], key, key) for key, entry in read_toml(path).items()]
    for entity in read:
        if entity is not None and entity.name is None:
            faults.add(entity.path, "needs a name: name = '…'")
    if faults.found:
        raise FilmFileError(faults.found)
    return tuple(entity for entity in read if entity is not None)


def read_shared_sources(path: Path) -> dict[str, SourceRecord]:
    """Return the passages that several films cite, by key; without the file, none."""
    if not path.is_file():
        return {}
    faults = Faults(path.name)
    read = read_sources(read_toml(path), "", faults)
    if faults.found:
        raise FilmFileError(faults.found)
    return read


def read_all(
    films: Iterable[Path], names: Iterable[Path], sources: Path
) -> tuple[list[FilmRecord], list[EntityRecord]]:
    """Return all films and all shared entities; raises one FilmFileError with the faults of every file."""
    faults: list[Fault] = []
    shared: dict[str, SourceRecord] = {}
    try:
        shared = read_shared_sources(sources)
    except FilmFileError as error:
        faults.extend(error.faults)
    entities: list[EntityRecord] = []
    for path in names:
        try:
            entities.extend(read_names(path, shared))
        except FilmFileError as error:
            faults.extend(error.faults)
    records: list[FilmRecord] = []
    for path in films:
        try:
            records.append(read_film(path, shared))
        except FilmFileError as error:
            faults.extend(error.faults)
    if faults:
        raise FilmFileError(faults)
    return records, entities

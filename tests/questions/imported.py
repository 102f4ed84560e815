"""Records of films as importers give them, and a catalogue compiled from them, for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from questions.catalogue import Catalogue
from questions.catalogue.importing import compile_with_imports
from questions.imports.records import Pack
from questions.imports.report import Report
from questions.imports.stating import stated
from questions.record import EntityRecord, FilmRecord, SourceRecord

PACK = Pack("data", "Some data", "CC0 1.0", "From some data.")
Said = tuple[str, object] | tuple[str, object, Mapping[str, object]]
"""A property, its value, and its qualifiers where it has any."""


def imported(
    key: str,
    title: str,
    year: int | None,
    *said: Said,
    ids: Mapping[str, str] | None = None,
    entities: Iterable[EntityRecord] = (),
    family: str = "data",
    renown: float = 0.0,
    form: str = "film",
    lacking: Iterable[tuple[str, str]] = (),
) -> FilmRecord:
    """Return a film as an importer gives it, with one passage."""
    every: list[Said] = [("title", title, {"lang": "en"}), *([("year", year)] if year else []), *said]
    statements = [
        stated(Report(), name, value, ("data",), rest[0] if rest else None) for name, value, *rest in every
    ]
    film = EntityRecord(
        "film",
        "film",
        key,
        name=title,
        ids=ids or {},
        renown=renown,
        statements=tuple(statement for statement in statements if statement is not None),
        lacking=tuple(lacking),
    )
    source = SourceRecord("data", f"Some data: {title}", family, "CC0 1.0")
    return FilmRecord(f"data:{key}", key, form, {"data": source}, film, tuple(entities), {})


def person(key: str, name: str, **names: str) -> EntityRecord:
    """Return somebody as an importer gives them, with an id of their own there."""
    return EntityRecord(key, "person", key, name=name, names=names, ids={"wikidata": key.upper()})


def compiled(
    target: Path,
    folder: Path,
    *films: FilmRecord,
    pack: Pack = PACK,
    report: Report | None = None,
) -> Catalogue:
    """Return the catalogue of a folder of film files and of imported films, compiled into a file."""
    compile_with_imports(
        target, pack, films, report or Report(), folder=folder, names=folder.parent / "names"
    )
    return Catalogue.open(target)

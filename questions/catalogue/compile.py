"""Compiling: film files in, one catalogue file out, named by the hash of what it was made from."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from sqlite3 import Connection

from questions.catalogue.closure import Closed, Missing, closed_lists, opened_values
from questions.catalogue.counting import MADE_FROM
from questions.catalogue.differences import count_witnesses, differ
from questions.catalogue.drafting import draft_of
from questions.catalogue.entity_draft import Draft
from questions.catalogue.facts import FactDraft, Passage, merged
from questions.catalogue.finishing import finish
from questions.catalogue.joining import Joiner, passages
from questions.catalogue.known import InMemory
from questions.catalogue.resolve import resolve
from questions.catalogue.schema import VERSION
from questions.catalogue.story import Moment, inverted_pairs
from questions.fault import Fault, FilmFileError
from questions.imports.report import Report
from questions.names_file import read_all
from questions.record import EntityRecord, FilmRecord, SourceRecord

PACKAGE = Path(__file__).parent.parent
FILMS = PACKAGE / "films"
NAMES = PACKAGE / "names"
RULES = ("catalogue", "properties", "imports")
Extra = tuple[str, str, FilmRecord]
"""What an import says of a film that has a file: the film's id, the import's name, and its record."""

KEPT = 4
"""Catalogues kept in a folder, so that film files may be switched between without compiling."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything a catalogue file holds, still in memory."""

    drafts: dict[str, Draft]
    facts: list[FactDraft]
    sources: dict[Passage, SourceRecord]
    closed: list[Closed]
    opened: list[tuple[str, str]]
    stories: dict[str, dict[str, tuple[Moment, ...]]]
    inverted: dict[str, set[tuple[str, str]]]


def library_records(
    films: Iterable[Path], names: Path = NAMES
) -> tuple[list[FilmRecord], list[EntityRecord]]:
    """Return what film files and shared names say, read and checked; raises FilmFileError with every fault in them."""
    name_files = sorted(names.glob("*.toml")) if names.is_dir() else []
    records, shared = read_all(films, name_files, names.parent / "sources.toml")
    refuse_twins(records)
    return records, shared


def compile_films(films: Iterable[Path], names: Path = NAMES) -> Compiled:
    """Return what the film files come to; raises FilmFileError with every fault in all of them."""
    return compile_records(*library_records(films, names))


def compile_records(
    records: list[FilmRecord],
    shared: list[EntityRecord],
    extras: Iterable[Extra] = (),
    report: Report | None = None,
) -> Compiled:
    """Return what records come to; `extras` are what imports say of the same films, and never make a fault."""
    resolver, statements, tables = resolve(records, shared)
    known = InMemory(resolver)
    sources = {(film.id, key): source for film in records for key, source in film.sources.items()}
    missing: list[Missing] = []
    for film_id, pack, extra in extras:
        statements.extend(Joiner(known, report or Report(), pack, missing).statements(film_id, extra))
        sources.update(passages(film_id, [(pack, extra)]))
    drafts = resolver.drafts
    facts = merged(statements, drafts)
    same: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    whole: dict[tuple[str, str], frozenset[Passage]] = {}
    for subject, film, record in tables:
        for name, reason in record.same.items():
            same[(subject, name)][film.id] = reason
        for name, keys in record.whole.items():
            said = frozenset((film.id, key) for key in keys)
            whole[(subject, name)] = whole.get((subject, name), frozenset()) | said
    differ(facts, drafts, same, whole)
    count_witnesses(facts, lambda passage: sources[passage].family)
    stories = {film.id: story_of(film, tables) for film in records}
    return Compiled(
        drafts=drafts,
        facts=facts,
        sources=sources,
        closed=list(closed_lists(facts, whole, missing)),
        opened=list(opened_values(facts, missing)),
        stories=stories,
        inverted={film: inverted_pairs(orders.values()) for film, orders in stories.items()},
    )


def refuse_twins(records: list[FilmRecord]) -> None:
    """Raise FilmFileError where two files are one film."""
    seen: dict[str, FilmRecord] = {}
    for record in records:
        if record.id in seen:
            raise FilmFileError(
                [Fault(record.file, "id", f"{record.id!r} is already the id of {seen[record.id].file}")]
            )
        seen[record.id] = record


def story_of(
    film: FilmRecord, tables: list[tuple[str, FilmRecord, EntityRecord]]
) -> dict[str, tuple[Moment, ...]]:
    """Return each passage's order of telling, as ids of events."""
    ids = {
        record.key: subject for subject, owner, record in tables if owner is film and record.type == "event"
    }
    return {
        source: tuple(tuple(ids[event] for event in moment) for moment in order)
        for source, order in film.story.items()
    }


def fingerprint(films: Iterable[Path], names: Path) -> str:
    """Return the hash of everything a catalogue is made from: the files, and the rules that read them."""
    digest = sha256(f"{VERSION}".encode())
    rules = [sorted((PACKAGE / folder).glob("*.py")) for folder in RULES]
    shared = [sorted(names.glob("*.toml")), [names.parent / "sources.toml"]]
    # Group by group and by name within one, so that where the folders lie makes no difference.
    for group in (
        *rules,
        sorted(PACKAGE.glob("*.py")),
        *shared,
        sorted(set(films), key=lambda path: path.name),
    ):
        for path in filter(Path.is_file, group):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        digest.update(b"\0")
    return digest.hexdigest()[:24]


def note_library(connection: Connection, films: Iterable[Path], names: Path) -> None:
    """Note in a catalogue which film files it is made from."""
    connection.execute("INSERT INTO about VALUES (?, ?)", (MADE_FROM, fingerprint(films, names)))


def compile_catalogue(
    films: Path | Iterable[Path] = FILMS, names: Path = NAMES, target_folder: Path | None = None
) -> Path:
    """Return the catalogue file for these film files, compiled now unless it is there already.

    The file is written beside its name and moved there whole, so that several processes may do it at once. Raises
    FilmFileError for faulty film files and OSError where the folder cannot be written.
    """
    paths = sorted(films.glob("*.toml")) if isinstance(films, Path) else list(films)
    folder = target_folder or Path(tempfile.gettempdir()) / "marquee-catalogue"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"catalogue-{fingerprint(paths, names)}.sqlite3"
    if target.is_file():
        return target
    compiled = compile_films(paths, names)
    with draft_of(target) as (connection, stage):
        note_library(connection, paths, names)
        stage.add_library(compiled)
        finish(connection)
    clear_old(folder)
    return target


def clear_old(folder: Path) -> None:
    """Delete all but the latest catalogues of a folder; one that is still open elsewhere may stay."""
    with suppress(OSError):  # another process clears the folder too, and Windows keeps open files
        found = sorted(
            folder.glob("catalogue-*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True
        )
        for path in found[KEPT:]:
            path.unlink()

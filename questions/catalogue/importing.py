"""Compiling the library together with imports, film by film, into one catalogue file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from questions.catalogue.closure import Missing, closed_lists, opened_values
from questions.catalogue.compile import FILMS, NAMES, compile_records, library_records, note_library
from questions.catalogue.differences import count_witnesses, differ
from questions.catalogue.drafting import draft_of, only_writer
from questions.catalogue.entity_draft import Draft
from questions.catalogue.facts import FactDraft, merged
from questions.catalogue.finishing import finish
from questions.catalogue.joining import Joiner, passages
from questions.catalogue.known import OnDisk
from questions.catalogue.meeting import for_library, meet, newcomers, years_of
from questions.catalogue.staging import Stage, first_years
from questions.imports import records
from questions.imports.records import Pack
from questions.imports.report import Report
from questions.record import FilmRecord

EVERY = 500
"""Films between two words on how far it is."""

Told = Callable[[str, int], None]
"""Hears what is being done, and how many films of it are done."""


def silent(_what: str, _done: int) -> None:
    """Tell nobody."""


def compile_with_imports(
    target: Path,
    pack: Pack | None,
    films: Iterable[FilmRecord],
    report: Report,
    *,
    add: bool = False,
    folder: Path = FILMS,
    names: Path = NAMES,
    told: Told = silent,
) -> None:
    """Write a catalogue of the library, of the imports that the file has already, and of a new one.

    The new one takes the place of what the file had of it; with `add`, only its films take the place of the same films.
    The file is made beside its name and moved there whole. Raises FilmFileError for faulty film files, DamagedError
    for input that cannot be read, NoFilmsError for input without a film, CatalogueError where another process is writing
    the file, and OSError where nothing can be written; the file is then as it was.
    """
    report.added = add
    with only_writer(target), draft_of(target) as (connection, stage):
        if target.is_file():
            records.copied(connection, target, pack.name if pack else "", add=add)
        if pack is not None:
            records.keep(connection, pack, films, report)
            if not report.films:
                raise records.NoFilmsError(pack.label)
        told("films that are met", 0)
        files = sorted(folder.glob("*.toml"))
        note_library(connection, files, names)
        library, shared = library_records(files, names)
        connection.execute("COMMIT")
        meet(connection, library)
        extras = [(film, name, record) for film, name, record in for_library(connection)]
        stage.add_library(compile_records(library, shared, extras=extras, report=report))
        add_newcomers(connection, stage, report, told)
        if pack is not None:
            records.report(connection, pack.name, report)
        finish(connection, lambda what: told(what, 0))


def add_newcomers(connection: sqlite3.Connection, stage: Stage, report: Report, told: Told) -> None:
    """Stage every film that only imports have: first all films and people by name and id, so that the facts find them."""
    known = OnDisk(stage)
    for done, (film, said) in enumerate(newcomers(connection)):
        if done % EVERY == 0:
            told("films", done)
        introduce(known, film, said)
    for done, (film, said) in enumerate(newcomers(connection)):
        if done % EVERY == 0:
            told("facts", done)
        add_film(known, film, said, report)


def introduce(known: OnDisk, film: str, said: list[tuple[str, FilmRecord]]) -> None:
    """Stage a film that only imports have; where other films name it already, it is that one."""
    pack, record = said[0]
    name = record.film.name or record.id
    if film in known:
        draft = known[film]
    else:
        draft = Draft(film, "film", name, None, film, names={name: "en"})
        known.add(draft)
    draft.own, draft.form, draft.pack = True, record.form, pack
    draft.year = min(years_of(record), default=None)
    draft.renown = max(other.film.renown for _, other in said)
    ids = {register: value for _, other in said for register, value in other.film.ids.items()}
    draft.ids.update(ids)
    known.stage.update_draft(known.place(film), draft, ids)
    for pack, record in said:
        Joiner(known, Report(), pack).introduce(record)


def add_film(known: OnDisk, film: str, said: list[tuple[str, FilmRecord]], report: Report) -> None:
    """Stage the facts of a film that only imports have: merged, compared and counted like any other's."""
    missing: list[Missing] = []
    statements = [
        statement
        for pack, record in said
        for statement in Joiner(known, report, pack, missing).statements(film, record)
    ]
    facts = merged(statements, known)
    differ(facts, known, {}, {})
    sources = passages(film, said)
    count_witnesses(facts, lambda one: sources[one].family)
    places = {entity: known.place(entity) for entity in named_in(facts)}
    known.stage.add_facts(facts, sources, closed_lists(facts, {}, missing), places)
    known.stage.add_opened(opened_values(facts, missing), places)
    known.stage.count(facts, places)
    known.stage.add_members(facts, known, places)
    year = first_years(facts).get(film)
    if year is not None and year != known[film].year:
        known[film].year = year
        known.stage.update_draft(known.place(film), known[film], {})


def named_in(facts: Iterable[FactDraft]) -> set[str]:
    """Return the ids of all entities that facts are about or name."""
    found: set[str] = set()
    for fact in facts:
        found.update(str(one) for one in (fact.subject, fact.entity, fact.role) if one)
        found.update(str(fact.qualifiers[name]) for name in ("series",) if name in fact.qualifiers)
    return found

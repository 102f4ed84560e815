"""What is compiled, on its way to the catalogue: tables beside it that grow on disk, so that memory does not."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from questions.catalogue.closure import Closed
from questions.catalogue.entity_draft import Draft, name_key
from questions.catalogue.facts import FactDraft, Passage
from questions.catalogue.schema import TABLES
from questions.record import SourceRecord

if TYPE_CHECKING:
    from questions.catalogue.compile import Compiled

STAGE = """
CREATE TABLE stage.draft (
  p INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, film TEXT, key TEXT NOT NULL,
  kind TEXT, form TEXT, own INTEGER NOT NULL, unnamed INTEGER NOT NULL, fictional INTEGER NOT NULL, within TEXT,
  ids TEXT NOT NULL, renown REAL NOT NULL, year INTEGER, pack TEXT);
CREATE TABLE stage.called (p INTEGER NOT NULL, text TEXT NOT NULL, lang TEXT NOT NULL, PRIMARY KEY (p, text));
CREATE TABLE stage.known (
  key TEXT NOT NULL, type TEXT NOT NULL, p INTEGER NOT NULL, PRIMARY KEY (key, type, p)) WITHOUT ROWID;
CREATE TABLE stage.ext (
  register TEXT NOT NULL, value TEXT NOT NULL, p INTEGER NOT NULL, PRIMARY KEY (register, value)) WITHOUT ROWID;
CREATE TABLE stage.stated (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, subject INTEGER NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL,
  entity INTEGER, role INTEGER, qualifiers TEXT NOT NULL, witnesses INTEGER NOT NULL, difference TEXT,
  left_out INTEGER NOT NULL, why TEXT, note TEXT, film TEXT NOT NULL);
CREATE TABLE stage.fame (p INTEGER PRIMARY KEY, named INTEGER NOT NULL, films INTEGER NOT NULL);
CREATE TABLE stage.closed (subject INTEGER NOT NULL, property TEXT NOT NULL, role INTEGER, sources TEXT NOT NULL);
CREATE TABLE stage.opened (subject INTEGER NOT NULL, property TEXT NOT NULL);
CREATE TABLE stage.told (film TEXT NOT NULL, source TEXT NOT NULL, seq INTEGER NOT NULL, event INTEGER NOT NULL);
CREATE TABLE stage.inverted (film TEXT NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL);
CREATE TABLE stage.member (
  series INTEGER NOT NULL, film INTEGER NOT NULL, PRIMARY KEY (series, film)) WITHOUT ROWID;
CREATE TABLE stage.alias (
  form TEXT NOT NULL, n INTEGER NOT NULL, seq INTEGER NOT NULL, nearness INTEGER NOT NULL, type INTEGER NOT NULL);
CREATE TABLE stage.word (type INTEGER NOT NULL, word TEXT NOT NULL, n INTEGER NOT NULL, seq INTEGER NOT NULL);
CREATE TABLE stage.slip (
  mark TEXT NOT NULL, word TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (mark, word)) WITHOUT ROWID;
CREATE TABLE stage.piece (key INTEGER NOT NULL, word TEXT NOT NULL, best INTEGER NOT NULL);
"""

KIBIBYTES = 16_000
"""Memory for pages of either file while one is compiled; what is more lies on disk."""


class Stage:
    """The tables of a catalogue that is being made, in an empty database, with others beside it until it is done."""

    def __init__(self, connection: sqlite3.Connection, beside: Path) -> None:
        self.connection = connection
        connection.execute("PRAGMA journal_mode=OFF")  # a file that was not finished is thrown away whole
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA temp_store=FILE")
        connection.execute("ATTACH ? AS stage", (str(beside),))
        connection.execute("PRAGMA stage.journal_mode=OFF")
        connection.execute("PRAGMA stage.synchronous=OFF")
        for name in ("main", "stage"):
            connection.execute(f"PRAGMA {name}.cache_size=-{KIBIBYTES}")
        connection.executescript(TABLES + STAGE)
        connection.execute("BEGIN")
        self.facts = 0
        self.sources = 0

    def add_library(self, compiled: Compiled) -> None:
        """Take in the films that have files of their own, with everything in them."""
        places = {entity_id: self.add_draft(draft) for entity_id, draft in compiled.drafts.items()}
        years = first_years(compiled.facts)
        self.connection.executemany(
            "UPDATE stage.draft SET year = ? WHERE p = ?",
            [(year, places[film]) for film, year in years.items() if film in places],
        )
        by_film: dict[str, list[FactDraft]] = defaultdict(list)
        for fact in compiled.facts:
            by_film[fact.film].append(fact)
        self.add_facts(compiled.facts, compiled.sources, compiled.closed, places)
        self.add_opened(compiled.opened, places)
        for facts in by_film.values():
            self.count(facts, places)
        self.add_members(compiled.facts, compiled.drafts, places)
        for film, orders in compiled.stories.items():
            self.connection.executemany(
                "INSERT INTO stage.told VALUES (?, ?, ?, ?)",
                [
                    (film, source, seq, places[event])
                    for source, moments in orders.items()
                    for seq, event in enumerate(event for moment in moments for event in moment)
                ],
            )
            self.connection.executemany(
                "INSERT INTO stage.inverted VALUES (?, ?, ?)",
                [(film, places[one], places[other]) for one, other in compiled.inverted[film]],
            )

    def add_draft(self, draft: Draft) -> int:
        """Return the place of an entity that is new, with all its names."""
        row = (
            draft.id,
            draft.type,
            draft.name,
            draft.film,
            draft.key,
            draft.kind,
            draft.form,
            draft.own,
            draft.unnamed,
            draft.fictional,
            draft.within,
            msgspec.json.encode(draft.ids).decode(),
            draft.renown,
            draft.year,
            draft.pack,
        )
        place = self.connection.execute(
            "INSERT INTO stage.draft VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
        ).lastrowid
        assert place is not None  # noqa: S101 (an INSERT gives its row's number)
        for text, lang in draft.names.items():
            self.call(place, draft, text, lang)
        self.connection.executemany(
            "INSERT OR IGNORE INTO stage.ext VALUES (?, ?, ?)",
            [(register, value, place) for register, value in draft.ids.items()],
        )
        return place

    def update_draft(self, place: int, draft: Draft, ids: Mapping[str, str]) -> None:
        """Note what was learned of an entity since it was added: these ids, how well known it is, and what film it is."""
        self.connection.execute(
            "UPDATE stage.draft SET ids = ?, renown = ?, year = ?, own = ?, form = ?, pack = ? WHERE p = ?",
            (
                msgspec.json.encode(draft.ids).decode(),
                draft.renown,
                draft.year,
                draft.own,
                draft.form,
                draft.pack,
                place,
            ),
        )
        self.connection.executemany(
            "INSERT OR IGNORE INTO stage.ext VALUES (?, ?, ?)",
            [(register, value, place) for register, value in ids.items()],
        )

    def call(self, place: int, draft: Draft, text: str, lang: str) -> None:
        """Note a name of an entity; what belongs to no film alone is found by it."""
        self.connection.execute("INSERT OR IGNORE INTO stage.called VALUES (?, ?, ?)", (place, text, lang))
        key = name_key(draft.type, text)
        if draft.film is None and not draft.unnamed and key:
            self.connection.execute(
                "INSERT OR IGNORE INTO stage.known VALUES (?, ?, ?)", (key, draft.type, place)
            )

    def add_facts(
        self,
        facts: list[FactDraft],
        passages: Mapping[Passage, SourceRecord],
        closed: Iterable[Closed],
        places: Mapping[str, int],
    ) -> None:
        """Take in facts with the passages they rest on, who says each, which are at odds, and which lists are whole."""
        sources = {passage: self.sources + at for at, passage in enumerate(sorted(passages), start=1)}
        numbers = {fact.id: self.facts + at for at, fact in enumerate(facts, start=1)}
        self.sources += len(sources)
        self.facts += len(numbers)
        self.connection.executemany(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", source_rows(sources, passages)
        )
        self.connection.executemany(
            "INSERT INTO stage.stated VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [stated_row(fact, numbers[fact.id], places) for fact in facts],
        )
        self.connection.executemany(
            "INSERT INTO attestation VALUES (?, ?, ?, ?)",
            [
                (numbers[fact.id], sources[passage], seq, msgspec.json.encode(written).decode())
                for fact in facts
                for seq, (passage, written) in enumerate(fact.written.items())
            ],
        )
        self.connection.executemany(
            "INSERT INTO rival VALUES (?, ?)",
            [(numbers[fact.id], numbers[rival]) for fact in facts for rival in fact.rivals],
        )
        self.connection.executemany(
            "INSERT INTO stage.closed VALUES (?, ?, ?, ?)",
            [
                (places[one.subject], one.property, places.get(one.role), told_by(one.passages))
                for one in closed
            ],
        )

    def add_opened(self, opened: Iterable[tuple[str, str]], places: Mapping[str, int]) -> None:
        """Take in of which subjects and properties with one value another value is missing."""
        self.connection.executemany(
            "INSERT INTO stage.opened VALUES (?, ?)", [(places[subject], name) for subject, name in opened]
        )

    def add_members(
        self, facts: Iterable[FactDraft], drafts: Mapping[str, Draft], places: Mapping[str, int]
    ) -> None:
        """Note which films belong to which series: those that facts number or link in one."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO stage.member VALUES (?, ?)", list(members(facts, drafts, places))
        )

    def count(self, facts: Iterable[FactDraft], places: Mapping[str, int]) -> None:
        """Count how often the facts of one film name each entity: what it is known by."""
        named: Counter[str] = Counter()
        for fact in facts:
            for entity in {fact.subject, fact.entity, fact.role} - {None, ""}:
                named[str(entity)] += len(fact.written)
        self.connection.executemany(
            "INSERT INTO stage.fame VALUES (?, ?, 1) "
            "ON CONFLICT (p) DO UPDATE SET named = named + excluded.named, films = films + 1",
            [(places[entity], count) for entity, count in named.items()],
        )


def stated_row(fact: FactDraft, number: int, places: Mapping[str, int]) -> tuple[object, ...]:
    """Return a fact as the row that it is until the entities have their numbers."""
    return (
        number,
        fact.id,
        places[fact.subject],
        fact.prop.name,
        fact.shown,
        places[fact.entity] if fact.entity else None,
        places[fact.role] if fact.role else None,
        msgspec.json.encode(fact.qualifiers).decode(),
        fact.witnesses,
        fact.difference,
        fact.left_out,
        fact.why,
        fact.note,
        fact.film,
    )


def source_rows(
    sources: Mapping[Passage, int], passages: Mapping[Passage, SourceRecord]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of passages."""
    for (film, key), number in sources.items():
        source = passages[film, key]
        yield (
            number,
            f"{film}/{key}",
            key,
            source.what,
            source.family,
            source.licence,
            source.url,
            film,
            source.pack,
        )


def told_by(passages: Iterable[Passage]) -> str:
    """Return passages as the text in which they are kept."""
    return msgspec.json.encode(sorted(f"{film}/{key}" for film, key in passages)).decode()


def members(
    facts: Iterable[FactDraft], drafts: Mapping[str, Draft], places: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Yield which film belongs to which series, by their places: films that facts number or link in a series."""
    for fact in facts:
        if "series" in fact.qualifiers and fact.subject in drafts and drafts[fact.subject].own:
            yield places[str(fact.qualifiers["series"])], places[fact.subject]


def first_years(facts: Iterable[FactDraft]) -> dict[str, int]:
    """Return every film's year: the one stated, else the year of its first release."""
    stated: dict[str, int] = {}
    released: dict[str, int] = {}
    for fact in facts:
        if fact.prop.name == "year" and not fact.doubt:
            stated.setdefault(fact.subject, int(fact.value))
        if fact.prop.name == "release" and fact.qualifiers.get("kind") != "festival":
            year = int(str(fact.value)[:4])
            released[fact.subject] = min(year, released.get(fact.subject, year))
    return {**released, **stated}

"""Writing a compiled catalogue into its SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from questions.catalogue.facts import FactDraft, Passage
from questions.catalogue.resolve import PERSON_LIKE, Draft
from questions.catalogue.schema import SCHEMA, VERSION
from questions.fold import fold, in_any_order, romanised, squash

if TYPE_CHECKING:
    from questions.catalogue.compile import Compiled


def write(connection: sqlite3.Connection, compiled: Compiled) -> None:
    """Fill an empty database with a compiled catalogue."""
    connection.executescript(SCHEMA)
    numbers = {entity_id: n for n, entity_id in enumerate(sorted(compiled.drafts), start=1)}
    sources = {passage: n for n, passage in enumerate(sorted(compiled.sources), start=1)}
    facts = {fact.id: n for n, fact in enumerate(compiled.facts, start=1)}
    with connection:
        write_entities(connection, compiled, numbers)
        write_names(connection, compiled, numbers)
        write_sources(connection, compiled, sources)
        write_facts(connection, compiled, numbers, sources, facts)
        write_story(connection, compiled, numbers)
        write_closure(connection, compiled, numbers)
        connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("ANALYZE")
    connection.execute("VACUUM")


def write_entities(connection: sqlite3.Connection, compiled: Compiled, numbers: dict[str, int]) -> None:
    """Write the entities, what they lie within, and which film belongs to which series."""
    years = first_years(compiled.facts)
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                numbers[draft.id],
                draft.id,
                draft.type,
                draft.name,
                draft.film,
                years.get(draft.id),
                draft.kind,
                draft.form,
                draft.own,
                draft.unnamed,
                compiled.popularity.get(draft.id, 0.0),
                msgspec.json.encode(draft.ids).decode(),
            )
            for draft in compiled.drafts.values()
        ],
    )
    connection.executemany(
        "INSERT INTO within VALUES (?, ?)",
        {(numbers[i], numbers[outer]) for i in compiled.drafts for outer in outers(i, compiled.drafts)},
    )
    series = {
        (numbers[str(fact.qualifiers["series"])], numbers[fact.subject])
        for fact in compiled.facts
        if "series" in fact.qualifiers and fact.subject in numbers and compiled.drafts[fact.subject].own
    }
    connection.executemany("INSERT INTO member VALUES (?, ?)", series)


def outers(entity_id: str, drafts: dict[str, Draft]) -> Iterator[str]:
    """Yield everything an entity lies within, nearest first."""
    seen = {entity_id}
    place = drafts[entity_id].within
    while place is not None and place not in seen:
        yield place
        seen.add(place)
        place = drafts[place].within


def first_years(facts: list[FactDraft]) -> dict[str, int]:
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


def write_names(connection: sqlite3.Connection, compiled: Compiled, numbers: dict[str, int]) -> None:
    """Write every spelling of every name, the forms that find it, and its words."""
    for draft in compiled.drafts.values():
        n = numbers[draft.id]
        for seq, (text, lang) in enumerate(draft.names.items()):
            connection.execute("INSERT INTO name VALUES (?, ?, ?, ?)", (n, seq, text, lang))
            connection.executemany(
                "INSERT OR IGNORE INTO alias VALUES (?, ?, ?)",
                [(form, n, seq) for form in forms(draft, text)],
            )
            connection.executemany(
                "INSERT OR IGNORE INTO word VALUES (?, ?, ?)", [(word, n, seq) for word in words(text)]
            )


def forms(draft: Draft, text: str) -> set[str]:
    """Return the forms under which a name is found exactly."""
    found = {squash(text), romanised(text)}
    if draft.type in PERSON_LIKE:
        found.add(in_any_order(text).replace(" ", ""))
    return found - {""}


def words(text: str) -> set[str]:
    """Return the words a name can be completed from: each word, and the whole from each word on."""
    parts = fold(text).split()
    tails = {" ".join(parts[start:]) for start in range(len(parts))}
    return tails | {romanised(text)} - {""}


def write_sources(connection: sqlite3.Connection, compiled: Compiled, sources: dict[Passage, int]) -> None:
    """Write the passages."""
    connection.executemany(
        "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (n, f"{film}/{key}", key, source.what, source.family, source.licence, source.url, film)
            for (film, key), n in sources.items()
            for source in (compiled.sources[(film, key)],)
        ],
    )


def write_facts(
    connection: sqlite3.Connection,
    compiled: Compiled,
    numbers: dict[str, int],
    sources: dict[Passage, int],
    facts: dict[str, int],
) -> None:
    """Write the facts, who says each, and which are at odds."""
    for fact in compiled.facts:
        n = facts[fact.id]
        connection.execute(
            "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                n,
                fact.id,
                numbers[fact.subject],
                fact.prop.name,
                compiled.drafts[fact.entity].name if fact.entity else str(fact.value),
                numbers[fact.entity] if fact.entity else None,
                numbers[fact.role] if fact.role else None,
                msgspec.json.encode(fact.qualifiers).decode(),
                fact.witnesses,
                fact.difference,
                fact.left_out,
                fact.why,
                fact.note,
                fact.film,
            ),
        )
        connection.executemany(
            "INSERT INTO attestation VALUES (?, ?, ?, ?)",
            [
                (n, sources[passage], seq, msgspec.json.encode(written).decode())
                for seq, (passage, written) in enumerate(fact.written.items())
            ],
        )
        connection.executemany(
            "INSERT INTO rival VALUES (?, ?)", [(n, facts[rival]) for rival in fact.rivals]
        )


def write_story(connection: sqlite3.Connection, compiled: Compiled, numbers: dict[str, int]) -> None:
    """Write each passage's order of telling, and the pairs that are inverted."""
    for film, orders in compiled.stories.items():
        for source, moments in orders.items():
            connection.executemany(
                "INSERT INTO told VALUES (?, ?, ?, ?)",
                [
                    (film, source, seq, numbers[event])
                    for seq, event in enumerate(event for moment in moments for event in moment)
                ],
            )
        connection.executemany(
            "INSERT INTO inverted VALUES (?, ?, ?)",
            [(film, numbers[one], numbers[other]) for one, other in compiled.inverted[film]],
        )


def write_closure(connection: sqlite3.Connection, compiled: Compiled, numbers: dict[str, int]) -> None:
    """Write which lists are whole."""
    connection.executemany(
        "INSERT INTO closed VALUES (?, ?, ?, ?)",
        [
            (
                numbers[closed.subject],
                closed.property,
                numbers[closed.role] if closed.role else 0,
                msgspec.json.encode(sorted(f"{film}/{key}" for film, key in closed.passages)).decode(),
            )
            for closed in compiled.closed
        ],
    )

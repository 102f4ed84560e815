"""Writing a compiled catalogue into its SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from questions.catalogue.entity_draft import Draft
from questions.catalogue.facts import FactDraft, Passage
from questions.catalogue.grounding import write_grounds
from questions.catalogue.schema import FIRSTS, SCHEMA, SHORT_PREFIX, VERSION
from questions.catalogue.spellings import SHOWN, beginnings, forms, readings, slippery
from questions.pieces import keys_of
from questions.property import ENTITY_TYPES

if TYPE_CHECKING:
    from questions.catalogue.compile import Compiled


def write(connection: sqlite3.Connection, compiled: Compiled) -> None:
    """Fill an empty database with a compiled catalogue."""
    connection.executescript(SCHEMA)
    numbers = {entity_id: n for n, entity_id in enumerate(by_fame(compiled), start=1)}
    sources = {passage: n for n, passage in enumerate(sorted(compiled.sources), start=1)}
    facts = {fact.id: n for n, fact in enumerate(compiled.facts, start=1)}
    with connection:
        write_entities(connection, compiled, numbers)
        write_names(connection, compiled, numbers)
        write_sources(connection, compiled, sources)
        write_facts(connection, compiled, numbers, sources, facts)
        write_story(connection, compiled, numbers)
        write_closure(connection, compiled, numbers)
        write_grounds(connection)
        connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("ANALYZE")
    connection.execute("VACUUM")


def by_fame(compiled: Compiled) -> list[str]:
    """Return the ids of all entities, best known first, so that the lesser of two numbers is the better known of two.

    Films that are only named in other films come last.
    """

    def place(draft: Draft) -> tuple[bool, float, str]:
        named_only = draft.type == "film" and not draft.own
        return named_only, -compiled.popularity.get(draft.id, 0.0), draft.id

    return [draft.id for draft in sorted(compiled.drafts.values(), key=place)]


def write_entities(connection: sqlite3.Connection, compiled: Compiled, numbers: dict[str, int]) -> None:
    """Write the entities, what they lie within, and which film belongs to which series."""
    years = first_years(compiled.facts)
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                draft.fictional,
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
    """Write every spelling of every name, and all that finds it."""
    slips: dict[tuple[str, str], int] = {}
    for draft in sorted(compiled.drafts.values(), key=lambda draft: numbers[draft.id]):
        n, kind = numbers[draft.id], ENTITY_TYPES.index(draft.type)
        found: dict[str, tuple[int, int]] = {}
        starts: dict[str, int] = {}
        for seq, (text, lang) in enumerate(draft.names.items()):
            words = " ".join(readings(text))
            connection.execute("INSERT INTO name VALUES (?, ?, ?, ?, ?)", (n, seq, text, lang, words))
            for form, nearness in forms(draft.type, draft.name, text).items():
                found[form] = min((nearness, seq), found.get(form, (nearness, seq)))
            for word in beginnings(draft.type, text):
                starts.setdefault(word, seq)
            for slip in slippery(draft.type, text):
                slips.setdefault(slip, n)
        connection.executemany(
            "INSERT INTO alias VALUES (?, ?, ?, ?)",
            [(form, n, seq, nearness) for form, (nearness, seq) in found.items()],
        )
        connection.executemany(
            "INSERT INTO word VALUES (?, ?, ?, ?)", [(kind, word, n, seq) for word, seq in starts.items()]
        )
    write_pieces(connection, slips)
    write_firsts(connection)
    write_alike(connection)


def write_alike(connection: sqlite3.Connection) -> None:
    """Write which entities of one type share a spelling: the verdicts of name against name, made once."""
    connection.execute(
        "INSERT INTO alike "
        "SELECT one.n, two.n, max(one.nearness = ?) FROM alias AS one JOIN alias AS two USING (form) "
        "JOIN entity AS this ON this.n = one.n JOIN entity AS that ON that.n = two.n "
        "WHERE one.n <> two.n AND this.type = that.type AND NOT this.unnamed AND NOT that.unnamed "
        "GROUP BY one.n, two.n",
        (SHOWN,),
    )


def write_pieces(connection: sqlite3.Connection, slips: dict[tuple[str, str], int]) -> None:
    """Write the pieces by which a word is found through slips, each word with the best known entity that has it."""
    rows = sorted((key, word, best) for (mark, word), best in slips.items() for key in keys_of(word, mark))
    connection.executemany("INSERT INTO piece VALUES (?, ?, ?)", rows)


def write_firsts(connection: sqlite3.Connection) -> None:
    """Write the best known entities of each type for every beginning of a letter or a few, and for none at all."""
    connection.execute(
        "INSERT INTO first SELECT type, '', n, 0 FROM (SELECT DISTINCT type, n, "
        "dense_rank() OVER (PARTITION BY type ORDER BY n) AS place FROM word) WHERE place <= ?",
        (FIRSTS,),
    )
    for length in range(1, SHORT_PREFIX + 1):
        connection.execute(
            "INSERT INTO first SELECT type, prefix, n, seq FROM (SELECT type, prefix, n, seq, "
            "row_number() OVER (PARTITION BY type, prefix ORDER BY n) AS place FROM "
            "(SELECT type, substr(word, 1, ?) AS prefix, n, min(seq) AS seq FROM word "
            "WHERE length(word) >= ? GROUP BY 1, 2, 3)) WHERE place <= ?",
            (length, length, FIRSTS),
        )


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

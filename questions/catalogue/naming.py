"""Writing the names of a catalogue's entities, and everything that finds them by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from questions.catalogue.firsts import firsts
from questions.catalogue.runs import packed
from questions.catalogue.schema import FIRSTS, LISTED
from questions.catalogue.spellings import SHOWN, beginnings, forms, readings, slippery
from questions.pieces import keys_of
from questions.property import ENTITY_TYPES

TOO_MANY = 200
"""Entities of one spelling of which no verdicts are kept: a doctor in every film; names alike are told apart as texts."""

BATCH = 2_000


@dataclass(slots=True)
class Rows:
    """What stands in the tables of names about some entities."""

    names: list[tuple[object, ...]] = field(default_factory=list)
    aliases: list[tuple[object, ...]] = field(default_factory=list)
    words: list[tuple[object, ...]] = field(default_factory=list)
    slips: list[tuple[object, ...]] = field(default_factory=list)

    def add(self, n: int, kind: str, shown: str, year: int | None, called: Iterable[tuple[str, str]]) -> None:
        """Take in an entity with all its names and their languages."""
        found: dict[str, tuple[int, int]] = {}
        starts: dict[str, int] = {}
        for seq, (text, lang) in enumerate(called):
            self.names.append((n, seq, text, lang, " ".join(readings(text))))
            for form, nearness in forms(kind, shown, text).items():
                found[form] = min((nearness, seq), found.get(form, (nearness, seq)))
            for word in beginnings(kind, text, year):
                starts.setdefault(word, seq)
            self.slips.extend((mark, word, n) for mark, word in slippery(kind, text))
        number = ENTITY_TYPES.index(kind)
        self.aliases.extend((form, n, seq, nearness, number) for form, (nearness, seq) in found.items())
        self.words.extend((number, word, n, seq) for word, seq in starts.items())

    def write(self, connection: sqlite3.Connection) -> None:
        """Write all of it."""
        connection.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", self.names)
        connection.executemany("INSERT INTO stage.alias VALUES (?, ?, ?, ?, ?)", self.aliases)
        connection.executemany("INSERT INTO stage.word VALUES (?, ?, ?, ?)", self.words)
        connection.executemany("INSERT OR IGNORE INTO stage.slip VALUES (?, ?, ?)", self.slips)


def write_names(connection: sqlite3.Connection) -> None:
    """Write every spelling of every name, and all that finds it, best known entities first."""
    every = connection.execute(
        "SELECT n, p, type, name, year FROM stage.number JOIN stage.draft USING (p) ORDER BY n"
    )
    while batch := every.fetchmany(BATCH):
        rows = Rows()
        for n, place, kind, shown, year in batch:
            called = connection.execute(
                "SELECT text, lang FROM stage.called WHERE p = ? ORDER BY rowid", (place,)
            )
            rows.add(n, kind, shown, year, called)
        rows.write(connection)
    connection.execute("INSERT INTO alias SELECT * FROM stage.alias ORDER BY form, n")
    connection.execute("INSERT INTO word SELECT * FROM stage.word ORDER BY type, word, n")
    write_pieces(connection)
    write_firsts(connection)
    write_alike(connection)


def write_pieces(connection: sqlite3.Connection) -> None:
    """Write the pieces by which a word is found through slips, and under each the words that have it, best known first."""
    connection.executemany("INSERT INTO stage.piece VALUES (?, ?, ?)", pieces(connection))
    rows = connection.execute("SELECT key, best, word FROM stage.piece ORDER BY key, best")
    connection.executemany("INSERT INTO piece VALUES (?, ?, ?)", lists(rows))


def pieces(connection: sqlite3.Connection) -> Iterator[tuple[int, str, int]]:
    """Yield the pieces of every word in which a slip may stand, with the best known entity that has the word."""
    slips = connection.execute("SELECT mark, word, min(n) FROM stage.slip GROUP BY mark, word")
    for mark, word, best in slips:
        for key in keys_of(word, mark):
            yield key, word, best


def lists(rows: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, str, bytes]]:
    """Yield for each key its words and, packed, the number of the best known entity that has each."""
    for key, group in groupby(rows, itemgetter(0)):
        words: dict[str, int] = {}
        for _, best, word in group:
            words.setdefault(word, best)
            if len(words) == LISTED:
                break
        yield key, " ".join(words), packed(words.values())


def write_alike(connection: sqlite3.Connection) -> None:
    """Write which entities of one type share a spelling: the verdicts of name against name, made once."""
    connection.execute(
        "INSERT INTO alike "
        "WITH shared AS (SELECT form FROM alias GROUP BY form HAVING count(*) BETWEEN 2 AND ?) "
        "SELECT one.n, two.n, max(one.nearness = ?) FROM shared JOIN alias AS one USING (form) "
        "JOIN alias AS two USING (form) "
        "JOIN entity AS this ON this.n = one.n JOIN entity AS that ON that.n = two.n "
        "WHERE one.n <> two.n AND this.type = that.type AND NOT this.unnamed AND NOT that.unnamed "
        "GROUP BY one.n, two.n",
        (TOO_MANY, SHOWN),
    )


def write_firsts(connection: sqlite3.Connection) -> None:
    """Write the best known entities of each type for every beginning that more have than can be sorted at once."""
    rows = connection.execute("SELECT type, word, n, seq FROM word ORDER BY type, word")
    connection.executemany("INSERT INTO first VALUES (?, ?, ?, ?)", firsts(rows, FIRSTS))

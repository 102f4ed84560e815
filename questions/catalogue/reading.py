"""Reading a compiled catalogue: straight through sqlite3 in the calling thread, every answer in microseconds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from questions.catalogue.entities import ENGLISH, Entities, make_room
from questions.catalogue.model import Attestation, Entity, Fact, Source
from questions.catalogue.schema import VERSION

FACT = (
    "SELECT n, id, subject, property, value, entity, qualifiers, witnesses, difference, left_out, why, note, film "
    "FROM fact"
)


class CatalogueError(Exception):
    """A file that is no catalogue of this version; the message says what to do."""


class Catalogue(Entities):
    """A compiled catalogue, read-only. Open it with `Catalogue.open`; it may be shared by everything in one thread."""

    def __init__(self, connection: sqlite3.Connection, language: str = ENGLISH) -> None:
        super().__init__(connection, language)
        self._spoken: dict[str, Catalogue] = {}
        self._sources: dict[int, Source] = {}
        self._facts: dict[int, Fact] = {}

    @classmethod
    def open(cls, path: Path) -> Catalogue:
        """Return the catalogue in a file; raises CatalogueError where the file is none."""
        address = f"file:{quote(str(path))}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(address, uri=True, cached_statements=256, check_same_thread=False)
            connection.execute("PRAGMA query_only=1")
            connection.execute("PRAGMA cache_size=-8000")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version == VERSION:
                refuse_parts(connection, path)
        except (sqlite3.DatabaseError, OSError) as error:
            raise CatalogueError(f"{path} is no catalogue: {error}. Delete it and compile anew.") from error
        if version != VERSION:
            connection.close()
            raise CatalogueError(
                f"{path} is a catalogue of version {version}, not {VERSION}. Compile it anew."
            )
        return cls(connection)

    def spoken(self, language: str) -> Catalogue:
        """Return this catalogue with everything named in a language ("ja-JP" means "ja"), as far as names are known."""
        base = language.split("-", 1)[0]
        if base == self.language:
            return self
        if base not in self._spoken:
            self._spoken[base] = Catalogue(self.connection, base)
        return self._spoken[base]

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def about(self, name: str) -> str | None:
        """Return what is told of this catalogue as a whole under a name, such as "films", or None."""
        found = self.rows("SELECT value FROM about WHERE name = ?", name)
        return str(found[0][0]) if found else None

    def source(self, number: int) -> Source:
        """Return the passage of a dense number."""
        if number not in self._sources:
            row = self.rows(
                "SELECT id, key, what, family, licence, url, film, pack FROM source WHERE n = ?", number
            )[0]
            make_room(self._sources)
            self._sources[number] = Source(*row)
        return self._sources[number]

    def source_of(self, source_id: str) -> Source:
        """Return a passage by its id; raises KeyError where there is none."""
        found = self.rows("SELECT n FROM source WHERE id = ?", source_id)
        if not found:
            raise KeyError(source_id)
        return self.source(found[0][0])

    def facts(
        self,
        *,
        subject: str | None = None,
        property: str | None = None,  # noqa: A002 (the field's own word)
        film: str | None = None,
        value: str | None = None,
        role: str | None = None,
    ) -> list[Fact]:
        """Return the facts that fit all that is given, in the order of the files; entities are given by id."""
        wanted: list[tuple[str, object]] = [
            (column, self.number(entity))
            for column, entity in (("subject", subject), ("entity", value), ("role", role))
            if entity is not None
        ]
        wanted += [
            (column, text) for column, text in (("property", property), ("film", film)) if text is not None
        ]
        where = " AND ".join(f"{column} = ?" for column, _ in wanted) or "1"
        found = self.rows(f"{FACT} WHERE {where} ORDER BY n", *(given for _, given in wanted))
        return [self._fact(row) for row in found]

    def fact(self, fact_id: str) -> Fact:
        """Return a fact by its id; raises KeyError where there is none."""
        found = self.rows(f"{FACT} WHERE id = ?", fact_id)
        if not found:
            raise KeyError(fact_id)
        return self._fact(found[0])

    def facts_numbered(self, numbers: Iterable[int]) -> list[Fact]:
        """Return the facts of dense numbers."""
        return [self._facts.get(n) or self._fact(self.rows(f"{FACT} WHERE n = ?", n)[0]) for n in numbers]

    def _fact(self, row: tuple[Any, ...]) -> Fact:
        if row[0] not in self._facts:
            make_room(self._facts)
            self._facts[row[0]] = self._read(row)
        return self._facts[row[0]]

    def _read(self, row: tuple[Any, ...]) -> Fact:
        (
            n,
            fact_id,
            subject,
            name,
            value,
            entity,
            qualifiers,
            witnesses,
            difference,
            left_out,
            why,
            note,
            film,
        ) = row
        return Fact(
            id=fact_id,
            subject=self.numbered(subject),
            property=name,
            value=value,
            entity=self.numbered(entity) if entity is not None else None,
            qualifiers=msgspec.json.decode(qualifiers),
            attestations=self._attestations(n),
            witnesses=witnesses,
            difference=difference,
            left_out=bool(left_out),
            disputed_with=self._rivals(n) if difference in ("dispute", "measure", "same") else (),
            why=why,
            film=film,
            note=note,
        )

    def _attestations(self, fact: int) -> tuple[Attestation, ...]:
        said = self.rows("SELECT source, written FROM attestation WHERE fact = ? ORDER BY seq", fact)
        return tuple(
            Attestation(self.source(source), tuple(msgspec.json.decode(written))) for source, written in said
        )

    def _rivals(self, fact: int) -> tuple[str, ...]:
        rivals = self.rows(
            "SELECT fact.id FROM rival JOIN fact ON fact.n = other WHERE rival.fact = ? ORDER BY other", fact
        )
        return tuple(rival for (rival,) in rivals)

    def properties(self, subject: str) -> list[str]:
        """Return the properties that something is known of, for this subject."""
        n = self.number(subject)
        found = self.rows(
            "SELECT property, min(n) FROM fact WHERE subject = ? GROUP BY property ORDER BY 2", n
        )
        return [name for name, _ in found]

    def closed_by(self, subject: str, property: str, role: str | None = None) -> tuple[str, ...] | None:  # noqa: A002
        """Return the ids of the passages by which a list is whole, or None where it is open."""
        number = self.number(role) if role else 0
        found = self.rows(
            "SELECT sources FROM closed WHERE subject = ? AND property = ? AND role = ?",
            self.number(subject),
            property,
            number,
        )
        return tuple(msgspec.json.decode(found[0][0])) if found else None

    def is_opened(self, subject: str, property: str) -> bool:  # noqa: A002
        """Return whether an import has another value of a property with one value that was left out."""
        found = self.rows(
            "SELECT 1 FROM opened WHERE subject = ? AND property = ?", self.number(subject), property
        )
        return bool(found)

    def is_closed(self, subject: str, property: str, role: str | None = None) -> bool:  # noqa: A002
        """Return whether a list is whole, so that what is not in it is provably wrong."""
        return self.closed_by(subject, property, role) is not None

    def story(self, film: str) -> dict[str, list[Entity]]:
        """Return the events of a film as each passage tells them, by the passage's key."""
        told: dict[str, list[Entity]] = {}
        for source, event in self.rows(
            "SELECT source, event FROM told WHERE film = ? ORDER BY source, seq", film
        ):
            told.setdefault(source, []).append(self.numbered(event))
        return told

    def inverted(self, film: str) -> set[frozenset[str]]:
        """Return the pairs of a film's events, by id, that some passages tell in opposite orders."""
        found = self.rows("SELECT one, other FROM inverted WHERE film = ?", film)
        return {frozenset((self.numbered(one).id, self.numbered(other).id)) for one, other in found}


def refuse_parts(connection: sqlite3.Connection, path: Path) -> None:
    """Raise sqlite3.DatabaseError where a file is shorter than it says, or has a table that cannot be read."""
    pages, length = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
    )
    if path.stat().st_size != pages * length:
        raise sqlite3.DatabaseError("a part of it is missing")
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone()  # noqa: S608

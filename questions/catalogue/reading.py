"""Reading a compiled catalogue: straight through sqlite3 in the calling thread, every answer in microseconds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from questions.catalogue.entity_draft import PERSON_LIKE
from questions.catalogue.model import Attestation, Entity, Fact, Source
from questions.catalogue.schema import VERSION
from questions.kana import katakana
from questions.wording import words_for

ENTITY = "SELECT id, type, name, film, year, kind, form, own, unnamed, fictional, popularity FROM entity"
FACT = (
    "SELECT n, id, subject, property, value, entity, qualifiers, witnesses, difference, left_out, why, note, film "
    "FROM fact"
)


ENGLISH = "en"
PHRASES = ("event",)
"""Types whose names are phrases of the film files, which are translated."""

REMEMBERED = 20_000
"""Facts, entities and passages kept in memory, 2 kB each at most; those of one film are asked for many times over."""


class CatalogueError(Exception):
    """A file that is no catalogue of this version; the message says what to do."""


def make_room(remembered: dict[Any, Any]) -> None:
    """Empty what is remembered where it has grown to its most."""
    if len(remembered) >= REMEMBERED:
        remembered.clear()


class Catalogue:
    """A compiled catalogue, read-only. Open it with `Catalogue.open`; it may be shared by everything in one thread."""

    def __init__(self, connection: sqlite3.Connection, language: str = ENGLISH) -> None:
        self.connection = connection
        self.language = language
        self._spoken: dict[str, Catalogue] = {}
        self._entities: dict[int, Entity] = {}
        self._sources: dict[int, Source] = {}
        self._numbers: dict[str, int] = {}
        self._named_here: dict[str, bool] = {}
        self._facts: dict[int, Fact] = {}
        self._forms: list[tuple[str, int, str]] = []

    @classmethod
    def open(cls, path: Path) -> Catalogue:
        """Return the catalogue in a file; raises CatalogueError where the file is none."""
        address = f"file:{quote(str(path))}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(address, uri=True, cached_statements=256, check_same_thread=False)
            connection.execute("PRAGMA query_only=1")
            connection.execute("PRAGMA cache_size=-16000")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
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

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self.connection.execute(statement, values).fetchall()

    def number(self, entity_id: str) -> int:
        """Return an entity's dense number; raises KeyError where there is no such entity."""
        if entity_id not in self._numbers:
            make_room(self._numbers)
            found = self.rows("SELECT n FROM entity WHERE id = ?", entity_id)
            if not found:
                raise KeyError(entity_id)
            self._numbers[entity_id] = found[0][0]
        return self._numbers[entity_id]

    def has(self, entity_id: str) -> bool:
        """Return whether there is an entity of this id."""
        return bool(self.rows("SELECT 1 FROM entity WHERE id = ?", entity_id))

    def numbered(self, number: int) -> Entity:
        """Return the entity of a dense number."""
        if number not in self._entities:
            row = self.rows(f"{ENTITY} WHERE n = ?", number)[0]
            name = self._named(number, row[1], row[2])
            known = (*row[:2], name, *row[3:7], *map(bool, row[7:10]), row[10])
            make_room(self._entities)
            self._entities[number] = Entity(*known)
        return self._entities[number]

    def _named(self, number: int, kind: str, name: str) -> str:
        """Return what an entity is called in this catalogue's language."""
        if self.language == ENGLISH:
            return name
        if kind in PHRASES:
            return words_for(self.language).gettext(name)
        query = "SELECT text FROM name WHERE n = ? AND lang = ? ORDER BY seq LIMIT 1"
        found = self.rows(query, number, self.language)
        if found:
            return str(found[0][0])
        spoken = katakana(name) if self.language == "ja" and kind in PERSON_LIKE else None
        return spoken or name

    def has_name(self, entity: Entity) -> bool:
        """Return whether an entity has a name in this language: letters and sounds of another are no name."""
        if self.language == ENGLISH or entity.type in PHRASES:
            return True
        if entity.id not in self._named_here:
            self._named_here[entity.id] = bool(self.names(entity.id, self.language))
        return self._named_here[entity.id]

    def entity(self, entity_id: str) -> Entity:
        """Return an entity; raises KeyError where there is none of this id."""
        return self.numbered(self.number(entity_id))

    def entities(self, kind: str) -> list[Entity]:
        """Return all entities of a type, best known first."""
        found = self.rows("SELECT n FROM entity WHERE type = ? ORDER BY popularity DESC, id", kind)
        return [self.numbered(number) for (number,) in found]

    def films(self, scope: str | None = None) -> list[Entity]:
        """Return the films that have files of their own, best known first; `scope` is a film's or a series' id."""
        films = [film for film in self.entities("film") if film.own]
        if scope is None:
            return films
        members = {
            row[0] for row in self.rows("SELECT film FROM member WHERE series = ?", self.number(scope))
        }
        return [film for film in films if film.id == scope or self.number(film.id) in members]

    def series(self) -> list[Entity]:
        """Return the series that have films with files of their own, best known first."""
        members = {row[0] for row in self.rows("SELECT DISTINCT series FROM member")}
        return [series for series in self.entities("series") if self.number(series.id) in members]

    def names(self, entity_id: str, language: str | None = None) -> list[str]:
        """Return every spelling of an entity's name, its display name first; with a language, those in it alone."""
        found = self.rows("SELECT text, lang FROM name WHERE n = ? ORDER BY seq", self.number(entity_id))
        if language is not None:
            return [text for text, lang in found if lang == language]
        return list(dict.fromkeys((self.entity(entity_id).name, *(text for text, _ in found))))

    def forms(self) -> list[tuple[str, int, str]]:
        """Return every folded spelling with its entity's number and the spelling itself; read once."""
        if not self._forms:
            self._forms = self.rows(
                "SELECT form, alias.n, text FROM alias JOIN name ON name.n = alias.n AND name.seq = alias.seq"
            )
        return self._forms

    def within(self, inner: str, outer: str) -> bool:
        """Return whether an entity lies within another, at any depth."""
        pair = (self.number(inner), self.number(outer))
        return bool(self.rows("SELECT 1 FROM within WHERE n = ? AND outer = ?", *pair))

    def inside(self, outer: str) -> frozenset[str]:
        """Return the ids of an entity and of everything that lies within it."""
        found = self.rows(
            "SELECT id FROM within JOIN entity ON entity.n = within.n WHERE outer = ?", self.number(outer)
        )
        return frozenset((outer, *(inner for (inner,) in found)))

    def around(self, inner: str) -> frozenset[str]:
        """Return the ids of everything that an entity lies within."""
        found = self.rows(
            "SELECT id FROM within JOIN entity ON entity.n = outer WHERE within.n = ?", self.number(inner)
        )
        return frozenset(outer for (outer,) in found)

    def overlap(self, one: str, other: str) -> bool:
        """Return whether two entities are one, or one lies within the other."""
        return one == other or self.within(one, other) or self.within(other, one)

    def source(self, number: int) -> Source:
        """Return the passage of a dense number."""
        if number not in self._sources:
            row = self.rows(
                "SELECT id, key, what, family, licence, url, film FROM source WHERE n = ?", number
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

    def alike(self, entity_id: str, *, shown: bool = False) -> frozenset[str]:
        """Return the ids of the entities of its type that share a spelling with an entity; `shown`: its shown name."""
        found = self.rows(
            "SELECT id FROM alike JOIN entity ON entity.n = other WHERE alike.n = ? AND shown >= ?",
            self.number(entity_id),
            int(shown),
        )
        return frozenset(other for (other,) in found)

    def namesakes(self, forms: Iterable[str]) -> set[str]:
        """Return the ids of all entities that any of these folded forms finds."""
        found: set[str] = set()
        for form in forms:
            rows = self.rows(
                "SELECT entity.id FROM alias JOIN entity ON entity.n = alias.n WHERE alias.form = ?", form
            )
            found.update(row[0] for row in rows)
        return found

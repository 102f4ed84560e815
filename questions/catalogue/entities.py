"""Reading the entities of a compiled catalogue: their names in a language, and what they lie within."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import Any

from questions.catalogue.entity_draft import PERSON_LIKE
from questions.catalogue.model import Entity
from questions.kana import katakana
from questions.wording import words_for

ENTITY = (
    "SELECT id, type, name, film, year, kind, form, own, unnamed, fictional, popularity, pack FROM entity"
)
ENGLISH = "en"
PHRASES = ("event",)
"""Types whose names are phrases of the film files, which are translated."""

REMEMBERED = 6_000
"""Facts, entities and passages kept in memory, 2 kB each at most; those of one film are asked for many times over."""

FORGOTTEN = 32
"""The share of these that makes room for others."""


def make_room(remembered: dict[Any, Any]) -> None:
    """Forget the oldest of what is remembered where it has grown to its most: few at a time, so that nobody waits."""
    if len(remembered) >= REMEMBERED:
        for key in list(islice(remembered, REMEMBERED // FORGOTTEN)):
            del remembered[key]


class Entities:
    """Everything that a compiled catalogue knows by name, named in one language."""

    def __init__(self, connection: sqlite3.Connection, language: str = ENGLISH) -> None:
        self.connection = connection
        self.language = language
        self._entities: dict[int, Entity] = {}
        self._numbers: dict[str, int] = {}
        self._named_here: dict[str, bool] = {}
        self._forms: list[tuple[str, int, str]] = []

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
            known = (*row[:2], name, *row[3:7], *map(bool, row[7:10]), *row[10:])
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

    def by_name_alone(self, entity: Entity) -> bool:
        """Return whether only imports know somebody, by a name and no id, so that two of one name may be taken for one."""
        if entity.pack is None:
            return False
        return bool(self.rows("SELECT 1 FROM entity WHERE id = ? AND ids = '{}'", entity.id))

    def entity(self, entity_id: str) -> Entity:
        """Return an entity; raises KeyError where there is none of this id."""
        return self.numbered(self.number(entity_id))

    def entities(self, kind: str, most: int = -1) -> list[Entity]:
        """Return all entities of a type, best known first, or with `most` so many of them."""
        query = "SELECT n FROM entity WHERE type = ? ORDER BY popularity DESC, id LIMIT ?"
        found = self.rows(query, kind, most)
        return [self.numbered(number) for (number,) in found]

    def films(self, scope: str | None = None, most: int = -1) -> list[Entity]:
        """Return the films that have files of their own, best known first; `scope` is a film's or a series' id.

        With `most` they are so many at most.
        """
        number = None if scope is None else self.number(scope)
        within = "WHERE n = ?1 OR n IN (SELECT film FROM member WHERE series = ?1)" if number else ""
        found = self.rows(
            f"SELECT n FROM seat {within} ORDER BY n LIMIT ?2",  # noqa: S608 (films are numbered by fame)
            number,
            most,
        )
        return [self.numbered(n) for (n,) in found]

    def series(self) -> list[Entity]:
        """Return the series that have films with files of their own, best known first."""
        found = self.rows(
            "SELECT n FROM entity WHERE type = 'series' AND n IN (SELECT series FROM member) "
            "ORDER BY popularity DESC, id"
        )
        return [self.numbered(n) for (n,) in found]

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
            "SELECT id FROM within CROSS JOIN entity ON entity.n = within.n WHERE outer = ?",
            self.number(outer),
        )
        return frozenset((outer, *(inner for (inner,) in found)))

    def around(self, inner: str) -> frozenset[str]:
        """Return the ids of everything that an entity lies within."""
        found = self.rows(
            "SELECT id FROM within CROSS JOIN entity ON entity.n = outer WHERE within.n = ?",
            self.number(inner),
        )
        return frozenset(outer for (outer,) in found)

    def overlap(self, one: str, other: str) -> bool:
        """Return whether two entities are one, or one lies within the other."""
        return one == other or self.within(one, other) or self.within(other, one)

    def alike(self, entity_id: str, *, shown: bool = False) -> frozenset[str]:
        """Return the ids of the entities of its type that share a spelling with an entity; `shown`: its shown name."""
        found = self.rows(
            "SELECT id FROM alike CROSS JOIN entity ON entity.n = other WHERE alike.n = ? AND shown >= ?",
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

"""How the table of an entity is read: what it is called, what it lies within, and the statements about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from questions.fault import Faults, suggestion
from questions.properties import properties_of
from questions.property import ENTITY_TYPES
from questions.record import EntityRecord, StatementRecord
from questions.statement import StatementReader
from questions.values import READERS, WrongValue

TABLES = {
    {"person": "people", "company": "companies", "series": "series"}.get(kind, f"{kind}s"): kind
    for kind in ENTITY_TYPES
}
"""The table's name in a film file and the file's name in names/, by what it holds: `people`, `places`, …"""

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KINDS = (
    "city",
    "region",
    "country",
    "island",
    "water",
    "mountain",
    "landscape",
    "building",
    "facility",
    "institution",
    "transport",
    "vehicle",
    "celestial",
)
WITHIN = ("place", "group", "monster")
REGISTERS = ("wikidata", "imdb", "wikipedia")
OWN_KEYS = ("names", "spellings", "unnamed", "apart", "kind", "fictional", "within", "ids", "same", "whole")


class EntityReader:
    """Reads the entity tables of one file, noting every fault."""

    def __init__(self, statements: StatementReader, faults: Faults) -> None:
        self.statements = statements
        self.faults = faults

    def read(self, raw: object, kind: str, key: str, path: str) -> EntityRecord | None:
        """Return the entity of one table, or None where it is no table at all."""
        if not isinstance(raw, dict):
            self.faults.add(path, f"expected a table, not {raw!r}")
            return None
        if not KEY.fullmatch(key):
            self.faults.add(path, "write the key in small letters, digits and hyphens, like ayako-fujitani")
        plain_name = raw.get("name") if isinstance(raw.get("name"), str) else None
        plain, sourced = self.names(raw, kind, path)
        return EntityRecord(
            path=path,
            type=kind,
            key=key,
            name=plain_name,
            names=self.texts(plain, "names", path),
            spellings=self.listed(raw, "spellings", path),
            unnamed=self.flag(raw, "unnamed", path),
            fictional=self.flag(raw, "fictional", path),
            apart=self.listed(raw, "apart", path),
            kind=self.one_of(raw, "kind", KINDS, path) if kind == "place" else None,
            within=self.within(raw, kind, path),
            ids=self.ids(raw, path),
            statements=(*self.facts(raw, kind, path), *sourced),
            same=self.texts(raw, "same", path, kind),
            whole=self.whole(raw, kind, path),
        )

    def facts(self, raw: Mapping[str, object], kind: str, path: str) -> tuple[StatementRecord, ...]:
        """Return the good statements of a table; keys that are no property of this type are faults."""
        known = properties_of(kind)
        found: list[StatementRecord] = []
        for key, value in raw.items():
            if key in known and not (isinstance(value, str) and key in ("name", "what")):
                found.extend(self.statements.read_all(value, known[key], f"{path}.{key}"))
            elif key not in known and key not in OWN_KEYS and key != "name":
                words = suggestion(key, (*known, *OWN_KEYS))
                self.faults.add(path, f"a {kind} has no property {key!r}.{words}")
        return tuple(found)

    def names(
        self, raw: Mapping[str, object], kind: str, path: str
    ) -> tuple[dict[str, object], tuple[StatementRecord, ...]]:
        """Return the names that are plain texts, and the statements that names with a source come to."""
        table = raw.get("names", {})
        if not isinstance(table, dict) or kind == "film":
            return dict(raw), ()
        sourced = {lang: value for lang, value in table.items() if isinstance(value, dict)}
        plain = {lang: value for lang, value in table.items() if lang not in sourced}
        prop = properties_of(kind)["name"]
        read = [
            statement
            for lang, value in sourced.items()
            for statement in self.statements.read({**value, "lang": lang}, prop, f"{path}.names.{lang}")
        ]
        return {**raw, "names": plain}, tuple(read)

    def texts(
        self, raw: Mapping[str, object], key: str, path: str, kind: str | None = None
    ) -> dict[str, str]:
        """Return a small table of texts; with a kind, its keys must be properties of that kind."""
        table = raw.get(key, {})
        if not isinstance(table, dict):
            self.faults.add(f"{path}.{key}", "expected a table such as { … = '…' }")
            return {}
        for name, value in table.items():
            if not isinstance(value, str) or not value.strip():
                self.faults.add(f"{path}.{key}.{name}", "expected a text in quotes")
            if kind and name not in properties_of(kind):
                self.faults.add(
                    f"{path}.{key}", f"{name!r} is no property.{suggestion(name, properties_of(kind))}"
                )
        return {name: value for name, value in table.items() if isinstance(value, str)}

    def whole(self, raw: Mapping[str, object], kind: str, path: str) -> dict[str, tuple[str, ...]]:
        """Return for which properties which passages give the list whole."""
        table = raw.get("whole", {})
        if not isinstance(table, dict):
            self.faults.add(
                f"{path}.whole", "expected { property = 'key of the source that gives the list whole' }"
            )
            return {}
        for name in table:
            if name not in properties_of(kind):
                self.faults.add(
                    f"{path}.whole", f"{name!r} is no property.{suggestion(name, properties_of(kind))}"
                )
        return {
            name: self.statements.passages(value, f"{path}.whole.{name}") for name, value in table.items()
        }

    def listed(self, raw: Mapping[str, object], key: str, path: str) -> tuple[str, ...]:
        """Return a list of texts: other spellings of the name, or the keys of namesakes."""
        listed = raw.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(item, str) and item.strip() for item in listed):
            self.faults.add(f"{path}.{key}", "expected a list of texts")
            return ()
        return tuple(listed)

    def flag(self, raw: Mapping[str, object], key: str, path: str) -> bool:
        """Return whether something is so: that a name is a mere description, that a place is made up."""
        value = raw.get(key, False)
        if not isinstance(value, bool):
            self.faults.add(f"{path}.{key}", "expected true or false")
        return value is True

    def one_of(self, raw: Mapping[str, object], key: str, words: tuple[str, ...], path: str) -> str | None:
        """Return one of the allowed words, or None where none is given."""
        value = raw.get(key)
        if value is not None and value not in words:
            self.faults.add(f"{path}.{key}", f"{value!r} is not known here.{suggestion(str(value), words)}")
            return None
        return value if isinstance(value, str) else None

    def within(self, raw: Mapping[str, object], kind: str, path: str) -> str | None:
        """Return the key or name of what the entity lies within; only places, groups and monsters lie in one another."""
        value = raw.get("within")
        if value is not None and kind not in WITHIN:
            self.faults.add(
                f"{path}.within", f"a {kind} lies within nothing; only places, groups and monsters do"
            )
            return None
        if value is not None and not isinstance(value, str):
            self.faults.add(f"{path}.within", "expected a key or a name in quotes")
            return None
        return value

    def ids(self, raw: Mapping[str, object], path: str) -> dict[str, str]:
        """Return the entity's ids in other registers."""
        table = self.texts(raw, "ids", path)
        for register in table:
            if register not in REGISTERS:
                words = suggestion(register, REGISTERS)
                self.faults.add(f"{path}.ids", f"{register!r} is no register known here.{words}")
        return table


def plain_text(raw: object, path: str, faults: Faults) -> str | None:
    """Return a text, or None with a fault noted."""
    try:
        return str(READERS["text"](raw))
    except WrongValue as error:
        faults.add(path, str(error))
        return None

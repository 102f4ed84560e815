"""How one statement of a film file is read, on its own, so that every fault in the file is told at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from questions.fault import Faults, suggestion
from questions.property import Property
from questions.record import Plain, StatementRecord
from questions.values import READERS, WrongValue

WORDS = ("doubt", "measure", "note")
OWN_KEYS = ("is", "by", "written", *WORDS)
"""Keys that every statement may have besides its property's qualifiers."""


class StatementReader:
    """Reads the statements of one file against its passages, noting every fault."""

    def __init__(self, sources: Collection[str], faults: Faults) -> None:
        self.sources = sources
        self.faults = faults

    def read_all(self, raw: object, prop: Property, path: str) -> Iterator[StatementRecord]:
        """Yield the good statements of a property: a list of them, or a single one."""
        items = raw if isinstance(raw, list) else [raw]
        if not items:
            self.faults.add(path, "is empty: take it out, or write { is = …, by = … }")
        seen: dict[tuple[object, ...], set[str]] = {}
        for number, item in enumerate(items):
            at = f"{path}[{number}]"
            if not isinstance(item, dict):
                self.faults.add(at, f"expected {{ is = …, by = … }}, not {item!r}")
                continue
            for statement in self.read(item, prop, at):
                given = sorted((name, str(value)) for name, value in statement.qualifiers.items())
                said_by = seen.setdefault((statement.value, *given), set())
                for twice in sorted(said_by & set(statement.by)):
                    self.faults.add(at, f"{twice!r} has said this already, above: say it once")
                said_by.update(statement.by)
                yield statement

    def read(self, raw: Mapping[str, object], prop: Property, path: str) -> Iterator[StatementRecord]:
        """Yield the statement if nothing is wrong with it."""
        before = len(self.faults.found)
        value = self.value(raw, prop, path)
        qualifiers = self.qualifiers(raw, prop, path)
        by = self.passages(raw.get("by"), f"{path}.by")
        written = self.written(raw.get("written", {}), by, f"{path}.written")
        words = {key: self.word(raw, key, path) for key in WORDS if key not in prop.qualifiers}
        if len(self.faults.found) == before and value is not None:
            yield StatementRecord(
                path=path,
                property=prop.name,
                value=value,
                qualifiers=qualifiers,
                by=by,
                written=written,
                doubt=words.get("doubt"),
                measure=words.get("measure"),
                note=words.get("note"),
            )

    def value(self, raw: Mapping[str, object], prop: Property, path: str) -> Plain | None:
        """Return the value in its stored form, or None with a fault noted."""
        if "is" not in raw:
            self.faults.add(path, f"says nothing: write is = … (the {prop.label})")
            return None
        return self.typed(raw["is"], prop.types[0], f"{path}.is")

    def typed(self, value: object, kind: str, path: str) -> Plain | None:
        """Return a value read as its type, or None with a fault noted."""
        try:
            return READERS[kind](value)
        except WrongValue as error:
            self.faults.add(path, str(error))
            return None

    def qualifiers(self, raw: Mapping[str, object], prop: Property, path: str) -> dict[str, Plain]:
        """Return the qualifiers in their stored form; unknown and missing ones are faults."""
        read: dict[str, Plain] = {}
        for key, value in raw.items():
            if key in prop.qualifiers:
                typed = self.typed(value, prop.qualifiers[key], f"{path}.{key}")
                if typed is not None:
                    read[key] = typed
            elif key not in OWN_KEYS:
                known = (*prop.qualifiers, *OWN_KEYS)
                self.faults.add(path, f"{prop.name} has no {key!r}.{suggestion(key, known)}")
        if prop.one_per and "as" in prop.one_per and "as" not in raw:
            self.faults.add(path, f"say as whom: {prop.name} needs as = …")
        if prop.types[0] == "money" and "in" not in raw:
            self.faults.add(path, "say the currency: in = 'JPY'")
        return read

    def passages(self, raw: object, path: str) -> tuple[str, ...]:
        """Return the keys of the passages that say so, each once."""
        keys = [raw] if isinstance(raw, str) else raw
        if not isinstance(keys, list) or not keys:
            self.faults.add(path, "say who says so: by = 'key of a source', or a list of keys")
            return ()
        for key in keys:
            if key not in self.sources:
                known = suggestion(str(key), self.sources)
                self.faults.add(path, f"{key!r} is not in [sources].{known}")
        if len(set(map(str, keys))) < len(keys):
            self.faults.add(path, "names a source twice")
        return tuple(str(key) for key in keys)

    def written(self, raw: object, by: Collection[str], path: str) -> dict[str, tuple[str, ...]]:
        """Return how passages spell the value, for those that spell it another way."""
        if not isinstance(raw, dict):
            self.faults.add(path, "expected { source = 'as it is spelled there' }")
            return {}
        spelled: dict[str, tuple[str, ...]] = {}
        for key, forms in raw.items():
            listed = forms if isinstance(forms, list) else [forms]
            if key not in by:
                self.faults.add(f"{path}.{key}", f"{key!r} is not among this statement's sources (by)")
            elif all(isinstance(form, str) and form.strip() for form in listed) and listed:
                spelled[key] = tuple(listed)
            else:
                self.faults.add(f"{path}.{key}", "expected a text in quotes, or a list of them")
        return spelled

    def word(self, raw: Mapping[str, object], key: str, path: str) -> str | None:
        """Return a statement's own word (doubt, measure, note), which must be a reason in words."""
        value = raw.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.faults.add(f"{path}.{key}", "say why, in words")
            return None
        return value

"""From records to entities: every name or key in the files becomes one entity, or a fault that names both candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from questions.catalogue.entity_draft import Draft, name_key
from questions.catalogue.namesakes import namesakes
from questions.entity_table import KEY
from questions.fault import Fault, FilmFileError, suggestion
from questions.fold import same_script, slug
from questions.properties import PROPERTIES
from questions.property import ENTITY_TYPES, Property
from questions.record import EntityRecord, FilmRecord, Plain, StatementRecord

LOCAL_TYPES = ("character", "event", "release")
"""Types whose entities belong to the film that names them, unless names/ has them."""

MANY = 40
"""So many known keys are too many to list in a fault."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement whose subject and entity values are resolved; `entity` is the value's id where it is one."""

    subject: str
    prop: Property
    value: Plain
    entity: str | None
    qualifiers: Mapping[str, Plain]
    film: str
    record: StatementRecord


class Resolver:
    """Gives every name its entity; `drafts` are all entities by id, `faults` what could not be resolved."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}
        self.faults: list[Fault] = []
        self.apart: dict[str, set[str]] = defaultdict(set)
        self._in_names: set[str] = set()
        self._keys: dict[tuple[str | None, str, str], str] = {}
        self._names: dict[tuple[str | None, str, str], set[str]] = defaultdict(set)

    def add(self, record: EntityRecord, film: FilmRecord | None, file: str) -> Draft:
        """Return the entity of a table, made anew or, where names/ or another film has it, joined."""
        shared = self._keys.get((None, record.type, record.key))
        if shared is None and not any(spelled(record)):
            self.faults.append(Fault(file, record.path, "has no name: write name = '…'"))
        local = film is not None and shared is None and (record.type in LOCAL_TYPES or record.unnamed)
        owner = film.id if film is not None and local else None
        entity_id = self._id(record, owner)
        draft = self.drafts.get(entity_id)
        if draft is None:
            draft = Draft(entity_id, record.type, display_name(record), owner, record.key)
            self.drafts[entity_id] = draft
        elif draft.type != record.type:
            self.faults.append(
                Fault(
                    file,
                    record.path,
                    f"{record.key!r} is already the key of a {draft.type}: give it another key",
                )
            )
        elif film is not None and draft.id not in self._in_names:
            self.refuse_namesake_key(draft, record, file)
        if film is None:
            self._in_names.add(draft.id)
        draft.unnamed = draft.unnamed or record.unnamed
        draft.fictional = draft.fictional or record.fictional
        self.apart[draft.id].update(f"{record.type}/{key}" for key in record.apart)
        draft.kind = record.kind or draft.kind
        draft.within = record.within or draft.within
        draft.ids.update(record.ids)
        self._keys[(owner, record.type, record.key)] = entity_id
        for text, lang in spelled(record):
            self.call(draft, text, lang)
        return draft

    def refuse_namesake_key(self, draft: Draft, record: EntityRecord, file: str) -> None:
        """Note a fault where two films use one key for entities that no name has in common."""
        names = {name_key(record.type, text) for text, _ in spelled(record)}
        known = {name_key(draft.type, text) for text in draft.names}
        if names and known and not names & known:
            self.faults.append(
                Fault(
                    file,
                    record.path,
                    f"{record.key!r} is already the key of {draft.name!r} in another film: give it another key, "
                    f"or one table in names/ with both spellings",
                )
            )

    def _id(self, record: EntityRecord, owner: str | None) -> str:
        """Return the id a table's entity has: a film's is its key, a film's own things stand under it."""
        if record.type == "film":
            return record.key
        return f"{owner}/{record.key}" if owner else f"{record.type}/{record.key}"

    def call(self, draft: Draft, name: str, lang: str = "") -> None:
        """Note a name of an entity, so that the name finds it."""
        draft.names.setdefault(name, lang)
        self._names[(draft.film, draft.type, name_key(draft.type, name))].add(draft.id)

    def bearers(self, kind: str, text: str) -> list[str]:
        """Return the ids of the entities of a type that bear a name and belong to no film alone."""
        return sorted(self._names[(None, kind, name_key(kind, text))])

    def find(self, text: str, types: Iterable[str], film: str | None, at: Fault) -> str | None:
        """Return the id of the entity a value means, making one of the first type where there is none."""
        kinds = tuple(kind for kind in types if kind in ENTITY_TYPES)
        for owner in (film, None):
            for kind in kinds:
                if (owner, kind, text) in self._keys:
                    return self._keys[(owner, kind, text)]
        for owner in (film, None):
            found = sorted({i for kind in kinds for i in self._names[(owner, kind, name_key(kind, text))]})
            if len(found) > 1:
                self.faults.append(
                    Fault(
                        at.file,
                        at.path,
                        f"{text!r} may be {' or '.join(found)}: write the key of the one you mean",
                    )
                )
                return None
            if found:
                return found[0]
        if KEY.fullmatch(text):
            keys = {key for owner, kind, key in self._keys if owner in (film, None) and kind in kinds}
            hint = suggestion(text, keys) if len(keys) < MANY else ""
            self.faults.append(
                Fault(
                    at.file,
                    at.path,
                    f"{text!r} is the key of nothing: make its table, or write a name as people do.{hint}",
                )
            )
            return None
        return self.make(text, kinds[0], film).id

    def make(self, name: str, kind: str, film: str | None) -> Draft:
        """Return a new entity that is known by a bare name alone."""
        owner = film if kind in LOCAL_TYPES else None
        key = slug(name)
        base = key if kind == "film" else f"{owner or kind}/{key}"
        entity_id = base
        if entity_id in self.drafts:  # the key is taken by an entity of another name
            entity_id = f"{base}-{sha256(name.encode()).hexdigest()[:8]}"
        draft = Draft(entity_id, kind, name, owner, key)
        self.drafts[entity_id] = draft
        self.call(draft, name)
        return draft

    def within(self, files: Mapping[str, str]) -> None:
        """Turn what each entity lies within from a key or name into an id."""
        for draft in list(self.drafts.values()):
            if draft.within:
                at = Fault(files.get(draft.id, ""), f"{draft.key}.within", "")
                draft.within = self.find(draft.within, (draft.type,), draft.film, at)


def display_name(record: EntityRecord) -> str:
    """Return the name an entity is shown by: its plain name, else the first one stated, else its key in words."""
    if record.name:
        return record.name
    for wanted in ("title", "name", "what"):
        for statement in record.statements:
            if statement.property == wanted and statement.qualifiers.get("lang", "en") == "en":
                return str(statement.value)
    return record.key.replace("-", " ")


def spelled(record: EntityRecord) -> Iterable[tuple[str, str]]:
    """Yield every spelling of an entity's own name with its language ("" where none is said)."""
    if record.name:
        yield record.name, "en"
    for lang, name in record.names.items():
        yield name, lang
    for name in record.spellings:
        yield name, ""
    for statement in record.statements:
        if PROPERTIES[statement.property].types[0] != "name":
            continue
        lang = str(statement.qualifiers.get("lang", ""))
        yield str(statement.value), lang
        for forms in statement.written.values():
            yield from ((form, lang) for form in forms)
        yield from (
            (str(statement.qualifiers[key]), "")
            for key in ("reading", "literal")
            if key in statement.qualifiers
        )
    if record.type == "event":
        yield from ((str(item.value), "en") for item in record.statements if item.property == "what")


def resolve(
    films: list[FilmRecord], shared: list[EntityRecord]
) -> tuple[Resolver, list[Statement], list[tuple[str, FilmRecord, EntityRecord]]]:
    """Return the resolver with all entities, all statements resolved, and each table with its entity's id.

    Raises FilmFileError where a name may mean two entities.
    """
    resolver = Resolver()
    files: dict[str, str] = {}
    for record in shared:
        files[resolver.add(record, None, f"names/{record.type}").id] = f"names/{record.type}"
    tables: list[tuple[str, FilmRecord, EntityRecord]] = []
    for film in films:
        draft = resolver.add(film.film, film, film.file)
        draft.own, draft.form = True, film.form
        tables.append((draft.id, film, film.film))
    for film in films:
        for record in film.entities:
            draft = resolver.add(record, film, film.file)
            files.setdefault(draft.id, film.file)
            tables.append((draft.id, film, record))
    resolver.within(files)
    statements = [
        statement
        for subject, film, record in tables
        for item in record.statements
        if (statement := resolve_statement(resolver, subject, film, item)) is not None
    ]
    learn_spellings(resolver, statements)
    resolver.faults.extend(namesakes(resolver.drafts, resolver.apart))
    if resolver.faults:
        raise FilmFileError(resolver.faults)
    return resolver, statements, tables


def resolve_statement(
    resolver: Resolver, subject: str, film: FilmRecord, record: StatementRecord
) -> Statement | None:
    """Return a statement with the entities its value and qualifiers mean, or None with the fault noted."""
    prop = PROPERTIES[record.property]
    entity = None
    if prop.holds_entities:
        entity = resolver.find(
            str(record.value), prop.types, film.id, Fault(film.file, f"{record.path}.is", "")
        )
        if entity is None:
            return None
    qualifiers: dict[str, Plain] = {}
    for name, value in record.qualifiers.items():
        kind = prop.qualifiers[name]
        if kind in ENTITY_TYPES:
            kinds = ("character", "monster") if kind == "character" else (kind,)
            found = resolver.find(str(value), kinds, film.id, Fault(film.file, f"{record.path}.{name}", ""))
            if found is None:
                return None
            qualifiers[name] = found
        else:
            qualifiers[name] = value
    return Statement(subject, prop, record.value, entity, qualifiers, film.id, record)


def learn_spellings(resolver: Resolver, statements: list[Statement]) -> None:
    """Note how passages spell the entities they name, so that those spellings find them too.

    A spelling in Japanese writing is the entity's name in that language where it has none.
    """
    for statement in statements:
        if statement.entity is None:
            continue
        draft = resolver.drafts[statement.entity]
        for form in chain.from_iterable(statement.record.written.values()):
            resolver.call(draft, form, "" if same_script(form, draft.name) else "ja")

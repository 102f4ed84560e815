"""Statements of imports: every value finds the entity it means, or is left out and counted; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from questions.catalogue.closure import EVERY_ROLE, Missing
from questions.catalogue.entity_draft import Draft
from questions.catalogue.facts import Passage
from questions.catalogue.known import Known
from questions.catalogue.resolve import LOCAL_TYPES, Statement
from questions.fold import slug
from questions.imports.report import Report
from questions.properties import PROPERTIES
from questions.property import ENTITY_TYPES
from questions.record import EntityRecord, FilmRecord, Plain, SourceRecord, StatementRecord

SEVERAL = "a name that several share, and no id to tell which is meant"
NOWHERE = "a value whose name the data do not give"
ITSELF = "a film that is said to follow itself"
ONE_NAME = 1


class Joiner:
    """Joins the records of imports to what is known; `pack` is the name of the import that is read.

    `missing` grows by every member of a list that the import has and that is left out.
    """

    def __init__(self, known: Known, report: Report, pack: str, missing: list[Missing] | None = None) -> None:
        self.known = known
        self.report = report
        self.pack = pack
        self.missing = [] if missing is None else missing

    def introduce(self, record: FilmRecord) -> None:
        """Make everybody known whom a record gives with an id, so that a bare name elsewhere is not taken for one of two."""
        entities = {entity.key: entity for entity in record.entities}
        for entity in record.entities:
            if entity.type not in (*LOCAL_TYPES, "film"):
                self.entity(entity.key, (entity.type,), "", entities)

    def statements(self, film: str, record: FilmRecord) -> list[Statement]:
        """Return a record's statements about a film that is known, with the entities they mean."""
        entities = {entity.key: entity for entity in record.entities}
        draft = self.known.drafts[film]
        self.known.learn(draft, titles(record), record.film.ids, record.film.renown)
        self.missing.extend(
            Missing(film, name, self.role(role, film, entities) if role else "")
            for name, role in record.film.lacking
        )
        found = (self.statement(film, said, entities) for said in record.film.statements)
        return [statement for statement in found if statement is not None]

    def statement(
        self, film: str, said: StatementRecord, entities: Mapping[str, EntityRecord]
    ) -> Statement | None:
        """Return a statement with the entities that its value and qualifiers mean, or None, counted."""
        prop = PROPERTIES[said.property]
        entity = None
        if prop.holds_entities:
            kinds = tuple(kind for kind in prop.types if kind in ENTITY_TYPES)
            entity = self.entity(str(said.value), kinds, film, entities)
            if entity is None:
                self.miss(film, said, kinds, entities)
                return None
            if entity.id == film:
                self.report.leave_out(ITSELF, film)
                return None
            shown = entities[str(said.value)].name if str(said.value) in entities else said.value
            said = replace(said, value=shown or entity.name)
        qualifiers = self.qualifiers(film, said, entities)
        if qualifiers is None:
            return None
        said = replace(said, by=tuple(passage(self.pack, key) for key in said.by))
        return Statement(film, prop, said.value, entity.id if entity else None, qualifiers, film, said)

    def qualifiers(
        self, film: str, said: StatementRecord, entities: Mapping[str, EntityRecord]
    ) -> dict[str, Plain] | None:
        """Return a statement's qualifiers with the ids of what they mean, or None where that cannot be told."""
        prop = PROPERTIES[said.property]
        found = dict(said.qualifiers)
        for name in [name for name in found if prop.qualifiers[name] in ENTITY_TYPES]:
            kind = prop.qualifiers[name]
            kinds = ("character", "monster") if kind == "character" else (kind,)
            role = self.entity(str(found[name]), kinds, film, entities)
            if role is None:
                self.missing += [Missing(film, prop.name, EVERY_ROLE)] if prop.lists else []
                return None
            found[name] = role.id
        return found

    def miss(
        self, film: str, said: StatementRecord, kinds: Sequence[str], entities: Mapping[str, EntityRecord]
    ) -> None:
        """Note that a list lacks a statement's value, and who that may be where several share the name."""
        record = entities.get(str(said.value))
        name = record.name if record is not None else str(said.value)
        bearers = (bearer for kind in kinds for bearer in self.known.named(kind, name or ""))
        role = str(said.qualifiers.get("as", ""))
        where = self.role(role, film, entities) if role else ""
        self.missing.append(Missing(film, said.property, where, frozenset(bearers)))

    def role(self, value: str, film: str, entities: Mapping[str, EntityRecord]) -> str:
        """Return the id that a role has or would have in a film; none is made, since nobody is said to play it."""
        record = entities.get(value)
        for register, there in record.ids.items() if record is not None else ():
            if met := self.known.identified(register, there):
                return met
        return f"{film}/{slug((record.name if record is not None else value) or value)}"

    def entity(
        self, value: str, kinds: Sequence[str], film: str, entities: Mapping[str, EntityRecord]
    ) -> Draft | None:
        """Return what a value means: the entity of a key or of a name, made anew where none is known; None, counted."""
        record = entities.get(value)
        if record is None:
            return self.called(value, kinds, film)
        for register, there in record.ids.items():
            if met := self.known.identified(register, there):
                return self.joined(self.known.drafts[met], record)
        if not record.name:
            self.report.leave_out(NOWHERE, value)
            return None
        kind = record.type if record.type in kinds else kinds[0]
        if kind in LOCAL_TYPES:
            return self.local(record.name, kind, film)
        alike = [
            draft
            for draft in (self.known.drafts[other] for other in self.known.named(kind, record.name))
            if all(draft.ids.get(register, there) == there for register, there in record.ids.items())
        ]
        if len(alike) == ONE_NAME and kind != "film":
            return self.joined(alike[0], record)
        if len(alike) > ONE_NAME:
            self.report.leave_out(SEVERAL, record.name)
            return None
        return self.joined(self.made(record.name, kind, record.key), record)

    def joined(self, draft: Draft, record: EntityRecord) -> Draft:
        """Return an entity that has learned what a record says of it."""
        names = {record.name: "en"} if record.name else {}
        names.update({text: lang for lang, text in record.names.items() if text})
        names.update(dict.fromkeys(record.spellings, ""))
        self.known.learn(draft, names, record.ids, record.renown)
        return draft

    def called(self, name: str, kinds: Sequence[str], film: str) -> Draft | None:
        """Return the entity of a bare name: the one that bears it, a new one, or None, counted, where it may be several."""
        if kinds[0] in LOCAL_TYPES:
            return self.local(name, kinds[0], film)
        found = [entity for kind in kinds for entity in self.known.named(kind, name)]
        if len(found) > ONE_NAME:
            self.report.leave_out(SEVERAL, name)
            return None
        return self.known.drafts[found[0]] if found else self.made(name, kinds[0], "")

    def local(self, name: str, kind: str, film: str) -> Draft:
        """Return what belongs to one film alone, by its name there."""
        entity_id = f"{film}/{slug(name)}"
        if entity_id in self.known.drafts:
            return self.known.drafts[entity_id]
        draft = Draft(entity_id, kind, name, film, slug(name), names={name: "en"}, pack=self.pack)
        self.known.add(draft)
        return draft

    def made(self, name: str, kind: str, key: str) -> Draft:
        """Return a new entity; where its id is taken, the key it has elsewhere tells it apart."""
        base = slug(name) if kind == "film" else f"{kind}/{slug(name)}"
        entity_id, further = base, 1
        while entity_id in self.known.drafts:
            entity_id = f"{base}-{slug(key) if key and further == 1 else further}"
            further += 1
        draft = Draft(
            entity_id, kind, name, None, entity_id.rsplit("/", 1)[-1], names={name: "en"}, pack=self.pack
        )
        self.known.add(draft)
        return draft


def passage(pack: str, key: str) -> str:
    """Return the key of an import's passage among all that are cited about a film."""
    return pack if key == pack else f"{pack}-{key}"


def titles(record: FilmRecord) -> dict[str, str]:
    """Return every title that a record gives its film, with its language."""
    found: dict[str, str] = {record.film.name: "en"} if record.film.name else {}
    found.update({text: lang for lang, text in record.film.names.items() if text})
    for said in record.film.statements:
        if PROPERTIES[said.property].types[0] == "name":
            found.setdefault(str(said.value), str(said.qualifiers.get("lang", "")))
    return found


def passages(film: str, said: Iterable[tuple[str, FilmRecord]]) -> dict[Passage, SourceRecord]:
    """Return the passages of imports as those of a film, each under a key that says which import it is of."""
    return {
        (film, passage(pack, key)): replace(source, key=passage(pack, key), pack=pack)
        for pack, record in said
        for key, source in record.sources.items()
    }

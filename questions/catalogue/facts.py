"""From statements to facts: statements of one thing become one fact with all who say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from questions.catalogue.entity_draft import Draft
from questions.catalogue.resolve import Statement
from questions.fold import slug, squash
from questions.property import Property
from questions.record import Plain

Passage = tuple[str, str]
"""A passage by film id and key."""


@dataclass(slots=True)
class FactDraft:
    """A fact while the catalogue is being compiled; `written` holds how each passage spells the value, `shown` its text."""

    id: str
    subject: str
    prop: Property
    value: Plain
    entity: str | None
    qualifiers: dict[str, Plain]
    film: str
    written: dict[Passage, tuple[str, ...]]
    shown: str = ""
    doubt: str | None = None
    measure: str | None = None
    note: str | None = None
    difference: str | None = None
    why: str | None = None
    rivals: set[str] = field(default_factory=set)
    witnesses: int = 0
    left_out: bool = False  # a passage that gives the list whole does not have it

    @property
    def role(self) -> str:
        """Return the id of the character or monster it is about, or nothing."""
        return str(self.qualifiers.get("as", ""))

    @property
    def group(self) -> tuple[Plain | None, ...]:
        """Return the values of the qualifiers under which the property has one value."""
        return tuple(self.qualifiers.get(name) for name in self.prop.one_per or ())

    @property
    def value_key(self) -> str:
        """Return the form in which two values are equal: the entity, or the squashed text."""
        return value_key(self.value, self.entity)


def value_key(value: Plain, entity: str | None) -> str:
    """Return the form in which two values are equal."""
    return entity or (squash(value) if isinstance(value, str) else str(value))


def last(entity_id: str) -> str:
    """Return the last part of an id, which names the entity among its own."""
    return entity_id.rsplit("/", 1)[-1]


def fact_id(statement: Statement) -> str:
    """Return an id made of what the statement says: subject, property, the qualifiers that tell it apart, value."""
    parts = [statement.subject, statement.prop.name]
    told_apart = statement.prop.one_per or (("as",) if "as" in statement.qualifiers else ())
    given = (statement.qualifiers[name] for name in told_apart if name in statement.qualifiers)
    parts.extend(last(slug_of(value)) for value in given)
    parts.append(last(statement.entity) if statement.entity else slug(str(statement.value)))
    return "/".join(parts)


def slug_of(value: Plain) -> str:
    """Return a qualifier's value as part of an id; entity ids are kept as they are."""
    text = str(value)
    return text if "/" in text else slug(text)


def merged(statements: Iterable[Statement], drafts: Mapping[str, Draft]) -> list[FactDraft]:
    """Return the facts that the statements come to, in the order they were first stated."""
    facts: dict[tuple[object, ...], FactDraft] = {}
    for statement in statements:
        prop = statement.prop
        told_apart = prop.one_per or ("as",)
        key = (
            statement.subject,
            prop.name,
            tuple(statement.qualifiers.get(name) for name in told_apart),
            value_key(statement.value, statement.entity),
        )
        fact = facts.get(key)
        if fact is None:
            fact = FactDraft(
                fact_id(statement),
                statement.subject,
                prop,
                statement.value,
                statement.entity,
                {},
                statement.film,
                {},
            )
            facts[key] = fact
        join(fact, statement, drafts)
    tell_apart(facts)
    return list(facts.values())


def tell_apart(facts: Mapping[tuple[object, ...], FactDraft]) -> None:
    """Give facts whose ids came out alike a hash of what they say, whichever stands first in the file."""
    alike: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for key, fact in facts.items():
        alike[fact.id].append(key)
    for keys in alike.values():
        for key in keys if len(keys) > 1 else ():
            facts[key].id += f"-{sha256(repr(key).encode()).hexdigest()[:8]}"


def join(fact: FactDraft, statement: Statement, drafts: Mapping[str, Draft]) -> None:
    """Add a statement's passages and words to the fact it states."""
    record = statement.record
    for name, value in statement.qualifiers.items():
        fact.qualifiers.setdefault(name, value)
    shown = drafts[statement.entity].name if statement.entity else str(statement.value)
    fact.shown = fact.shown or shown
    stated = (
        str(record.value) if statement.entity and spells(record.value, drafts[statement.entity]) else shown
    )
    for key in record.by:
        spelled = record.written.get(key) or (stated,)
        passage = (statement.film, key)
        fact.written[passage] = tuple(dict.fromkeys((*fact.written.get(passage, ()), *spelled)))
    fact.doubt = fact.doubt or record.doubt
    fact.measure = fact.measure or record.measure
    fact.note = fact.note or record.note


def spells(value: Plain, draft: Draft) -> bool:
    """Return whether a value is a spelling of the entity's name rather than its key."""
    return isinstance(value, str) and value != draft.key

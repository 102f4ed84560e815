"""Which lists are whole, so that what is not in them is provably wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from questions.catalogue.differences import WholeLists, whole_lists
from questions.catalogue.facts import FactDraft, Passage
from questions.property import Closes

UNSETTLED = ("dispute", "doubt")
EVERY_ROLE = "*"
"""In place of a role: somebody is missing whose role nobody can tell."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A list that is whole: of a subject's property, in a role where there is one, as the named passages give it."""

    subject: str
    property: str
    role: str
    passages: frozenset[Passage]


@dataclass(frozen=True, slots=True)
class Missing:
    """That a list lacks a member which a source has: of a subject's property, in a role, "" where none is known.

    The member may be one of the `candidates`, by id; where one of these stands in the list, nothing is missing.
    """

    subject: str
    property: str
    role: str = ""
    candidates: frozenset[str] = frozenset()


def closed_lists(
    facts: list[FactDraft], whole: WholeLists, missing: Iterable[Missing] = ()
) -> Iterator[Closed]:
    """Yield every list that is whole; a role's own list (who plays Asagi) is whole as soon as it is known and settled.

    A list of which a member is missing is not, whoever gives it.
    """
    lacks: dict[tuple[str, str], list[Missing]] = defaultdict(list)
    for one in missing:
        lacks[(one.subject, one.property)].append(one)
    groups: dict[tuple[str, str], list[FactDraft]] = defaultdict(list)
    for fact in facts:
        groups[(fact.subject, fact.prop.name)].append(fact)
    for (subject, name), group in groups.items():
        opened = opened_roles(group, lacks[(subject, name)])
        if not opened and is_whole(group, whole.get((subject, name), frozenset())):
            yield Closed(subject, name, "", passages_of(group))
        if EVERY_ROLE not in opened:
            yield from closed_roles(subject, name, group, opened)


def opened_roles(group: list[FactDraft], missing: list[Missing]) -> frozenset[str]:
    """Return the roles in which a list lacks a member, "" for the list alone."""
    return frozenset(
        one.role
        for one in missing
        if not any(
            fact.entity in one.candidates and one.role in (fact.role, "", EVERY_ROLE) for fact in group
        )
    )


def opened_values(facts: list[FactDraft], missing: Collection[Missing]) -> Iterator[tuple[str, str]]:
    """Yield the subjects and properties with one value in each case, of which another value is missing."""
    groups: dict[tuple[str, str], list[FactDraft]] = {(one.subject, one.property): [] for one in missing}
    for fact in facts if groups else ():
        if (group := groups.get((fact.subject, fact.prop.name))) is not None:
            group.append(fact)
    for lack in missing:
        group = groups[lack.subject, lack.property]
        single = group and group[0].prop.one_per is not None and not group[0].prop.several
        if single and opened_roles(group, [lack]):
            yield lack.subject, lack.property


def closed_roles(subject: str, name: str, group: list[FactDraft], opened: frozenset[str]) -> Iterator[Closed]:
    """Yield the roles whose value is known and settled, but for the opened ones, where the property has roles."""
    if group[0].prop.one_per is None or group[0].prop.role is None:
        return
    roles: dict[str, list[FactDraft]] = defaultdict(list)
    for fact in group:
        roles[fact.role].append(fact)
    for role, members in roles.items():
        if role and role not in opened and all(fact.difference not in UNSETTLED for fact in members):
            yield Closed(subject, name, role, passages_of(members))


def is_whole(group: list[FactDraft], said: frozenset[Passage]) -> bool:
    """Return whether the facts of one subject and property are all there are."""
    if any(fact.difference in UNSETTLED for fact in group):
        return False
    if group[0].prop.closes is Closes.ALWAYS:
        return True
    lists = whole_lists(group, said)
    everything = {fact.id for fact in group}
    return bool(lists) and all(one == everything for one in lists)


def passages_of(facts: list[FactDraft]) -> frozenset[Passage]:
    """Return the passages that the facts rest on."""
    return frozenset(passage for fact in facts for passage in fact.written)

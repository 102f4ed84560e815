"""Which lists are whole, so that what is not in them is provably wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from questions.catalogue.differences import WholeLists, whole_lists
from questions.catalogue.facts import FactDraft, Passage
from questions.property import Closes

UNSETTLED = ("dispute", "doubt")


@dataclass(frozen=True, slots=True)
class Closed:
    """A list that is whole: of a subject's property, in a role where there is one, as the named passages give it."""

    subject: str
    property: str
    role: str
    passages: frozenset[Passage]


def closed_lists(facts: list[FactDraft], whole: WholeLists) -> Iterator[Closed]:
    """Yield every list that is whole; a role's own list (who plays Asagi) is whole as soon as it is known and settled."""
    groups: dict[tuple[str, str], list[FactDraft]] = defaultdict(list)
    for fact in facts:
        groups[(fact.subject, fact.prop.name)].append(fact)
    for (subject, name), group in groups.items():
        if is_whole(group, whole.get((subject, name), frozenset())):
            yield Closed(subject, name, "", passages_of(group))
        yield from closed_roles(subject, name, group)


def closed_roles(subject: str, name: str, group: list[FactDraft]) -> Iterator[Closed]:
    """Yield the roles whose value is known and settled, where the property has roles."""
    if group[0].prop.one_per is None or group[0].prop.role is None:
        return
    roles: dict[str, list[FactDraft]] = defaultdict(list)
    for fact in group:
        roles[fact.role].append(fact)
    for role, members in roles.items():
        if role and all(fact.difference not in UNSETTLED for fact in members):
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

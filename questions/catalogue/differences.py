"""How the sources differ about each fact: computed; a film file adds a word only where no rule can see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from questions.catalogue.facts import FactDraft, Passage
from questions.catalogue.resolve import Draft
from questions.fold import fold
from questions.property import Closes

STRENGTH = (None, "spelling", "detail", "measure", "same", "dispute", "doubt")
"""Differences from the weakest to the strongest; a fact shows its strongest."""

Words = Mapping[tuple[str, str], Mapping[str, str]]
"""Per subject and property: the reasons why differing values are one thing ("same")."""

WholeLists = Mapping[tuple[str, str], frozenset[Passage]]
"""Per subject and property: the passages that give the list whole."""


def mark(fact: FactDraft, difference: str, rival: FactDraft | None = None, why: str | None = None) -> None:
    """Note a difference on a fact unless a stronger one stands there."""
    if rival is not None and difference in ("dispute", "measure", "same"):
        fact.rivals.add(rival.id)
    if STRENGTH.index(difference) > STRENGTH.index(fact.difference):
        fact.difference = difference
        fact.why = why or fact.why


def meet(one: FactDraft, other: FactDraft) -> bool:
    """Return whether two facts speak of the same case: equal qualifiers, or one of them does not say."""
    return all(a is None or b is None or a == b for a, b in zip(one.group, other.group, strict=True))


def lies_within(inner: str, outer: str, drafts: Mapping[str, Draft]) -> bool:
    """Return whether an entity lies within another, at any depth."""
    seen: set[str] = set()
    place: str | None = drafts[inner].within
    while place is not None and place not in seen:
        if place == outer:
            return True
        seen.add(place)
        place = drafts[place].within if place in drafts else None
    return False


def is_detail(one: FactDraft, other: FactDraft, drafts: Mapping[str, Draft]) -> bool:
    """Return whether one value only says more closely what the other says."""
    if one.entity and other.entity:
        nested = lies_within(one.entity, other.entity, drafts) or lies_within(
            other.entity, one.entity, drafts
        )
        return nested or drafts[one.entity].unnamed != drafts[other.entity].unnamed
    if one.prop.types[0] == "date":
        first, second = str(one.value), str(other.value)
        return first.startswith(second) or second.startswith(first)
    return False


def one_thing(one: FactDraft, other: FactDraft) -> bool:
    """Return whether two unequal values both come from one passage for a property that may have several."""
    return one.prop.several and bool(one.written.keys() & other.written.keys())


def compare_values(facts: list[FactDraft], drafts: Mapping[str, Draft], same: str | None) -> None:
    """Compare the values of a property that has one value per case, two by two."""
    for one, other in combinations(facts, 2):
        if not meet(one, other) or one.value_key == other.value_key or one_thing(one, other):
            continue
        if one.doubt or other.doubt:
            continue
        difference = "same" if same else "detail" if is_detail(one, other, drafts) else "dispute"
        mark(one, difference, other, same)
        mark(other, difference, one, same)


def compare_measures(facts: list[FactDraft]) -> None:
    """Mark equal figures that measure different things."""
    if not facts or "measure" not in facts[0].prop.qualifiers:
        return
    place = (facts[0].prop.one_per or ()).index("measure")
    for one, other in combinations(facts, 2):
        rest = [
            (a, b) for index, (a, b) in enumerate(zip(one.group, other.group, strict=True)) if index != place
        ]
        alike = all(a is None or b is None or a == b for a, b in rest)
        if alike and one.group[place] != other.group[place] and one.value_key == other.value_key:
            mark(one, "measure", other)
            mark(other, "measure", one)


def whole_lists(facts: list[FactDraft], said: frozenset[Passage]) -> list[set[str]]:
    """Return the lists, as ids of facts, that passages give whole: all of them where a property closes when known."""
    certain = [fact for fact in facts if not fact.doubt]
    passages = {passage for fact in certain for passage in fact.written}
    if facts[0].prop.closes is Closes.WHEN_SAID:
        passages &= said
    return [{fact.id for fact in certain if passage in fact.written} for passage in sorted(passages)]


def compare_lists(facts: list[FactDraft], said: frozenset[Passage]) -> None:
    """Compare whole lists: what only the longer one has is a detail; where neither holds the other, a dispute."""
    by_id = {fact.id: fact for fact in facts}
    for one, other in combinations(whole_lists(facts, said), 2):
        if one <= other or other <= one:
            for extra in one ^ other:
                mark(by_id[extra], "detail")
            continue
        for left, right in ((one, other), (other, one)):
            for extra in left - right:
                for rival in right - left:
                    mark(by_id[extra], "dispute", by_id[rival])


def compare_names(facts: list[FactDraft]) -> None:
    """Mark names of one entity that differ: a name within another says less, other names are spellings."""
    for one, other in combinations(facts, 2):
        if one.qualifiers.get("lang", "en") != other.qualifiers.get("lang", "en"):
            continue
        words, others = set(fold(str(one.value)).split()), set(fold(str(other.value)).split())
        difference = "detail" if words < others or others < words else "spelling"
        mark(one, difference)
        mark(other, difference)


def compare_subjects(facts: Iterable[FactDraft], drafts: Mapping[str, Draft]) -> None:
    """Mark what one family says of a whole and another only of a part of it: which of them is meant is disputed."""
    by_value: dict[tuple[str, str], list[FactDraft]] = defaultdict(list)
    for fact in facts:
        if fact.prop.one_per == () and drafts[fact.subject].type in ("monster", "group"):
            by_value[(fact.prop.name, fact.value_key)].append(fact)
    for alike in by_value.values():
        for one, other in combinations(alike, 2):
            nested = lies_within(one.subject, other.subject, drafts) or lies_within(
                other.subject, one.subject, drafts
            )
            if nested and not one.written.keys() & other.written.keys():
                mark(one, "dispute", other)
                mark(other, "dispute", one)


def mark_own(fact: FactDraft) -> None:
    """Mark what a fact's own words and spellings say of it."""
    if fact.doubt:
        mark(fact, "doubt", why=fact.doubt)
    if fact.measure:
        mark(fact, "measure", why=fact.measure)
    if len({form for forms in fact.written.values() for form in forms}) > 1:
        mark(fact, "spelling")


def differ(facts: list[FactDraft], drafts: Mapping[str, Draft], same: Words, whole: WholeLists) -> None:
    """Mark every fact with how the sources differ about it, and with the facts it is at odds with."""
    groups: dict[tuple[str, str], list[FactDraft]] = defaultdict(list)
    for fact in facts:
        mark_own(fact)
        groups[(fact.subject, fact.prop.name)].append(fact)
    for key, group in groups.items():
        reason = "; ".join(same.get(key, {}).values()) or None
        compare_group(group, drafts, reason, whole.get(key, frozenset()))
    compare_subjects(facts, drafts)


def compare_group(
    group: list[FactDraft], drafts: Mapping[str, Draft], same: str | None, whole: frozenset[Passage]
) -> None:
    """Compare all facts of one subject and property by the rules of that property."""
    prop = group[0].prop
    if prop.one_per is not None:
        compare_values(group, drafts, same)
        compare_measures(group)
    elif same:
        for one, other in combinations(group, 2):
            mark(one, "same", other, same)
            mark(other, "same", one, same)
    elif prop.name == "name":
        compare_names(group)
    else:
        compare_lists(group, whole)


def count_witnesses(facts: list[FactDraft], family: Callable[[Passage], str]) -> None:
    """Count for each fact the independent families that say so, in its own words or in a case that meets it."""
    groups: dict[tuple[str, str, str, str], list[FactDraft]] = defaultdict(list)
    for fact in facts:
        groups[(fact.subject, fact.prop.name, fact.role, fact.value_key)].append(fact)
    for alike in groups.values():
        for fact in alike:
            fact.witnesses = len({family(p) for other in alike if meet(fact, other) for p in other.written})

"""How the sources differ about each fact: computed; a film file adds a word only where no rule can see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations, product

from questions.catalogue.entity_draft import Draft
from questions.catalogue.facts import FactDraft, Passage
from questions.fold import fold, same_script
from questions.property import Closes

STRENGTH = (None, "spelling", "detail", "measure", "same", "dispute", "doubt")
"""Differences from the weakest to the strongest; a fact shows its strongest."""

Words = Mapping[tuple[str, str], Mapping[str, str]]
"""Per subject and property: by film, the reason why the values it states are one thing ("same")."""

TOLD_ANEW = ("monster", "character", "place")
"""Subjects that each film tells anew: what one film says of them is at odds with no other film."""

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
        a, b = drafts[one.entity], drafts[other.entity]
        return nested or (a.type == b.type and a.unnamed != b.unnamed)
    if one.prop.types[0] == "date":
        first, second = str(one.value), str(other.value)
        return first.startswith(second) or second.startswith(first)
    return False


def one_thing(one: FactDraft, other: FactDraft) -> bool:
    """Return whether two unequal values both come from one passage for a property that may have several."""
    return one.prop.several and bool(one.written.keys() & other.written.keys())


def comparable(one: FactDraft, other: FactDraft, drafts: Mapping[str, Draft]) -> bool:
    """Return whether two facts can be at odds: one case, unequal values, neither doubted, not told by different films."""
    apart = drafts[one.subject].type in TOLD_ANEW and one.film != other.film
    unequal = one.value_key != other.value_key and not one_thing(one, other)
    return meet(one, other) and unequal and not (apart or one.doubt or other.doubt)


def compare_values(facts: list[FactDraft], drafts: Mapping[str, Draft], same: Mapping[str, str]) -> None:
    """Compare the values of a property that has one value per case, two by two."""
    for one, other in combinations(facts, 2):
        if not comparable(one, other, drafts):
            continue
        reason = same.get(one.film) if one.film == other.film else None
        difference = "same" if reason else "detail" if is_detail(one, other, drafts) else "dispute"
        mark(one, difference, other, reason)
        mark(other, difference, one, reason)


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
    if not certain:
        return []
    passages = {passage for fact in certain for passage in fact.written}
    if facts[0].prop.closes is Closes.WHEN_SAID:
        passages &= said
    return [{fact.id for fact in certain if passage in fact.written} for passage in sorted(passages)]


def compare_lists(facts: list[FactDraft], said: frozenset[Passage], drafts: Mapping[str, Draft]) -> None:
    """Compare whole lists: what only the longer one has is a detail; where neither holds the other, a dispute.

    A member that only says more closely what a member of the other list says stands for it: a detail on both sides.
    """
    by_id = {fact.id: fact for fact in facts}
    for one, other in combinations(whole_lists(facts, said), 2):
        left, right = one - other, other - one
        near = {
            fact for a, b in product(left, right) if is_detail(by_id[a], by_id[b], drafts) for fact in (a, b)
        }
        odd_left, odd_right = left - near, right - near
        at_odds = bool(odd_left and odd_right)
        for extra in near if at_odds else left | right:
            mark(by_id[extra], "detail")
            by_id[extra].left_out = by_id[extra].left_out or extra not in near
        for a, b in product(odd_left, odd_right):
            mark(by_id[a], "dispute", by_id[b])
            mark(by_id[b], "dispute", by_id[a])


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


def mark_own(fact: FactDraft, drafts: Mapping[str, Draft]) -> None:
    """Mark what a fact's own words and spellings say of it."""
    if fact.doubt:
        mark(fact, "doubt", why=fact.doubt)
    if fact.measure:
        mark(fact, "measure", why=fact.measure)
    shown = drafts[fact.entity].name if fact.entity else str(fact.value)
    forms = {form for given in fact.written.values() for form in given if same_script(form, shown)}
    if forms - {shown}:
        mark(fact, "spelling")


def differ(facts: list[FactDraft], drafts: Mapping[str, Draft], same: Words, whole: WholeLists) -> None:
    """Mark every fact with how the sources differ about it, and with the facts it is at odds with."""
    groups: dict[tuple[str, str], list[FactDraft]] = defaultdict(list)
    for fact in facts:
        mark_own(fact, drafts)
        groups[(fact.subject, fact.prop.name)].append(fact)
    for key, group in groups.items():
        compare_group(group, drafts, same.get(key, {}), whole.get(key, frozenset()))
    compare_subjects(facts, drafts)


def compare_group(
    group: list[FactDraft], drafts: Mapping[str, Draft], same: Mapping[str, str], whole: frozenset[Passage]
) -> None:
    """Compare all facts of one subject and property by the rules of that property."""
    prop = group[0].prop
    if prop.one_per is not None:
        compare_values(group, drafts, same)
        compare_measures(group)
    elif prop.name == "name":
        compare_names(group)
    else:
        compare_lists([fact for fact in group if fact.film not in same], whole, drafts)
        compare_told_same(group, same)


def compare_told_same(facts: list[FactDraft], same: Mapping[str, str]) -> None:
    """Mark the values of which a film file says that they are one thing."""
    for one, other in combinations(facts, 2):
        reason = same.get(one.film) if one.film == other.film else None
        if reason and one.value_key != other.value_key:
            mark(one, "same", other, reason)
            mark(other, "same", one, reason)


def count_witnesses(facts: list[FactDraft], family: Callable[[Passage], str]) -> None:
    """Count for each fact the independent families that say so, in its own words or in a case that meets it."""
    groups: dict[tuple[str, str, str, str], list[FactDraft]] = defaultdict(list)
    for fact in facts:
        groups[(fact.subject, fact.prop.name, fact.role, fact.value_key)].append(fact)
    for alike in groups.values():
        for fact in alike:
            fact.witnesses = len({family(p) for other in alike if meet(fact, other) for p in other.written})

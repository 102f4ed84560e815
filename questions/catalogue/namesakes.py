"""Two entities of one type with one name: one of them must say that they are not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from questions.catalogue.entity_draft import Draft, name_key
from questions.fault import Fault

ALIKE_BY_NATURE = ("film", "event", "release", "series", "work", "award")
"""Types of which several may bear one name: remakes, like moments, editions, and a series called after its film."""


def namesakes(drafts: Mapping[str, Draft], apart: Mapping[str, set[str]]) -> Iterator[Fault]:
    """Yield a fault for two entities of one type that share a name and are not declared apart.

    What belongs to one film alone is told apart by it, a description is no name, and a part may be called like its whole.
    """
    told: set[tuple[str, str]] = set()
    for ids in owners_of_names(drafts).values():
        for one, other in combinations(sorted(ids), 2):
            first, second = drafts[one], drafts[other]
            declared = other in apart.get(one, ()) or one in apart.get(other, ())
            nested = first.within == other or second.within == one
            if (one, other) in told or declared or nested:
                continue
            told.add((one, other))
            yield Fault(
                f"names/{first.type}",
                first.key,
                f"{one} and {other} share a name ({first.name!r}, {second.name!r}): make them one entry with both "
                f"spellings, or write apart = [{second.key!r}]",
            )


def owners_of_names(drafts: Mapping[str, Draft]) -> dict[tuple[str, str], set[str]]:
    """Return which entities bear each name, by type and the form in which names are one."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for draft in drafts.values():
        if draft.type in ALIKE_BY_NATURE or draft.unnamed or draft.film is not None:
            continue
        for name in draft.names:
            if form := name_key(draft.type, name):
                owners[(draft.type, form)].add(draft.id)
    return owners

"""From what a person types to the entity meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.fold import fold, in_any_order, romanised, squash

EXACT, START, TYPO = 1.0, 0.9, 0.7
NEAR = 60
"""Likeness, of a hundred, below which two names are not worth confusing."""

YEAR = re.compile(r"\s*\((\d{4})\)\s*$")
DIGITS = re.compile(r"\d+")
EDITS = ((8, 2), (4, 1))
"""Typos allowed by the length of what is typed: two from eight letters on, one from four."""

LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Found:
    """An entity, the spelling that was matched, how well (0 to 1), and why: exact, start or typo."""

    entity: Entity
    name: str
    score: float
    why: str


def find(catalogue: Catalogue, text: str, types: Sequence[str] = (), limit: int = 25) -> list[Found]:
    """Return the entities a text may mean, best first: exact in any spelling, then the start of any word, then typos.

    Without text, the best known entities of these types. A year in brackets at the end narrows films down.
    """
    wanted = frozenset(types)
    year = YEAR.search(text)
    asked = YEAR.sub("", text).strip()
    if not fold(asked):
        return best_known(catalogue, types, limit)
    found: dict[int, Found] = {}
    for matches in (exact(catalogue, asked), starts(catalogue, asked)):
        keep(catalogue, found, matches, wanted)
    if len(found) < limit:
        keep(catalogue, found, typos(catalogue, asked), wanted)
    ranked = sorted(
        found.values(),
        key=lambda match: (-match.score, not is_own_name(match), -match.entity.popularity, match.entity.id),
    )
    if year:
        same_year = [match for match in ranked if match.entity.year == int(year[1])]
        ranked = same_year or ranked
    return ranked[:limit]


def is_own_name(match: Found) -> bool:
    """Return whether an exact match is the name an entity is shown by: Legion is Legion before it is the Legion Queen."""
    return match.score == EXACT and squash(match.name) == squash(match.entity.name)


def keep(
    catalogue: Catalogue,
    found: dict[int, Found],
    matches: Iterable[tuple[int, str, float, str]],
    wanted: frozenset[str],
) -> None:
    """Add matches that are of a wanted type and not found better already."""
    for number, name, score, why in matches:
        entity = catalogue.numbered(number)
        if number not in found and (not wanted or entity.type in wanted):
            found[number] = Found(entity, name, score, why)


def best_known(catalogue: Catalogue, types: Sequence[str], limit: int) -> list[Found]:
    """Return the best known entities of some types (films and people where none is named)."""
    entities = [entity for kind in types or ("film", "person") for entity in catalogue.entities(kind)]
    ranked = sorted(entities, key=lambda entity: (not entity.own, -entity.popularity, entity.id))
    return [Found(entity, entity.name, 0.0, "known") for entity in ranked[:limit]]


def exact(catalogue: Catalogue, text: str) -> list[tuple[int, str, float, str]]:
    """Return the entities one of whose spellings is this text, folded."""
    forms = {squash(text), romanised(text), in_any_order(text).replace(" ", "")}
    marks = ",".join("?" * len(forms))
    rows = catalogue.rows(
        f"SELECT alias.n, name.text FROM alias JOIN name ON name.n = alias.n AND name.seq = alias.seq "  # noqa: S608 (marks only)
        f"WHERE form IN ({marks})",
        *sorted(forms),
    )
    return [(number, name, EXACT, "exact") for number, name in rows]


def starts(catalogue: Catalogue, text: str) -> list[tuple[int, str, float, str]]:
    """Return the entities with a name in which every typed word starts a word."""
    whole = fold(text)
    rows = beginning(catalogue, whole) or beginning(catalogue, romanised(text))
    words = whole.split()
    if not rows and len(words) > 1:
        rows = in_all([beginning(catalogue, word) for word in words])
    return [(number, name, START, "start") for number, name in rows.items()]


def beginning(catalogue: Catalogue, word: str) -> dict[int, str]:
    """Return the entities that have a name with this beginning at one of its words, with that name."""
    rows = catalogue.rows(
        "SELECT word.n, name.text FROM word JOIN name ON name.n = word.n AND name.seq = word.seq "
        "WHERE word >= ? AND word < ?",
        word,
        word + LAST,
    )
    found: dict[int, str] = {}
    for number, name in rows:
        found.setdefault(number, name)
    return found


def in_all(groups: list[dict[int, str]]) -> dict[int, str]:
    """Return what stands in every group."""
    common = set(groups[0]).intersection(*groups[1:])
    return {number: name for number, name in groups[0].items() if number in common}


def typos(catalogue: Catalogue, text: str) -> list[tuple[int, str, float, str]]:
    """Return the entities with a spelling a few typos away: up to one edit from four letters on, two from eight."""
    forms = [squash(text), in_any_order(text).replace(" ", "")]
    allowed = next((edits for length, edits in EDITS if len(forms[0]) >= length), 0)
    if not allowed:
        return []
    known = catalogue.forms()
    found: list[tuple[int, str, float, str]] = []
    for form in forms:
        for _, distance, place in process.extract(
            form, [item[0] for item in known], scorer=OSA.distance, score_cutoff=allowed, limit=50
        ):
            other, number, name = known[place]
            if DIGITS.findall(other) == DIGITS.findall(form):  # Gamera 4 is no slip for Gamera 3
                found.append((number, name, TYPO - 0.1 * distance, "typo"))
    return sorted(found, key=lambda match: -match[2])


def nearest(catalogue: Catalogue, text: str, types: Sequence[str] = (), limit: int = 3) -> list[str]:
    """Return the names nearest to a text that means nothing here, for "did you mean"."""
    near = [match.entity.name for match in find(catalogue, text, types, limit)]
    if near:
        return near
    known = [form for form in catalogue.forms() if not types or catalogue.numbered(form[1]).type in types]
    forms = [form[0] for form in known]
    ranked = process.extract(squash(text), forms, scorer=fuzz.WRatio, limit=4 * limit, score_cutoff=NEAR)
    names = (catalogue.numbered(known[place][1]).name for _, _, place in ranked)
    return list(dict.fromkeys(names))[:limit]

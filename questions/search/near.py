"""The names nearest to a text that means nothing, for "did you mean"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from rapidfuzz import fuzz, process

from questions.catalogue.reading import Catalogue
from questions.catalogue.spellings import PROSE
from questions.fold import fold, squash
from questions.property import ENTITY_TYPES
from questions.search.by_words import shortest
from questions.search.finding import LONGEST, finding
from questions.search.index import Index
from questions.steps import Steps, finished

NEAR = 60
"""Likeness, of a hundred, below which two names are not worth confusing."""

WORDS, START, EACH = 3, 3, 25
"""Words looked at, letters of each that a name near to it begins with, and names fetched for each."""

READINGS = 3
KEY = 48
"""Letters of a text that are compared."""


def nearest(catalogue: Catalogue, text: str, types: Sequence[str] = (), limit: int = 3) -> list[str]:
    """Return the names nearest to a text that means nothing here, for "did you mean"."""
    return finished(nearing(catalogue, text, types, limit))


def nearing(catalogue: Catalogue, text: str, types: Sequence[str] = (), limit: int = 3) -> Steps[list[str]]:
    """Return what `nearest` returns, in steps."""
    found = yield from finding(catalogue, text, types, limit)
    near = [match.entity.name for match in found if match.score > 0]
    if near:
        return list(dict.fromkeys(near))
    wanted = types or [kind for kind in ENTITY_TYPES if kind not in PROSE]
    index = Index(catalogue, tuple(wanted))
    asked = text[:LONGEST]
    yield
    names = {n: index.catalogue.numbered(n).name for n in alike(index, asked)}
    yield
    typed = squash(asked)[:KEY]
    forms = {n: squash(name) for n, name in names.items()}
    ranked = process.extract(typed, forms, scorer=fuzz.WRatio, limit=4 * limit, score_cutoff=NEAR)
    return list(islice(dict.fromkeys(names[n] for _, _, n in ranked), limit))


def alike(index: Index, text: str) -> set[int]:
    """Return the entities that have a word in common with a text, or nearly: a misspelt one, or its first letters."""
    words = sorted(fold(text).split(), key=len, reverse=True)[:WORDS]
    found: set[int] = set()
    for word in words:
        readings = [reading for reading, _ in shortest(dict(index.slips(word[:KEY], "wp", READINGS)))]
        for start in (word[:START], *readings):
            found.update(n for n, _ in index.beginning(start, EACH))
    return found

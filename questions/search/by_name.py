"""A typed text held against whole names: exactly, as a beginning, and through slips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from questions.catalogue.entity_draft import PERSON_LIKE
from questions.catalogue.spellings import LOOSE
from questions.fold import ARTICLES, bare, fold, folded_words, in_any_order, romanised, squash
from questions.search.index import EXACT, MOST_ALIKE, MOST_EDITS, START, TYPO, WORDS, Index, Match
from questions.steps import Steps

SURELY = 2 * LOOSE
"""Places of exact matches below this are of the very name, not of a looser reading of it."""

READINGS = 40
"""Whole names a slip away that are looked at."""


def exact(index: Index, text: str, most: int) -> Iterator[Match]:
    """Yield the entities one of whose spellings is this text.

    The name an entity is shown by comes before its others, and of those alike but for their marks the one with the
    marks typed: Satō is not Sato.
    """
    tight = squash(text) or bare(text)
    marked = not text.isascii()
    sure = 0
    for _, n, seq, nearness in index.whole([tight], max(most, MOST_ALIKE)):
        match = Match(n, seq, EXACT, 2 * nearness)
        sure += match.place < SURELY
        to_the_mark = marked and match.place < SURELY and bare(index.name(match)) == bare(text)
        yield replace(match, place=match.place - 1) if to_the_mark else match
    if sure < most:  # else no looser reading comes before these
        looser = {romanised(text), in_any_order(text).replace(" ", "")} - {"", tight}
        for _, n, seq, _ in index.whole(looser, max(most, MOST_ALIKE)):
            yield Match(n, seq, EXACT, SURELY)


def starts(index: Index, text: str, most: int) -> Iterator[Match]:
    """Yield the entities with a name that has this text at the beginning of one of its words, spaces apart if need be."""
    words = folded_words(text)
    if not words:
        return
    written = {fold(text), " ".join(words)}
    joined = {squash(text), romanised(text), "".join(words)} - written
    score = WORDS if len(words) > 1 else START
    for key in written:
        yield from (Match(n, seq, START, 1) for n, seq in index.beginning(key, most))
    for key in joined - {""}:
        yield from (Match(n, seq, score, 2) for n, seq in index.beginning(key, most))
    for n, seq in index.acronym(squash(text)):
        yield Match(n, seq, START, 2)


def slips(index: Index, text: str, edits: int = MOST_EDITS) -> Steps[list[Match]]:
    """Return, in steps, the entities with a whole name that is a slip or two away."""
    words = folded_words(text)
    typed = {squash(text), "".join(words), romanised(text), in_any_order(text).replace(" ", "")}
    near: dict[str, int] = {}
    for form in typed:
        for other, far in index.slips(form, "f", READINGS, edits=edits):
            near[other] = min(far, near.get(other, far))
        yield
    whole = [Match(n, seq, TYPO - 0.1 * near[form]) for form, n, seq, _ in index.whole(near)]
    return whole + [Match(n, seq, TYPO - 0.1 * near[form], 1) for form, n, seq in index.ending(near)]


def initials(index: Index, text: str, matches: list[Match]) -> set[int]:
    """Return the people among matches of whom a typed "a", left out as an article, may be the initial."""
    words = folded_words(text)
    if "a" not in words or fold(text) == "a":
        return set()
    typed = [word for word in words if word not in ARTICLES]
    found: set[int] = set()
    for match in matches:
        names = (name for name in index.words_of(match.n) if not any(name.startswith(one) for one in typed))
        if index.catalogue.numbered(match.n).type in PERSON_LIKE and any(name[0] == "a" for name in names):
            found.add(match.n)
    return found

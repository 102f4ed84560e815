"""The best known of each beginning: which entities stand first among all that have it, where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

Row = tuple[int, str, int, int]
"""A type, a word, the entity that has it, and the number of the name in which."""

Best = dict[int, int]
"""Entities with the first of their names in which a beginning stands."""

SLACK = 4
"""How many times as many as are wanted are gathered before the rest is dropped."""


def firsts(rows: Iterable[Row], most: int) -> Iterator[Row]:
    """Yield for each type the best known entities of every beginning that more than so many have, the empty one too.

    Words come in their order, so that of all beginnings only those of the last word are open at a time.
    """
    for kind, group in groupby(rows, itemgetter(0)):
        for prefix, best in beginnings(((word, n, seq) for _, word, n, seq in group), most):
            for n in sorted(best)[:most]:
                yield kind, prefix, n, best[n]


def beginnings(rows: Iterable[tuple[str, int, int]], most: int) -> Iterator[tuple[str, Best]]:
    """Yield the beginnings that more than so many have, each with the best known of these and one more."""
    last = ""
    open_at: list[int] = [0]
    held: list[Best] = [{}]
    for word, group in groupby(rows, itemgetter(0)):
        same = shared(last, word)
        yield from closed(last, same, open_at, held, most)
        open_at.append(len(word))
        held.append({})
        for _, n, seq in group:
            add(held[-1], {n: seq}, most)
        last = word
    yield from closed(last, 0, open_at, held, most)
    if len(trimmed(held[0], most)) > most:
        yield "", trimmed(held[0], most)


def closed(
    last: str, down_to: int, open_at: list[int], held: list[Best], most: int
) -> Iterator[tuple[str, Best]]:
    """Yield what is closed of the last word's beginnings, as far as the next word does not share them."""
    while open_at[-1] > down_to:
        length, best = open_at.pop(), trimmed(held.pop(), most)
        outer = max(open_at[-1], down_to)
        if len(best) > most:
            yield from ((last[:end], best) for end in range(length, outer, -1))
        if outer > open_at[-1]:
            open_at.append(outer)
            held.append(best)
        else:
            add(held[-1], best, most)


def add(best: Best, more: Best, most: int) -> None:
    """Add entities to the best known, and drop the least known where they have become many."""
    for n, seq in more.items():
        best[n] = min(seq, best.get(n, seq))
    if len(best) > SLACK * (most + 1):
        kept = trimmed(best, most)
        best.clear()
        best.update(kept)


def trimmed(best: Best, most: int) -> Best:
    """Return the best known of these, one more than so many."""
    return best if len(best) <= most + 1 else {n: best[n] for n in sorted(best)[: most + 1]}


def shared(one: str, other: str) -> int:
    """Return how many letters two words have in common at their beginnings."""
    most = min(len(one), len(other))
    return next((place for place in range(most) if one[place] != other[place]), most)

"""Pieces of words: what two spellings a slip or two apart still have in common, so that an index finds one by the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

SHORTEST, LONGEST = 3, 48
"""Letters a word must have, and may have, to be found by its pieces."""

SHORT = 6
"""Words from this length on may be looked for with two slips, and so have three pieces; shorter ones have two."""

EDITS = ((8, 2), (4, 1))
"""Slips allowed by the length of what is typed: two from eight letters on, one from four."""


def allowed(length: int) -> int:
    """Return how many slips a word of so many letters may hold."""
    return next((edits for least, edits in EDITS if length >= least), 0)


def parted(length: int) -> list[tuple[int, int]]:
    """Return where each piece of a word of so many letters begins and ends."""
    count = 3 if length >= SHORT else 2
    cuts = [length * place // count for place in range(count + 1)]
    return list(itertools.pairwise(cuts))


def keys_of(word: str, mark: str) -> Iterator[str]:
    """Yield the keys under which a word is filed: its pieces, each with its place and the word's length."""
    length = len(word)
    if SHORTEST <= length <= LONGEST:
        for place, (start, end) in enumerate(parted(length)):
            yield f"{mark}{length}.{place}{word[start:end]}"


def keys_near(typed: str, edits: int, mark: str) -> set[str]:
    """Return keys of which every word within so many edits of what was typed has at least one.

    An edit is a letter left out, added, changed, or two neighbours swapped. With one more piece than edits, one piece
    is whole, unless two letters were swapped across a cut; such swaps are undone one by one.
    """
    found: set[str] = set()
    for length in range(max(SHORTEST, len(typed) - edits), min(LONGEST, len(typed) + edits) + 1):
        longer = len(typed) - length
        cuts = parted(length)
        found.update(f"{mark}{length}.{piece}" for piece in shifted(typed, cuts, longer, edits))
        if abs(longer) < edits:
            found.update(f"{mark}{length}.{piece}" for piece in unswapped(typed, length, cuts))
    return found


def shifted(typed: str, cuts: Sequence[tuple[int, int]], longer: int, edits: int) -> Iterator[str]:
    """Yield the pieces that what was typed would have, each moved by as many letters as the edits before it allow."""
    for place, (start, end) in enumerate(cuts):
        for shift in range(-edits, edits + 1):
            allowed = abs(shift) + abs(longer - shift) <= edits
            if allowed and start + shift >= 0 and end + shift <= len(typed):
                yield f"{place}{typed[start + shift : end + shift]}"


def unswapped(typed: str, length: int, cuts: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the first and the last piece as they were before a swap across their inner cut."""
    end = cuts[0][1]
    if end < len(typed):
        yield f"0{typed[: end - 1]}{typed[end]}"
    start = cuts[-1][0] + len(typed) - length
    if start >= 1:
        yield f"{len(cuts) - 1}{typed[start - 1]}{typed[start + 1 :]}"

"""Pieces of words: what two spellings a slip or two apart still have in common, so that an index finds one by the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from zlib import crc32

SHORTEST, LONGEST = 3, 48
"""Letters a word must have, and may have, to be found by its pieces."""

THIRDS = 6
"""Words from this length on may be looked for with two slips, and so are filed by their thirds, too; all by their halves."""

EDITS = ((8, 2), (4, 1))
"""Slips allowed by the length of what is typed: two from eight letters on, one from four."""


def allowed(length: int) -> int:
    """Return how many slips a word of so many letters may hold."""
    return next((edits for least, edits in EDITS if length >= least), 0)


def parted(length: int, count: int) -> list[tuple[int, int]]:
    """Return where each of so many pieces of a word of so many letters begins and ends."""
    cuts = [length * place // count for place in range(count + 1)]
    return list(itertools.pairwise(cuts))


def filed(mark: str, length: int, count: int, piece: str) -> int:
    """Return the number under which all words with a piece are filed; two in a million share one, and none is lost by it."""
    return crc32(f"{mark}{length}.{count}.{piece}".encode())


def keys_of(word: str, mark: str) -> Iterator[int]:
    """Yield the keys under which a word is filed: its pieces, each with its place and the word's length."""
    length = len(word)
    if SHORTEST <= length <= LONGEST:
        for count in (2, 3) if length >= THIRDS else (2,):
            for place, (start, end) in enumerate(parted(length, count)):
                yield filed(mark, length, count, f"{place}{word[start:end]}")


def keys_near(typed: str, edits: int, mark: str) -> set[int]:
    """Return keys of which every word within so many edits of what was typed has at least one.

    An edit is a letter left out, added, changed, or two neighbours swapped. With one more piece than edits, one piece
    is whole, unless two letters were swapped across a cut; such swaps are undone one by one.
    """
    found: set[int] = set()
    for length in range(max(SHORTEST, len(typed) - edits), min(LONGEST, len(typed) + edits) + 1):
        longer = len(typed) - length
        cuts = parted(length, edits + 1)
        pieces = set(shifted(typed, cuts, longer, edits))
        if abs(longer) < edits:
            pieces.update(unswapped(typed, length, cuts))
        found.update(filed(mark, length, edits + 1, piece) for piece in pieces)
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

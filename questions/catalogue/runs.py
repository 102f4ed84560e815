"""Long runs of numbers kept in the catalogue's file in parts, so that only the parts looked at are read."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from sqlite3 import Connection
from typing import TypeAlias, overload

PART = 1000
"""Numbers of a part, four bytes each: with its head it fills one page of the file."""

MOST_PARTS = 1 << 24
KEPT = 512
"""Parts kept in memory: 2 MB."""

RUNS_KEPT = 512
MASKS_KEPT = 48
"""Sets of films kept in memory, a bit for each film: 2 MB where there are 300,000."""

Runs: TypeAlias = "dict[int | None, Run]"
"""The runs of a name by year, or by None."""


class Run(Sequence[int]):
    """Numbers in the catalogue's file, read part by part, or all `kept` where they are few."""

    __slots__ = ("connection", "kept", "number", "size")

    def __init__(
        self, connection: Connection, number: int, size: int, kept: array[int] | None = None
    ) -> None:
        self.connection = connection
        self.number = number
        self.size = size
        self.kept = kept

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> array[int]: ...

    def __getitem__(self, at: int | slice) -> int | array[int]:
        if isinstance(at, slice):
            return self.between(*at.indices(self.size)[:2])
        place = at if at >= 0 else at + self.size
        if not 0 <= place < self.size:
            raise IndexError(at)
        return self.part(place // PART)[place % PART]

    def part(self, place: int) -> array[int]:
        """Return the numbers of one part."""
        return self.kept if self.kept is not None else part(self.connection, self.number * MOST_PARTS + place)

    def between(self, first: int, last: int) -> array[int]:
        """Return the numbers from one place up to another."""
        found = array("I")
        for place in range(first // PART, (last + PART - 1) // PART):
            start = place * PART
            found.extend(self.part(place)[max(0, first - start) : max(0, last - start)])
        return found

    def rank(self, number: int) -> int:
        """Return how many numbers of a run in rising order are less than a number."""
        low, high = 0, (self.size + PART - 1) // PART
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.part(middle)[0] < number else (low, middle)
        return low * PART + bisect_left(self.part(low), number) if self.size else 0


@lru_cache(maxsize=KEPT)
def part(connection: Connection, number: int) -> array[int]:
    """Return the numbers of a part; it is shared, and not to be changed."""
    packed = connection.execute("SELECT packed FROM part WHERE n = ?", (number,)).fetchone()[0]
    return unpacked(packed)


def unpacked(packed: bytes) -> array[int]:
    """Return the numbers that are packed in a part."""
    numbers = array("I")
    numbers.frombytes(packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers as they are packed in a part."""
    held = array("I", numbers)
    if sys.byteorder == "big":
        held.byteswap()
    return held.tobytes()


@lru_cache(maxsize=RUNS_KEPT)
def runs(connection: Connection, name: str) -> Runs:
    """Return the runs of a name by year; none where there are none."""
    rows = connection.execute("SELECT year, n, size FROM run WHERE name = ? ORDER BY n", (name,)).fetchall()
    few = sum(size for _, _, size in rows) <= PART
    kept = parts_of(connection, rows[0][1], rows[-1][1]) if rows and few else {}
    return {year: Run(connection, number, size, kept.get(number)) for year, number, size in rows}


def parts_of(connection: Connection, first: int, last: int) -> dict[int, array[int]]:
    """Return the first parts of all runs from one up to another, by the runs' numbers."""
    rows = connection.execute(
        "SELECT n, packed FROM part WHERE n BETWEEN ? AND ?", (first * MOST_PARTS, last * MOST_PARTS)
    )
    return {number // MOST_PARTS: unpacked(packed) for number, packed in rows}


def only_run(connection: Connection, name: str) -> Run | None:
    """Return the one run of a name of which there are too many to be kept in memory; None where there is none."""
    row = connection.execute("SELECT n, size FROM run WHERE name = ?", (name,)).fetchone()
    return Run(connection, *row) if row else None


@lru_cache(maxsize=MASKS_KEPT)
def kept_mask(connection: Connection, name: str) -> int:
    """Return the set of films kept under a name, as the bits of a number."""
    row = connection.execute("SELECT bits FROM mask WHERE name = ?", (name,)).fetchone()
    return int.from_bytes(row[0], "little") if row else 0


class RunWriter:
    """Writes one run after another, or several at a time, each part as soon as it is full."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.count = 0

    def write(self, name: str, year: int | None, numbers: Iterable[int]) -> None:
        """Write a run of its own."""
        self.write_beside([(name, year)], ((number,) for number in numbers))

    def write_beside(
        self, names: Sequence[tuple[str, int | None]], rows: Iterable[Sequence[int | None]]
    ) -> None:
        """Write several runs at a time: of each row the number of each run, None where it has none there."""
        first = self.count
        self.count += len(names)
        held = [array("I") for _ in names]
        sizes = [0] * len(names)
        for row in rows:
            for place, number in enumerate(row):
                if number is None:
                    continue
                held[place].append(number)
                sizes[place] += 1
                if len(held[place]) == PART:
                    self.keep(first + place, sizes[place], held[place])
                    held[place] = array("I")
        for place, (name, year) in enumerate(names):
            if held[place]:
                self.keep(first + place, sizes[place], held[place])
            self.connection.execute(
                "INSERT INTO run VALUES (?, ?, ?, ?)", (first + place, name, year, sizes[place])
            )

    def keep(self, run: int, size: int, numbers: array[int]) -> None:
        """Write the part that ends where a run has reached a size."""
        at = run * MOST_PARTS + (size - 1) // PART
        self.connection.execute("INSERT INTO part VALUES (?, ?)", (at, packed(numbers)))

    def keep_mask(self, name: str, places: Iterable[int], size: int) -> None:
        """Write a set of places, of so many, under a name."""
        self.connection.execute("INSERT INTO mask VALUES (?, ?)", (name, bits_of(places, size)))


def bits_of(places: Iterable[int], size: int) -> bytes:
    """Return a set of places, of so many, as bits."""
    bits = bytearray(size // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)

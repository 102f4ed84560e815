"""What the tables of measurements are made of: a column for each catalogue, and what stands in its cells."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Column:
    """What was measured at one size, by row."""

    films: int
    cells: dict[str, str] = field(default_factory=dict)

    def tell(self, row: str, cell: str) -> None:
        """Keep a cell, and print it on the way."""
        self.cells[row] = cell
        print(f"{self.films:,}: {row}: {cell}", file=sys.stderr, flush=True)


def in_order(times: list[float]) -> str:
    """Return the median, the 99th percentile and the longest of some times."""
    times.sort()
    if not times:
        return "–"
    percentile = times[int(len(times) * 0.99)]
    return f"{statistics.median(times):8.3f}{percentile:9.3f}{times[-1]:9.3f}"


def resident() -> float:
    """Return the memory this process holds, in megabytes."""
    return held("VmRSS")


def peak() -> float:
    """Return the most memory this process has held since it began, in megabytes; `ru_maxrss` would count its parent's."""
    return held("VmHWM")


def held(name: str) -> float:
    """Return one of the system's figures of this process's memory, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split(f"{name}:")[1].split()[0]) / 1024


def printed(columns: Sequence[Column]) -> None:
    """Print columns beside each other; the rows are those of the first."""
    print(f"{'':32}" + "".join(f"{column.films:>28,}" for column in columns))
    for row in columns[0].cells:
        print(f"{row:32}" + "".join(f"{column.cells.get(row, '–'):>28}" for column in columns))

"""What importing costs as its input grows: `python -m tests.benchmarks.imports [FILMS ...]`, by hand.

Prints for every importer, at 1,000, 10,000 and 50,000 films unless other numbers are given, the most memory that was held
while reading alone and while importing whole, the library included, each in a process of its own, and the processor's
seconds; the curve of memory is to be flat, that of time straight.
"""

from __future__ import annotations

import sys
import tempfile
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from multiprocessing import get_context
from pathlib import Path
from time import process_time

from questions.__main__ import main as import_
from questions.importers import IMPORTERS
from questions.imports.report import Report
from tests.benchmarks.made_inputs import INPUTS
from tests.benchmarks.measuring import Column, peak

FILMS = (1_000, 10_000, 50_000)
Cost = tuple[int, float, float]
"""Films taken, processor's seconds, most megabytes."""


def reading(name: str, folder: Path, paths: list[Path]) -> Cost:
    """Return what reading costs, the films thrown away one by one."""
    mapping = folder / "mapping.toml"
    report = Report(mapping=mapping if mapping.is_file() else None)
    begun = process_time()
    last = deque(enumerate(IMPORTERS[name].read(paths, report), 1), maxlen=1)
    return last[0][0], process_time() - begun, peak()


def importing(name: str, folder: Path, paths: list[Path]) -> Cost:
    """Return what importing costs, from the files to the catalogue."""
    mapping = folder / "mapping.toml"
    mapped = ["--mapping", str(mapping)] if mapping.is_file() else []
    told = StringIO()
    begun = process_time()
    with redirect_stdout(told), redirect_stderr(StringIO()):
        import_(["import", name, *map(str, paths), *mapped, "--out", str(folder / "films.sqlite3")])
    films = int(told.getvalue().split(":", 1)[1].split()[0].replace(",", ""))
    return films, process_time() - begun, peak()


def measured(films: int) -> Column:
    """Return the column of one size."""
    column = Column(films)
    for name, write in INPUTS.items():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            paths = write(folder, films)
            size = sum(path.stat().st_size for path in paths) / 1e6
            column.tell(f"{name}: input, MB", f"{size:,.1f}")
            for what, work in (("reading", reading), ("importing", importing)):
                with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
                    taken, seconds, megabytes = apart.submit(work, name, folder, paths).result()
                column.tell(f"{name}: {what}, films", f"{taken:,}")
                column.tell(f"{name}: {what}, seconds", f"{seconds:,.1f}")
                column.tell(f"{name}: {what}, most MB", f"{megabytes:,.0f}")
    return column


def main() -> None:
    """Print the table."""
    columns = [measured(int(size)) for size in sys.argv[1:] or FILMS]
    print(f"{'films':32}" + "".join(f"{column.films:>12,}" for column in columns))
    for row in columns[0].cells:
        print(f"{row:32}" + "".join(f"{column.cells[row]:>12}" for column in columns))


if __name__ == "__main__":
    main()

"""What questions and look-ups cost over the shipped library: `python -m tests.benchmarks.catalogue`, by hand.

Prints milliseconds per call, median and 99th percentile, for compiling, asking each kind, finding names, and the plain
scan of all names by rapidfuzz that a look-up without an index would be.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.catalogue import Catalogue, compile_catalogue
from questions.fold import squash
from questions.kinds import KINDS
from questions.picker import pick
from questions.search import find

CALLS = 400
TYPED = {
    "exact": ["Ayako Fujitani", "ガメラ", "Sendai", "gamera ii", "Kusanagi Asagi"],
    "start": ["aya", "game", "kane", "s", "fuji"],
    "typo": ["Ayako Fujitany", "Gammera", "Shusuke Kanekko", "Leegion Queen", "Noriaki Yuassa"],
}


def timed(name: str, call: Callable[[int], object], calls: int = CALLS) -> None:
    """Print the median and the 99th percentile of so many calls, in milliseconds."""
    times: list[float] = []
    for number in range(calls):
        begun = perf_counter()
        call(number)
        times.append((perf_counter() - begun) * 1000)
    times.sort()
    print(f"{name:34}{statistics.median(times):10.3f}{times[int(len(times) * 0.99)]:10.3f}")


def scan(forms: Sequence[str], text: str) -> object:
    """Return the nearest names by comparing with every one."""
    return process.extract(squash(text), forms, scorer=OSA.distance, score_cutoff=2, limit=25)


def main() -> None:
    """Print the table."""
    print(f"{'':34}{'median ms':>10}{'p99 ms':>10}")
    with tempfile.TemporaryDirectory() as folder:
        timed("compile", lambda n: compile_catalogue(target_folder=Path(folder) / str(n)), 5)
        catalogue = Catalogue.open(compile_catalogue(target_folder=Path(folder)))
        for kind in KINDS:
            timed(f"ask {kind}", lambda n, kind=kind: pick(catalogue, n, kind=kind))  # type: ignore[misc]
        for way, words in TYPED.items():
            timed(f"find {way}", lambda n, words=words: find(catalogue, words[n % len(words)]))  # type: ignore[misc]
        forms = [form for form, _, _ in catalogue.forms()]
        timed(f"scan of all {len(forms)} names", lambda n: scan(forms, TYPED["typo"][n % 5]))


if __name__ == "__main__":
    main()

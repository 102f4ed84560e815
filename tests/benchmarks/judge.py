"""How long a verdict takes, and every name of the library held against every answer of its type.

`python -m tests.benchmarks.judge [--all]`; all pairs take some minutes.
"""

from __future__ import annotations

import sys
from random import Random
from statistics import median
from time import perf_counter

from platformdirs import user_cache_path

from questions.catalogue import FILMS, NAMES, Catalogue, compile_catalogue
from questions.judge import InCatalogue, Verdict, judge, known_of, prepared

TYPED = ("film", "person", "character", "monster", "place", "company")
SOME_ANSWERS, SOME_NAMES = 100, 300


def main() -> None:
    """Print, by type of answer: answers, pairs, wrongly accepted, and milliseconds for preparing and judging."""
    every = "--all" in sys.argv
    cache = user_cache_path("marquee", appauthor=False)
    catalogue = Catalogue.open(compile_catalogue(FILMS, NAMES, cache))
    print(
        f"{'answer':<10}{'answers':>8}{'pairs':>10}{'wrong':>6}{'prepare p50':>13}{'judge p50':>11}{'p99':>8} ms"
    )
    for kind in TYPED:
        print(row(catalogue, kind, every=every), flush=True)


def row(catalogue: Catalogue, kind: str, *, every: bool) -> str:
    """Return the figures of one type of answer."""
    world, rng = InCatalogue(catalogue), Random(1)
    known = [known_of(catalogue, entity) for entity in catalogue.entities(kind) if not entity.unnamed]
    names = [(name, one.id) for one in known for name in one.names]
    answers = known if every else rng.sample(known, min(SOME_ANSWERS, len(known)))
    preparing: list[float] = []
    judging: list[float] = []
    wrong = 0
    for answer in answers:
        start = perf_counter()
        asked = prepared(answer, world)
        preparing.append(perf_counter() - start)
        for name, owner in names if every else rng.sample(names, min(SOME_NAMES, len(names))):
            start = perf_counter()
            said = judge(asked, name, world)
            judging.append(perf_counter() - start)
            wrong += owner != answer.id and said.verdict is Verdict.ACCEPT
    slowest = sorted(judging)[int(len(judging) * 0.99)]
    return (
        f"{kind:<10}{len(answers):>8}{len(judging):>10}{wrong:>6}{median(preparing) * 1e3:>13.2f}"
        f"{median(judging) * 1e3:>11.3f}{slowest * 1e3:>8.3f}"
    )


if __name__ == "__main__":
    main()

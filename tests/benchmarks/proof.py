"""Many questions over all kinds and languages, each held against every rule and read anew from the facts alone.

`python -m tests.benchmarks.proof [N] [--catalogue FILE]`, N being 200,000 unless given: some minutes for every 50,000.
FILE is a catalogue with imports, all of whose imported films are asked about; without one the library is.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from time import perf_counter

from platformdirs import user_cache_path

from questions.catalogue import FILMS, NAMES, Catalogue, compile_catalogue
from questions.catalogue.depths import LIBRARY
from questions.deck import Deck
from tests.questions.drawing import draw

MANY = 200_000
SHOWN = 20


def arguments() -> Namespace:
    """Return how many questions are wanted, and of which catalogue."""
    parser = ArgumentParser()
    parser.add_argument("number", nargs="?", type=int, default=MANY)
    parser.add_argument("--catalogue", type=Path, default=None)
    return parser.parse_args()


def opened(file: Path | None) -> Catalogue:
    """Return the catalogue in a file, or the library's."""
    if file is not None:
        return Catalogue.open(file)
    return Catalogue.open(compile_catalogue(FILMS, NAMES, user_cache_path("marquee", appauthor=False)))


def imports_of(catalogue: Catalogue) -> Deck:
    """Return the deck of all films that imports alone have."""
    ((films,),) = catalogue.rows(
        "SELECT count(*) FROM entity WHERE type = 'film' AND own AND pack IS NOT NULL"
    )
    return Deck(off=frozenset({LIBRARY}), deep=int(films))


def main() -> int:
    """Print how many questions of each kind were proved, what was dropped and what is wrong; 1 where anything is."""
    options = arguments()
    catalogue = opened(options.catalogue)
    start = perf_counter()
    drawn = draw(catalogue, options.number, scope=imports_of(catalogue) if options.catalogue else None)
    spent = perf_counter() - start
    print(f"{'kind':<16}{'language':<10}{'proved':>8}{'none found':>12}")
    for kind, language in sorted(drawn.asked.keys() | drawn.barren.keys()):
        cell = kind, language
        print(f"{kind:<16}{language:<10}{drawn.asked[cell]:>8}{drawn.barren[cell]:>12}")
    print("\ndropped drafts, by rule:")
    for rule, count in drawn.dropped.most_common():
        print(f"{count:>10}  {rule}")
    total = drawn.asked.total()
    print(f"\n{total} questions in {spent:.0f} s; {len(drawn.violations)} violations")
    for reason, question in drawn.violations[:SHOWN]:
        print(f"  {reason}: {question}")
    return 1 if drawn.violations else 0


if __name__ == "__main__":
    sys.exit(main())

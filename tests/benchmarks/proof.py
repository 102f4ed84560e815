"""Many questions over all kinds and languages, each held against every rule and read anew from the facts alone.

`python -m tests.benchmarks.proof [N]`, N being 200,000 unless given: some minutes for every 50,000.
"""

from __future__ import annotations

import sys
from time import perf_counter

from platformdirs import user_cache_path

from questions.catalogue import FILMS, NAMES, Catalogue, compile_catalogue
from tests.questions.drawing import draw

MANY = 200_000
SHOWN = 20


def main() -> int:
    """Print how many questions of each kind were proved, what was dropped and what is wrong; 1 where anything is."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    cache = user_cache_path("marquee", appauthor=False)
    catalogue = Catalogue.open(compile_catalogue(FILMS, NAMES, cache))
    start = perf_counter()
    drawn = draw(catalogue, number)
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

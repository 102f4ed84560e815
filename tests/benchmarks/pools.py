"""Whether anything but knowledge gives answers away: `python -m tests.benchmarks.pools [COUNT [PROPERTY ...]]`, by hand.

Asks 20,000 seeded questions of four choices, or so many, about each main property through the picker, and prints how
often players who know nothing are right, in percent, beside χ² of the places at which the answer stands.
"""

from __future__ import annotations

import sys

from questions.catalogue import Catalogue, compile_catalogue
from tests.benchmarks.attackers import (
    CRITICAL,
    learned,
    least_famous,
    longest,
    middle_year,
    most_famous,
    questions_seen,
    share,
    uneven,
)

COUNT = 20_000
PROPERTIES = ("director", "writer", "composer", "cast", "suit_actor", "monster", "release", "where")
LOOKS = (most_famous, least_famous, middle_year, longest)
MOST, MOST_LEARNED = 27.0, 33.0


def main() -> None:
    """Print the table; a mark stands beside what is too much."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    catalogue = Catalogue.open(compile_catalogue())
    heads = ("asked", "χ²", "famous", "obscure", "mid year", "longest", "learned")
    print(f"{'':14}" + "".join(f"{head:>10}" for head in heads))
    for name in sys.argv[2:] or PROPERTIES:
        seen = list(questions_seen(catalogue, name, count))
        if not seen:
            print(f"{name:14}{'declined':>10}")
            continue
        chi = uneven(seen)
        cells = [f"{chi:.1f}{'!' if chi > CRITICAL else ' '}"]
        shares = [(share(seen, look), MOST) for look in LOOKS] + [(learned(seen), MOST_LEARNED)]
        for part, most in shares:
            cells.append("– " if part is None else f"{part * 100:.1f}{'!' if part * 100 > most else ' '}")
        print(f"{name:14}{len(seen):>10,}" + "".join(f"{cell:>10}" for cell in cells), flush=True)
    catalogue.close()


if __name__ == "__main__":
    main()

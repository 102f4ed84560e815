"""Whether anything but knowledge gives answers away: `python -m tests.benchmarks.pools [COUNT [NAME ...]]`, by hand.

Asks 20,000 seeded questions, or so many, about each main property and of each kind through the picker, and prints how
often players who know nothing are right where there are four choices, in percent, beside χ² of the places at which the
answer stands. Names are of properties and of kinds. Where there are three choices, a third more is allowed.
"""

from __future__ import annotations

import sys

from questions.catalogue import Catalogue, compile_catalogue
from questions.kinds import KINDS as ALL_KINDS
from questions.properties import PROPERTIES as PROPERTIES_BY_NAME
from tests.benchmarks.attackers import (
    CRITICAL,
    FOUR,
    Seen,
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
KINDS = ("city", "odd_one_out", "release", "single_fact", "what_first", "who_played")
LOOKS = (most_famous, least_famous, middle_year, longest)
MOST, MOST_LEARNED = 27.0, 33.0


def main() -> None:
    """Print the table, by property and then by kind and way of asking; a mark stands beside what is too much."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    catalogue = Catalogue.open(compile_catalogue())
    heads = ("asked", "χ²", "famous", "obscure", "mid year", "longest", "learned")
    print(f"{'':26}" + "".join(f"{head:>10}" for head in heads))
    asked = set(sys.argv[2:] or (*PROPERTIES, *KINDS))
    for name in sorted(asked & PROPERTIES_BY_NAME.keys()):
        print(line(name, list(questions_seen(catalogue, name, count))), flush=True)
    for name in sorted(asked & ALL_KINDS.keys()):
        ways: dict[str, list[Seen]] = {}
        for one in questions_seen(catalogue, None, count, kind=name):
            ways.setdefault(f"{one.way} ({len(one.choices)})", []).append(one)
        for way, seen in sorted(ways.items()) or [(name, [])]:
            print(line(way, seen), flush=True)
    catalogue.close()


def line(name: str, seen: list[Seen]) -> str:
    """Return a line of the table."""
    if not seen:
        return f"{name:26}{'declined':>10}"
    scale = FOUR / len(seen[0].choices)
    chi = uneven(seen)
    cells = [f"{chi:.1f}{'!' if chi > CRITICAL else ' '}"]
    shares = [(share(seen, look), MOST * scale) for look in LOOKS] + [(learned(seen), MOST_LEARNED * scale)]
    for part, most in shares:
        cells.append("– " if part is None else f"{part * 100:.1f}{'!' if part * 100 > most else ' '}")
    return f"{name:26}{len(seen):>10,}" + "".join(f"{cell:>10}" for cell in cells)


if __name__ == "__main__":
    main()

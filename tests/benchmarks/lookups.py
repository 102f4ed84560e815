"""What look-ups cost: `python -m tests.benchmarks.lookups [CATALOGUE]`, by hand; without a file, the shipped library.

Prints milliseconds per call, median, 99th percentile and longest, for each way of finding a name and for autocomplete,
and in the same run for the scan of all names by rapidfuzz that a look-up without an index would be. No second call asks
for the same text.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from gettext import NullTranslations
from pathlib import Path
from time import perf_counter

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.cards.facts import lookup
from questions.catalogue import Catalogue, compile_catalogue
from questions.fold import squash
from questions.search import find, nearest

CALLS = 1000
SCANS = 200
SEED = 4
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONG = 8


def timed(name: str, texts: Iterable[str], call: Callable[[str], object]) -> None:
    """Print what one call costs for these texts."""
    times: list[float] = []
    for text in texts:
        begun = perf_counter()
        call(text)
        times.append((perf_counter() - begun) * 1000)
    if not times:
        return
    times.sort()
    percentile = times[int(len(times) * 0.99)]
    print(f"{name:36}{len(times):7}{statistics.median(times):10.3f}{percentile:10.3f}{times[-1]:10.3f}")


def slipped(name: str, chance: random.Random) -> str:
    """Return a name with a letter left out, added, changed, or swapped with the next."""
    place = chance.randrange(len(name))
    before, after, other = name[:place], name[place + 1 :], chance.choice(LETTERS)
    swapped = before + after[:1] + name[place] + after[1:]
    return chance.choice([before + after, before + other + name[place:], before + other + after, swapped])


def shuffled(name: str, chance: random.Random) -> str:
    """Return three words of a name in any order, the last unfinished, one with a slip."""
    words = name.split()
    chosen = chance.sample(words, min(3, len(words)))
    return " ".join([slipped(chosen[0], chance), *chosen[1:]])[:-1]


def nonsense(chance: random.Random) -> str:
    """Return letters that mean nothing, in one to four words."""
    return " ".join(
        "".join(chance.choices(LETTERS, k=chance.randint(3, 10))) for _ in range(chance.randint(1, 4))
    )


def ways(names: Sequence[str], sentences: Sequence[str], chance: random.Random) -> dict[str, list[str]]:
    """Return what is typed, by the way it is to be found."""
    some = chance.sample(names, min(CALLS, len(names)))
    told = chance.sample(sentences, min(CALLS, len(sentences)))
    return {
        "exact": some,
        "beginning": [name[: chance.randint(1, len(name))] for name in some],
        "one or two letters": [*LETTERS, *(one + other for one in LETTERS for other in "aeiourstn")],
        "one typo": [slipped(name, chance) for name in some],
        "two typos": [slipped(slipped(name, chance) or name, chance) for name in some if len(name) >= LONG],
        "words in any order, one typo": [shuffled(name, chance) for name in some],
        "sentence with a typo": [slipped(sentence, chance) for sentence in told],
        "nothing found": [nonsense(chance) for _ in range(CALLS)],
    }


def scan(forms: Sequence[str], text: str) -> object:
    """Return the nearest names by comparing with every one."""
    return process.extract(squash(text), forms, scorer=OSA.distance, score_cutoff=2, limit=25)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else compile_catalogue(target_folder=Path(folder))
        catalogue = Catalogue.open(given)
        rows = catalogue.rows("SELECT text, type = 'event' FROM name JOIN entity USING (n) ORDER BY n, seq")
        names = [text for text, is_event in rows if not is_event]
        typed = ways(names, [text for text, is_event in rows if is_event], random.Random(SEED))
        forms = [squash(text) for text, _ in rows]
        films = len(catalogue.films())
        print(f"{films} films, {len(rows)} names")
        print(f"{'':36}{'calls':>7}{'median':>10}{'p99':>10}{'longest':>10}")
        for way, texts in typed.items():
            timed(f"find: {way}", texts, lambda text: find(catalogue, text))
        for way in ("one typo", "beginning"):
            timed(f"find a film: {way}", typed[way], lambda text: find(catalogue, text, ("film",)))
        for way in ("nothing found", "two typos"):
            timed(f"nearest: {way}", typed[way], lambda text: nearest(catalogue, text))
        words = NullTranslations()
        for way in ("one typo", "beginning", "one or two letters"):
            timed(
                f"autocomplete: {way}",
                typed[way],
                lambda text: list(lookup.choices(catalogue, text, "about", "en", words)),
            )
        timed("rapidfuzz, all names: one typo", typed["one typo"][:SCANS], lambda text: scan(forms, text))
        catalogue.close()


if __name__ == "__main__":
    main()

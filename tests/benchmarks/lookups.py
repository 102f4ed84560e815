"""What finding names costs as a catalogue grows: `python -m tests.benchmarks.lookups [FILMS or FILE ...]`, by hand.

Prints for the shipped library and for made ones (10,000 and 300,000 films unless other numbers, or compiled catalogues,
are given) milliseconds per call, median, 99th percentile and longest, for each way of finding a name, for completing as
people type, for how long an event loop was held up by it, and beside them what a scan of all names by rapidfuzz costs
in the same run; then what a question costs, and compiling. Times are the processor's, so that other work on the machine
does not count. No second call asks for the same text. The first run writes the made catalogues into
the user's cache folder, which takes minutes.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from random import Random
from time import thread_time

from platformdirs import user_cache_path
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.cards.facts import lookup
from bot.cards.facts.worded import worded
from bot.turns import in_turns
from questions.catalogue import Catalogue, Entity, compile_catalogue
from questions.fold import squash
from questions.picker import pick
from questions.property import ENTITY_TYPES
from questions.search import called, find, nearest
from questions.steps import Steps, finished
from tests.benchmarks.many_films import cost_of, made_catalogue
from tests.benchmarks.measuring import Column, in_order, printed, resident

FILMS = (10_000, 300_000)
BLOCK = 1 << 24
CALLS = 1000
PICKS = 300
SCANS = 10
SEED = 4
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEAST, LONG = 6, 9
"""Letters of names in which one slip is made, and two."""

TOLD = 20
"""Entities of a type of which everything is told."""

AT_ONCE = 4
"""Entities of one name that are looked at where one is meant."""

COMPLETED = (1, 2, 3, 4, 5, 7)
"""Letters of a word after which it is completed."""


def timed(texts: Iterable[str], call: Callable[[str], object]) -> list[float]:
    """Return what each call costs, in milliseconds."""
    times: list[float] = []
    for text in texts:
        begun = thread_time()
        call(text)
        times.append((thread_time() - begun) * 1000)
    return times


def slipped(name: str, chance: Random) -> str:
    """Return a name with a letter left out, added, changed, or swapped with the next."""
    place = chance.randrange(len(name))
    before, after, other = name[:place], name[place + 1 :], chance.choice(LETTERS)
    swapped = before + after[:1] + name[place] + after[1:]
    return chance.choice([before + after, before + other + name[place:], before + other + after, swapped])


def shuffled(name: str, chance: Random) -> str:
    """Return three words of a name in any order, the last unfinished, one with a slip."""
    words = name.split()
    chosen = chance.sample(words, min(3, len(words)))
    return " ".join([slipped(chosen[0], chance), *chosen[1:]])[:-1]


def nonsense(chance: Random) -> str:
    """Return letters that mean nothing, in one to four words."""
    return " ".join(
        "".join(chance.choices(LETTERS, k=chance.randint(3, 10))) for _ in range(chance.randint(1, 4))
    )


def sampled(catalogue: Catalogue, chance: Random) -> list[tuple[str, int | None]]:
    """Return so many films and people by chance, known or not, each with the year it may have."""
    ((most,),) = catalogue.rows("SELECT max(n) FROM entity")
    found: dict[str, int | None] = {}
    for n in chance.sample(range(1, most + 1), min(most, 20 * CALLS)):
        rows = catalogue.rows("SELECT name, year FROM entity WHERE n = ? AND type IN ('film', 'person')", n)
        found.update((name, year) for name, year in rows if len(name) >= LEAST)
        if len(found) == CALLS:
            break
    return list(found.items())


def beginnings(names: Sequence[str], length: int) -> list[str]:
    """Return the first letters of the words of names, each once."""
    words = (word for name in names for word in name.casefold().split())
    return list(dict.fromkeys(word[:length] for word in words if len(word) >= length))[:CALLS]


def ways(names: Sequence[tuple[str, int | None]], chance: Random) -> dict[str, list[str]]:
    """Return what is typed, by the way it is to be found."""
    some = [name for name, _ in names]
    completed = {f"completed from {length}": beginnings(some, length) for length in COMPLETED}
    typed = {
        **completed,
        "beginning of a name": [name[: chance.randint(1, len(name))] for name in some],
        "beginnings of two words": [
            f"{name.split()[-1][:5]} {name.split()[0][:4]}" for name in some if " " in name
        ],
        "name and year": [f"{name} {year}" for name, year in names if year],
        "word and year": [f"{name.split()[0]} {year}" for name, year in names if year],
        "two slips": [slipped(slipped(name, chance), chance) for name in some if len(name) >= LONG],
        "words in any order, a slip": [shuffled(name, chance) for name in some],
        "nothing found": [nonsense(chance) for _ in range(CALLS)],
    }
    return {way: list(dict.fromkeys(texts)) for way, texts in typed.items()}


def is_right(catalogue: Catalogue, typed: str, meant: str) -> bool:
    """Return whether what is found first is the name meant, or one that is as near to what was typed."""
    found = find(catalogue, typed, limit=1)
    if not found:
        return False
    form, first = squash(typed), squash(found[0].name)
    return first == squash(meant) or OSA.distance(form, first) <= OSA.distance(form, squash(meant))


async def held_up(works: Iterable[Steps[object]]) -> list[float]:
    """Return for how long an event loop stood still, each time that it did, while some work is done, in milliseconds."""
    gaps: list[float] = []

    async def tick() -> None:
        last = thread_time()
        while True:
            await asyncio.sleep(0)
            gaps.append((thread_time() - last) * 1000)
            last = thread_time()

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    for work in works:
        await in_turns(work)
    ticking.cancel()
    return gaps


async def held_up_by_answers(catalogue: Catalogue) -> list[float]:
    """Return for how long an event loop stood still while /fact tells of the best known of each type, in milliseconds."""
    best = [entity for kind in ENTITY_TYPES for entity in catalogue.entities(kind, TOLD)]
    return await held_up(telling(catalogue, entity) for entity in best)


def telling(catalogue: Catalogue, entity: Entity) -> Steps[object]:
    """Return, in steps, all that is known of an entity in words."""
    known = yield from lookup.ask(catalogue, "about", entity.id, "", "en")
    return (yield from worded(catalogue, known, "en", NullTranslations()))


def scans(catalogue: Catalogue, texts: Sequence[str]) -> list[float]:
    """Return what comparing with all names costs."""
    forms = [squash(text) for (text,) in catalogue.rows("SELECT text FROM name")]
    scan = partial(process.extract, scorer=OSA.distance, score_cutoff=2, limit=25)
    return timed(texts, lambda text: scan(squash(text), forms))


def looked_up(catalogue: Catalogue, column: Column) -> None:
    """Measure every way of finding."""
    chance = Random(SEED)
    names = sampled(catalogue, chance)
    some = [name for name, _ in names]
    meant = {slipped(name, chance): name for name in some}
    typed = ways(names, chance)
    held = resident()
    column.tell("exact name", in_order(timed(some, lambda text: find(catalogue, text, limit=1))))
    others = sampled(catalogue, chance)
    namesakes = timed([name for name, _ in others], lambda text: called(catalogue, text, limit=AT_ONCE))
    column.tell("exact name, with namesakes", in_order(namesakes))
    half = len(some) // 2
    column.tell("what a name stands for", in_order(timed(some[:half], partial(meaning, catalogue))))
    column.tell("a slip", in_order(timed(meant, lambda text: find(catalogue, text))))
    right = [is_right(catalogue, text, name) for text, name in meant.items()]
    column.tell("a slip: right name first", f"{sum(right) / len(right):.1%}")
    column.tell("a slip, films alone", in_order(timed(meant, lambda text: find(catalogue, text, ("film",)))))
    for way, texts in typed.items():
        column.tell(way, in_order(timed(texts, lambda text: find(catalogue, text))))
    column.tell("nearest names", in_order(timed(typed["nothing found"], partial(nearest, catalogue))))
    complete = partial(completed, catalogue)
    for way in ("completed from 2", "completed from 4", "two slips"):
        column.tell(f"choices: {way}", in_order(timed(typed[way], complete)))
    everything = [text for texts in (meant, *typed.values()) for text in texts]
    tried = chance.sample(everything, min(CALLS, len(everything)))
    gaps = asyncio.run(held_up(choosing(catalogue, text) for text in tried))
    column.tell("loop held up by choices", in_order(gaps))
    column.tell("loop held up by answers", in_order(asyncio.run(held_up_by_answers(catalogue))))
    column.tell("memory grown, MB", f"{resident() - held:.1f}")
    column.tell("rapidfuzz, all names: a slip", in_order(scans(catalogue, list(meant)[:SCANS])))


def meaning(catalogue: Catalogue, text: str) -> object:
    """Return the entity that /fact takes a name for."""
    return finished(lookup.resolve(catalogue, text, "about"))


def completed(catalogue: Catalogue, text: str) -> object:
    """Return the choices of /fact for what is typed."""
    return finished(choosing(catalogue, text))


def choosing(catalogue: Catalogue, text: str) -> Steps[list[tuple[str, str]]]:
    """Return these choices in steps, as the bot makes them."""
    return lookup.choices(catalogue, text, "about", "en", NullTranslations())


def measured(path: Path) -> Column:
    """Return the column of one catalogue; its file is read through first, so that no disk is measured."""
    with path.open("rb") as file:
        while file.read(BLOCK):
            pass
    catalogue = Catalogue.open(path)
    column = Column(catalogue.rows("SELECT count(*) FROM seat")[0][0])
    ((names,),) = catalogue.rows("SELECT count(*) FROM name")
    column.tell("names", f"{names:,}")
    seconds, megabytes = cost_of(path) or (None, None)
    column.tell("compiling, seconds", "–" if seconds is None else f"{seconds:,.0f}")
    column.tell("compiling, memory, MB", "–" if megabytes is None else f"{megabytes:,.0f}")
    column.tell("file, MB", f"{path.stat().st_size / 1e6:,.0f}")
    chance = Random(SEED)
    pick(catalogue, SEED)
    seeds = [str(chance.getrandbits(32)) for _ in range(PICKS)]
    column.tell("a question", in_order(timed(seeds, lambda seed: pick(catalogue, int(seed)))))
    gc.collect()
    gc.freeze()  # as the bot does when it has started
    looked_up(catalogue, column)
    catalogue.close()
    return column


def main() -> None:
    """Print the table."""
    folder = user_cache_path("marquee", appauthor=False) / "benchmarks"
    given = sys.argv[1:] or [str(size) for size in FILMS]
    paths = [compile_catalogue(target_folder=folder)]
    paths += [made_catalogue(int(one), folder) if one.isdigit() else Path(one) for one in given]
    printed([measured(path) for path in paths])


if __name__ == "__main__":
    main()

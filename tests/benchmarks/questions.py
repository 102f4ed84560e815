"""What a proved question costs as the library grows: `python -m tests.benchmarks.questions [FILMS ...]`, by hand.

Prints for the shipped library and for made ones (300,000 films unless other numbers are given) milliseconds per
question, median and 99th percentile, of every kind and of all together, and the memory held before and after 10,000
questions; beside them what it costs to draw a ready-made question from a list of as many as a known public one has, and
to load such a list. Times are the processor's, so that other work on the machine does not count; every figure is told
on the way. The first run writes the made catalogues into the user's cache folder, which takes minutes.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from time import thread_time

from platformdirs import user_cache_path

from questions.catalogue import Catalogue, compile_catalogue
from questions.kinds import KINDS
from questions.picker import in_a_row, pick
from questions.question import Question
from questions.ways import askable
from tests.benchmarks.many_films import made_catalogue
from tests.benchmarks.measuring import Column, resident

FILMS = (300_000,)
CALLS = 2_000
OF_KIND = 300
LONG_RUN = 10_000
LISTED = 14_655
SEED = 11


def timed(call: Callable[[int], object], calls: int) -> str:
    """Return the median and the 99th percentile of so many calls in milliseconds, and how many gave nothing."""
    times: list[float] = []
    empty = 0
    for number in range(calls):
        begun = thread_time()
        empty += call(number) is None
        times.append((thread_time() - begun) * 1000)
    times.sort()
    if empty == calls:
        return "–"
    return f"{statistics.median(times):8.3f} {times[int(calls * 0.99)]:8.2f}"


def measured(path: Path) -> Column:
    """Return the column of one catalogue, in the order of its rows."""
    held = resident()
    begun = thread_time()
    catalogue = Catalogue.open(path)
    opened = thread_time()
    pick(catalogue, SEED)
    asked = thread_time()
    column = Column(catalogue.rows("SELECT count(*) FROM seat")[0][0])
    column.tell("opening, ms", f"{(opened - begun) * 1000:17.2f}")
    column.tell("first question, ms", f"{(asked - opened) * 1000:17.2f}")
    column.tell("facts to ask about", f"{askable(catalogue, None):17,}")
    column.tell("resident MB before opening", f"{held:17.1f}")
    rng = Random(SEED)
    first = [pick(catalogue, rng.getrandbits(32)) for _ in range(500)]
    column.tell("questions of 500", f"{sum(question is not None for question in first):17}")
    column.tell("any kind", timed(lambda _: pick(catalogue, rng.getrandbits(32)), CALLS))
    for kind in KINDS:
        column.tell(kind, timed(lambda _: pick(catalogue, rng.getrandbits(32), kind=kind), OF_KIND))  # noqa: B023
    for done in range(0, LONG_RUN + 1, LONG_RUN // 2):
        column.tell(f"resident MB, {done:,} more", f"{resident():17.1f}")
        for _ in range(LONG_RUN // 2 if done < LONG_RUN else 0):
            pick(catalogue, rng.getrandbits(32))
    catalogue.close()
    return column


def ready_made(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    """Yield ready-made questions as a public list has them: words, answer, wrong answers."""
    asked: list[Question] = list(islice(in_a_row(catalogue, SEED, kind="single_fact"), 400))
    for number in range(LISTED):
        question = asked[number % len(asked)]
        wrong = [choice for choice in question.choices or () if choice != question.answer]
        yield {
            "category": "Entertainment: Film",
            "difficulty": "medium",
            "question": f"{question.stem} ({number})",
            "correct_answer": question.answer,
            "incorrect_answers": wrong,
        }


def drawn(listed: list[dict[str, object]], rng: Random) -> object:
    """Return a ready-made question with its choices shuffled."""
    question = rng.choice(listed)
    wrong = question["incorrect_answers"]
    choices = [question["correct_answer"], *(wrong if isinstance(wrong, list) else [])]
    rng.shuffle(choices)
    return question, choices


def main() -> None:
    """Print the table."""
    folder = user_cache_path("marquee", appauthor=False) / "benchmarks"
    shipped = compile_catalogue(target_folder=folder)
    sizes = [int(size) for size in sys.argv[1:]] or FILMS
    paths = [shipped, *(made_catalogue(size, folder) for size in sizes)]
    columns = [measured(path) for path in paths]
    print(f"{'':32}" + "".join(f"{column.films:>15,} films" for column in columns))
    print(f"{'milliseconds':32}" + "   median      p99  " * len(columns))
    for row in columns[0].cells:
        print(f"{row:32}" + "".join(f"{column.cells[row]:>19}  " for column in columns))
    text = json.dumps(list(ready_made(Catalogue.open(shipped))))
    listed: list[dict[str, object]] = json.loads(text)
    rng = Random(SEED)
    print(f"\n{f'ready-made, drawn from {LISTED:,}':32}{timed(lambda _: drawn(listed, rng), CALLS):>19}")
    print(
        f"{f'loading these, {len(text) / 1e6:.1f} MB of JSON':32}{timed(lambda _: json.loads(text), 50):>19}"
    )


if __name__ == "__main__":
    main()

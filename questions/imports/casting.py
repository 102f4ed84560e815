"""Lists of players that were cut out of pages: names stay, and what is left of sentences between them goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from questions.imports.prose import JUNIOR, NAME, NO_NAME
from questions.imports.report import Report

OFTEN_ENOUGH = 3
"""Films in which a single word must stand among the players to be a person's name, as Cher's and Mako's do."""

FILLERS = frozenset(
    [
        "and",
        "with",
        "voices",
        "of",
        "narrated",
        "by",
        "cast:",
        "narrator",
        "narration",
        "kids",
        "cartoon",
        "orchestra",
        "the",
        "various",
        "cameos",
        "many",
    ]
)


def is_filler(entry: str) -> bool:
    """Return whether an entry is a word between names, such as "(voices of)", which says nothing of the others."""
    words = entry.lower().strip("()[]&?. ").split()
    return all(word in FILLERS for word in words) or (entry[:1] in "([" or entry[-1:] in ")]")


def players(
    entries: Sequence[str], documentary: bool, films_of: Callable[[str], int], report: Report
) -> Iterator[str]:
    """Yield the people of a list; where one entry is the end of a sentence, the whole list is what a film is about."""
    if any(entry[:1].islower() and " " in entry and not is_filler(entry) for entry in entries):
        report.leave_out("star: a list of what a film is about", ", ".join(entries))
        return
    for entry in dict.fromkeys(entries):
        name = JUNIOR.sub(r" \1.", entry)
        single = name.isalpha() and name[0].isupper() and films_of(entry) >= OFTEN_ENOUGH
        whole = NAME.fullmatch(name) is not None and not NO_NAME & set(name.split())
        if not (single or whole):
            report.leave_out("star: what does not read as a person's name", entry)
        elif documentary and films_of(entry) < OFTEN_ENOUGH - 1:
            report.leave_out("star: a name in a documentary that plays in no other film", entry)
        else:
            yield name

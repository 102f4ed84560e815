"""Cutting text: its length as Discord counts, and cuts that part no letter and leave no markup open."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import regex  # the library comes without types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ELLIPSIS = "…"
LAST_CHARACTERS = 20  # a word's end is looked for in so many; further back, too much would be lost
LOOSE_ENDS = frozenset(" \t\n,;:·–—-([{「『（、")
"""What nobody writes before an ellipsis."""

PAIRS = ("**", "__", "~~", "||")
FIRST_ISOLATE, LAST_ISOLATE = "\u2066", "\u2068"
END_OF_ISOLATE = "\u2069"

_letters: Callable[[str], list[str]] = regex.compile(r"\X").findall
_units: Callable[[str], list[str]] = regex.compile(
    r"\\\X"  # an escape
    r"|\[(?:\\.|[^\]\\\n])*\]\([^)\s]*\)"  # a link
    r"|<[@#:/ta][^<>\s]{0,100}>"  # a mention, an emoji, a time
    r"|\*\*|__|~~|\|\|"
    r"|\X"
).findall


def size(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Discord's apps count; never below code points."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def graphemes(text: str) -> list[str]:
    """Return the letters as people see them, one by one: a base with its marks, a joined emoji, a flag."""
    return list(text) if text.isascii() and "\r" not in text else _letters(text)


def cut(text: str, limit: int) -> str:
    """Return as much of a text as fits in `limit` UTF-16 units, ended by … where something is missing.

    It ends after a word where one ends in the last 20 characters, else between letters.
    """
    if size(text) <= limit:
        return text
    letters = graphemes(text)
    return "".join(_shortened(letters, limit)) + ELLIPSIS


def cut_markup(text: str, limit: int) -> str:
    """Return as much of a text in markup as fits, cut like any text; an escape, a link and a mention stay whole.

    What is open where the cut falls (bold, underlined, isolated) is closed behind the ellipsis.
    """
    if size(text) <= limit:
        return text
    units = _units(text)
    room = limit
    while True:
        kept = _without_loose_opening(_shortened(units, room))
        whole = "".join((*kept, ELLIPSIS, *reversed(_open(kept))))
        if size(whole) <= limit or room <= 0:
            return whole
        room -= size(whole) - limit


def _shortened(units: Sequence[str], limit: int) -> Sequence[str]:
    """Return the first units, so few that an ellipsis fits behind them."""
    room, count = limit - size(ELLIPSIS), 0
    while count < len(units) and (room := room - size(units[count])) >= 0:
        count += 1
    count = _end_of_word(units, count)
    while count and units[count - 1] in LOOSE_ENDS:
        count -= 1
    return units[:count]


def _end_of_word(units: Sequence[str], count: int) -> int:
    """Return after how many units, `count` at most, the last word ends; `count` where that is too far back."""
    passed = 0
    for end in range(count, 0, -1):
        if end < len(units) and units[end][0].isspace():
            return end
        passed += len(units[end - 1])
        if passed > LAST_CHARACTERS:
            break
    return count


def _open(units: Iterable[str]) -> list[str]:
    """Return what would close the marks that are open after these units, in the order they were opened."""
    closers: list[str] = []
    for unit in units:
        closer = END_OF_ISOLATE if FIRST_ISOLATE <= unit[0] <= LAST_ISOLATE else unit
        if unit in closers:
            closers.remove(unit)
        elif unit in PAIRS or closer is END_OF_ISOLATE:
            closers.append(closer)
    return closers


def _without_loose_opening(units: Sequence[str]) -> Sequence[str]:
    """Return the units without marks at their end that were only just opened."""
    end = len(units)
    while end and _opens(units[: end - 1], units[end - 1]):
        end -= 1
    return units[:end]


def _opens(before: Sequence[str], unit: str) -> bool:
    return len(_open(chain(before, (unit,)))) > len(_open(before))

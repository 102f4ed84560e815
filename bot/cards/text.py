"""Text on a card: names made harmless, lists that stop before they are too long."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.cards.cutting import ELLIPSIS, cut, cut_markup, graphemes, size
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from gettext import NullTranslations

IN_A_ROW = N_("{first} {second}")
"""Two sentences; some languages have no space between them."""

LABEL_LIMIT = 80  # a button's label
CHOICE_LIMIT = 100  # the name or value of an autocomplete choice
MOST_MARKS = 4  # on one letter: Vietnamese and Hebrew need three, stacks of accents climb over other lines

_SYNTAX = re.compile(r"[\\*_~|`<\[\]@]|:(?=//)|^[-+#>]")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_PINGS_ALL = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_BIDI_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def clean(text: str) -> str:
    """Return a text on one line, without control characters, stacks of marks and turns of direction."""
    spaced = " ".join(_BIDI_CONTROLS.sub("", text).split())
    shown = "".join(one for one in spaced if unicodedata.category(one) not in {"Cc", "Cs", "Cn"})
    return "".join(_few_marks(letter) for letter in graphemes(shown)).strip()


def _few_marks(letter: str) -> str:
    kept, marks = "", 0
    for character in letter:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        kept += character if marks <= MOST_MARKS else ""
    return kept


def plain(text: str, limit: int = 4000) -> str:
    """Return a phrase that shows as it is, no markdown, mention or link; at most `limit` UTF-16 units."""
    whole = clean(text) or (ELLIPSIS if text else "")
    room = limit
    harmless = _harmless(cut(whole, room))
    while size(harmless) > limit:  # escaping made it longer
        room -= max(1, (size(harmless) - limit) // 2)
        harmless = _harmless(cut(whole, room))
    return harmless


def _harmless(text: str) -> str:
    escaped = _SYNTAX.sub(r"\\\g<0>", text)
    escaped = _NUMBERED.sub(r"\1\\\2", escaped)  # or Discord makes a list of it and counts anew
    escaped = _PINGS_ALL.sub("@\u200b", escaped)  # a backslash does not stop these two
    # isolates keep a right-to-left name from turning the words and numbers around it
    return f"\u2068{escaped}\u2069" if _RIGHT_TO_LEFT.search(escaped) else escaped


def label(text: str, limit: int = LABEL_LIMIT) -> str:
    """Return a button's label: plain text, at most 80 long unless `limit` says otherwise."""
    return cut(clean(text), limit) or ELLIPSIS


def fit(lines: Iterable[str], limit: int, more: Callable[[int], str], separator: str = "\n") -> str:
    """Return as many of the lines as fit in `limit`; where some do not, `more(how many)` is the last one."""
    every = list(lines)
    whole = separator.join(every)
    if size(whole) <= limit:
        return whole
    ends = [0, *accumulate(size(line) + size(separator) for line in every)]
    for count in reversed(range(len(every))):
        last = more(len(every) - count)
        if ends[count] + size(last) <= limit:
            break
    return cut_markup(separator.join([*every[:count], last]), limit)


def in_a_row(sentences: Iterable[str], words: NullTranslations) -> str:
    """Return sentences one after the other, with between them what a language has there."""
    return words.gettext(IN_A_ROW).format(first="", second="").join(sentences)

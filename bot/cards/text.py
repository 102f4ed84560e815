"""Text on a card: names made harmless, cuts that part no letter, lists that stop before they are too long."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ELLIPSIS = "…"
LABEL_LIMIT = 80  # a button's label
CHOICE_LIMIT = 100  # the name or value of an autocomplete choice
JOINER = "\u200d"
MOST_MARKS = 4  # on one letter: Vietnamese and Hebrew need three, stacks of accents climb over other lines
LONGEST_LETTER = 32  # UTF-16 units: the longest joined emoji have 15, chains without end are nobody's letter

_SYNTAX = re.compile(r"[\\*_~|`<\[\]@]|:(?=//)|^[-+#>]")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_PINGS_ALL = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_BIDI_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def size(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Discord's apps count; never below code points."""
    return len(text) + sum(character > "\uffff" for character in text)


def graphemes(text: str) -> Iterator[str]:
    """Return the letters as people see them, one by one: a base with its marks, a joined emoji, a flag."""
    cluster = ""
    for character in text:
        if cluster and not _belongs(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _belongs(cluster: str, character: str) -> bool:
    if size(cluster) >= LONGEST_LETTER:
        return False
    if cluster.endswith(JOINER) or character == JOINER:
        return True
    if unicodedata.category(character).startswith("M") or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    return len(cluster) == 1 and _is_flag_half(cluster) and _is_flag_half(character)


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def cut(text: str, limit: int) -> str:
    """Return as much of a text as fits in `limit` UTF-16 units, ended by … at a word or between letters."""
    if size(text) <= limit:
        return text
    kept, room = "", limit - size(ELLIPSIS)
    for letter in graphemes(text):
        room -= size(letter)
        if room < 0:
            break
        kept += letter
    ends_a_word = text[len(kept)].isspace()
    at_word = (kept if ends_a_word else kept.rpartition(" ")[0]).rstrip()
    # a last word that takes half the room is cut through: it is one long word, or a language without spaces
    return (at_word if 2 * len(at_word) > len(kept) else kept) + ELLIPSIS


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


def label(text: str) -> str:
    """Return a button's label: plain text, at most 80."""
    return cut(clean(text), LABEL_LIMIT) or ELLIPSIS


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
    return cut(separator.join([*every[:count], last]), limit)

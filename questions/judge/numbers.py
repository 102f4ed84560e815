"""Numbers, years and dates as people write them: 12k, twelve thousand, XII, '95, 18 July 1996."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.judge.words import MONTHS, ORDINALS, SCALES, TENS, UNITS

ROMAN = re.compile(r"(?=[xvi])x{0,3}(ix|iv|v?i{0,3})")
ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
YEARS = range(1888, 2101)
"""Years a film can be of: from the first film on."""

GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,.\u00a0\u202f'’]\d{3})+(?![\d])")
DECIMALS = re.compile(r"(\d)\.0+\b")
SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mio": 1_000_000, "bn": 1_000_000_000}
"""Letters behind a figure that stand for thousands and millions; a lone m behind a figure is metres as often."""

SCALED = re.compile(r"(\d+(?:\.\d+)?)\s*(k|mn|mio|bn|thousand|million|billion)\b")
EAST = {"万": 10_000, "億": 100_000_000}
EASTERN = re.compile(r"(\d+(?:\.\d+)?)([万億])")
DATE = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$")
REVERSED = re.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")
JAPANESE_DAY = re.compile(r"^(\d{1,2})月(\d{1,2})日$")
SHORT_YEAR = re.compile(r"^['’](\d\d)$")


def roman(word: str) -> int | None:
    """Return the number a Roman numeral below 40 stands for, or None where the word is none."""
    if not ROMAN.fullmatch(word):
        return None
    digits = [ROMAN_DIGITS[letter] for letter in word]
    return sum(
        -digit if any(later > digit for later in digits[place + 1 : place + 2]) else digit
        for place, digit in enumerate(digits)
    )


def in_figures(words: Sequence[str]) -> list[str]:
    """Return words with every run of number words as one number in figures, ordinals as 1st, 2nd."""
    found: list[str] = []
    place = 0
    while place < len(words):
        end, number = counted(words, place)
        if number is None:
            found.append(ORDINALS.get(words[place], words[place]))
            place += 1
        else:
            found.append(str(number))
            place = end
    return found


def counted(words: Sequence[str], start: int) -> tuple[int, int | None]:
    """Return where the number word run that begins at a place ends, and its number; None where none begins there."""
    total, current, end, seen = 0, 0, start, False
    last = 0  # the word before: "nineteen ninety" is two numbers side by side, "ninety two" is one
    while end < len(words):
        word = words[end]
        if word in UNITS or word in TENS:
            size = UNITS.get(word, TENS.get(word, 0))
            if seen and not fits(last, size):
                if not (10 <= current <= 99 and total == 0 and size >= 10):
                    break
                current *= 100  # nineteen ninety-six
            current, last = current + size, size
        elif word in SCALES and seen:
            scale = SCALES[word]
            if scale == SCALES["hundred"]:
                current *= scale
            else:
                total, current = total + current * scale, 0
            last = scale
        elif word == "and" and seen and last >= SCALES["hundred"] and end + 1 < len(words):
            if words[end + 1] not in UNITS and words[end + 1] not in TENS:
                break
        else:
            break
        seen, end = True, end + 1
    return end, (total + current if seen else None)


def fits(last: int, size: int) -> bool:
    """Return whether a number word may follow another within one number: units after tens, anything after hundreds."""
    return last >= SCALES["hundred"] or (last >= 20 and size < 10 and size > 0)


def numbers_in(text: str) -> list[float]:
    """Return every number a text names, in figures, words or Roman numerals, in its order."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), plain)
    plain = DECIMALS.sub(r"\1", plain)
    plain = SCALED.sub(lambda found: f"{whole(float(found[1]) * scale_of(found[2]))} ", plain)
    plain = EASTERN.sub(lambda found: whole(float(found[1]) * EAST[found[2]]), plain)
    words = re.findall(r"\d+(?:\.\d+)?|[^\W\d]+", plain)
    found: list[float] = []
    for word in in_figures(words):
        if re.fullmatch(r"\d+(\.\d+)?(st|nd|rd|th)?", word):
            found.append(float(re.sub(r"[a-z]+$", "", word)))
        elif (number := roman(word)) is not None:
            found.append(float(number))
    return found


def scale_of(word: str) -> int:
    """Return what a word or letter behind a figure multiplies it by."""
    return SHORT.get(word) or SCALES[word]


def whole(number: float) -> str:
    """Return a number in figures, without decimals where it has none."""
    return str(int(number)) if number == int(number) else str(number)


def same_number(asked: str, given: str) -> bool:
    """Return whether a text names exactly one number, and it is the one asked for."""
    wanted, named = numbers_in(asked), numbers_in(given)
    return len(wanted) == 1 and wanted == named


def same_year(asked: str, given: str) -> bool:
    """Return whether a text names exactly one year, and it is the one asked for; '95 stands for the asked century's."""
    wanted = numbers_in(asked)
    short = SHORT_YEAR.match(given.strip())
    if short and len(wanted) == 1:
        return wanted[0] % 100 == int(short[1])
    return len(wanted) == 1 and numbers_in(given) == wanted


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as far as somebody says it: the year may be left out."""

    year: int | None
    month: int
    day: int


def days_in(text: str) -> set[Day]:
    """Return the dates a text may mean: 5/7/1996 means two, 18 July 1996 one, "last summer" none."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip()
    if found := JAPANESE_DAY.match(plain):
        return {Day(None, int(found[1]), int(found[2]))}
    if found := DATE.search(plain):
        return {Day(int(found[1]), int(found[2]), int(found[3]))}
    if found := REVERSED.match(plain):
        one, other, year = (int(part) for part in found.groups())
        return {Day(year, month, day) for month, day in ((one, other), (other, one)) if month in range(1, 13)}
    return set(spoken(re.findall(r"\d+|[^\W\d]+", plain)))


def spoken(words: Sequence[str]) -> Iterator[Day]:
    """Yield the date in which a month is named in words, if there is exactly one day and one year at most."""
    months = [MONTHS[word] for word in words if word in MONTHS]
    figures = [int(word) for word in in_figures(words) if word.isdecimal()]
    days = [number for number in figures if number in range(1, 32)]
    years = [number for number in figures if number in YEARS]
    if len(months) == 1 and len(days) == 1 and len(years) <= 1 and len(figures) == len(days) + len(years):
        yield Day(years[0] if years else None, months[0], days[0])

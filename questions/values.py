"""The plain types of values: each turns what a file holds into its one stored form, or says what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from babel import Locale, UnknownLocaleError

from questions.fault import suggestion
from questions.property import ENTITY_TYPES
from questions.record import Plain

ENGLISH = Locale("en")
MEASURES = ("distribution", "gross", "rentals", "box office")
RELEASE_KINDS = ("cinema", "video", "television", "festival", "streaming")
YEARS = range(1880, 2101)
PARTIAL_DATE = re.compile(r"(\d{4})(-(0[1-9]|1[0-2]))?")


class WrongValue(Exception):
    """A value that is not of its type; the message says what to write instead."""


def text(value: object) -> str:
    """Return a text without blanks around it; raises WrongValue for anything else or for an empty one."""
    if not isinstance(value, str) or not value.strip():
        raise WrongValue(f"expected a text in quotes, not {value!r}")
    if value != value.strip() or "  " in value:
        raise WrongValue(f"take the extra blanks out of {value!r}")
    return value


def number(value: object) -> int:
    """Return a whole number of zero or more; raises WrongValue."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise WrongValue(f"expected a whole number without quotes, not {value!r}")
    return value


def year(value: object) -> int:
    """Return a year from 1880 to 2100; raises WrongValue."""
    if isinstance(value, bool) or not isinstance(value, int) or value not in YEARS:
        raise WrongValue(f"expected a year such as 1996, not {value!r}")
    return value


def day(value: object) -> str:
    """Return a date in ISO form of its own precision (day, month or year); raises WrongValue."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(year(value))
    if isinstance(value, str) and PARTIAL_DATE.fullmatch(value):
        year(int(value[:4]))
        return value
    raise WrongValue(f"expected a date such as 1996-07-13, '1996-07' or 1996, not {value!r}")


def flag(value: object) -> bool:
    """Return True; raises WrongValue for anything else, since a flag that is false is left out."""
    if value is not True:
        raise WrongValue("expected true; where it is not so, leave it out")
    return True


def country(value: object) -> str:
    """Return a country's ISO 3166 code; raises WrongValue for a code that no country has."""
    code = text(value)
    if code not in ENGLISH.territories or not code.isalpha():
        raise WrongValue(f"expected a country's two-letter code such as 'JP', not {code!r}")
    return code


def language(value: object) -> str:
    """Return a language's code; raises WrongValue for one that no language has."""
    code = text(value)
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise WrongValue(f"expected a language's code such as 'ja' or 'en', not {code!r}") from None
    return code


def currency(value: object) -> str:
    """Return a currency's ISO 4217 code; raises WrongValue for one that does not exist."""
    code = text(value)
    if code not in ENGLISH.currencies:
        raise WrongValue(f"expected a currency's code such as 'JPY', not {code!r}")
    return code


def one_of(words: tuple[str, ...]) -> Callable[[object], str]:
    """Return a reader that takes exactly these words."""

    def read(value: object) -> str:
        word = text(value)
        if word not in words:
            raise WrongValue(f"{word!r} is not one of the words allowed here.{suggestion(word, words)}")
        return word

    return read


READERS: dict[str, Callable[[object], Plain]] = {
    "text": text,
    "name": text,
    "number": number,
    "money": number,
    "year": year,
    "date": day,
    "flag": flag,
    "country": country,
    "language": language,
    "currency": currency,
    "measure": one_of(MEASURES),
    "release kind": one_of(RELEASE_KINDS),
    **dict.fromkeys(ENTITY_TYPES, text),
}
"""How a value of each type is read; the name or key of an entity is a text here and is resolved later."""

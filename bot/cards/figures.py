"""Figures as a reader writes them: numbers, days, minutes, sums of money, and the names of countries and languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from babel.units import format_unit

from questions import telling

if TYPE_CHECKING:
    from questions.catalogue import Fact

MINUTE = "duration-minute"
MINUTES = frozenset({"runtime"})
"""The properties whose numbers are minutes."""


def number(value: int, language: str) -> str:
    """Return a whole number with its thousands set apart."""
    return format_decimal(value, locale=telling.locale_of(language))


def minutes(value: int, language: str) -> str:
    """Return a length in minutes with its unit: 99 minutes."""
    locale = telling.locale_of(language)
    said = format_unit(value, MINUTE, length="long", locale=locale)
    # babel knows no long form where it is the short one, as in Japanese, and writes the unit's id instead
    return format_unit(value, MINUTE, length="short", locale=locale) if MINUTE in said else said


def day(text: str, language: str) -> str:
    """Return an ISO date of any precision: 13 July 1996, July 1996 or 1996."""
    return telling.day(text, language)


def money(amount: int, currency: str, language: str) -> str:
    """Return a sum without cents in its currency (an ISO code): ¥700,000,000."""
    return telling.whole_sum(amount, currency, telling.locale_of(language))


def country(code: str, language: str) -> str:
    """Return a country's name, or the code itself where it is none that is known."""
    return telling.plain("country", code, language)


def language_name(code: str, language: str) -> str:
    """Return a language's name, or the code itself where it is none that is known."""
    return telling.plain("language", code, language)


def value(fact: Fact, language: str) -> str:
    """Return a fact's value in words for a reader, a length with its unit."""
    if fact.property in MINUTES and fact.value.isdecimal():
        return minutes(int(fact.value), language)
    return telling.value(fact, language)

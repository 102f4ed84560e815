"""Figures on cards are written as their reader writes them, in every language Discord has."""

from __future__ import annotations

import re

import discord
import pytest

from bot.cards import figures


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1996-07-13", "en", "13 July 1996"),
        ("1996-07-13", "en-US", "July 13, 1996"),
        ("1996-07-13", "ja", "1996年7月13日"),
        ("1996-07", "en", "July 1996"),
        ("1996-07", "ja", "1996年7月"),
        ("1996", "ja", "1996"),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(text: str, language: str, expected: str) -> None:
    """A whole date, a month, or a year alone."""
    assert figures.day(text, language) == expected


@pytest.mark.parametrize(
    ("amount", "currency", "language", "expected"),
    [
        (700_000_000, "JPY", "en", "¥700,000,000"),
        (700_000_000, "JPY", "ja", "￥700,000,000"),
        (1_500_000, "USD", "en", "$1,500,000"),
        (1_500_000, "USD", "ja", "$1,500,000"),
        (13_000_000_000, "KRW", "en", "₩13,000,000,000"),
    ],
)
def test_money_says_its_currency(amount: int, currency: str, language: str, expected: str) -> None:
    """Without cents, whatever the currency."""
    assert figures.money(amount, currency, language) == expected


def test_a_length_says_its_unit() -> None:
    """In the reader's words."""
    assert figures.minutes(99, "en") == "99 minutes"
    assert figures.minutes(99, "ja") == "99 分"


def test_countries_and_languages_have_names() -> None:
    """And a code that nobody knows is shown as it is."""
    assert figures.country("JP", "en") == "Japan"
    assert figures.country("JP", "ja") == "日本"
    assert figures.language_name("ja", "en") == "Japanese"
    assert figures.country("XQ", "en") == "XQ"


@pytest.mark.parametrize("locale", [str(locale) for locale in discord.Locale])
def test_every_language_of_discord_has_figures(locale: str) -> None:
    """None of them is refused, none gives an empty text."""
    assert figures.day("1996-07-13", locale)
    assert figures.number(1234567, locale)
    assert re.fullmatch(r"99\D+", figures.minutes(99, locale))
    assert "duration" not in figures.minutes(99, locale)
    assert figures.money(700_000_000, "JPY", locale)
    assert figures.country("JP", locale)
    assert figures.language_name("ja", locale)

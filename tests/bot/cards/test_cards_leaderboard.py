"""The leaderboard's card: places, one's own place, since when, and where its buttons lead."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from bot.cards.leaderboard import board
from bot.quiz.rules import Period
from bot.quiz.values import Page
from tests.bot.cards.hostile import NOW, buttons, shown, standing

WORDS = NullTranslations()
FIRST = (standing(1, "Anna", 40), standing(2, "Ben", 30))


@pytest.mark.parametrize(
    ("period", "since"),
    [(Period.WEEK, "Since <t:1794787200:F>"), (Period.MONTH, "Since <t:1793491200:F>"), (Period.ALL, None)],
)
def test_a_period_says_since_when(period: Period, since: str | None) -> None:
    """Monday 00:00 UTC or the first of the month, as each reader's own time."""
    text = shown(board(Page(FIRST, 1, 1, 2, None), period, NOW, WORDS))
    assert since in text if since else "Since" not in text


def test_ones_own_place_is_shown_when_it_is_on_another_page() -> None:
    """With the name, for others read the card too."""
    text = shown(board(Page(FIRST, 1, 3, 25, standing(14, "Me_")), Period.WEEK, NOW, WORDS))
    assert "Place 14: **Me\\_** · 10 points" in text


def test_ones_own_place_is_not_repeated_on_its_page() -> None:
    """It stands in the list already."""
    text = shown(board(Page(FIRST, 1, 1, 2, FIRST[1]), Period.WEEK, NOW, WORDS))
    assert text.count("Ben") == 1


def test_buttons_hold_period_and_page() -> None:
    """So that a restart forgets nothing; at an end the button that leads nowhere stands still."""
    turns = buttons(board(Page(FIRST, 3, 3, 25, None), Period.MONTH, NOW, WORDS))
    assert [one["custom_id"] for one in turns] == [
        "board:month:2",
        "board:month:4",
        "board:week:1",
        "board:all:1",
    ]
    assert [one["disabled"] for one in turns] == [False, True, False, False]


def test_an_empty_leaderboard_says_how_to_begin() -> None:
    """Instead of showing nothing."""
    assert "Type /quiz" in shown(board(Page((), 1, 1, 0, None), Period.ALL, NOW, WORDS))

"""Standings as lines: place, name, points, and how many were right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from gettext import NullTranslations

    from bot.quiz.values import Standing

NAME_LIMIT = 100


def standing_lines(standings: Iterable[Standing], words: NullTranslations) -> list[str]:
    """Return one line per standing; the bold keeps Discord from numbering the lines itself."""
    return [f"**{one.place}.**  {standing_text(one, words)}" for one in standings]


def standing_text(standing: Standing, words: NullTranslations) -> str:
    """Return a standing without its place: name, points, and how many of the answers were right."""
    points = words.ngettext("{count} point", "{count} points", standing.points).format(count=standing.points)
    # of what was answered, and it says so: "1 of 2 right" in a quiz of three reads like a mistake
    said = words.ngettext(
        "{right} right of {count} answered", "{right} right of {count} answered", standing.answered
    )
    right = said.format(right=standing.right, count=standing.answered)
    return f"**{plain(standing.name, NAME_LIMIT)}** · {points} · {right}"

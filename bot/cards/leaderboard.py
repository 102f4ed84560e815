"""The leaderboard's card: a page of standings, the reader's own place, buttons that hold where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.frame import Accent, Part, button, card, line, row, small
from bot.cards.question import moment
from bot.cards.standings import standing_lines, standing_text
from bot.quiz.rules import Period, period_start
from bot.wording import N_

if TYPE_CHECKING:
    from datetime import datetime
    from gettext import NullTranslations

    from discord import ui

    from bot.quiz.values import Page, Standing

PER_PAGE = 10

TITLES = {
    Period.WEEK: N_("Leaderboard of this week"),
    Period.MONTH: N_("Leaderboard of this month"),
    Period.ALL: N_("Leaderboard of all time"),
}
BUTTONS = {Period.WEEK: N_("This week"), Period.MONTH: N_("This month"), Period.ALL: N_("All time")}
SINCE = N_("Since {when}")
WHERE = N_("Page {number} of {pages}")
OWN = N_("Place {place}: {standing}")
NOBODY = N_("Nobody has answered a question yet. Type /quiz to be the first.")


def board(page: Page, period: Period, now: datetime, words: NullTranslations) -> ui.LayoutView:
    """Return a page of a leaderboard; the buttons' ids hold period and page, so they outlive a restart."""
    parts: list[Part] = [
        f"### {words.gettext(TITLES[period])}",
        small(_since(period, now, words)),
        "\n".join(standing_lines(page.standings, words)) or words.gettext(NOBODY),
    ]
    if page.own is not None and page.own not in page.standings:
        parts += [line(), _own(page.own, words)]
    if page.players:
        parts.append(small(_where(page, words)))
    return card(Accent.OVER, [*parts, row(*_buttons(page, period, words))])


def _since(period: Period, now: datetime, words: NullTranslations) -> str:
    start = period_start(period, now)
    return "" if start is None else words.gettext(SINCE).format(when=moment(start, "F"))


def _own(own: Standing, words: NullTranslations) -> str:
    return words.gettext(OWN).format(place=own.place, standing=standing_text(own, words))


def _where(page: Page, words: NullTranslations) -> str:
    players = words.ngettext("{count} player", "{count} players", page.players).format(count=page.players)
    if page.pages == 1:
        return players
    return f"{words.gettext(WHERE).format(number=page.number, pages=page.pages)} · {players}"


def _buttons(page: Page, period: Period, words: NullTranslations) -> list[ui.Button[ui.LayoutView]]:
    """Return the buttons; those that turn pages stand only where there are pages."""
    turns = [
        button(
            words.gettext(N_("Back")), f"board:{period.value}:{page.number - 1}", disabled=page.number <= 1
        ),
        button(
            words.gettext(N_("Next")),
            f"board:{period.value}:{page.number + 1}",
            disabled=page.number >= page.pages,
        ),
    ]
    others = [
        button(words.gettext(BUTTONS[other]), f"board:{other.value}:1") for other in Period if other != period
    ]
    return [*(turns if page.pages > 1 else ()), *others]

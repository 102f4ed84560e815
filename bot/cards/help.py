"""The help card: what the bot does and how to begin, short enough to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.frame import Accent, Part, card, line, small
from bot.cards.text import fit
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from gettext import NullTranslations

    from discord import ui

TITLE = N_("Marquee asks about films")
WHAT = N_("Every question is made from facts with sources, and every reveal names them.")
COMMANDS_LIMIT = 2500
HOW = N_(
    "In a quiz press the button of your choice, or Answer to write it down in any spelling. Everybody may answer;"
    " what you said last before the round closes counts. A right answer is worth 10 points, in a riddle"
    " fewer with every clue, and equal points share a place."
)
DISPUTES = N_("Where sources differ, I show who says what, and I never ask about it as if it were settled.")


def help_card(commands: Iterable[tuple[str, str]], words: NullTranslations) -> ui.LayoutView:
    """Return the card that tells what the bot does; commands are (name, description), a gettext message."""
    lines = [f"**/{name}** · {words.gettext(what)}" for name, what in commands]
    parts: list[Part] = [
        f"### {words.gettext(TITLE)}",
        words.gettext(WHAT),
        line(),
        fit(lines, COMMANDS_LIMIT, lambda count: f"… (+{count})"),
        line(),
        words.gettext(HOW),
        small(words.gettext(DISPUTES)),
    ]
    return card(Accent.KNOWN, parts)

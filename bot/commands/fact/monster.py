"""/fact monster: a monster's films, who was in the suit, and what it does."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("monster")
command = shortcut(
    "monster",
    N_("A monster's films, who was in the suit, and what it does"),
    N_("A monster"),
)

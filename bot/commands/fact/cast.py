"""/fact cast: who plays whom."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("cast")
command = shortcut(
    "cast",
    N_("Who plays a character, what an actor plays, or the cast of a film"),
    N_("A character, an actor or a film"),
)

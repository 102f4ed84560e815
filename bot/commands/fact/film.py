"""/fact film: a film on one card."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("film")
command = shortcut(
    "film",
    N_("A film on one card"),
    N_("A film"),
    N_("film"),
)

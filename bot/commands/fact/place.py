"""/fact place: what happens in a place, film by film, and what was shot there."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("place")
command = shortcut(
    "place",
    N_("What happens in a place, film by film, and what was shot there"),
    N_("A place"),
)

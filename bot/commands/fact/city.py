"""/fact city: where a film happens."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("city")
command = shortcut(
    "city",
    N_("Where a film happens in the order of its story, or what happens in a place"),
    N_("A film or a place"),
)

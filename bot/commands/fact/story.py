"""/fact story: what happens in a film, in the order of its story."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("story")
command = shortcut(
    "story",
    N_("What happens in a film, in the order of its story"),
    N_("A film"),
    N_("film"),
)

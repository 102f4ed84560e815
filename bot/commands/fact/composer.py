"""/fact composer: who composed a film's music, or the films somebody composed for."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("composer")
command = shortcut(
    "composer",
    N_("Who composed a film's music, or the films somebody composed for"),
    N_("A film or a composer"),
)

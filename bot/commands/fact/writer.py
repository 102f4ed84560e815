"""/fact writer: who wrote a film, or what somebody wrote."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("writer")
command = shortcut(
    "writer",
    N_("Who wrote a film, or what somebody wrote"),
    N_("A film or a writer"),
)

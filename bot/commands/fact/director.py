"""/fact director: who directed what."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("director")
command = shortcut(
    "director",
    N_("Who directed a film, or what somebody directed"),
    N_("A film or a director"),
)

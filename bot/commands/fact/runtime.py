"""/fact runtime: how long a film is, with every length that a source gives."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("runtime")
command = shortcut(
    "runtime",
    N_("How long a film is, with every length that a source gives"),
    N_("A film"),
    N_("film"),
)

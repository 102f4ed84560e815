"""/fact release: when a film came out."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("release")
command = shortcut(
    "release",
    N_("When and where a film came out, in cinemas and at home"),
    N_("A film"),
    N_("film"),
)

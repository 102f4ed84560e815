"""/fact title: what a film is called."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("title")
command = shortcut(
    "title",
    N_("What a film is called, where and in which language"),
    N_("A film"),
    N_("film"),
)

"""/fact person: what somebody did: their films by trade, and the parts they played."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("person")
command = shortcut(
    "person",
    N_("What somebody did: their films by trade, and the parts they played"),
    N_("A person"),
)

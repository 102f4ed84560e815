"""/fact money: what a film cost and earned, and what each sum measures."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("money")
command = shortcut(
    "money",
    N_("What a film cost and earned, and what each sum measures"),
    N_("A film"),
    N_("film"),
)

"""/fact company: the films that a company produced or distributed."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("company")
command = shortcut(
    "company",
    N_("The films that a company produced or distributed"),
    N_("A company"),
)

"""/fact character: who plays a character, and what the character does."""

from __future__ import annotations

from bot.commands.fact import shortcut
from bot.wording import N_

N_("character")
command = shortcut(
    "character",
    N_("Who plays a character, and what the character does"),
    N_("A character"),
)

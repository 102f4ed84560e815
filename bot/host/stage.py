"""Stage: everything a quiz needs around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.host.channels import Channels
    from bot.host.typed import TypedGuesses
    from bot.quiz.clock import Clock
    from bot.store.database import Database
    from questions.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Stage:
    """Where quizzes are written down, what they ask about, where they are shown, what time it is, and who judges.

    `judge` decides on what is typed.
    """

    database: Database
    catalogue: Catalogue
    channels: Channels
    clock: Clock
    judge: TypedGuesses

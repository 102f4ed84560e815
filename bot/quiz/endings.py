"""Ending: why a quiz is over, in words for its players."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from bot.wording import N_

if TYPE_CHECKING:
    from gettext import NullTranslations


class Ending(Enum):
    """Why a quiz is over: nothing to add when all was asked, else a sentence (a gettext message)."""

    DONE = ""
    SILENCE = N_("Nobody answered two questions in a row, so the quiz ends here.")
    STOPPED = N_("The quiz was stopped.")
    EXHAUSTED = N_("There is nothing more to ask about this.")
    TROUBLE = N_("Something went wrong on my side, so the quiz ends here. The points you have won are kept.")

    def told(self, words: NullTranslations) -> str:
        """Return the sentence in the language of the words, empty when there is nothing to say."""
        return words.gettext(self.value) if self.value else ""

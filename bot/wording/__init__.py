"""The bot's own sentences, per language: `messages.pot` lists them, one `.po` file per language translates them."""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations
from pathlib import Path

from questions.wording import read_words

FOLDER = Path(__file__).parent


def N_(sentence: str) -> str:  # noqa: N802 (gettext's own name for "mark, don't translate yet")
    """Return the sentence as it is; the mark lets the extractor find it."""
    return sentence


@cache
def words_for(language: str) -> NullTranslations:
    """Return the bot's sentences in a language (a code such as "en" or "ja"; regional codes fall back to their base).

    A language without a `.po` file gives the English sentences themselves.
    """
    return read_words(FOLDER, language)

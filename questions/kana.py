"""Japanese names in Latin letters, written in katakana as they sound."""

from __future__ import annotations

import re
import unicodedata

import jaconv

SYLLABLE = r"(?:n(?![aiueoy])|(?:kk|ss|tt|pp|[kgsztdnhbpmyrwfj]|[kgnhbpmr]y|ch|tch|sh|ssh|ts|j)?[aiueo])"
WORD = re.compile(rf"{SYLLABLE}+")
LONG = {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ei", "ō": "ou"}


def katakana(name: str) -> str | None:
    """Return a name of two words or more in katakana, or None where it is not Japanese in Latin letters.

    A single word, or one that no Japanese word sounds like, is left to the Latin letters: Nick Adams, Jane.
    """
    words = unicodedata.normalize("NFC", name).casefold().replace("’", "'").split()
    plain = ["".join(LONG.get(letter, letter) for letter in word).split("'") for word in words]
    if len(plain) < 2 or not all(WORD.fullmatch(part) for word in plain for part in word):
        return None
    return "・".join("".join(map(jaconv.alphabet2kata, word)) for word in plain)  # Shin'ichi is no Shinichi

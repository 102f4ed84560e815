"""Folding: the form of a name or phrase in which spellings that mean one thing are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

import jaconv

ARTICLES = frozenset({"the", "a", "an"})
ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
"""Roman numerals that are no English word or initial; i, v and x are left alone."""

APOSTROPHES = re.compile(r"['’ʼ`´]")
NOT_WORD = re.compile(r"[\W_]+")
LONG_VOWELS = (("ou", "o"), ("oo", "o"), ("oh", "o"), ("uu", "u"), ("ii", "i"), ("aa", "a"), ("ee", "e"))
KANA = re.compile(r"[぀-ヿ]")
KANJI = re.compile(r"[一-鿿]")
SLUG_LENGTH = 60


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the words of a text without case, marks, punctuation, articles, or Roman numerals, parted by single spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    plain = APOSTROPHES.sub("", plain)
    if not KANA.search(plain):
        bare = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    words = [ROMAN.get(word, word) for word in NOT_WORD.sub(" ", plain).split()]
    kept = [word for word in words if word not in ARTICLES]
    return " ".join(kept or words)


def squash(text: str) -> str:
    """Return the folded text without spaces: two texts that squash alike are spellings of one."""
    return fold(text).replace(" ", "")


def in_any_order(text: str) -> str:
    """Return the folded words in one fixed order, so that a person's name folds alike whichever name comes first."""
    return " ".join(sorted(fold(text).split()))


def romanised(text: str) -> str:
    """Return a looser form: kana in Latin letters, and Japanese long vowels as short ones (Shouhei, Shōhei, Shohei)."""
    kana = KANA.search(text) and not KANJI.search(text)
    latin = jaconv.kana2alphabet(jaconv.kata2hira(unicodedata.normalize("NFKC", text))) if kana else text
    loose = squash(latin.replace("ー", ""))
    for long, short in LONG_VOWELS:
        loose = loose.replace(long, short)
    return loose


def slug(text: str) -> str:
    """Return the text as part of an id: a-z, 0-9 and hyphens, at most 60; a hash stands for what was cut or is not Latin."""
    bare = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).casefold()
    latin = "".join(character for character in bare if not unicodedata.combining(character))
    plain = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    letters = sum(character.isalnum() for character in text)
    whole = sum(character.isalnum() for character in plain) * 2 >= letters
    if plain and whole and len(plain) <= SLUG_LENGTH:
        return plain
    digest = sha256(text.encode()).hexdigest()[:8]
    return f"{plain[: SLUG_LENGTH - 9].rstrip('-')}-{digest}" if plain and whole else digest

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
NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
ALONE = {"i": "1", "v": "5", "x": "10"}
"""Roman numerals that are one letter: read as such only at the end of a name (Rocky V)."""

SHORTER = {
    "versus": "vs",
    "against": "vs",
    "doctor": "dr",
    "professor": "prof",
    "mister": "mr",
    "saint": "st",
    "mount": "mt",
}
"""Words that are as often written short."""

SYLLABLES = (
    *(
        (start + vowel, usual + vowel)
        for start, usual in (("sy", "sh"), ("ty", "ch"), ("zy", "j"), ("jy", "j"))
        for vowel in "auo"
    ),
    ("mb", "nb"),
    ("mp", "np"),
)
"""Other ways to write Japanese in Latin letters: Syusuke for Shusuke, Shimbashi for Shinbashi."""

LONG_VOWELS = (("ou", "o"), ("oo", "o"), ("uu", "u"), ("ii", "i"), ("aa", "a"), ("ee", "e"))
LONG_O = re.compile(r"oh(?![aeiou])")
"""A long o as in Ohtani; in Toho it is none."""

KANA = re.compile(r"[぀-ヿ]")
KANJI = re.compile(r"[一-鿿]")
SLUG_LENGTH = 60


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return the words of a text without case, marks, punctuation, articles, or Roman numerals, parted by single spaces."""
    words = folded_words(text)
    kept = [word for word in words if word not in ARTICLES]
    return " ".join(kept or words)


def folded_words(text: str) -> list[str]:
    """Return the words that `fold` joins, articles among them."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    plain = APOSTROPHES.sub("", plain)
    if not plain.isascii() and not KANA.search(plain):
        bare = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return [ROMAN.get(word, word) for word in NOT_WORD.sub(" ", plain).split()]


def squash(text: str) -> str:
    """Return the folded text without spaces: two texts that squash alike are spellings of one."""
    return fold(text).replace(" ", "")


def bare(text: str) -> str:
    """Return a text without case, width and spaces: the form of a name that has no letter at all."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def in_any_order(text: str) -> str:
    """Return the folded words in one fixed order, so that a person's name folds alike whichever name comes first."""
    return " ".join(sorted(fold(text).split()))


@lru_cache(maxsize=16384)
def romanised(text: str) -> str:
    """Return a looser form, without spaces, for look-ups alone.

    Kana are in Latin letters (beside kanji in hiragana), Japanese long vowels short (Shouhei, Shōhei, Shohei), numbers
    in figures, and some words as they are shortened.
    """
    text = unicodedata.normalize("NFKC", text)  # half-width kana are kana too
    if KANA.search(text):
        hiragana = jaconv.kata2hira(text)
        text = hiragana if KANJI.search(text) else jaconv.kana2alphabet(hiragana).replace("ー", "")
    return loosened(fold(text).split())


def loosened(words: list[str]) -> str:
    """Return folded words in Latin letters joined in their looser form."""
    shorter = [NUMBERS.get(word) or SHORTER.get(word, word) for word in words]
    if len(shorter) > 1:
        shorter[-1] = ALONE.get(shorter[-1], shorter[-1])
    return shortened("".join(LONG_O.sub("o", word) for word in shorter))


@lru_cache(maxsize=16384)
def shortened(loose: str) -> str:
    """Return joined words with syllables as they are spelled most and long vowels short."""
    for other, usual in (*SYLLABLES, *LONG_VOWELS):
        loose = loose.replace(other, usual)
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


def same_script(one: str, other: str) -> bool:
    """Return whether two names are both in Japanese writing or both not, so that they can differ in spelling at all."""
    return is_japanese(one) == is_japanese(other)


def is_japanese(text: str) -> bool:
    """Return whether a text has kana or kanji in it."""
    return bool(KANA.search(text) or KANJI.search(text))

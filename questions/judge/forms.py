"""The forms of a name in which two spellings of it are equal, from the strictest to the loosest."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import jaconv

from questions.fold import APOSTROPHES, ARTICLES, KANA, KANJI, loosened
from questions.judge.numbers import DECIMALS, in_figures, roman
from questions.judge.words import NUMBERED, VERSUS

MARKUP = re.compile(r"<(?:@[!&]?|#|a?:\w+:)\d+>|\|\||[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}")
"""What Discord draws and nobody means: mentions, spoilers, bold."""

FRACTIONS = {"½": " 1/2", "⅓": " 1/3", "⅔": " 2/3", "¼": " 1/4", "¾": " 3/4"}
SYMBOLS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
MINUS = re.compile(r"(?:^|(?<=\s))[-−–](?=\d)")
TOKEN = re.compile(r"\d+|[^\W\d_]+")
PERSONAL = frozenset({"person", "character", "monster"})
"""Kinds whose names have a family name and are told in either order; a number in them is no number."""

PLAIN = frozenset({"year", "number", "date"})
"""Kinds of answers that are no names."""

BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
HONORIFICS = re.compile(r"(?:さん|先生|くん|君|ちゃん|様)$")


@dataclass(frozen=True, slots=True)
class Form:
    """A text in the judge's forms: `bare` keeps articles and long vowels, `key` drops them; `words` are the key's words."""

    bare: str
    key: str
    words: tuple[str, ...]

    @property
    def digits(self) -> tuple[str, ...]:
        """Return the numbers in it: two names whose numbers differ are never spellings of one."""
        return tuple(sorted(word for word in self.words if word.isdecimal()))


def clean(text: str) -> str:
    """Return what was typed without Discord's markup, invisible characters and doubled spaces."""
    for sign, written in FRACTIONS.items():
        text = text.replace(sign, written)
    plain = unicodedata.normalize("NFKC", MARKUP.sub("", text))
    seen = "".join(
        " " if letter in "\t\n\r" else letter for letter in plain if unicodedata.category(letter) != "Cf"
    )
    return " ".join(seen.split())


@lru_cache(maxsize=16384)
def form_of(text: str, kind: str, *, umlauts: bool = False) -> Form:
    """Return a name in the judge's forms; `umlauts` writes ä as ae instead of a."""
    lower = APOSTROPHES.sub("", clean(text).casefold()).translate(SYMBOLS)
    if umlauts:
        lower = lower.translate(UMLAUTS)
    plain = (
        MINUS.sub(" minus ", DECIMALS.sub(r"\1", latin(lower)))
        .replace("&", " and ")
        .replace("and a half", " 1/2")
    )
    tokens = TOKEN.findall(plain)
    if kind not in PERSONAL:
        tokens = numbered(in_figures(tokens))
        tokens = [
            "vs" if word in VERSUS and 0 < place < len(tokens) - 1 else word
            for place, word in enumerate(tokens)
        ]
    bare = "".join(tokens)
    left_out = {"the"} if kind in PERSONAL else {*ARTICLES, "and"}  # the A in A. Kurosawa is no article
    kept = [word for word in tokens if word not in left_out] or tokens
    words = tuple(loosened([word]) if word.isalpha() and word.isascii() else word for word in kept)
    return Form(bare, loosened(list(words)) if len(words) > 1 else "".join(words), words)


def latin(text: str) -> str:
    """Return a text without marks on its letters, kana in Latin letters where no kanji stand beside them."""
    if KANA.search(text):
        hiragana = jaconv.kata2hira(HONORIFICS.sub("", text))
        return hiragana if KANJI.search(text) else jaconv.kana2alphabet(hiragana).replace("ー", "")
    bare = unicodedata.normalize("NFKD", text)
    stripped = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", stripped)


def numbered(words: list[str]) -> list[str]:
    """Return words with Roman numerals in figures, without "part" and the like before a number."""
    found: list[str] = []
    for place, word in enumerate(words):
        number = (
            roman(word)
            if len(word) > 1 or (place and place == len(words) - 1) or before(words, place)
            else None
        )
        last = found[-1] if found else ""
        figure = str(number) if number is not None else word
        if figure.isdecimal() and last in NUMBERED and len(found) > 1:
            found.pop()
        found.append(figure)
    return found


def before(words: list[str], place: int) -> bool:
    """Return whether a word that announces a number stands before this one: Episode V."""
    return place > 0 and words[place - 1] in NUMBERED

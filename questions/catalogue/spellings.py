"""What finds an entity by a spelling of its name: whole forms, beginnings to complete from, and words that take slips."""

from __future__ import annotations

from collections.abc import Iterator

from questions.catalogue.entity_draft import PERSON_LIKE
from questions.fold import KANA, KANJI, bare, fold, folded_words, in_any_order, loosened, romanised, squash
from questions.pieces import LONGEST, SHORTEST

SHOWN, SPELLED, LOOSE = range(3)
"""How near a form is to a name: the name shown, another spelling of it, or a looser reading of either."""

KEY_LENGTH = 40
"""Letters of a beginning that are kept: nobody types more to complete a name."""

ACRONYM = "="
LEAST_ACRONYM = 3
"""Letters of the shortest acronym that finds a film; the mark keeps acronyms from being completed like words."""

DATED = "="
"""Before a film's year and one of its words: a year beside a word picks its films, however many have the word."""

PROSE = ("event",)
"""Types whose names are sentences: their words find them, their whole is not typed with a slip."""

FIRST_PREFIX, LAST_PREFIX = 4, 14
"""Letters of the beginnings that a slip may stand in, while a word is still being typed."""


def forms(kind: str, shown: str, text: str) -> dict[str, int]:
    """Return the forms under which a spelling is found whole, each with how near it is to the name."""
    whole = squash(text) or bare(text)
    found = {whole: SHOWN if whole == (squash(shown) or bare(shown)) else SPELLED}
    found.setdefault(romanised(text), LOOSE)
    if kind in PERSON_LIKE:
        found.setdefault(in_any_order(text).replace(" ", ""), LOOSE)
        found.setdefault(turned(fold(text).split()), LOOSE)
    found.pop("", None)
    return found


def beginnings(kind: str, text: str, year: int | None = None) -> set[str]:
    """Return what a spelling can be completed from: the whole from each of its words on, and looser readings.

    A person is also called by the last name first, and a film found by its year and a word.
    """
    words = fold(text).split()
    found = {" ".join(folded_words(text)), "".join(folded_words(text))}
    for start, word in enumerate(words):
        tail = words[start : start + KEY_LENGTH // 2]
        found |= {" ".join(tail), *inner(word)}
        if kind in PROSE:
            found.add(romanised(word))
        else:
            found |= {"".join(tail), loosened(tail)}
            found.update(romanised(" ".join(tail)) for _ in KANA.findall(word)[:1])
    if kind == "person" and len(words) > 1:
        found.add(" ".join((words[-1], *words[:-1])))
    if kind == "film":
        found.update(acronyms(text))
        found.update(f"{DATED}{year}{word}" for word in words if year is not None)
    return {word[:KEY_LENGTH] for word in found} - {""}


def readings(text: str) -> list[str]:
    """Return the words of a name, and after them their looser forms where those differ."""
    words = folded_words(text)
    loose = [other for word in words if (other := romanised(word)) != word]
    tails = [other for word in words for other in inner(word)]
    return [*words, *loose, *tails]


def inner(word: str) -> Iterator[str]:
    """Yield a word in kanji from its second sign on: a given name follows a family name without a space."""
    if KANJI.search(word):
        yield from (word[start:] for start in range(1, len(word) - 1))


def acronyms(text: str) -> Iterator[str]:
    """Yield what a title's capital words (and vs.) begin with, from three letters on: GMK, GMKG, …."""
    words = text.replace("-", " ").split()
    capitals = "".join(word[0] for word in words if word[0].isupper() or word.rstrip(".") == "vs")
    for end in range(LEAST_ACRONYM, len(capitals) + 1):
        yield ACRONYM + capitals[:end].casefold()


def slippery(kind: str, text: str) -> set[tuple[str, str]]:
    """Return the words in which a slip may stand, each with what it is: w a word, p one's beginning, f a whole form."""
    words = fold(text).split()
    each = {*words, *(romanised(word) for word in words)}
    found = {("w", word) for word in each if SHORTEST <= len(word) <= LONGEST}
    found |= {
        ("p", word[:end]) for word in each for end in range(FIRST_PREFIX, min(LAST_PREFIX + 1, len(word)))
    }
    if kind not in PROSE:
        found |= {("f", form) for form in wholes(kind, text) if SHORTEST <= len(form) <= LONGEST}
    return found


def wholes(kind: str, text: str) -> Iterator[str]:
    """Yield a name without spaces: with its articles and without, by family name first, and a title from each word on."""
    words = fold(text).split()
    yield from ("".join(words), "".join(folded_words(text)), romanised(text))
    if kind in PERSON_LIKE:
        yield from ("".join(sorted(words)), turned(words))
    if kind == "film":
        yield from ("".join(words[start:]) for start in range(1, len(words) - 1))


def turned(words: list[str]) -> str:
    """Return a name with its last word first, without spaces."""
    return "".join((*words[-1:], *words[:-1]))

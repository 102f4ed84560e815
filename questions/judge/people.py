"""How people are named by others: family name first, initials, nicknames, one name alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.judge.forms import form_of
from questions.judge.slips import allowed, allowed_in_word, slips
from questions.judge.words import NICKNAMES, SUFFIXES, TITLES
from questions.judge.world import Known

NEAR_GIVEN = 0.4
"""Share of a given name's letters that may be wrong where the family name is right and nobody else's."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in words: given names, family names, and all of them in the order written."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def orders(self) -> set[str]:
        """Return the name without spaces in every order it is told: each word may come first."""
        words = self.words
        turned = {"".join((*words[start:], *words[:start])) for start in range(len(words))}
        return turned | {"".join(sorted(words)), "".join((*self.family, *self.given))}


def names_of(known: Known) -> Iterator[Name]:
    """Yield the names of a person or character in words, as written and without title and suffix."""
    family = form_of(known.family, known.kind).words if known.family else ()
    given = form_of(known.given, known.kind).words if known.given else ()
    for text in known.names:
        written = form_of(text, known.kind).words
        words = without_titles(written)
        if not words or any(word.isdecimal() for word in words):
            continue  # R2-D2 has no family
        if family and given and sorted((*family, *given)) == sorted(words):
            yield Name(given, family, words)
        else:
            yield Name(words[:-1], words[-1:], words)


def without_titles(words: Sequence[str]) -> tuple[str, ...]:
    """Return a name's words without titles and suffixes; a name of titles alone (King) stays whole."""
    kept = tuple(word for word in words if word not in TITLES and word not in SUFFIXES)
    return kept or tuple(words)


def fits_initials(name: Name, words: Sequence[str]) -> bool:
    """Return whether words are a name whose given names may be initials or left out: P. T. Anderson, Paul Anderson."""
    width = len(name.family)
    if len(words) <= width or tuple(words[-width:]) != name.family or not name.given:
        return False
    head = list(words[:-width])
    if not alike(head[0], name.given[0]):
        return False
    rest = iter(name.given[1:])
    return all(any(alike(word, own) for own in rest) for word in head[1:])


def fits_parts(name: Name, words: Sequence[str]) -> bool:
    """Return whether words are the family name and some of the given names, in any order: Leung Chiu-wai."""
    return len(words) > len(name.family) and set(name.family) < set(words) < set(name.words)


def alike(word: str, own: str) -> bool:
    """Return whether a word is a given name, its initial, or another form of it (Chris for Christopher)."""
    return (
        word == own
        or (len(word) == 1 and own.startswith(word))
        or any({word, own} <= group for group in NICKNAMES)
    )


def nearly(name: Name, words: Sequence[str]) -> bool:
    """Return whether the family name is right and the given name nearly so."""
    width = len(name.family)
    for family, given in ((words[-width:], words[:-width]), (words[:width], words[width:])):
        if tuple(family) == name.family and given and name.given:
            own, said = "".join(name.given), "".join(given)
            most = max(allowed_in_word(len(own)), int(len(own) * NEAR_GIVEN))
            if own[0] == said[0] and slips(own, said, min(most, allowed(len(own) + width + 4))) is not None:
                return True
    return False

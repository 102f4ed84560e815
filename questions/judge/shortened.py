"""The short forms of a film's or a thing's name that people type, and what each is good for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from questions.judge.forms import Form, form_of
from questions.judge.words import FOREIGN_ARTICLES, SMALL

SEPARATOR = re.compile(r"\s*[:：–—〜~]\s*|\s+-\s+|,\s+|\s+or:?\s+", re.IGNORECASE)
AND_THE = re.compile(r"\s+(?:and|&)\s+the\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(\w{3,})['’]s\b")
LEAST_SHARE = 0.4
"""How much of a name's letters a beginning must hold to stand for the whole."""

LEAST_ALONE = 7
"""Letters a subtitle of one word must have to stand for the whole."""

MOST_ALONE = 2
"""Names whose common end proves nothing; what three and more end in is what the thing is called."""

LEAST_ASKED = 4
"""Letters of a single first word for which it is asked back."""


@dataclass(frozen=True, slots=True)
class Short:
    """A short form: whether it stands for the whole name (`enough`) or is asked back."""

    form: Form
    enough: bool


def short_forms(names: Sequence[str], kind: str, rivals: Iterable[Form]) -> list[Short]:
    """Return the short forms of an entity's names; what a rival's name holds too is asked back at most."""
    others = [rival.words for rival in rivals]
    found: dict[str, Short] = {}
    for name in names:
        for text, enough in (
            *parts(name),
            *beginnings(name, kind),
            *endings(name, kind),
            *shared_end(names, kind),
        ):
            form = form_of(text, kind)
            if not form.key or form.key in found:
                continue
            alone = not any(holds(words, form.words) for words in others)
            if alone or not is_single(form):
                found[form.key] = Short(form, enough and alone)
    return list(found.values())


def holds(words: Sequence[str], part: Sequence[str]) -> bool:
    """Return whether some words stand side by side within a name."""
    width = len(part)
    return any(tuple(words[start : start + width]) == tuple(part) for start in range(len(words) - width + 1))


def is_single(form: Form) -> bool:
    """Return whether a short form is one word, which says little where other names hold it as well."""
    return len([word for word in form.words if word not in SMALL]) < 2


def parts(name: str) -> Iterator[tuple[str, bool]]:
    """Yield title and subtitle: each stands for the whole where nothing else is called so."""
    pieces = [piece for piece in SEPARATOR.split(name) if piece]
    if len(pieces) > 1:
        yield pieces[0], True
        for start in range(1, len(pieces)):
            rest = " ".join(pieces[start:])
            yield rest, telling(rest)
    heads = AND_THE.split(name, maxsplit=1)
    if len(heads) > 1:
        yield heads[0], False
        yield heads[1], telling(heads[1])


def telling(text: str) -> bool:
    """Return whether a subtitle says enough by itself."""
    words = [word for word in form_of(text, "film").words if word not in SMALL]
    return len(words) > 1 or (len(words) == 1 and len(words[0]) >= LEAST_ALONE)


def beginnings(name: str, kind: str) -> Iterator[tuple[str, bool]]:
    """Yield the beginnings of a name that people stop at: after a number, or after words enough."""
    whose = POSSESSIVE.match(name)
    if whose:
        yield whose[1], False
    words = form_of(name, kind).words
    letters = sum(map(len, words))
    for end in range(1, len(words)):
        head = words[:end]
        said = [word for word in head if word not in SMALL]
        if words[end].isdecimal() or words[end] == "vs" or not said or head[-1] in SMALL:
            continue  # Fast & Furious without its 5 is another film, King Kong without its enemy too
        share = sum(map(len, head)) / letters
        if len(said) > 1:
            yield " ".join(head), head[-1].isdecimal() or share >= LEAST_SHARE
        elif not said[0].isdecimal() and len(said[0]) >= LEAST_ASKED:
            yield " ".join(head), False


def endings(name: str, kind: str) -> Iterator[tuple[str, bool]]:
    """Yield the ends of a name: what follows a foreign article is whole, half of the rest is asked back."""
    words = form_of(name, kind).words
    if len(words) > 2 and words[0] in FOREIGN_ARTICLES:
        yield " ".join(words[1:]), True
    letters = sum(map(len, words))
    for start in range(1, len(words) - 1):
        tail = words[start:]
        said = [word for word in tail if word not in SMALL]
        if len(said) > 1 and tail[0] not in SMALL and sum(map(len, tail)) >= letters / 2:
            yield " ".join(tail), False


def shared_end(names: Sequence[str], kind: str) -> Iterator[tuple[str, bool]]:
    """Yield the last word in which all names of a thing agree, in every language: Totoro."""
    forms = {form_of(name, kind) for name in names}
    last = next((form.words[-1] for form in forms if len(form.words) > 1), "")
    telling_end = len(last) >= LEAST_ASKED and last.isalpha()
    if len(forms) > MOST_ALONE and telling_end and all(form.key.endswith(last) for form in forms):
        yield last, True

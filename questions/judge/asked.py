"""What is judged, and the verdict on it, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from questions.judge.forms import BRACKETS, PERSONAL, PLAIN, UMLAUTS, Form, form_of
from questions.judge.people import Name, names_of
from questions.judge.shortened import Short, short_forms
from questions.judge.world import Known, World


class Verdict(Enum):
    """What becomes of a guess; `PROMPT` asks the player back, once and privately."""

    ACCEPT = "accept"
    PROMPT = "prompt"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, the rule that gave it in a word or two, and the name it was matched with.

    `choices` are what to ask back with, where there are few: years of films of one name.
    """

    verdict: Verdict
    reason: str
    matched: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer made ready for judging: its names in the judge's forms, its rivals', and its short forms."""

    known: Known
    prompt_on: tuple[str, ...]
    reject_list: tuple[str, ...]
    forms: tuple[Form, ...]
    rivals: tuple[tuple[Known, tuple[Form, ...]], ...]
    shorts: tuple[Short, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess in one reading: its text, its form, and the year named behind a film's title."""

    text: str
    form: Form
    year: int | None = None


def prepared(
    known: Known,
    world: World,
    prompt_on: Sequence[str] = (),
    reject_list: Sequence[str] = (),
    siblings: Sequence[str] = (),
) -> Asked:
    """Return an answer made ready for judging, its rivals looked up once; `siblings` are rivals besides the world's."""
    rivals = [*world.rivals(known), *(Known(known.kind, (name,)) for name in siblings)]
    formed = tuple((rival, forms_of(rival)) for rival in rivals)
    short = known.kind not in PERSONAL | PLAIN
    every = [form for _, forms in formed for form in forms]
    return Asked(
        known=known,
        prompt_on=tuple(prompt_on),
        reject_list=tuple(reject_list),
        forms=forms_of(known),
        rivals=formed,
        shorts=tuple(short_forms(known.names, known.kind, every)) if short else (),
        names=tuple(names_of(known)) if known.kind in PERSONAL else (),
    )


def forms_of(known: Known) -> tuple[Form, ...]:
    """Return an entity's names in the judge's forms, ä read both ways."""
    found: list[Form] = []
    for name in known.names:
        found.append(form_of(name, known.kind))
        if name.casefold().translate(UMLAUTS) != name.casefold():
            found.append(form_of(name, known.kind, umlauts=True))
        if BRACKETS.search(name):
            found.append(form_of(BRACKETS.sub("", name), known.kind))
    return tuple(form for form in dict.fromkeys(found) if form.key)

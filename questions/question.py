"""Question: one thing asked, with its answer and everything that proves it."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from enum import Enum

import msgspec


class Form(Enum):
    """How a question is answered; each value is what stands in its JSON.

    `CHOICE` presses one of the choices; `TYPED` names the answer; `NUMBER` names a number, the closest wins; `ORDER`
    puts the choices in order; `PAIRS` gives each item its choice; `CLUES` names the answer while clues are added.
    """

    CHOICE = "choice"
    TYPED = "typed"
    NUMBER = "number"
    ORDER = "order"
    PAIRS = "pairs"
    CLUES = "clues"


class Wrong(msgspec.Struct, frozen=True):
    """A wrong choice, why it is wrong (our own sentence), and the ids of the sources that make it so."""

    choice: str
    because: str
    sources: tuple[str, ...]


class Question(msgspec.Struct, frozen=True):
    """A stem, its one right answer, its choices, why each wrong choice is wrong, and the facts it stands on.

    `choices` are in the order they are shown (None for a typed kind); `answer` is one of them to the letter.
    `accepted` are the spellings that count as the answer when it is typed, none where it lists several. `facts` and
    `sources` hold ids, the key's own fact first; `cited` names the same sources for people, `credits` holds the sentences
    that imports among them ask to be shown. `witnesses` counts independent families. `difficulty` is from 0 (everybody
    knows) to 1. `differs` says what the sources tell differently about it, empty when nothing.
    The same catalogue and seed give the same question to the letter; `id` is made of what is asked.

    Where choices are put in order or given to `items`, `answer` lists them in the right order. `clues` go from hard to
    easy. `answer_ids` are the entities a typed guess may name, none where `accepted` says all; `measure` is what a number
    counts: year, minutes or a currency. `prior` is how hard it is by its fame alone, in logits.
    """

    id: str
    kind: str
    film: str
    property: str
    language: str
    stem: str
    choices: tuple[str, ...] | None
    answer: str | tuple[str, ...]
    accepted: tuple[str, ...]
    wrong: tuple[Wrong, ...]
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    cited: tuple[str, ...]
    witnesses: int
    difficulty: float
    explanation: str
    differs: tuple[str, ...]
    seed: int
    form: Form = Form.CHOICE
    items: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()
    answer_ids: tuple[str, ...] = ()
    measure: str = ""
    prior: float = 0.0
    credits: tuple[str, ...] = ()

    @builtins.property
    def shown_answer(self) -> str:
        """Return the answer in one line: a sum with its currency, several parts each beside its item or its number."""
        if isinstance(self.answer, str):
            sum_of_money = self.form is Form.NUMBER and self.measure.isupper() and len(self.accepted) > 1
            return self.accepted[1] if sum_of_money else self.answer
        return "; ".join(self.set_out(self.answer))

    def set_out(self, parts: Sequence[str]) -> tuple[str, ...]:
        """Return choices put together, a line for each: beside its item or behind its number."""
        heads = self.items or tuple(f"{place}." for place in range(1, len(parts) + 1))
        joint = " – " if self.items else " "
        return tuple(f"{head}{joint}{part}" for head, part in zip(heads, parts, strict=False))


def to_json(question: Question) -> str:
    """Return the question as one line of JSON, whole."""
    return msgspec.json.encode(question).decode()


def from_json(text: str) -> Question:
    """Return the question that a line of JSON holds; raises `msgspec.ValidationError` where it does not hold one."""
    return msgspec.json.decode(text, type=Question)

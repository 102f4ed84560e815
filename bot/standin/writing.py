"""Writing: what a player of the machine's puts into the form of a question that no single button answers, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bot.standin.components import STRING_SELECT, each
from bot.standin.skill import SECOND_THOUGHT, Skill, reaction

if TYPE_CHECKING:
    from random import Random

    from bot.standin.wire import Json

Filling: TypeAlias = Mapping[str, str | list[str]]
"""What stands in a form, by custom_id: a text, or the values chosen in a menu."""

WRITING = (1.5, 4.0)  # seconds from the open form until it is sent off
AT_A_CLUE = (0.5, 2.0)  # seconds; whoever has waited for a clue has read the rest
MOST_CLUES = 4
EARLY = 0.6  # of the chance of being right: that of speaking up at a clue
SUMS = 10_000  # from here on a number is guessed by factor, below by difference
FACTORS = (0.4, 0.5, 0.6, 0.75, 1.3, 1.6, 2.0, 2.5)
FAR = 12


@dataclass(frozen=True, slots=True)
class Sitting:
    """One form: opened so many seconds after the one before it or the last clue waited for, sent off so many later.

    `clues` is how many clues must stand there first, 0 where there are none to wait for.
    """

    after: float
    writing: float
    knows: bool
    clues: int = 0


def sittings(skill: Skill, chance: Random, *, riddle: bool = False) -> tuple[Sitting, ...]:
    """Return the forms that a player fills in, none of one who says nothing; the last one counts."""
    if chance.random() < skill.silent:
        return ()
    knows = chance.random() < skill.right
    clues = clues_wanted(skill, chance) if riddle else 0
    first = chance.uniform(*AT_A_CLUE) if riddle else reaction(skill, chance)
    one = Sitting(first, chance.uniform(*WRITING), knows, clues)
    if chance.random() >= skill.unsure:
        return (one,)
    again = Sitting(chance.uniform(*SECOND_THOUGHT), chance.uniform(*WRITING), knows)
    return (Sitting(one.after, one.writing, knows=False, clues=clues), again)


def clues_wanted(skill: Skill, chance: Random) -> int:
    """Return after which clue a player speaks up; whoever knows more needs fewer."""
    early = (number for number in range(1, MOST_CLUES) if chance.random() < skill.right * EARLY)
    return next(early, MOST_CLUES)


def filled(modal: Json, known: Sequence[Filling], chance: Random, *, knows: bool) -> Filling | None:
    """Return what a player puts into a form, or None for one to whom nothing occurs.

    Of what is `known` the first is right; the others are what people take for it.
    """
    if known and knows:
        return known[0]
    if len(known) > 1:
        return chance.choice(known[1:])
    return mistaken(known[0], chance) if known else guessed(modal, chance)


def guessed(modal: Json, chance: Random) -> Filling | None:
    """Return the menus of a form filled in by chance, each with a choice of its own; what is to be written is no guess."""
    menus = [part for part in each(modal["components"]) if part["type"] == STRING_SELECT]
    if not menus:
        return None
    offered = [option["value"] for option in menus[0]["options"]]
    values = chance.sample(offered, len(offered))
    return {menu["custom_id"]: [value] for menu, value in zip(menus, values, strict=False)}


def mistaken(right: Filling, chance: Random) -> Filling | None:
    """Return another order than the right one, or a number some way off the right one; None for a name."""
    texts = [value for value in right.values() if isinstance(value, str)]
    if not texts:
        return dict(zip(right, turned(list(right.values()), chance), strict=True))
    if len(texts) == len(right) and all(text.isdecimal() for text in texts):
        return {name: str(some_way_off(int(str(text)), chance)) for name, text in right.items()}
    return None


def turned(values: list[str | list[str]], chance: Random) -> list[str | list[str]]:
    """Return the values in another order, as often nearly right as far from it."""
    one, other = chance.sample(range(len(values)), 2) if len(values) > 1 else (0, 0)
    swapped = list(values)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    mixed = chance.sample(values, len(values))
    return mixed if chance.random() < 0.5 and mixed != values else swapped


def some_way_off(number: int, chance: Random) -> int:
    """Return another number: a small one so many off, a large one by a factor, in round figures."""
    if number >= SUMS:
        guess = round(number * chance.choice(FACTORS))
        return round(guess, 2 - len(str(guess)))
    off = chance.randint(1, FAR)
    return number - off if number > off and chance.random() < 0.5 else number + off

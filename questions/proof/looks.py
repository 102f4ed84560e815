"""Nothing about how the choices look gives the answer away (predicates O5 and O9 to O12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain, pairwise
from math import log

import regex

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.distractors import WINDOW
from questions.draft import Choice, Draft
from questions.fold import is_japanese
from questions.pool import compatriots, contemporaries
from questions.proof.cues import PRINTED_YEAR
from questions.proof.truth import ACCOUNT, SENTENCE
from questions.properties import PROPERTIES
from questions.question import Form

FOUR = 4
LONGER, SHORTER = 1.6, 0.5
"""The answer is at most so many times as long as the longest wrong choice, and at least as the shortest."""

NAMED = ("person", "group", "company", "monster")
"""Types whose names are held to one length; titles are as long as they are."""

FIRST_FILM = 1888
APART = 1
"""Years apart; a date that any source puts into another year is not settled, so one year off is plainly wrong."""

TENFOLD = log(10)
"""A factor of ten in fame; popularity is a logarithm (log1p)."""

CACHED = 4096


@lru_cache(maxsize=8)
def newest_year(catalogue: Catalogue) -> int:
    """Return the year of the newest film; the clock is not asked."""
    return int(catalogue.rows("SELECT max(year) FROM entity WHERE type = 'film'")[0][0] or FIRST_FILM)


def years_are_possible(draft: Draft, catalogue: Catalogue) -> str | None:
    """O5: no year is before the first film, or more than one after the newest film there is."""
    latest = newest_year(catalogue) + 1
    strange = (year for year in years_of(draft) if not FIRST_FILM <= year <= latest)
    return next((f"{year}: no year of a film" for year in strange), None)


def years_stand_apart(draft: Draft, catalogue: Catalogue) -> str | None:
    """O12: years to choose from are a year apart at least, and so are the numbers that sources give."""
    close = ((a, b) for a, b in pairwise(sorted(years_of(draft))) if b - a < APART)
    return next((f"{one} and {other}" for one, other in close), None)


def years_of(draft: Draft) -> list[int]:
    """Return the years among which one is chosen, none where the choices are something else."""
    if draft.answered.form is not Form.CHOICE or draft.key.entity is not None or draft.way == SENTENCE:
        return []
    if PROPERTIES[draft.facts[0].property].types[0] not in ("date", "year"):
        return []
    return [int(choice.text) for choice in draft.choices if choice.text.isdecimal()]


def nobody_is_of_another_age(draft: Draft, catalogue: Catalogue) -> str | None:
    """O5: nobody to choose from is known only for films more than 15 years away, while there are people enough."""
    film, name = catalogue.entity(draft.film), draft.facts[0].property
    if draft.answered.form is not Form.CHOICE or film.year is None:
        return None
    people = [choice for choice in draft.distractors if choice.entity and choice.entity.type == "person"]
    around = (
        contemporaries(catalogue, name, film, "person") if people else None
    )  # everybody, where those are too few
    far = (choice for choice in people if around and choice.entity and not around.holds(choice.entity))
    return next((f"{choice.text} is of another age" for choice in far), None)


def answer_is_no_longer(draft: Draft, catalogue: Catalogue) -> str | None:
    """O9: a name is at most 1.6 times as long as the longest wrong one, and at least half as long as the shortest."""
    if draft.answered.form is not Form.CHOICE or len(draft.choices) != FOUR:
        return None
    if draft.key.entity is None or draft.key.entity.type not in NAMED:
        return None
    own, others = letters(draft.key), [letters(choice) for choice in draft.distractors]
    if SHORTER * min(others) <= own <= LONGER * max(others):
        return None
    return f"{own} letters among {sorted(others)}"


def letters(choice: Choice) -> int:
    """Return how many letters a reader sees in a choice."""
    return len(regex.findall(r"\X", choice.text))


LOOKS: dict[str, Callable[[str], bool]] = {
    "Japanese letters": is_japanese,
    "brackets": lambda text: regex.search(r"[\p{Ps}\p{Pe}]", text) is not None,
    "digits": lambda text: regex.search(r"\p{Nd}", text) is not None,
    "a comma": lambda text: regex.search(r"[,，、]", text) is not None,
    "initials": lambda text: regex.search(r"\b\p{Lu}\. ", text) is not None,
}
"""What can be seen of a choice without knowing anything; Latin letters within Japanese (ゴジラvsモスラ) are common."""


def no_look_marks_the_answer(draft: Draft, catalogue: Catalogue) -> str | None:
    """O10: nothing that can be seen of a choice is its alone, or is missing from it alone.

    Were only the answer looked at, the one title with figures would always be wrong.

    What happens is told in clauses, whose commas and figures are nobody's mark, and an account is as its source has it.
    """
    told = draft.key.entity is not None and draft.key.entity.type == "event"
    if draft.answered.form is not Form.CHOICE or told or draft.way in (ACCOUNT, SENTENCE):
        return None
    shown = [choice.text for choice in draft.choices]
    if all(PRINTED_YEAR.search(text) for text in shown):
        shown = [PRINTED_YEAR.sub("", text) for text in shown]
    for look, has in LOOKS.items():
        marked = sum(has(text) for text in shown)
        if marked in (1, len(shown) - 1):
            return f"{look} mark one choice"
    return None


def somebody_is_as_famous(draft: Draft, catalogue: Catalogue) -> str | None:
    """O11: at least one wrong choice is within a factor of ten of the answer in fame, if anybody is.

    Nobody is for the few best known (Ishirō Honda among directors, Tokyo among cities), who may still be asked for.
    """
    key = draft.key.entity
    others = [choice.entity for choice in draft.distractors if choice.entity is not None]
    if draft.answered.form is not Form.CHOICE or key is None or not others:
        return None
    if any(is_near(key, other) for other in others):
        return None
    name = draft.facts[0].property
    if key.type == "place":
        around: Iterable[Entity] = compatriots(catalogue, key)
    else:
        film = catalogue.entity(draft.film)
        around = chain(*contemporaries(catalogue, name, film, key.type).around(key, WINDOW))
    equals = (one for one in around if one.type == key.type and one != key and is_near(key, one))
    return f"{draft.key.text} stands out in fame" if any(equals) else None


def is_near(one: Entity, other: Entity) -> bool:
    """Return whether one is at most ten times as famous as the other."""
    return abs(one.popularity - other.popularity) <= TENFOLD


RULES = (
    years_are_possible,
    years_stand_apart,
    nobody_is_of_another_age,
    answer_is_no_longer,
    no_look_marks_the_answer,
    somebody_is_as_famous,
)

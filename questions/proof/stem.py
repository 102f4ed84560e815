"""The stem is one clean question (predicates S1, S2 and S5)."""

from __future__ import annotations

import re

from questions.catalogue.reading import Catalogue
from questions.draft import Draft
from questions.fold import is_japanese

SHORTEST, SHORTEST_JAPANESE, LONGEST = 15, 8, 300
"""Characters of a stem; Japanese asks in half as many (この映画は何でしょう？)."""

LEFTOVERS = re.compile(r"[{}]|\bNone\b|\bQ\d{3,}\b|  ")
CALLS = re.compile(r"<@|<#|@everyone|@here|https?://|\]\(")


def is_one_question(draft: Draft, catalogue: Catalogue) -> str | None:
    """S1: one question mark and 15 to 300 characters, in Japanese from 8."""
    marks = draft.stem.count("?") + draft.stem.count("？")
    if marks != 1:
        return f"{marks} question marks"
    shortest = SHORTEST_JAPANESE if is_japanese(draft.stem) else SHORTEST
    return None if shortest <= len(draft.stem) <= LONGEST else f"{len(draft.stem)} characters"


def is_filled_in(draft: Draft, catalogue: Catalogue) -> str | None:
    """S2: no braces, no None, no ids and no double blanks are left in the words."""
    found = LEFTOVERS.search(" \n".join((draft.stem, draft.explanation)))
    return f"{found[0]!r} is left in the words" if found else None


def calls_nobody(draft: Draft, catalogue: Catalogue) -> str | None:
    """S5: no mentions and no links."""
    found = CALLS.search(draft.stem)
    return f"{found[0]!r} in the stem" if found else None


RULES = (is_one_question, is_filled_in, calls_nobody)

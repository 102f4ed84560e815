"""The verdict on a guess: the first rule that has something to say says it."""

from __future__ import annotations

from collections.abc import Callable

from questions.judge.asked import Asked, Guess, Judged, Verdict
from questions.judge.by_name import exact_name, own_words, refused, spelling
from questions.judge.by_person import personal
from questions.judge.by_slips import shortened, slipped
from questions.judge.exact import plain_verdict
from questions.judge.forms import PLAIN, clean
from questions.judge.readings import readings_of
from questions.judge.world import World

LONGEST = 200
"""Characters of a guess that are read; no name is longer."""


def judge(asked: Asked, given: str, world: World) -> Judged:
    """Return the verdict on a guess; nothing typed, and less than a name, is never accepted, and nothing raises."""
    text = clean(given[:LONGEST])
    if asked.known.kind in PLAIN:
        return plain_verdict(asked, text)
    readings = list(readings_of(text, asked.known.kind))
    if not readings:
        return Judged(Verdict.REJECT, "nothing typed")
    for rule in RULES:
        for guess in readings:
            said = rule(asked, guess, world)
            if said is not None:
                return said
    return Judged(Verdict.REJECT, "another name")


Rule = Callable[[Asked, Guess, World], Judged | None]
RULES: tuple[Rule, ...] = (
    refused,
    exact_name,
    spelling,
    own_words,
    personal,
    shortened,
    slipped,
)
"""What is held against a guess, in this order; the first that has something to say decides."""

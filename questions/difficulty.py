"""What a question's facets say about how hard it is, before anybody has answered it."""

from __future__ import annotations

from math import exp

from questions.catalogue.model import Entity

HALF_KNOWN = 4.0
"""The popularity at which half of the people who like these films are taken to know a thing; to be learned from play."""

SPREAD = 0.9
GUESSES_RIGHT = {"true_or_false": 0.5}
"""How often a blind guess is right, by kind; four choices otherwise."""


def difficulty_of(film: Entity, key: Entity | None, kind: str) -> float:
    """Return from 0 (everybody is right) to 1 (nobody is): one minus the expected share of right guesses.

    A three-parameter logistic curve over the popularity of the film and of the answer, with the blind guess as its floor.
    """
    fame = film.popularity if key is None else (film.popularity + 2 * key.popularity) / 3
    known = 1 / (1 + exp((HALF_KNOWN - fame) / SPREAD))
    blind = GUESSES_RIGHT.get(kind, 0.25)
    return round(1 - (blind + (1 - blind) * known), 3)

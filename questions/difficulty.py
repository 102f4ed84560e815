"""What a question's facets say about how hard it is, before anybody has answered it."""

from __future__ import annotations

from questions.catalogue.model import Entity
from questions.rating import expected, prior_of

FOUR_CHOICES = 0.25
GUESSES_RIGHT = {"true_or_false": 0.5, "typed": 0.0, "number": 0.0}
"""How often a blind guess is right, by kind; four choices otherwise."""


def difficulty_of(film: Entity, key: Entity | None, kind: str) -> float:
    """Return from 0 (everybody is right) to 1 (nobody is): one minus the expected share of right answers.

    Expected is what the rating expects of an average player, by the popularity of the film and of the answer alone.
    """
    prior = prior_of(film.popularity, None if key is None else key.popularity)
    return round(1 - expected({}, prior, GUESSES_RIGHT.get(kind, FOUR_CHOICES)), 3)

"""What a question's facets say about how hard it is, before anybody has answered it."""

from __future__ import annotations

from questions.catalogue.model import Entity
from questions.rating import expected, prior_of


def difficulty_of(film: Entity, key: Entity | None, guess: float) -> float:
    """Return from 0 (everybody is right) to 1 (nobody is): one minus the expected share of right answers.

    Expected is what the rating expects of an average player, by the popularity of the film and of the answer alone;
    `guess` is the share that blind guesses get right.
    """
    prior = prior_of(film.popularity, None if key is None else key.popularity)
    return round(1 - expected({}, prior, guess), 3)

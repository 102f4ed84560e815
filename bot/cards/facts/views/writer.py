"""Who wrote a film, or what somebody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.credits import credited
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cards.facts.values import Section
    from questions.catalogue import Catalogue, Entity

TYPES = ("film", "person", "group")
CAPTION = N_("writer")


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return a sentence for each of a film's, or for each film of somebody's, the oldest first."""
    return credited(catalogue, entity, ("writer", "story_by"))

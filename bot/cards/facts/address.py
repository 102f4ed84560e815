"""The ids of a card's buttons: what must be found again when one is pressed, also after a restart."""

from __future__ import annotations

from bot.cards.frame import CUSTOM_ID_LIMIT
from questions import search

NO_PROPERTY = "-"
OTHER_LIMIT = 36
"""Characters for the second thing a button speaks of, so that as many are left for the first."""

Place = tuple[str, str, str]
"""What is told: a view, a property or the key of a second entity or nothing, and an entity's id or key."""


def address(prefix: str, place: Place, page: str) -> str:
    """Return an id for a button, 100 characters at most: an entity id too long for it is shortened to a key."""
    view, name, entity_id = place
    start = f"{prefix}:{view}:{page}:{name or NO_PROPERTY}:"
    return start + search.shortened(entity_id, CUSTOM_ID_LIMIT - len(start))


def other_key(entity_id: str) -> str:
    """Return the key by which a button names a second entity."""
    return search.shortened(entity_id, OTHER_LIMIT)

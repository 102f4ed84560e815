"""Keys: what stands for exactly one entity where a name might not, and room is short."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue

KEY_LIMIT = 100
"""UTF-16 units that a key may have: what Discord takes as the value of a choice (ids hold nothing beyond ASCII)."""

MARK = "~"
DIGITS = 12
LAST = "\U0010ffff"


def key_of(entity: Entity) -> str:
    """Return an entity's id or, where that is too long, its beginning and a hash of the whole."""
    return shortened(entity.id, KEY_LIMIT)


def shortened(entity_id: str, limit: int) -> str:
    """Return an id or, where it is longer than the limit, its beginning and a hash of the whole: a key of this length."""
    if len(entity_id) <= limit:
        return entity_id
    return entity_id[: limit - DIGITS - 1] + MARK + digest(entity_id)


def entity_of(catalogue: Catalogue, key: str) -> Entity | None:
    """Return the entity whose key this is, or None where it is none."""
    number = keyed(catalogue, key, ()) if MARK in key or "/" in key else None
    if number is not None:
        return catalogue.numbered(number)
    try:
        return catalogue.entity(key)
    except KeyError:
        return None


def digest(entity_id: str) -> str:
    """Return the hash that stands for the end of an id."""
    return sha256(entity_id.encode()).hexdigest()[:DIGITS]


def keyed(catalogue: Catalogue, text: str, types: Sequence[str]) -> int | None:
    """Return the number of the entity whose key this is, or None where it is none: ids of films read like names."""
    start, mark, end = text.partition(MARK)
    if mark and len(end) == DIGITS:
        rows = catalogue.rows("SELECT n, id, type FROM entity WHERE id >= ? AND id < ?", start, start + LAST)
        found = [(n, kind) for n, entity_id, kind in rows if digest(entity_id) == end]
    elif "/" in text:
        found = catalogue.rows("SELECT n, type FROM entity WHERE id = ?", text)
    else:
        return None
    return next((n for n, kind in found if not types or kind in types), None)

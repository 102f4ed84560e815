"""The catalogue as the judge's world: other names are looked up in its index, never all read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.fold import KANJI, in_any_order, romanised, squash
from questions.judge.forms import form_of
from questions.judge.words import SMALL
from questions.judge.world import MOST_RIVALS, Known
from questions.pieces import LONGEST, SHORTEST
from questions.search.index import Index, listed

TYPED = ("film", "person", "character", "monster", "place", "company", "group", "series", "award", "work")
"""Types of entities whose names people type."""

TYPES = {"city": "place"}
"""The type behind a kind of answer that is called otherwise."""

MOST_READINGS = 40
MOST_BEARERS = 120
"""Entities looked at that share one word with an answer, the best known first."""


def known_of(catalogue: Catalogue, entity: Entity) -> Known:
    """Return an entity of the catalogue as the judge knows it."""
    names = catalogue.names(entity.id)
    return Known(entity.type, tuple(dict.fromkeys((entity.name, *names))), entity.year, id=entity.id)


@dataclass(frozen=True, slots=True)
class InCatalogue:
    """A catalogue as a world of names."""

    catalogue: Catalogue

    def called(self, text: str, kind: str) -> list[Known]:
        """Return the entities of this kind that may be called so."""
        wanted = TYPES.get(kind, kind)
        return [self._known(n, kind) for n in self._whole(text, (wanted,))]

    def elsewhere(self, text: str, kind: str) -> bool:
        """Return whether an entity of another kind is called exactly so."""
        wanted = TYPES.get(kind, kind)
        for n in self._whole(text, tuple(other for other in TYPED if other != wanted)):
            known = self._known(n)
            if any(form_of(name, known.kind).bare == form_of(text, known.kind).bare for name in known.names):
                return True
        return False

    def rivals(self, known: Known) -> list[Known]:
        """Return the other entities of its kind that share a telling word with it, or lie a slip or two away."""
        kind = TYPES.get(known.kind, known.kind)
        if kind not in TYPED:
            return []
        index = Index(self.catalogue, (kind,))
        found: dict[int, None] = {}
        for name in known.names:
            form = form_of(name, known.kind)
            words = (word for word in form.words if word not in SMALL)
            starts = [name[:2]] if KANJI.search(name[:2]) else []
            for word in (*words, *starts):
                found.update(dict.fromkeys(n for n, _ in index.beginning(word, MOST_BEARERS)))
            if SHORTEST <= len(form.key) <= LONGEST:
                near = [word for word, _ in index.slips(form.key, "f", MOST_READINGS, further=True)]
                found.update(dict.fromkeys(n for _, n, _, _ in index.whole(near)))
        rivals = (self._known(n, known.kind) for n in sorted(found)[:MOST_RIVALS])
        return [rival for rival in rivals if not rival.is_same(known)]

    def _whole(self, text: str, types: tuple[str, ...]) -> list[int]:
        form = form_of(text, types[0])
        keys = {squash(text), romanised(text), in_any_order(text).replace(" ", ""), form.bare, form.key} - {
            ""
        }
        rows = self.catalogue.rows(
            "SELECT DISTINCT alias.n FROM alias JOIN entity ON entity.n = alias.n "
            "WHERE alias.form IN (SELECT value FROM json_each(?)) "
            "AND entity.type IN (SELECT value FROM json_each(?)) ORDER BY alias.n LIMIT 60",
            listed(keys),
            listed(types),
        )
        return [n for (n,) in rows]

    def _known(self, n: int, kind: str | None = None) -> Known:
        entity = self.catalogue.numbered(n)
        known = known_of(self.catalogue, entity)
        return known if kind is None else replace(known, kind=kind)


def all_known(catalogue: Catalogue, types: Iterable[str]) -> list[Known]:
    """Return every entity of some types, for a world of which all is to be tried."""
    return [known_of(catalogue, entity) for kind in types for entity in catalogue.entities(kind)]

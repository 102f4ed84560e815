"""The entities that are known so far, asked by name or external id: in memory for the library, on disk for imports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

import msgspec

from questions.catalogue.entity_draft import Draft, name_key
from questions.catalogue.resolve import Resolver
from questions.catalogue.staging import Stage

REMEMBERED = 8_000
"""Entities and names kept in memory while imports are compiled; the common ones come again and again."""

MOST = 8
"""Namesakes that are looked at; where there are more, nobody can say which is meant."""

DRAFT = (
    "SELECT p, id, type, name, film, key, kind, form, own, unnamed, fictional, within, ids, renown, year, pack "
    "FROM stage.draft"
)


class Known(Protocol):
    """What an import must ask about entities, and tell of new ones."""

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """Return all entities by id."""

    def identified(self, register: str, value: str) -> str | None:
        """Return the id of the entity that has an id in a register of others."""

    def named(self, kind: str, text: str) -> list[str]:
        """Return the ids of the entities of a type that bear a name and belong to no film alone."""

    def add(self, draft: Draft) -> None:
        """Take in a new entity."""

    def learn(self, draft: Draft, names: Mapping[str, str], ids: Mapping[str, str], renown: float) -> None:
        """Note further names (with their languages) and ids of an entity, and the greatest renown told of it."""


class InMemory:
    """The entities of the film files, while these are compiled."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.ids = {pair: draft.id for draft in resolver.drafts.values() for pair in draft.ids.items()}

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """Return all entities by id."""
        return self.resolver.drafts

    def identified(self, register: str, value: str) -> str | None:
        """Return the id of the entity that has an id in a register of others."""
        return self.ids.get((register, value))

    def named(self, kind: str, text: str) -> list[str]:
        """Return the ids of the entities of a type that bear a name and belong to no film alone."""
        return self.resolver.bearers(kind, text)

    def add(self, draft: Draft) -> None:
        """Take in a new entity."""
        self.resolver.drafts[draft.id] = draft
        names, draft.names = draft.names, {}
        self.learn(draft, names, draft.ids, draft.renown)

    def learn(self, draft: Draft, names: Mapping[str, str], ids: Mapping[str, str], renown: float) -> None:
        """Note further names (with their languages) and ids of an entity, and the greatest renown told of it."""
        for text, lang in names.items():
            self.resolver.call(draft, text, lang)
        for pair in ids.items():
            self.ids.setdefault(pair, draft.id)
            draft.ids.setdefault(*pair)
        draft.renown = max(draft.renown, renown)


class OnDisk(Mapping[str, Draft]):
    """The entities that were staged, those met last in memory."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.places: dict[str, int] = {}
        self._kept: dict[str, Draft] = {}
        self._named: dict[tuple[str, str], list[str]] = {}
        self._told: dict[str, int] = {}

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """Return all entities by id."""
        return self

    def __getitem__(self, entity_id: str) -> Draft:
        """Return an entity; raises KeyError where there is none."""
        if entity_id not in self._kept:
            row = self.stage.connection.execute(f"{DRAFT} WHERE id = ?", (entity_id,)).fetchone()
            if row is None:
                raise KeyError(entity_id)
            self._keep(draft_of(row), row[0])
        return self._kept[entity_id]

    def __contains__(self, entity_id: object) -> bool:
        """Return whether there is an entity of this id."""
        try:
            return bool(self[str(entity_id)])
        except KeyError:
            return False

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of all entities."""
        yield from (row[0] for row in self.stage.connection.execute("SELECT id FROM stage.draft"))

    def __len__(self) -> int:
        """Return how many entities there are."""
        return int(self.stage.connection.execute("SELECT count(*) FROM stage.draft").fetchone()[0])

    def _keep(self, draft: Draft, place: int) -> None:
        if len(self._kept) >= REMEMBERED:
            self._kept.clear()
            self.places.clear()
        self._kept[draft.id] = draft
        self.places[draft.id] = place

    def place(self, entity_id: str) -> int:
        """Return the place of an entity among the staged ones; raises KeyError."""
        return self.places[self[entity_id].id]

    def identified(self, register: str, value: str) -> str | None:
        """Return the id of the entity that has an id in a register of others."""
        row = self.stage.connection.execute(
            "SELECT id FROM stage.ext JOIN stage.draft USING (p) WHERE register = ? AND value = ?",
            (register, value),
        ).fetchone()
        return row[0] if row else None

    def named(self, kind: str, text: str) -> list[str]:
        """Return the ids of the entities of a type that bear a name and belong to no film alone."""
        asked = (kind, name_key(kind, text))
        if asked not in self._named:
            if len(self._named) >= REMEMBERED:
                self._named.clear()
            found = self.stage.connection.execute(
                "SELECT id FROM stage.known JOIN stage.draft USING (p) WHERE known.type = ? AND known.key = ? LIMIT ?",
                (*asked, MOST),
            )
            self._named[asked] = [row[0] for row in found]
        return self._named[asked]

    def add(self, draft: Draft) -> None:
        """Take in a new entity."""
        self._keep(draft, self.stage.add_draft(draft))
        for name in draft.names:
            self._named.pop((draft.type, name_key(draft.type, name)), None)

    def learn(self, draft: Draft, names: Mapping[str, str], ids: Mapping[str, str], renown: float) -> None:
        """Note further names (with their languages) and ids of an entity, and the greatest renown told of it."""
        told = hash((renown, frozenset(names.items()), frozenset(ids.items())))
        if self._told.get(draft.id) == told:  # the same was told with another film
            return
        if len(self._told) >= REMEMBERED:
            self._told.clear()
        self._told[draft.id] = told
        place = self.place(draft.id)
        for text, lang in names.items():
            self.stage.call(place, draft, text, lang)
            self._named.pop((draft.type, name_key(draft.type, text)), None)
        more = {register: value for register, value in ids.items() if register not in draft.ids}
        if more or renown > draft.renown:
            draft.ids.update(more)
            draft.renown = max(draft.renown, renown)
            self.stage.update_draft(place, draft, more)


def draft_of(row: tuple[object, ...]) -> Draft:
    """Return the entity of a staged row."""
    (
        _,
        entity_id,
        kind,
        name,
        film,
        key,
        sort,
        form,
        own,
        unnamed,
        fictional,
        within,
        ids,
        renown,
        year,
        pack,
    ) = row
    return Draft(
        str(entity_id),
        str(kind),
        str(name),
        film if film is None else str(film),
        str(key),
        kind=sort if sort is None else str(sort),
        form=form if form is None else str(form),
        own=bool(own),
        unnamed=bool(unnamed),
        fictional=bool(fictional),
        within=within if within is None else str(within),
        ids=msgspec.json.decode(str(ids), type=dict[str, str]),
        renown=float(str(renown)),
        year=year if isinstance(year, int) else None,
        pack=pack if pack is None else str(pack),
    )

"""What else there is: the other names a guess may mean, from a list or from a catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from questions.judge.forms import form_of
from questions.judge.words import SMALL

MOST_RIVALS = 400
"""Rivals looked at for one answer: names that share a word with it, the best known first."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entity as the judge knows it: its kind, every spelling of its name, and what tells its namesakes from it.

    `family` and `given` are the parts of a person's name, where they are known; `year` is a film's; `id` is the
    catalogue's.
    """

    kind: str
    names: tuple[str, ...]
    year: int | None = None
    family: str | None = None
    given: str | None = None
    id: str | None = None

    def is_same(self, other: Known) -> bool:
        """Return whether two are one entity: by id where both have one, else by their first name and year."""
        if self.id is not None and other.id is not None:
            return self.id == other.id
        years = {self.year, other.year} - {None}
        return self.names[0] == other.names[0] and len(years) < 2


class World(Protocol):
    """Where the judge looks up other names; answers hold no entity twice."""

    def called(self, text: str, kind: str) -> list[Known]:
        """Return the entities that may be called so: of this kind those whose form is alike, in any word order."""
        ...

    def elsewhere(self, text: str, kind: str) -> bool:
        """Return whether an entity of another kind is called exactly so."""
        ...

    def rivals(self, known: Known) -> list[Known]:
        """Return the other entities of its kind whose names could be taken for one of its names."""
        ...


@dataclass(slots=True)
class Listed:
    """A world made of a list: as large as one cares to hold in memory."""

    entities: list[Known]
    _exact: dict[tuple[str, str], list[int]] = field(init=False)
    _words: dict[tuple[str, str], list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """File every name under its forms and its words."""
        self._exact, self._words = defaultdict(list), defaultdict(list)
        for number, known in enumerate(self.entities):
            for name in known.names:
                form = form_of(name, known.kind)
                for key in {form.bare, form.key, sorted_key(form.words)}:
                    self._exact[known.kind, key].append(number)
                for word in form.words:
                    self._words[known.kind, word].append(number)

    def called(self, text: str, kind: str) -> list[Known]:
        """Return the entities of this kind that may be called so."""
        form = form_of(text, kind)
        keys = {form.bare, form.key, sorted_key(form.words)}
        return self._at(number for key in keys for number in self._exact.get((kind, key), ()))

    def elsewhere(self, text: str, kind: str) -> bool:
        """Return whether an entity of another kind is called exactly so."""
        kinds = {other for other, _ in self._exact if other != kind}
        return any((other, form_of(text, other).bare) in self._exact for other in kinds)

    def rivals(self, known: Known) -> list[Known]:
        """Return everything else of its kind while that is little, else what shares a telling word with it."""
        same = [other for other in self.entities if other.kind == known.kind]
        if len(same) > MOST_RIVALS:
            words = {word for name in known.names for word in form_of(name, known.kind).words} - SMALL
            same = self._at(number for word in words for number in self._words.get((known.kind, word), ()))
        return [other for other in same if not other.is_same(known)][:MOST_RIVALS]

    def _at(self, numbers: Iterable[int]) -> list[Known]:
        return [self.entities[number] for number in sorted(set(numbers))]


def sorted_key(words: Iterable[str]) -> str:
    """Return words in one fixed order, so that a name is alike whichever of its words comes first."""
    return " ".join(sorted(words))

"""Which films questions are drawn from: the library and the best known of imports, without what is switched off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from sqlite3 import Connection

from questions.catalogue.depths import LIBRARY

DEEP = 1_000
"""How many of the best known imported films are played with until somebody says otherwise."""

CACHED = 64


@dataclass(frozen=True, slots=True)
class Deck:
    """The films of packs and series that are not `off`; of imported films the `deep` best known, or all (None).

    `off` holds names of packs and ids of series.
    """

    off: frozenset[str] = frozenset()
    deep: int | None = DEEP


Scope = str | Deck | None
"""What questions are about: one film or series by its id, the films of a deck, or everything."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What a deck takes of a list of films in the order of their numbers: those up to `last`, and `further` ones.

    `last` is None where all are taken; `refused` holds films that are switched off, `packs` the imports that are.
    """

    last: int | None
    further: tuple[int, ...]
    refused: frozenset[int]
    packs: frozenset[str]
    films: int


@lru_cache(maxsize=CACHED)
def cut_of(connection: Connection, deck: Deck) -> Cut:
    """Return what a deck takes of a catalogue's films; films are numbered by fame."""
    imports = [name for (name,) in connection.execute("SELECT name FROM pack ORDER BY name")]
    on = [name for name in imports if name not in deck.off]
    series = tuple(off_series(connection, deck))
    refused = set(series)
    own = () if LIBRARY in deck.off else tuple(library(connection))
    if LIBRARY in deck.off:
        refused.update(library(connection))
    last = last_of(connection, on, deck.deep) if on else None if own and not imports else 0
    further = tuple(film for film in own if last is not None and film > last)
    counted = sum(held(connection, name) for name in on)
    films = (counted if deck.deep is None else min(counted, deck.deep)) + len(own) - len(set(own) & refused)
    return Cut(last, further, frozenset(refused), frozenset(imports) - frozenset(on), max(0, films))


def last_of(connection: Connection, packs: list[str], deep: int | None) -> int | None:
    """Return the number of the last film of some imports that so many best known ones reach; None for all."""
    if deep is None:
        return None
    marks = ", ".join("?" * len(packs))
    row = connection.execute(
        f"SELECT n FROM entity WHERE pack IN ({marks}) AND type = 'film' AND own ORDER BY n LIMIT 1 OFFSET ?",  # noqa: S608
        (*packs, deep - 1),
    ).fetchone()
    return int(row[0]) if row else None


def library(connection: Connection) -> Iterator[int]:
    """Yield the numbers of the films that have files of their own."""
    rows = connection.execute("SELECT n FROM entity WHERE type = 'film' AND own AND pack IS NULL ORDER BY n")
    yield from (number for (number,) in rows)


def held(connection: Connection, pack: str) -> int:
    """Return how many films an import gave that no film file has."""
    row = connection.execute("SELECT films FROM depth WHERE pack = ? AND deep = 0", (pack,)).fetchone()
    return int(row[0]) if row else 0


def off_series(connection: Connection, deck: Deck) -> Iterator[int]:
    """Yield the numbers of the films of the series that are switched off."""
    for series in sorted(deck.off):
        rows = connection.execute(
            "SELECT film FROM member WHERE series = (SELECT n FROM entity WHERE id = ?)", (series,)
        )
        yield from (film for (film,) in rows)

"""How much a library holds: films, facts, passages, and how well each property is borne out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from questions.catalogue.model import Fact, Source
from questions.catalogue.reading import Catalogue

WELL_BORNE_OUT = 2
"""Independent witnesses from which on a fact counts as well borne out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One property: its facts, those with two witnesses or more, and those that sources differ about, by how."""

    property: str
    facts: int
    borne_out: int
    disputed: int
    doubted: int
    spelled: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A library in figures; `witnesses` counts facts by their number of independent witnesses."""

    films: int
    facts: int
    passages: int
    families: int
    entities: dict[str, int]
    witnesses: dict[int, int]
    rows: tuple[Row, ...]
    unused: tuple[str, ...]


def figures(catalogue: Catalogue) -> Figures:
    """Return a library in figures; `unused` are the ids of passages that no fact rests on."""
    facts = catalogue.facts()
    sources = all_sources(catalogue)
    cited = {source.id for fact in facts for source in fact.sources}
    return Figures(
        films=len(catalogue.films()),
        facts=len(facts),
        passages=len(sources),
        families=len({source.family for source in sources}),
        entities=dict(catalogue.rows("SELECT type, count(*) FROM entity GROUP BY type ORDER BY type")),
        witnesses=dict(sorted(Counter(fact.witnesses for fact in facts).items())),
        rows=tuple(rows_of(facts)),
        unused=tuple(sorted(source.id for source in sources if source.id not in cited)),
    )


def all_sources(catalogue: Catalogue) -> list[Source]:
    """Return every passage that the library declares."""
    return [catalogue.source(number) for (number,) in catalogue.rows("SELECT n FROM source ORDER BY n")]


def rows_of(facts: Iterable[Fact]) -> list[Row]:
    """Return the figures of each property, those with most facts first."""
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.property].append(fact)
    rows = [row(name, group) for name, group in groups.items()]
    return sorted(rows, key=lambda one: (-one.facts, one.property))


def row(name: str, facts: list[Fact]) -> Row:
    """Return the figures of one property."""
    differences = Counter(fact.difference for fact in facts)
    return Row(
        property=name,
        facts=len(facts),
        borne_out=sum(fact.witnesses >= WELL_BORNE_OUT for fact in facts),
        disputed=differences["dispute"],
        doubted=differences["doubt"],
        spelled=differences["spelling"],
    )

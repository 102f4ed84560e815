"""The report in words, and as JSON lines for other programs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from questions.catalogue.model import Fact
from questions.catalogue.reading import Catalogue
from questions.report.figures import figures
from questions.report.gaps import gaps
from questions.report.people import doubtful
from questions.telling import value, who_says

FEW = 8
"""Ids named of a gap; of the rest only the number is told."""


def as_text(catalogue: Catalogue) -> Iterator[str]:
    """Yield the report line by line, for people."""
    known = figures(catalogue)
    yield f"{known.films} films, {known.facts} facts from {known.passages} passages in {known.families} families."
    yield "Entities: " + ", ".join(f"{count} {kind}" for kind, count in known.entities.items()) + "."
    told = ", ".join(f"{facts} with {count}" for count, facts in known.witnesses.items())
    yield f"Facts by independent witnesses: {told}."
    yield ""
    yield f"{'property':<22}{'facts':>7}{'2+ witnesses':>14}{'disputed':>10}{'doubted':>9}{'spelled':>9}"
    for row in known.rows:
        yield (
            f"{row.property:<22}{row.facts:>7}{row.borne_out:>14}{row.disputed:>10}{row.doubted:>9}{row.spelled:>9}"
        )
    if known.unused:
        yield f"\nPassages that no fact rests on: {', '.join(known.unused)}"
    yield "\nDisputes"
    yield from disputes(catalogue)
    yield "\nGaps"
    for gap in gaps(catalogue):
        more = f" and {len(gap.of) - FEW} more" if len(gap.of) > FEW else ""
        yield f"  {len(gap.of):>4}  {gap.what}: {', '.join(gap.of[:FEW])}{more}"
    yield "\nPeople to look at"
    for one in doubtful(catalogue):
        yield f"  {one.name} ({one.person}): {one.why}"


def disputes(catalogue: Catalogue) -> Iterator[str]:
    """Yield every dispute once, film by film: what one side says against the other, with who says so."""
    facts = {fact.id: fact for fact in catalogue.facts() if fact.difference == "dispute"}
    film = ""
    told: set[frozenset[str]] = set()
    for fact in sorted(facts.values(), key=lambda one: (one.film or "", one.property, one.id)):
        sides = frozenset((fact.id, *fact.disputed_with))
        if sides in told:
            continue
        told.add(sides)
        if fact.film != film:
            film = fact.film or ""
            yield f"  {film}"
        said = " against ".join(side(facts[one]) for one in sorted(sides) if one in facts)
        yield f"    {fact.property} of {fact.subject.name}: {said}"


def side(fact: Fact) -> str:
    """Return one side of a dispute with who says so."""
    return f"{value(fact)} ({who_says(fact)})"


def as_json(catalogue: Catalogue) -> Iterator[str]:
    """Yield the report as JSON lines: one with the figures, then one for each dispute, gap and person."""
    known = msgspec.to_builtins(figures(catalogue), str_keys=True)
    yield encoded({"section": "figures", **known})
    for fact in catalogue.facts():
        if fact.difference == "dispute":
            about = {"id": fact.id, "film": fact.film, "against": fact.disputed_with}
            yield encoded({"section": "dispute", **about, "sources": [source.id for source in fact.sources]})
    for gap in gaps(catalogue):
        yield encoded({"section": "gap", "what": gap.what, "of": gap.of})
    for one in doubtful(catalogue):
        yield encoded({"section": "person", "id": one.person, "name": one.name, "why": one.why})


def encoded(value: object) -> str:
    """Return a value as one line of JSON."""
    return msgspec.json.encode(value).decode()

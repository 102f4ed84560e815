"""List what is known, with who says so and how sources differ."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from questions.answering import NO, YES, known, opened, say
from questions.catalogue import Catalogue, Fact
from questions.properties import PROPERTIES
from questions.telling import statement, who_says


def options(verb: argparse.ArgumentParser) -> None:
    """Add the verb's own options."""
    verb.add_argument(
        "id", help="an entity's id as `find` gives it; a film's id lists everything in the film"
    )
    verb.add_argument("--property", choices=sorted(PROPERTIES), metavar="P", help="only this property")


def run(options: argparse.Namespace) -> int:
    """List facts; for a film, those of everything in it. 1 where there is no such entity."""
    catalogue = opened(options)
    if not known(catalogue, options.id):
        return NO
    for fact in facts_about(catalogue, options.id):
        if options.property in (None, fact.property):
            say(options, as_json(fact), as_text(catalogue, fact))
    return YES


def facts_about(catalogue: Catalogue, entity_id: str) -> Iterable[Fact]:
    """Return the facts about an entity; a film with a file of its own has everything that its file says."""
    own = catalogue.facts(subject=entity_id)
    if not catalogue.entity(entity_id).own:
        return own
    stated = catalogue.facts(film=entity_id)
    return [*stated, *(fact for fact in own if fact.film != entity_id)]


def as_json(fact: Fact) -> dict[str, object]:
    """Return a fact in the form that other programs rely on."""
    return {
        "id": fact.id,
        "subject": fact.subject.id,
        "property": fact.property,
        "value": fact.entity.name if fact.entity else figure(fact),
        "entity": fact.entity.id if fact.entity else None,
        "qualifiers": fact.qualifiers,
        "sources": [source.id for source in fact.sources],
        "written": {said.source.id: said.written for said in fact.attestations},
        "witnesses": fact.witnesses,
        "difference": fact.difference,
        "disputed_with": fact.disputed_with,
        "why": fact.why,
    }


def figure(fact: Fact) -> str | int:
    """Return a plain value: a number where the property counts, else text."""
    return (
        int(fact.value) if PROPERTIES[fact.property].types[0] in ("number", "year", "money") else fact.value
    )


def as_text(catalogue: Catalogue, fact: Fact) -> str:
    """Return a fact for people: the sentence, how sources differ, who says so."""
    differs = f" [{fact.difference}]" if fact.difference else ""
    return f"{statement(catalogue, fact)}{differs}  — {who_says(fact)}\n    {fact.id}"

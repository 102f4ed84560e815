"""Find what a text means, best first."""

from __future__ import annotations

import argparse
import sys

from questions.answering import NO, YES, opened, say
from questions.property import ENTITY_TYPES
from questions.search import find, nearest
from questions.telling import label


def options(verb: argparse.ArgumentParser) -> None:
    """Add the verb's own options."""
    verb.add_argument("text", help="a name in any spelling")
    verb.add_argument("--type", choices=ENTITY_TYPES, help="only entities of this type")
    verb.add_argument("--limit", type=int, default=25, help="how many at most (default 25)")


def run(options: argparse.Namespace) -> int:
    """Find what a text means; 1 where nothing is found."""
    catalogue = opened(options)
    types = (options.type,) if options.type else ()
    found = find(catalogue, options.text, types, options.limit)
    if not found:
        near = ", ".join(nearest(catalogue, options.text, types))
        print(f"marquee-questions: nothing is called {options.text!r}. Nearest: {near}.", file=sys.stderr)
    for match in found:
        entity = match.entity
        value = {
            "id": entity.id,
            "type": entity.type,
            "name": entity.name,
            "film": entity.film,
            "score": round(match.score, 3),
            "why": match.why,
        }
        where = f", {catalogue.entity(entity.film).name}" if entity.film else ""
        say(options, value, f"{label(entity)} ({entity.type}{where})  {entity.id}")
    return YES if found else NO

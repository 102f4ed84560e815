"""What the verbs of the command line share: their options, exit codes, and the catalogue they read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec
from platformdirs import user_cache_path

from questions.catalogue import FILMS, NAMES, Catalogue, CatalogueError, compile_catalogue
from questions.search import find

YES, NO, COULD_NOT = 0, 1, 2
"""Exit codes: done, it says no, it could not."""


def add_options(verb: argparse.ArgumentParser) -> None:
    """Add the options that all verbs have: JSON lines, and where the facts are."""
    verb.add_argument("--json", action="store_true", help="one JSON object a line")
    place = verb.add_mutually_exclusive_group()
    place.add_argument("--films", type=Path, default=FILMS, metavar="DIR", help="the folder of film files")
    place.add_argument("--catalogue", type=Path, metavar="FILE", help="a compiled catalogue instead")


def say(options: argparse.Namespace, value: object, text: str) -> None:
    """Print a value as one line of JSON, or its text for people."""
    print(msgspec.json.encode(value).decode() if options.json else text)


def names_beside(films: Path) -> Path:
    """Return the folder of shared names for a folder of films: its own neighbour, else the one that comes with Marquee."""
    return films.parent / "names" if (films.parent / "names").is_dir() else NAMES


def opened(options: argparse.Namespace) -> Catalogue:
    """Return the catalogue that the options name, compiled if need be."""
    if options.catalogue is not None:
        if not options.catalogue.is_file():
            raise CatalogueError(f"there is no file {options.catalogue}")
        return Catalogue.open(options.catalogue)
    if not options.films.is_dir():
        raise CatalogueError(f"there is no folder {options.films}")
    cache = user_cache_path("marquee", appauthor=False)
    return Catalogue.open(compile_catalogue(options.films, names_beside(options.films), cache))


def known(catalogue: Catalogue, entity_id: str) -> bool:
    """Return whether there is an entity of this id, and say so where there is none."""
    try:
        catalogue.entity(entity_id)
    except KeyError:
        near = ", ".join(match.entity.id for match in find(catalogue, entity_id, limit=3))
        print(
            f"marquee-questions: nothing has the id {entity_id!r}.{f' Near: {near}.' if near else ''}",
            file=sys.stderr,
        )
        return False
    return True

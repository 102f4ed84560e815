"""Validate film files and name every fault."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from questions import report
from questions.answering import NO, YES, names_beside, opened, say
from questions.catalogue import CatalogueError
from questions.catalogue.compile import compile_films
from questions.fault import FilmFileError


def options(verb: argparse.ArgumentParser) -> None:
    """Add the verb's own options."""
    verb.add_argument("file", nargs="*", type=Path, help="film files; all of them when none is named")
    verb.add_argument(
        "--report",
        action="store_true",
        help="say what the library holds: figures, disputes, gaps, people to look at",
    )


def run(options: argparse.Namespace) -> int:
    """Validate film files: silence and 0 where they are good, else every fault and 1."""
    named = tuple(options.file)
    missing = [path for path in named if not path.is_file()]
    if missing:
        raise CatalogueError(f"there is no file {missing[0]}")
    folder = home_of(named, options.films)
    around = [path for path in sorted(folder.glob("*.toml")) if path.name not in {p.name for p in named}]
    try:
        compile_films([*named, *around], names_beside(folder))
    except FilmFileError as error:
        for fault in error.faults:
            say(options, {"file": fault.file, "path": fault.path, "message": fault.message}, str(fault))
        return NO
    if options.report:
        for line in (report.as_json if options.json else report.as_text)(opened(options)):
            print(line)
        return YES
    if not options.json:
        count = len(named) or len(around)
        print(f"{count} film file{'s' if count > 1 else ''}, no faults.")
    return YES


def home_of(named: Sequence[Path], films: Path) -> Path:
    """Return the folder among whose films the named files stand: their own where it has names beside it, else `films`."""
    own = named[0].resolve().parent if named else films
    return own if (own.parent / "names").is_dir() else films

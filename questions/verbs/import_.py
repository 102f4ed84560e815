"""Import films from other people's data into one catalogue file, beside those that Marquee comes with."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tqdm import tqdm

from questions.answering import NO, YES, names_beside, say
from questions.catalogue import CatalogueError
from questions.catalogue.importing import Told, compile_with_imports
from questions.importers import IMPORTERS, Importer
from questions.imports.place import default_file, download_folder
from questions.imports.records import NoFilmsError
from questions.imports.report import Report


def options(verb: argparse.ArgumentParser) -> None:
    """Add the verb's own options."""
    sources = "; ".join(f"{name}: {importer.label}" for name, importer in IMPORTERS.items())
    choices = "; ".join(f"{name}: {one.choice}" for name, one in IMPORTERS.items() if one.choice)
    verb.add_argument(
        "name", nargs="?", choices=sorted(IMPORTERS), metavar="NAME", help=sources or "a source"
    )
    verb.add_argument(
        "path", nargs="*", help=f"the files to read; with --download, what to fetch instead ({choices})"
    )
    verb.add_argument(
        "--out",
        type=Path,
        default=default_file(),
        metavar="FILE",
        help="the catalogue to write (default: where the bot looks). What it has of other sources is kept, and so is what"
        " it has of tables whose mapping names another family; what it has of this source is replaced, unless --add"
        " is given",
    )
    verb.add_argument(
        "--add",
        action="store_true",
        help="keep the films that FILE has of this source, and replace only those that are given again",
    )
    verb.add_argument("--download", action="store_true", help="fetch the data first, where the source can")
    verb.add_argument(
        "--mapping",
        type=Path,
        metavar="MAPPING",
        help="a TOML file that says which column is what, for a table",
    )
    verb.add_argument(
        "--again", action="store_true", help="read nothing new: compile FILE anew from what it was made of"
    )


def run(options: argparse.Namespace) -> int:
    """Import, and print the report; 1 where no film was taken, and nothing is written then."""
    check(options)
    if options.again:
        return anew(options)
    if options.name is None:
        raise CatalogueError(f"say which source to import: {', '.join(sorted(IMPORTERS))}")
    importer = IMPORTERS[options.name]
    if options.mapping is not None and importer.pack_of is None:
        raise CatalogueError(
            f"{importer.label} needs no mapping file: leave --mapping away, or import a table"
        )
    report = Report(mapping=options.mapping, notice=notice)
    pack = importer.pack(options.mapping)
    if importer.notice:
        notice(importer.notice)
    paths = fetched(importer, options.path, report) if options.download else given(importer, options.path)
    with suppress(NoFilmsError), bar_of(paths, report) as told:
        compile_with_imports(
            options.out,
            pack,
            importer.read(paths, report),
            report,
            add=options.add,
            folder=options.films,
            names=names_beside(options.films),
            told=told,
        )
    say(options, report.as_json(), report.as_text(pack.label))
    if not options.json:
        print(
            f"Written: {options.out}" if report.films else f"Nothing was written: {options.out} is as it was."
        )
    return YES if report.films else NO


def check(options: argparse.Namespace) -> None:
    """Raise CatalogueError where no catalogue can be written, before hours are spent on one."""
    if options.again and (options.name or options.download or options.mapping or options.add):
        raise CatalogueError(
            "--again reads nothing new, it compiles the file that --out names anew: leave the source, its files, --add,"
            " --download and --mapping away, or leave --again away"
        )
    if options.catalogue is not None:
        raise CatalogueError("an import writes the catalogue that --out names; leave --catalogue away")
    if options.out.is_dir():
        raise CatalogueError(f"{options.out} is a folder: name a file in it with --out")
    above = next(folder for folder in options.out.absolute().parents if folder.exists())
    if not above.is_dir():
        raise CatalogueError(f"{above} is no folder: name another file with --out")
    if not os.access(above, os.W_OK | os.X_OK):
        raise CatalogueError(f"nothing may be written in {above}: name another file with --out")


def anew(options: argparse.Namespace) -> int:
    """Compile a file anew from the imports that it has."""
    if not options.out.is_file():
        raise CatalogueError(f"there is no file {options.out}")
    with bar_of([], Report()) as told:
        compile_with_imports(
            options.out,
            None,
            (),
            Report(),
            folder=options.films,
            names=names_beside(options.films),
            told=told,
        )
    say(options, {"written": str(options.out)}, f"Written: {options.out}")
    return YES


def given(importer: Importer, paths: list[str]) -> list[Path]:
    """Return the files to read; raises CatalogueError where one is missing or none is named."""
    if not paths:
        raise CatalogueError(f"name the files to read: {importer.files}")
    found = [Path(path) for path in paths]
    for path in found:
        if path.is_dir():
            raise CatalogueError(f"{path} is a folder: name the files in it ({importer.files})")
        if not path.is_file():
            raise CatalogueError(f"there is no file {path}")
    return found


def fetched(importer: Importer, chosen: list[str], report: Report) -> list[Path]:
    """Return the files of what was chosen, fetched now unless they lie there already."""
    if importer.download is None:
        raise CatalogueError(f"{importer.label} cannot be fetched: get its files by hand ({importer.files})")
    if not chosen:
        raise CatalogueError(f"say what to fetch: {importer.choice}")
    folder = download_folder(importer.name)
    folder.mkdir(parents=True, exist_ok=True)
    with bar_of([], report, "fetching"):
        return importer.download(folder, chosen, report)


def notice(text: str) -> None:
    """Print a sentence for whoever waits, above a bar where one is drawn."""
    tqdm.write(text, file=sys.stderr)


@contextmanager
def bar_of(paths: list[Path], report: Report, what: str = "reading") -> Iterator[Told]:
    """Yield what hears how far an import is, and draws a bar of it on a terminal."""
    total = sum(path.stat().st_size for path in paths)
    with tqdm(total=total or None, unit="B", unit_scale=True, desc=what, disable=None) as bar:

        def advance(count: int) -> None:
            bar.update(count)

        def told(what: str, done: int) -> None:
            bar.set_description(what)
            if done:
                bar.set_postfix(films=f"{done:,}")

        report.advance, report.doing = advance, bar.set_description
        yield told

"""The verbs as a command line: its parser, which takes options and words in any order, and how each failure is told."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from questions.answering import COULD_NOT, add_options, say
from questions.catalogue import CatalogueError
from questions.fault import FilmFileError
from questions.imports.opening import DamagedError
from questions.imports.records import NoImportsError
from questions.verbs import VERBS

ABOUT = "For authors: check film files, ask questions from them, find entities, list facts, judge guesses, import films."


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code: 0, 1 (it says no) or 2 (it could not)."""
    options = command_line().parse_args(arguments)
    try:
        return int(options.run(options))
    except FilmFileError as error:
        for fault in error.faults:
            say(options, {"file": fault.file, "path": fault.path, "message": fault.message}, str(fault))
        return COULD_NOT
    except BrokenPipeError:  # whoever reads has read enough
        sys.stderr.close()
        return COULD_NOT
    except (CatalogueError, DamagedError, NoImportsError, OSError) as error:
        print(f"marquee-questions: {error}", file=sys.stderr)
        return COULD_NOT


class AnyOrder(argparse.ArgumentParser):
    """Takes a verb's words wherever they stand among its options; argparse alone wants them in one place."""

    mixing = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Return the options, and what is none of them."""
        if self.mixing:  # argparse takes an intermixed line apart by this very method
            return super().parse_known_args(args, namespace)
        self.mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.mixing = False


def command_line() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    parser = argparse.ArgumentParser(prog="marquee-questions", description=ABOUT)
    verbs = parser.add_subparsers(required=True, metavar="VERB", parser_class=AnyOrder)
    for name, module in VERBS.items():
        words = str(module.__doc__).rstrip(".")
        verb = verbs.add_parser(name, help=words[0].lower() + words[1:], description=f"{words}.")
        verb.set_defaults(run=module.run)
        module.options(verb)
        add_options(verb)
    return parser

"""For authors: check film files, ask questions from them, find entities, list facts, judge guesses, import films."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from questions.answering import COULD_NOT, STOPPED, add_options, say
from questions.catalogue import CatalogueError
from questions.fault import FilmFileError
from questions.imports.opening import DamagedError
from questions.imports.records import NoImportsError
from questions.verbs import VERBS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code: 0, 1 (it says no), 2 (it could not) or 130 (stopped)."""
    options = command_line().parse_args(arguments)
    try:
        return int(options.run(options))
    except FilmFileError as error:
        for fault in error.faults:
            say(options, {"file": fault.file, "path": fault.path, "message": fault.message}, str(fault))
        return COULD_NOT
    except KeyboardInterrupt:
        print("marquee-questions: stopped; no file was changed", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # whoever reads has read enough
        sys.stderr.close()
        return COULD_NOT
    except (CatalogueError, DamagedError, NoImportsError, OSError) as error:
        print(f"marquee-questions: {error}", file=sys.stderr)
        return COULD_NOT


def command_line() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    parser = argparse.ArgumentParser(prog="marquee-questions", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for name, module in VERBS.items():
        words = str(module.__doc__).rstrip(".")
        verb = verbs.add_parser(name, help=words[0].lower() + words[1:], description=f"{words}.")
        verb.set_defaults(run=module.run)
        module.options(verb)
        add_options(verb)
    return parser


if __name__ == "__main__":
    sys.exit(main())

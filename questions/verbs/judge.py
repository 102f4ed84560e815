"""Judge typed guesses: JSON lines in, one verdict a line out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from questions.answering import YES, opened
from questions.judge import InCatalogue
from questions.judge.lines import verdicts, world_of


def options(verb: argparse.ArgumentParser) -> None:
    """Add the verb's own options."""
    verb.add_argument("--names", type=Path, metavar="FILE", help="the other names there are, as JSON lines")


def run(options: argparse.Namespace) -> int:
    """Judge the guesses on standard input; 2 at the first line that cannot be judged, with its number."""
    catalogue = None if options.names is not None else opened(options)
    world = world_of(options.names) if catalogue is None else InCatalogue(catalogue)
    for said in verdicts(sys.stdin, world, catalogue):
        value = {"verdict": said.verdict.value, "reason": said.reason, "matched": said.matched}
        print(msgspec.json.encode(value).decode())
    return YES

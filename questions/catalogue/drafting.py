"""A catalogue while it is written: beside the file whose place it takes once it is whole, and not before."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from questions.catalogue.reading import CatalogueError
from questions.catalogue.staging import Stage
from questions.lock import alone

READABLE = 0o644
"""Whoever may see the folder may read the catalogue: another user's bot may share it."""

LEFT = r"\.[a-z0-9_]{8}\.part(\.stage)?(-journal|-wal|-shm)?"
"""How the name of a draft goes on after its target's, as `draft_of` makes it."""


@contextmanager
def draft_of(target: Path) -> Iterator[tuple[sqlite3.Connection, Stage]]:
    """Yield an empty database beside a file; it takes the file's place once everything in it is done, and not before."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f"{target.name}.", suffix=".part")
    os.close(handle)
    beside = Path(f"{draft}.stage")
    try:
        with closing(sqlite3.connect(draft, uri=True, isolation_level=None)) as connection:
            yield connection, Stage(connection, beside)
        Path(draft).chmod(READABLE)  # a temporary file is its maker's alone
        Path(draft).replace(target)
    finally:
        Path(draft).unlink(missing_ok=True)
        beside.unlink(missing_ok=True)


@contextmanager
def only_writer(target: Path) -> Iterator[None]:
    """Keep other writers of a file away, and delete what those left that were killed; raises CatalogueError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        try:
            held.enter_context(alone(target.with_name(f"{target.name}.lock")))
        except BlockingIOError as error:
            raise CatalogueError(
                f"another import into {target} is running: wait until it has ended, or name another file with --out"
            ) from error
        sweep(target)
        yield


def sweep(target: Path) -> None:
    """Delete the drafts beside a file; whoever calls this is its only writer, so nobody is at work on them."""
    draft = re.compile(re.escape(target.name) + LEFT)
    for path in target.parent.iterdir():
        if draft.fullmatch(path.name):
            with suppress(OSError):  # another user's: it does no harm
                path.unlink()

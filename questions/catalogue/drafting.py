"""A catalogue while it is written: beside the file whose place it takes once it is whole, and not before."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from questions.catalogue.staging import Stage

READABLE = 0o644
"""Whoever may see the folder may read the catalogue: another user's bot may share it."""


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

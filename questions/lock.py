"""A lock file: one process at a time writes a SQLite file, and the lock dies with it, however it dies."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FileLock:
    """A held lock; the file stays behind, since removing it would let two processes hold "the same" lock.

    Whoever removes it none the less asks `stands` whenever it has got one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise

    def stands(self) -> bool:
        """Return whether the locked file still has its name, so that whoever comes next finds it locked."""
        try:
            return os.path.samestat(os.fstat(self._descriptor), self.path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Let the next process in."""
        os.close(self._descriptor)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock whose file is gone afterwards; raises BlockingIOError where another process holds it."""
    lock = FileLock(path)
    while not lock.stands():  # its last holder ended, and removed it, between our opening and locking it
        lock.release()
        lock = FileLock(path)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows keeps open files: there it stays, and is locked again next time
            path.unlink()
        lock.release()


def _lock(descriptor: int) -> None:
    """Lock the open file, or raise BlockingIOError at once where somebody else holds it."""
    if sys.platform == "win32":
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

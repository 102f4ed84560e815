"""Files of any length, read piece by piece: lines, or the items of one long JSON array or object."""

from __future__ import annotations

import bz2
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import ijson
from ijson.common import IncompleteJSONError, JSONError

from questions.imports.report import Report

LONGEST_LINE = 32 * 2**20
"""Bytes of the longest line that is read; the longest entity of Wikidata's dumps has about a tenth of that."""

DEEPEST = 100
"""How deep JSON may be nested; Wikidata's is about ten deep."""

CHUNK = 2**16
PACKED = {".gz": gzip.open, ".bz2": bz2.open}


class DamagedError(Exception):
    """A file that cannot be read to its end; the message says where and what to do."""


def no_json(path: Path, error: Exception) -> DamagedError:
    """Return the refusal of a file that is no JSON, or not all of it; ijson tells the two apart in its words alone."""
    what = str(error).strip().partition("\n")[0]
    if isinstance(error, IncompleteJSONError) and re.search(r"premature|incomplete|EOF", what):
        return DamagedError(f"{path} ends too early ({what}). Fetch it again.")
    return DamagedError(f"{path} is no JSON: {what}.")


class Counted(io.RawIOBase):
    """A file that tells a report how much of it has been read."""

    def __init__(self, file: IO[bytes], report: Report) -> None:
        super().__init__()
        self.file = file
        self.report = report

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Read into a buffer, and return how much came."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        got = self.file.read(len(view))
        view[: len(got)] = got
        self.report.advance(len(got))
        return len(got)


@contextmanager
def opened(path: Path, report: Report) -> Iterator[IO[bytes]]:
    """Yield a file's bytes, unpacked where its name ends in .gz or .bz2; raises DamagedError and OSError."""
    unpack = PACKED.get(path.suffix)
    with path.open("rb") as file, io.BufferedReader(Counted(file, report), CHUNK) as counted:
        try:
            if unpack is None:
                yield counted
            else:
                with unpack(counted, "rb") as unpacked:  # type: ignore[operator]
                    yield unpacked
        except (EOFError, zlib.error, OSError) as error:
            # Bad bzip2 data is an OSError like a disk's, but without a number.
            if isinstance(error, OSError) and error.errno is not None:
                raise
            raise DamagedError(f"{path} is damaged ({error}). Fetch it again.") from error


def lines(path: Path, report: Report) -> Iterator[bytes]:
    """Yield the lines of a file without their ends; one that is too long to be one is counted and left out."""
    with opened(path, report) as file:
        while line := file.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                report.skip("a line longer than any film's", line[:80].decode(errors="replace"))
                while (rest := file.readline(CHUNK)) and not rest.endswith(b"\n"):
                    pass
                continue
            yield line.rstrip(b"\r\n")


class Bounded:
    """A file that gives up where one value in it is longer than anything that is meant to be read."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self.file, self.path = file, path
        self.since = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; raises DamagedError where too many came since the last value."""
        if self.since > LONGEST_LINE:
            raise DamagedError(f"{self.path} has a value of more than {LONGEST_LINE} bytes: no film has one.")
        got = self.file.read(size)
        self.since += len(got)
        return got


def shallow(file: IO[bytes], path: Path) -> Iterator[tuple[str, object]]:
    """Yield what a JSON parser meets; raises DamagedError where it is nested deeper or longer than data on films is."""
    bounded = Bounded(file, path)
    depth = 0
    for event, value in ijson.basic_parse(bounded, use_float=True):
        bounded.since = 0
        if event in {"start_map", "start_array"}:
            depth += 1
        elif event in {"end_map", "end_array"}:
            depth -= 1
        if depth > DEEPEST:
            raise DamagedError(f"{path} is nested more than {DEEPEST} deep: no data on films is.")
        yield event, value


def items(path: Path, prefix: str, report: Report) -> Iterator[object]:
    """Yield what stands at a place in a JSON file, such as `item` (a list's) or `results.bindings.item`, one by one.

    Raises DamagedError where the file is no JSON or ends too early.
    """
    with opened(path, report) as file:
        try:
            yield from ijson.items(ijson.parse(shallow(file, path)), prefix)
        except (JSONError, ValueError) as error:
            raise no_json(path, error) from error


def members(path: Path, prefix: str, report: Report) -> Iterator[tuple[str, object]]:
    """Yield the names and values of a JSON object at a place, one by one; raises DamagedError."""
    with opened(path, report) as file:
        try:
            yield from ijson.kvitems(ijson.parse(shallow(file, path)), prefix)
        except (JSONError, ValueError) as error:
            raise no_json(path, error) from error

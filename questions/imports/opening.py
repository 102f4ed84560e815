"""Files of any length, read piece by piece: lines, or the items of one long JSON array or object."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import ijson
from ijson.common import IncompleteJSONError, JSONError

from questions.imports.report import Report

LONGEST_LINE = 32 * 2**20
"""Bytes of the longest line that is read; the longest entity of Wikidata's dumps has about a tenth of that."""

DEEPEST = 100
"""How deep JSON may be nested; Wikidata's is about ten deep."""

CHUNK = 2**16
PACKED = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))
"""How files begin that are packed, whatever they are called, and what unpacks them."""

UNREAD = (
    (b"PK\x03\x04", "is packed as ZIP: unpack it first."),
    (b"\x28\xb5\x2f\xfd", "is packed as Zstandard: unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "is packed as 7z: unpack it first."),
    (codecs.BOM_UTF32_LE, "is written in UTF-32: save it as UTF-8."),
    (codecs.BOM_UTF32_BE, "is written in UTF-32: save it as UTF-8."),
    (codecs.BOM_UTF16_LE, "is written in UTF-16: save it as UTF-8."),
    (codecs.BOM_UTF16_BE, "is written in UTF-16: save it as UTF-8."),
)
"""How files begin that are not read, and what to do with them."""
Unpacked = gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile


class DamagedError(Exception):
    """A file that cannot be read to its end; the message says where and what to do."""


def refuse_unread(path: Path, head: bytes) -> None:
    """Raise DamagedError where a file begins like one that has to be unpacked or saved in another way first."""
    for mark, what in UNREAD:
        if head.startswith(mark):
            raise DamagedError(f"{path} {what}")


def no_json(path: Path, error: Exception) -> DamagedError:
    """Return the refusal of a file that is no JSON, or not all of it; ijson tells the two apart in its words alone."""
    said = error.args[0] if error.args else ""
    what = (said.decode(errors="replace") if isinstance(said, bytes) else str(said)).strip()
    what = what.partition("\n")[0].rstrip(".")
    place = place_of_fault(path)
    if isinstance(error, IncompleteJSONError) and re.search(r"premature|incomplete|EOF", what):
        return DamagedError(f"{path} ends too early{place} ({what}). Fetch it again.")
    return DamagedError(f"{path} is no JSON{place}: {what}. Fetch it again, or save it as JSON in UTF-8.")


class ByLine:
    """A file that gives one line at a time, and knows which was the last."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.line, self.start, self.end = 1, 0, 0
        self.ended = False

    def read(self, size: int = -1) -> bytes:
        """Return the next line, or a piece of one that is very long."""
        got = self.file.readline(min(size, CHUNK) if size >= 0 else CHUNK)
        if got:
            self.line += self.ended
            self.ended = got.endswith(b"\n")
            self.start, self.end = self.end, self.end + len(got)
        return got


def place_of_fault(path: Path) -> str:
    """Return the line and the byte at which a file stops being JSON, as words; "" where it is JSON throughout."""
    with opened(path, Report()) as file:
        by_line = ByLine(file)
        try:
            for _ in ijson.basic_parse(by_line, use_float=True):
                pass
        except (JSONError, ValueError):
            return f" in line {by_line.line} (after byte {by_line.start})"
    return ""


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
    """Yield a file's bytes, unpacked where they are packed and without a byte order mark.

    Raises DamagedError for what is damaged or has to be changed first, and OSError.
    """
    with path.open("rb") as file, io.BufferedReader(Counted(file, report), CHUNK) as counted:
        try:
            head = counted.peek(8)
            unpack = next((unpack for mark, unpack in PACKED if head.startswith(mark)), None)
            if unpack is None:
                begin(path, counted)
                yield counted
            else:
                with unpack(counted, "rb") as unpacked:
                    begin(path, unpacked)
                    yield cast("IO[bytes]", unpacked)
        except (EOFError, zlib.error, lzma.LZMAError, OSError) as error:
            # Bad bzip2 data is an OSError like a disk's, but without a number.
            if isinstance(error, OSError) and error.errno is not None:
                raise
            raise DamagedError(f"{path} is damaged ({error}). Fetch it again.") from error


def begin(path: Path, file: io.BufferedReader[Counted] | Unpacked) -> None:
    """Pass over an open file's byte order mark; raises DamagedError for what has to be changed before it is read."""
    head = file.peek(8)
    refuse_unread(path, head)
    if head.startswith(codecs.BOM_UTF8):
        file.read(len(codecs.BOM_UTF8))


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

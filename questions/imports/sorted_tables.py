"""Tables of lines with tabs, all sorted by one key, read beside each other so that none has to be kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from questions.fault import suggestion
from questions.imports.opening import DamagedError, lines
from questions.imports.report import Report

NOTHING = r"\N"
MOST_ROWS = 2000
"""Rows of one key that are kept; a series of thousands of players is cut there."""

Row = Mapping[str, str]


def rows(path: Path, columns: Sequence[str], report: Report) -> Iterator[tuple[int, Row]]:
    r"""Yield a table's lines as their wanted columns, "" for \N, with their numbers; raises DamagedError."""
    places: list[int] | None = None
    width = 0
    for number, line in enumerate(lines(path, report), start=1):
        try:
            cells = line.decode("utf-8").split("\t")
        except UnicodeDecodeError:
            report.skip("a line that is no UTF-8", f"{path.name}:{number}")
            continue
        if places is None:
            places, width = [place_of(column, cells, path) for column in columns], len(cells)
        elif len(cells) != width:
            report.skip("a line with more or fewer columns than the first", f"{path.name}:{number}")
        else:
            values = (cells[place] for place in places)
            yield (
                number,
                {
                    column: "" if value == NOTHING else value
                    for column, value in zip(columns, values, strict=True)
                },
            )
    if places is None:
        raise DamagedError(f"{path} is empty. Fetch it again.")


def place_of(column: str, cells: list[str], path: Path) -> int:
    """Return where a column stands in the first line; raises DamagedError where it does not."""
    if column in cells:
        return cells.index(column)
    hint = suggestion(column, cells[:20]) if len(cells) > 1 else ""
    raise DamagedError(f"{path} has no column {column!r} in its first line.{hint}")


def in_order(
    path: Path, key: str, columns: Sequence[str], report: Report
) -> Iterator[tuple[str, list[Row], int]]:
    """Yield each key of a sorted table with its rows and the number of the first; raises DamagedError out of order."""
    last, first = "", 0
    group: list[Row] = []
    for number, row in rows(path, (key, *columns), report):
        if row[key] < last:
            raise DamagedError(
                f"{path} is not sorted by {key}: {row[key][:40]!r} in line {number} comes after {last[:40]!r}. "
                f"Use the file as IMDb gives it, or sort its lines after the first by {key} (LC_ALL=C sort)."
            )
        if row[key] != last:
            if group:
                yield last, group, first
            last, first, group = row[key], number, []
        if len(group) < MOST_ROWS:
            group.append(row)
    if group:
        yield last, group, first


class Beside:
    """A sorted table that is read along with another one."""

    def __init__(self, groups: Iterator[tuple[str, list[Row], int]]) -> None:
        self.groups = groups
        self.next = next(groups, None)

    def at(self, key: str) -> list[Row]:
        """Return the rows of a key, which must not be lower than the last one asked for."""
        while self.next is not None and self.next[0] < key:
            self.next = next(self.groups, None)
        return self.next[1] if self.next is not None and self.next[0] == key else []


@contextmanager
def names_by_id(path: Path | None, report: Report) -> Iterator[sqlite3.Connection]:
    """Yield a throw-away table `name` of ids and names, so that millions of people take no memory."""
    # A database without a name is a file that SQLite makes and deletes itself, even where the process is killed.
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000; BEGIN;"
            "CREATE TABLE name (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;"
        )
        if path is not None:
            connection.executemany(
                "INSERT OR IGNORE INTO name VALUES (?, ?)",
                (
                    (row["nconst"], row["primaryName"])
                    for _, row in rows(path, ("nconst", "primaryName"), report)
                ),
            )
        yield connection

"""The rows of a CSV file, where a quotation mark that is never closed costs its own row and no other."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from itertools import chain

MOST_LINES = 20
"""Lines of the longest row: a cell may hold a few paragraphs, but no table."""

NOT_CLOSED = "a row with a quotation mark that is not closed"
WIDTH = "a row with more or fewer cells than the first"


def csv_rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield each row's first line and its cells, or the reason why it is none; the first row tells how many cells.

    Where quotes run over lines and no row of that many cells comes of it, reading goes on with the line after the first.
    """
    ahead: deque[str] = deque()
    number, width = 1, 0
    while row := taken(lines, ahead):
        cells = cells_of(row, delimiter)
        while cells is None and len(row) < MOST_LINES and (more := taken(lines, ahead)):
            row += more
            # Only a line with a quotation mark can close one.
            cells = cells_of(row, delimiter) if '"' in more[0] else None
        if cells is None or (
            len(row) > 1 and (isinstance(cells, str) or len(cells) != (width or len(cells)))
        ):
            ahead.extendleft(reversed(row[1:]))
            del row[1:]
            yield number, NOT_CLOSED
        elif isinstance(cells, str):
            yield number, cells
        elif any(cells):
            width = width or len(cells)
            yield number, cells if len(cells) == width else WIDTH
        number += len(row)


def taken(lines: Iterator[str], ahead: deque[str]) -> list[str]:
    """Return the next line in a list, first of all one that was read before; an empty list at the end."""
    if ahead:
        return [ahead.popleft()]
    line = next(lines, None)
    return [] if line is None else [line]


def cells_of(row: list[str], delimiter: str) -> list[str] | str | None:
    """Return the cells of some lines, the reason why they are none, or None where a quoted cell goes on after them."""
    reader = csv.reader(chain(row, ["\n"]), delimiter=delimiter)
    try:
        cells = next(reader)
        if reader.line_num > len(row):
            return None
        if len(row) > 1:
            # A quote that closes in the middle of a cell is the opening one of a later row.
            next(csv.reader(row, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return f"a row that is no CSV: {error}"
    return cells

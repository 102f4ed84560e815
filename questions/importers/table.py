"""Any table of films with one row for each, and a small file that says what its columns mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path

from questions.fault import suggestion
from questions.imports.csv_rows import csv_rows
from questions.imports.mapping import EXAMPLE, Column, Mapped, Reader, read_day
from questions.imports.opening import DamagedError, lines
from questions.imports.records import Pack
from questions.imports.report import Report
from questions.imports.seeming import refuse_foreign
from questions.imports.stating import NOBODY, cleaned, stated, why_no_title, why_only_a_number
from questions.properties import PROPERTIES
from questions.record import EntityRecord, FilmRecord, SourceRecord, StatementRecord

LABEL = "A table (CSV)"
LICENCE = "as its mapping file says"
ATTRIBUTION = "Facts from a table, under the licence that its mapping file names."
NO_LICENCE = "no licence named"
FILES = "any .csv, with a mapping file (.toml) that says what its columns are"

LONGEST_NUMBER = 15
LONGEST_FAMILY = 60
"""Signs of a family's key: the import is named by it, in menus that take names of a hundred."""
FIGURE = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
ID_FORMS = {"imdb": re.compile(r"tt[0-9]{7,10}"), "wikidata": re.compile(r"Q[1-9][0-9]{0,17}")}
OTHER_ID = re.compile(r"\S{1,200}")


def read(paths: Sequence[Path], report: Report) -> Iterator[FilmRecord]:
    """Yield the films of tables; raises DamagedError where the mapping file is missing or at odds with a table."""
    mapped = mapping_of(report.mapping)
    for path in paths:
        refuse_foreign(path, "table")
        for place, row in rows(path, mapped, report):
            film = Row(place, row, mapped, report).record()
            if film is not None:
                yield film


def pack_of(mapping: Path | None) -> Pack:
    """Return the import that a table's films belong to: one for each family, under the licence that its mapping names."""
    mapped = mapping_of(mapping)
    if mapping is not None and len(mapped.family) > LONGEST_FAMILY:
        raise Reader(mapping).fault("family", f"expected {LONGEST_FAMILY} signs at most")
    label = cleaned(mapped.what) or mapped.family
    licence = cleaned(mapped.licence or "") or NO_LICENCE
    where = f" ({mapped.url})" if mapped.url else ""
    return Pack(f"table:{mapped.family}", label, licence, f"Facts from {label}{where}.")


def mapping_of(path: Path | None) -> Mapped:
    """Return what a mapping file says; raises DamagedError where there is none, or where it is faulty."""
    if path is None:
        raise DamagedError(
            "A table needs a mapping file that says what its columns are. Write one like this, with the names of your "
            f"table's columns in quotes, and give it along:\n\n{EXAMPLE}"
        )
    return Reader(path).read()


def decoded(path: Path, encoding: str, report: Report) -> Iterator[str]:
    """Yield a table's lines as text; what is not in its encoding is counted and read as far as it goes."""
    for number, line in enumerate(lines(path, report), start=1):
        try:
            text = line.decode(encoding)
        except (UnicodeDecodeError, ValueError):
            report.skip(f"a line that is not in {encoding}", f"{path.name}:{number}")
            text = ""
        yield text + "\n"


def rows(path: Path, mapped: Mapped, report: Report) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row's place and its cells by column; raises DamagedError where a column is not in the table."""
    header: list[str] | None = None
    for number, cells in csv_rows(decoded(path, mapped.encoding, report), mapped.delimiter):
        place = f"{path.name}:{number}"
        if header is None:
            if isinstance(cells, str):
                raise DamagedError(f"{path}:{number}: the columns' names are {cells}. Mend that line.")
            header = [cleaned(cell) for cell in cells]
            check(path, header, mapped, report)
        elif isinstance(cells, str):
            report.skip(cells, place)
        else:
            yield place, dict(zip(header, map(cleaned, cells), strict=True))
    if header is None:
        raise DamagedError(f"{path} is empty.")


def check(path: Path, header: Sequence[str], mapped: Mapped, report: Report) -> None:
    """Raise DamagedError where the mapping names a column that the table does not have, or has more than once."""
    for column, key in mapped.names().items():
        if column not in header and report.mapping is not None:
            raise Reader(report.mapping).fault(
                key, f"{path.name} has no column {column!r}.{suggestion(column, filter(None, header))}"
            )
        places = [str(place) for place, name in enumerate(header, start=1) if name == column]
        if len(places) > 1 and report.mapping is not None:
            raise Reader(report.mapping).fault(
                key,
                f"{path.name} has {len(places)} columns named {column!r}, the {' and the '.join(map(nth, places))} of its "
                "first line. Give each a name of its own there.",
            )


def nth(place: str) -> str:
    """Return a place in a line as people count it."""
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(place[-1], "th")
    return f"{place}{'th' if place[-2:-1] == '1' else ending}"


def is_id(register: str, text: str) -> bool:
    """Return whether a text can be a film's id in a register; of one not known here, whether it is one word with a sense."""
    return ID_FORMS.get(register, OTHER_ID).fullmatch(text) is not None and not NOBODY.search(text)


class Row:
    """One row of a table."""

    def __init__(self, place: str, cells: dict[str, str], mapped: Mapped, report: Report) -> None:
        self.place, self.mapped, self.report = place, mapped, report
        self.cells = {name: "" if cell in mapped.nothing else cell for name, cell in cells.items()}
        self.lacking: dict[tuple[str, str], None] = {}

    def record(self) -> FilmRecord | None:
        """Return the row's film, or None, counted, where it has no title."""
        titles = self.mapped.columns["title"].cut(self.cells[self.mapped.columns["title"].name])
        title = titles[0] if titles else ""
        key = " ".join(filter(None, (self.cells[column] for column in self.mapped.id)))
        if (reason := why_no_title(title)) is not None or not key:
            self.report.skip(reason or "a row without an id", self.place)
            return None
        statements = tuple(said for name in self.mapped.columns for said in self.say(name) if said)
        if not any(said.property == "title" for said in statements):
            return None
        self.count_missed()
        family = self.mapped.family
        source = SourceRecord(family, self.mapped.what, family, self.mapped.licence, self.mapped.url)
        film = EntityRecord(
            "film",
            "film",
            key,
            title,
            ids=self.ids(),
            renown=self.renown(),
            statements=statements,
            lacking=tuple(self.lacking),
        )
        known = film.renown > 0 or any(register in ID_FORMS for register in film.ids)
        if (reason := why_only_a_number(film, known)) is not None:
            self.report.skip(reason, f"{title}, {self.place}")
            return None
        return FilmRecord(self.place, key, "film", {family: source}, film, (), {})

    def count_missed(self) -> None:
        """Count the cells that are left out because a pattern finds nothing in them."""
        labels = {PROPERTIES[name].label: column for name, column in self.mapped.columns.items()}
        for label, column in {**labels, **self.mapped.ids}.items():
            for part in column.missed(self.cells[column.name]):
                if part not in self.mapped.nothing:
                    self.report.leave_out(f"{label}: a cell in which the pattern finds nothing", part)

    def ids(self) -> Mapping[str, str]:
        """Return the film's ids; what cannot be one, and might join it to another film, is counted."""
        ids = {}
        for register, column in self.mapped.ids.items():
            for found in column.cut(self.cells[column.name])[:1]:
                if is_id(register, found):
                    ids[register] = found
                elif found not in self.mapped.nothing:
                    self.report.leave_out(f"{register}: what is no id of that register", found)
        return ids

    def renown(self) -> float:
        """Return how well known the film is, figured as from IMDb's votes: a fifth of the figure's square root."""
        text = self.cells[self.mapped.renown].replace(",", "") if self.mapped.renown else ""
        if FIGURE.fullmatch(text):
            return round(sqrt(float(text)) / 5, 1)
        if text:
            self.report.leave_out("renown: what is no figure", text)
        return 0.0

    def say(self, name: str) -> Iterator[StatementRecord | None]:
        """Yield what the row says of one property; a list of which a part is left out is noted as lacking it."""
        column = self.mapped.columns[name]
        said = {
            word: self.value(PROPERTIES[name].qualifiers[word], self.cells[other], column)
            for word, other in column.qualifiers.items()
            if self.cells[other]
        }
        if PROPERTIES[name].types[0] == "money" and not {"in"} & {*column.constants, *said}:
            if self.cells[column.name]:
                self.report.leave_out(f"{PROPERTIES[name].label}: money without its currency", self.place)
            return
        parts = [part for part in column.cut(self.cells[column.name]) if part not in self.mapped.nothing]
        given = {**column.constants, **said}
        for part in dict.fromkeys(parts):
            value = self.value(PROPERTIES[name].types[0], part, column)
            statement = stated(self.report, name, value, (self.mapped.family,), given)
            if statement is None:
                self.lack(name, given)
            yield statement
        if any(part not in self.mapped.nothing for part in column.missed(self.cells[column.name])):
            self.lack(name, given)

    def lack(self, name: str, given: Mapping[str, object]) -> None:
        """Note that a list lacks a part of its cell."""
        if PROPERTIES[name].lists:
            self.lacking[name, cleaned(given.get("as"))] = None

    def value(self, kind: str, text: str, column: Column) -> object:
        """Return a cell's text as what a property's type wants; what cannot be read stays text, and is counted there."""
        meant = column.values.get(text, text)
        if not isinstance(meant, str):
            return meant
        if kind in {"number", "money", "year"}:
            figure = meant.replace(",", "")
            short = figure.isascii() and figure.isdecimal() and len(figure) <= LONGEST_NUMBER
            return int(figure) if short else meant
        if kind == "flag":
            return meant.lower() in {"1", "true", "yes"}
        try:
            return read_day(meant, column.date) if kind == "date" else meant
        except ValueError:
            return meant

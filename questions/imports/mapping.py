"""The file in which a person says what the columns of a table mean; every fault in it is named with its line."""

from __future__ import annotations

import codecs
import dataclasses
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from rapidfuzz.distance import OSA

from questions.entity_table import REGISTERS
from questions.fault import suggestion
from questions.imports.opening import DamagedError, refuse_unread
from questions.properties import PROPERTIES, properties_of
from questions.property import Property
from questions.values import READERS, WrongValue

EXAMPLE = """
what    = "Biopics: a list by FiveThirtyEight"
family  = "fivethirtyeight"
licence = "CC BY 4.0"
url     = "https://github.com/fivethirtyeight/data"
nothing = ["-", "Unknown"]
# renown = "Votes"   a column whose figure grows with how well known a film is

[columns]
title    = "Name"
year     = "Year"
director = { column = "Directed by", split = ";" }
runtime  = { column = "Length", pattern = '(\\d+) min' }
release  = { column = "Opened", date = "%d/%m/%Y", country = "US", kind = "cinema" }
# earned = { column = "Gross", in = "USD" }

[ids]
imdb = { column = "Link", pattern = 'tt\\d+' }
""".strip()

HEAD = ("what", "family", "licence", "url", "delimiter", "encoding", "nothing", "id", "renown")
TABLES = ("columns", "ids")
WORDS = ("column", "split", "pattern", "date", "values")
LONGEST_MAPPING = 2**20
TRIED = date(1999, 12, 31)


@dataclass(frozen=True, slots=True)
class Column:
    """Where a value stands and how it is cut out; `constants` are qualifiers that are the same in every row."""

    name: str
    split: str | None = None
    pattern: re.Pattern[str] | None = None
    date: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    constants: Mapping[str, object] = field(default_factory=dict)
    qualifiers: Mapping[str, str] = field(default_factory=dict)

    def cut(self, cell: str) -> list[str]:
        """Return the values in a cell: what the pattern finds, or the parts between the separators."""
        parts = [part.strip() for part in (cell.split(self.split) if self.split else [cell])]
        if self.pattern is not None:
            found = [self.pattern.search(part) for part in parts]
            parts = [match[1] if match.re.groups else match[0] for match in found if match]
        return [part for part in parts if part]

    def missed(self, cell: str) -> list[str]:
        """Return the parts of a cell in which the pattern finds nothing."""
        parts = [part.strip() for part in (cell.split(self.split) if self.split else [cell])]
        whole = dataclasses.replace(self, split=None)
        return [part for part in parts if part and not whole.cut(part)]


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping file says: the source, how the table is written, and the columns by property and by register.

    `renown` is a column with a figure that grows with how well known a film is, such as votes, visits or copies sold.
    """

    what: str
    family: str
    licence: str | None
    url: str | None
    delimiter: str
    encoding: str
    nothing: frozenset[str]
    id: tuple[str, ...]
    columns: Mapping[str, Column]
    ids: Mapping[str, Column]
    renown: str | None = None

    def names(self) -> dict[str, str]:
        """Return every column that is named, with the key that names it."""
        named = dict.fromkeys(self.id, "id") | ({self.renown: "renown"} if self.renown else {})
        named |= {spec.name: key for key, spec in self.ids.items()}
        for key, spec in self.columns.items():
            named |= dict.fromkeys((spec.name, *spec.qualifiers.values()), key)
        return named


class Reader:
    """Reads one mapping file and says where a fault in it stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                data = file.read(LONGEST_MAPPING)
            refuse_unread(path, data)
            self.text = data.decode("utf-8-sig")
            self.raw = tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise DamagedError(f"{path} is no TOML: {error}.") from error
        except OSError as error:
            raise DamagedError(f"{path} cannot be read: {error.strerror}.") from error

    def fault(self, key: str, message: str) -> DamagedError:
        """Return a fault at a key, with the line where it stands."""
        place = re.search(
            rf"^[ \t]*\[?[\"']?{re.escape(key)}\b|[{{,]\s*{re.escape(key)}\s*=", self.text, re.MULTILINE
        )
        line = self.text.count("\n", 0, place.end()) + 1 if place else 1
        return DamagedError(f"{self.path}:{line}: {key}: {message}")

    def read(self) -> Mapped:
        """Return the mapping; raises DamagedError at the first fault."""
        for key in self.raw:
            if key not in (*HEAD, *TABLES):
                raise self.fault(key, f"is not known here.{suggestion(key, (*HEAD, *TABLES))}")
        film = properties_of("film")
        columns = {key: self.column(key, said, film) for key, said in self.table("columns").items()}
        if "title" not in columns:
            raise self.fault("columns", 'says no title. Write title = "the column in which it stands".')
        delimiter = self.head("delimiter", ",") or ","
        if len(delimiter) != 1 or delimiter in '\r\n"':
            raise self.fault("delimiter", "expected one sign such as ',' or ';' or \"\\t\"")
        nothing = self.raw.get("nothing", [])
        if not isinstance(nothing, list) or not all(isinstance(word, str) for word in nothing):
            raise self.fault("nothing", "expected a list of texts such as ['-']")
        return Mapped(
            what=self.head("what") or "",
            family=self.family(),
            licence=self.head("licence", None),
            url=self.head("url", None),
            delimiter=delimiter,
            encoding=self.encoding(),
            nothing=frozenset((*nothing, "")),
            id=self.id_columns(columns),
            columns=columns,
            ids={self.register(key): self.column(key, said, None) for key, said in self.table("ids").items()},
            renown=self.head("renown", None),
        )

    def head(self, key: str, default: str | None = "") -> str | None:
        """Return a text of the file's head; one without a default must be there."""
        value = self.raw.get(key, default)
        if (value == "" and default == "") or not isinstance(value, str | None):
            raise self.fault(key, f'is missing or no text. Write {key} = "…" at the top.')
        return value

    def family(self) -> str:
        """Return the key under which the source is one witness."""
        family = self.head("family") or ""
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", family):
            raise self.fault("family", "expected small letters, digits and hyphens such as 'my-list'")
        return family

    def encoding(self) -> str:
        """Return the table's encoding: one in which lines end as they do in ASCII."""
        name = self.head("encoding", "utf-8") or "utf-8"
        try:
            if codecs.lookup(name).encode("a\n")[0] == b"a\n":
                return name
        except (LookupError, TypeError, UnicodeError):
            pass
        raise self.fault("encoding", f"{name!r} cannot be read. Use 'utf-8', 'latin-1' or 'cp1252'.")

    def id_columns(self, columns: Mapping[str, Column]) -> tuple[str, ...]:
        """Return the columns that together tell films apart: title and year where the file says nothing."""
        said = self.raw.get("id", [columns[key].name for key in ("title", "year") if key in columns])
        listed = [said] if isinstance(said, str) else said
        if not isinstance(listed, list) or not listed or not all(isinstance(one, str) for one in listed):
            raise self.fault("id", "expected a column or a list of columns")
        return tuple(listed)

    def register(self, key: str) -> str:
        """Return the name of a register of ids; raises DamagedError where it is a known one misspelt."""
        near = [known for known in REGISTERS if OSA.distance(key.lower(), known) <= 1]
        if near and key not in REGISTERS:
            raise self.fault(key, f"is no register of ids known here. Did you mean {near[0]!r}?")
        return key

    def table(self, key: str) -> Mapping[str, object]:
        """Return one of the file's tables."""
        table = self.raw.get(key, {})
        if not isinstance(table, dict):
            raise self.fault(key, f"expected a table: [{key}]")
        return table

    def column(self, key: str, said: object, film: Mapping[str, Property] | None) -> Column:
        """Return what is said of one property of a film, or of a register's ids where `film` is None."""
        if film is not None and key not in film:
            raise self.fault(key, f"is no property of a film.{suggestion(key, film)}")
        spec = {"column": said} if isinstance(said, str) else said
        if not isinstance(spec, dict) or not isinstance(spec.get("column"), str):
            raise self.fault(key, f'expected {key} = "column" or {key} = {{ column = "column", … }}')
        allowed = PROPERTIES[key].qualifiers if film is not None else {}
        constants: dict[str, object] = {}
        qualifiers: dict[str, str] = {}
        for word, value in spec.items():
            if word in WORDS and word not in allowed:
                continue
            if word not in allowed:
                raise self.fault(key, f"{word!r} is not known here.{suggestion(word, (*WORDS, *allowed))}")
            if isinstance(value, dict):
                qualifiers[word] = self.text_of(key, value, "column") or ""
            else:
                constants[word] = self.constant(key, word, value, allowed[word])
        values = spec.get("values", {})
        if not isinstance(values, dict):
            raise self.fault(key, "values: expected { 'in the table' = 'as it is meant' }")
        money = film is not None and PROPERTIES[key].types[0] == "money"
        if money and "in" not in (*constants, *qualifiers):
            raise self.fault(
                key,
                f'is money, and its currency is not said. Write {key} = {{ column = "{spec["column"]}", in = "USD" }}, '
                'or in = { column = "…" } where a column of the table says it.',
            )
        form = self.date_form(key, spec) if "date" not in allowed else None
        split = self.text_of(key, spec, "split")
        return Column(spec["column"], split, self.pattern(key, spec), form, values, constants, qualifiers)

    def constant(self, key: str, word: str, value: object, kind: str) -> object:
        """Return a qualifier that is the same in every row, checked once."""
        try:
            return READERS[kind](value)
        except WrongValue as error:
            raise self.fault(key, f"{word}: {error}") from error

    def text_of(self, key: str, spec: Mapping[str, object], word: str) -> str | None:
        """Return a text of a column's table, or None where it is not there."""
        value = spec.get(word)
        if value is not None and (not isinstance(value, str) or not value):
            raise self.fault(key, f"{word}: expected a text")
        return value

    def date_form(self, key: str, spec: Mapping[str, object]) -> str | None:
        """Return the form in which a date is written; raises DamagedError where it does not say a day."""
        form = self.text_of(key, spec, "date")
        try:
            if form is None or read_day(TRIED.strftime(form), form) == TRIED:
                return form
        except (ValueError, re.error):
            pass
        raise self.fault(
            key,
            f"date: {form!r} is no form of a day, a month and a year. Write one such as '%d/%m/%Y', or leave `date` away "
            "where cells are years or as in 1990-07-13.",
        )

    def pattern(self, key: str, spec: Mapping[str, object]) -> re.Pattern[str] | None:
        """Return the pattern by which a value is cut out of a cell."""
        text = self.text_of(key, spec, "pattern")
        try:
            return re.compile(text) if text else None
        except (re.error, OverflowError, RecursionError) as error:
            raise self.fault(key, f"pattern: {error}") from error


def read_day(text: str, form: str | None) -> date | str:
    """Return a date written in a form such as %d/%m/%Y, or as ISO has it; raises ValueError."""
    if form is not None:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    return date.fromisoformat(text) if len(text) == 10 else text

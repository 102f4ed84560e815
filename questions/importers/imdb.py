"""IMDb's public tables: titles, people, votes and other titles, each sorted by the film's id and read side by side.

Renown is the square root of the votes, divided by five: two million votes are 283, a hundred are 2. The authors of books
and stories stand among IMDb's writers; a film's writers are taken only where the table of principals says what each wrote.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from questions.imports.opening import DamagedError
from questions.imports.report import Report
from questions.imports.seeming import refuse_foreign
from questions.imports.sorted_tables import Beside, Row, in_order, names_by_id
from questions.imports.stating import cleaned, stated, why_no_name, why_no_title, why_only_a_number
from questions.record import EntityRecord, FilmRecord, SourceRecord, StatementRecord

LABEL = "IMDb's public tables (TSV)"
LICENCE = "IMDb non-commercial licence"
ATTRIBUTION = "Information courtesy of IMDb (https://www.imdb.com). Used with permission."
NOTICE = (
    "IMDb's tables may be used for personal and non-commercial purposes only, and its facts must be shown with this "
    "sentence: Information courtesy of IMDb (https://www.imdb.com). Used with permission. "
    "See https://developer.imdb.com/non-commercial-datasets/."
)
FILES = "title.basics.tsv.gz, with title.crew, title.principals, name.basics, title.ratings and title.akas beside it"

BASICS = ("titleType", "primaryTitle", "originalTitle", "isAdult", "startYear", "runtimeMinutes", "genres")
OTHERS = {
    "title.crew": ("tconst", ("directors", "writers")),
    "title.principals": ("tconst", ("nconst", "category", "job", "characters")),
    "title.ratings": ("tconst", ("numVotes",)),
    "title.akas": ("titleId", ("title", "region", "language", "types")),
}
LOSES = {
    "title.crew": "no directors and writers",
    "title.principals": "no players, composers, producers and writers",
    "title.ratings": "nothing says which films are well known",
    "title.akas": "no titles of other countries",
    "name.basics": "no people at all, since only their ids are known",
}
FORMS = {"movie": "film", "tvMovie": "film", "tvSeries": "series"}
PARTS = {
    "composer": "composer",
    "cinematographer": "cinematographer",
    "editor": "editor",
    "production_designer": "production_designer",
}
OF_SCREENPLAY = frozenset(
    {"screenplay", "written by", "writer", "screenplay by", "screen play", "scenario", "script"}
)
OF_STORY = frozenset(
    {"story", "story by", "original story", "novel", "book", "play", "characters", "based on"}
)
BY = ("imdb",)
LONGEST_JSON = 4000
PACKED = re.compile(r"\.(gz|bz2|xz)$")


@dataclass(slots=True)
class Tables:
    """What stands beside the table of films, and the people's names."""

    beside: Mapping[str, Beside]
    names: sqlite3.Connection

    def at(self, table: str, key: str) -> list[Row]:
        """Return a film's rows in a table; none where the table is missing."""
        return self.beside[table].at(key) if table in self.beside else []

    def name(self, key: str) -> str:
        """Return a person's name, or "" where none is known."""
        row = self.names.execute("SELECT name FROM name WHERE id = ?", (key,)).fetchone()
        return cleaned(row[0]) if row else ""


def read(paths: Sequence[Path], report: Report) -> Iterator[FilmRecord]:
    """Yield the films and series in the order of their ids; raises DamagedError without the table of titles."""
    files = {PACKED.sub("", path.name).removesuffix(".tsv"): path for path in paths}
    if "title.basics" not in files:
        for path in paths:
            refuse_foreign(path, "imdb")
        raise DamagedError(
            "IMDb's title.basics.tsv.gz is needed: it says which titles are films. "
            "Get it from https://datasets.imdbws.com/ and name it with the others."
        )
    for name, loss in LOSES.items():
        if name not in files:
            report.leave_out(f"{name}.tsv is not given: {loss}")
    with names_by_id(files.get("name.basics"), report) as names:
        beside = {
            name: Beside(in_order(files[name], key, columns, report))
            for name, (key, columns) in OTHERS.items()
            if name in files
        }
        tables = Tables(beside, names)
        basics = files["title.basics"]
        for key, group, number in in_order(basics, "tconst", BASICS, report):
            if (reason := why_not(group[0])) is not None:
                report.skip(reason, group[0]["primaryTitle"])
                continue
            film = Film(key, group[0], tables, report).record(f"{basics.name}:{number}")
            if (reason := why_only_a_number(film.film, film.film.renown > 0)) is not None:
                report.skip(reason, f"{film.film.name}, {key}")
                continue
            yield film


def why_not(row: Row) -> str | None:
    """Return why a title is not taken, or None where it is."""
    if row["isAdult"] != "0":
        return "a title for adults"
    if row["titleType"] not in FORMS:
        return f"neither film nor series: {cleaned(row['titleType'])[:20]}"
    return why_no_title(cleaned(row["primaryTitle"]))


class Film:
    """One title, while its statements and people are gathered."""

    def __init__(self, key: str, row: Row, tables: Tables, report: Report) -> None:
        self.key, self.row, self.tables, self.report = key, row, tables, report
        self.people: dict[str, EntityRecord] = {}
        self.lacking: dict[tuple[str, str], None] = {}
        self.principals = tables.at("title.principals", key)

    def record(self, place: str) -> FilmRecord:
        """Return the film with all that the tables say of it."""
        form = FORMS[self.row["titleType"]]
        parts = (self.titles(), self.figures(), self.crew(form), self.players(), self.others())
        statements = tuple(said for part in parts for said in part if said is not None)
        votes = "".join(row["numVotes"] for row in self.tables.at("title.ratings", self.key)[:1])
        title = cleaned(self.row["primaryTitle"])
        film = EntityRecord(
            path="film",
            type="film",
            key=self.key,
            name=title,
            ids={"imdb": self.key},
            renown=round(sqrt(int(votes)) / 5, 1) if votes.isdecimal() and len(votes) < 12 else 0.0,
            statements=statements,
            lacking=tuple(self.lacking),
        )
        what = f"IMDb: {title} ({self.key})"
        source = SourceRecord("imdb", what, "imdb", LICENCE, f"https://www.imdb.com/title/{self.key}/")
        return FilmRecord(place, self.key, form, {"imdb": source}, film, tuple(self.people.values()), {})

    def say(
        self, name: str, value: object, qualifiers: Mapping[str, object] | None = None
    ) -> StatementRecord | None:
        """Return a statement by IMDb."""
        return stated(self.report, name, value, BY, qualifiers)

    def titles(self) -> Iterator[StatementRecord | None]:
        """Yield the title and what else the film is called, by country and language."""
        title, original = cleaned(self.row["primaryTitle"]), cleaned(self.row["originalTitle"])
        yield self.say("title", title)
        if original and original != title:
            yield self.say("also_known_as", original, {"use": "original title"})
        seen = {(title, ""), (original, "")}
        for row in self.tables.at("title.akas", self.key):
            other, region, lang = cleaned(row["title"]), row["region"], row["language"]
            kinds = row["types"].replace("\x02", ",").split(",")
            if (other, region) in seen or not (region or lang) or why_no_title(other):
                continue
            seen.add((other, region))
            marks = {key: value for key, value in (("country", region), ("lang", lang)) if value}
            if "working" in kinds:
                yield self.say("early_title", other, {"lang": lang} if lang else None)
            elif kinds in (["imdbDisplay"], [""]):
                yield self.say("also_known_as", other, marks)

    def figures(self) -> Iterator[StatementRecord | None]:
        """Yield year, running time and genres."""
        for name, column in (("year", "startYear"), ("runtime", "runtimeMinutes")):
            figure = self.row[column]
            if figure:
                short = figure.isdecimal() and len(figure) < 6
                yield self.say(name, int(figure) if short else cleaned(figure))
        for genre in dict.fromkeys(filter(None, self.row["genres"].split(","))):
            yield self.say("genre", cleaned(genre).lower())

    def person(self, key: str) -> str | None:
        """Return the key of a person whose name is known, and keep the person with the film."""
        if key in self.people:
            return key
        name = self.tables.name(key)
        if (reason := why_no_name(name)) is not None:
            self.report.leave_out(f"people: {reason}" if name else "people: an id without a name", key)
            return None
        self.people[key] = EntityRecord(f"people.{key}", "person", key, name, ids={"imdb": key})
        return key

    def credit(self, name: str, keys: Sequence[str]) -> Iterator[StatementRecord | None]:
        """Yield the people of one credit, all of them or none: a list that lacks one would be taken for whole.

        Where the names of some are known, no other source's list of them is whole either.
        """
        people = [self.person(key) for key in dict.fromkeys(keys)]
        if None in people:
            if any(people):
                self.lacking[name, ""] = None
            self.report.leave_out(f"{name}: a list with people whose names are not known", self.key)
            return
        for order, person in enumerate(people, start=1):
            yield self.say(name, person, {"order": order} if len(people) > 1 else None)

    def crew(self, form: str) -> Iterator[StatementRecord | None]:
        """Yield directors and writers; those of a series are of its episodes."""
        for row in self.tables.at("title.crew", self.key)[:1]:
            directors, writers = (
                [key for key in row[name].split(",") if key] for name in ("directors", "writers")
            )
            if form == "series":
                if directors or writers:
                    self.report.leave_out("people who made single episodes", self.key)
                continue
            yield from self.credit("director", directors)
            jobs: dict[str, set[str]] = {}
            for principal in self.principals:
                if principal["category"] == "writer" and principal["job"]:
                    jobs.setdefault(principal["nconst"], set()).add(cleaned(principal["job"]).lower())
            known = all(jobs.get(key) and jobs[key] <= OF_SCREENPLAY | OF_STORY for key in writers)
            if writers and not known:
                self.report.leave_out(
                    "writer: it is not said who wrote the screenplay and who the book", self.key
                )
            elif writers:
                yield from self.credit("writer", [key for key in writers if jobs[key] & OF_SCREENPLAY])

    def others(self) -> Iterator[StatementRecord | None]:
        """Yield producers, composers and others of the crew."""
        by_part: dict[str, list[str]] = {}
        for row in self.principals:
            job = cleaned(row["job"]).lower()
            part = PARTS.get(row["category"])
            if row["category"] == "producer" and job in {"producer", "executive producer"}:
                part = job.replace(" ", "_")
            if part is not None:
                by_part.setdefault(part, []).append(row["nconst"])
        for part, keys in by_part.items():
            yield from self.credit(part, keys)

    def players(self) -> Iterator[StatementRecord | None]:
        """Yield the players, with their roles where these are said."""
        rows = [row for row in self.principals if row["category"] in {"actor", "actress", "self"}]
        for order, row in enumerate(rows, start=1):
            person = self.person(row["nconst"])
            roles = [] if row["category"] == "self" else self.roles(row["characters"])
            if person is None:
                self.lacking.update(dict.fromkeys([("cast", role) for role in roles] or [("starring", "")]))
                continue
            for role in roles:
                yield self.say("cast", person, {"as": role, "billed": order})
            if not roles:
                yield self.say("starring", person, {"order": order})

    def roles(self, text: str) -> list[str]:
        """Return the roles in a list that is written as JSON; what is none is counted."""
        try:
            found = json.loads(text[:LONGEST_JSON]) if text else []
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, list) or not all(isinstance(role, str) for role in found):
            self.report.leave_out("cast: roles that are no list of names", text)
            return []
        names = [cleaned(role) for role in found]
        return [name for name in dict.fromkeys(names) if why_no_name(name) is None]

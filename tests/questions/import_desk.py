"""A desk to import at: a folder of films, other people's data, and what the import verb says to them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from questions.__main__ import main
from questions.catalogue import Catalogue

MAPPING = Path(__file__).parent / "importers" / "samples" / "biopics.toml"
COLUMNS = "title,year_release,director,lead_actor_actress,country,site\n"
BIOPICS = COLUMNS + "Alpha,2001,Ann Lee,Bo Ray,US,http://www.imdb.com/title/tt0000001/\n"
MAPPED = """
what = "The list of {family}"
family = "{family}"
licence = "{licence}"
[columns]
title = "Name"
year = "Year"
director = "By"
"""
MANY = 60_000
"""Films that no machine has read before it can be stopped."""


class Ran:
    """What a verb said and how it ended."""

    def __init__(self, code: int, said: str, complained: str) -> None:
        self.code, self.said, self.complained = code, said, complained


class Terminal(io.StringIO):
    """A terminal that keeps what is drawn on it."""

    def isatty(self) -> bool:
        """Return that somebody looks at it."""
        return True


class Desk:
    """A folder of five films, one of other people's data, and the file that is imported into."""

    def __init__(self, films: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.films, self.data, self.capsys = films, data, capsys
        self.file = data / "out" / "films.sqlite3"

    def run(self, *arguments: str) -> Ran:
        """Return what the import verb says to some arguments, with the films and the file added."""
        options = ("--films", str(self.films), "--out", str(self.file))
        try:
            code = main(("import", *options, *arguments))
        except SystemExit as ended:  # argparse's own complaint
            code = int(ended.code or 0)
        said = self.capsys.readouterr()
        return Ran(code, said.out, said.err)

    def films_json(self, *titles: str, name: str = "movies-2000s.json") -> str:
        """Return the path of a file with films of these titles, as Wikipedia's movie data have them."""
        films = [made(number, title) for number, title in enumerate(titles)]
        (self.data / name).write_text(json.dumps(films, indent=2))
        return str(self.data / name)

    def table(self, text: str = BIOPICS) -> tuple[str, ...]:
        """Return what imports a table of films about people."""
        (self.data / "biopics.csv").write_text(text)
        return "table", str(self.data / "biopics.csv"), "--mapping", str(MAPPING)

    def mapped(self, family: str, licence: str, *titles: str) -> tuple[str, ...]:
        """Return what imports a table of films that somebody keeps under a licence."""
        mapping, table = self.data / f"{family}.toml", self.data / f"{family}.csv"
        mapping.write_text(MAPPED.format(family=family, licence=licence))
        table.write_text("Name,Year,By\n" + "".join(f"{title},2001,Ann Lee\n" for title in titles))
        return "table", str(table), "--mapping", str(mapping)

    def at_work(self) -> subprocess.Popen[str]:
        """Return a process that has begun to write many films into the file."""
        data = self.films_json(*(f"Film {number}" for number in range(MANY)))
        verb = [sys.executable, "-m", "questions", "import", "wikipedia", data]
        process = subprocess.Popen(
            [*verb, "--films", str(self.films), "--out", str(self.file)], stderr=subprocess.PIPE, text=True
        )
        while process.poll() is None and not any(name.endswith(".stage") for name in self.left()):
            os.sched_yield()
        return process

    def left(self) -> list[str]:
        """Return what lies beside the file."""
        folder = self.file.parent
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def made(number: int, title: str) -> dict[str, Any]:
    """Return a film as Wikipedia's movie data have it."""
    return {
        "title": title,
        "year": 2001,
        "cast": ["Ann Lee", "Bo Ray"],
        "genres": ["Drama"],
        "href": f"{title}_({number})".replace(" ", "_"),
        "extract": f"{title} is a 2001 American drama film directed by Cy Dow.",
    }


def imported_titles(file: Path) -> list[str]:
    """Return the titles of the imported films that a catalogue has."""
    with closing(Catalogue.open(file)) as catalogue:
        rows = catalogue.rows("SELECT name FROM entity WHERE pack IS NOT NULL AND type = 'film' AND own")
    return sorted(name for (name,) in rows)


def packs_of(file: Path) -> dict[str, int]:
    """Return the imports that a catalogue has, each with the number of its films."""
    with closing(Catalogue.open(file)) as catalogue:
        return dict(catalogue.rows("SELECT name, films FROM pack"))

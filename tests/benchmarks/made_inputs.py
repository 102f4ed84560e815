"""Inputs of any size for every importer, written line by line: what sources give, made up; for measuring only."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from tests.benchmarks.many_films import WIKIPEDIA
from tests.questions.importers.wikidata_made import entity, film

SEED = 3
WORDS = ["silver", "night", "river", "empire", "stranger", "winter", "harbour", "echo"]
WORDS += ["garden", "thunder", "mirror", "crown"]
FIRST = ["Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gwen", "Hugo", "Ida", "Jon", "Kay", "Leo"]
FIRST_YEAR, YEARS = 1930, 90
MAPPING = """what = "Made films"
family = "made"
id = ["Key"]
[columns]
title = "Title"
year = "Year"
runtime = "Length"
director = { column = "Directed", split = ";" }
"""


def titles(films: int) -> Iterator[tuple[int, str, int]]:
    """Yield a number, a title and a year for so many films."""
    rng = Random(SEED)
    for number in range(1, films + 1):
        yield (
            number,
            f"The {rng.choice(WORDS).title()} {rng.choice(WORDS).title()} {number}",
            FIRST_YEAR + number % YEARS,
        )


def someone(number: int) -> str:
    """Return a name."""
    return f"{FIRST[number % len(FIRST)]} {WORDS[number // 12 % len(WORDS)].title()}{number // 144}"


def wikipedia(folder: Path, films: int) -> list[Path]:
    """Write real items of the collection, again under other titles where more are wanted than there are."""
    items = [
        one
        for path in sorted(WIKIPEDIA.glob("movies-*.json"))
        for one in json.loads(path.read_text(encoding="utf-8"))
    ]
    Random(SEED).shuffle(items)
    path = folder / "movies.json"
    with path.open("w", encoding="utf-8") as file:
        for number in range(films):
            round_, at = divmod(number, len(items))
            item = dict(items[at])
            if round_:
                item |= {
                    "title": f"{item['title']} {round_ + 1}",
                    "href": f"{item.get('href') or at}_{round_ + 1}",
                }
            file.write(("[" if number == 0 else ",\n") + json.dumps(item))
        file.write("]\n")
    return [path]


def wikidata(folder: Path, films: int) -> list[Path]:
    """Write the lines of a dump: films, and as many people, who made one film each and share others."""
    path = folder / "dump.json"
    with path.open("w", encoding="utf-8") as file:
        file.write("[\n")
        for number, title, year in titles(films):
            people = [f"Q{10_000_000 + (number * step) % films}" for step in (1, 7)]
            made = film(f"Q{number}", title, P57=people[0], P161=people, P577=date(year))
            human = entity(f"Q{10_000_000 + number % films}", someone(number), P31="Q5")
            for one in (made, human):
                file.write(json.dumps(one) + ",\n")
        file.write("]\n")
    return [path]


def date(year: int) -> dict[str, object]:
    """Return a year as Wikidata writes it."""
    time = {"time": f"+{year}-00-00T00:00:00Z", "precision": 9, "timezone": 0, "before": 0, "after": 0}
    return time | {"calendarmodel": "http://www.wikidata.org/entity/Q1985727"}


def imdb(folder: Path, films: int) -> list[Path]:
    """Write the tables, in the order of their keys."""
    nothing = r"\N"
    head = {
        "title.basics": "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres",
        "title.crew": "tconst directors writers",
        "title.principals": "tconst ordering nconst category job characters",
        "name.basics": "nconst primaryName birthYear deathYear primaryProfession knownForTitles",
    }
    files = {name: (folder / f"{name}.tsv").open("w", encoding="utf-8") for name in head}

    def write(name: str, *cells: object) -> None:
        files[name].write("\t".join(map(str, cells)) + "\n")

    for name, columns in head.items():
        write(name, *columns.split())
    for number, title, year in titles(films):
        film, person = f"tt{number:08}", f"nm{number:08}"
        other = f"nm{number * 7 % films + 1:08}"
        write("title.basics", film, "movie", title, title, 0, year, nothing, 60 + number % 90, "Drama")
        write("title.crew", film, person, nothing)
        write("title.principals", film, 1, other, "actor", nothing, '["Ada"]')
        write("name.basics", person, someone(number), nothing, nothing, nothing, nothing)
    for file in files.values():
        file.close()
    return [folder / f"{name}.tsv" for name in head]


def table(folder: Path, films: int) -> list[Path]:
    """Write a table, and the file that says what its columns are."""
    path = folder / "films.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Key", "Title", "Year", "Length", "Directed"])
        for number, title, year in titles(films):
            rows.writerow(
                [number, title, year, 60 + number % 90, f"{someone(number)};{someone(number * 7 % films)}"]
            )
    (folder / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    return [path]


INPUTS: dict[str, Callable[[Path, int], list[Path]]] = {
    "imdb": imdb,
    "table": table,
    "wikidata": wikidata,
    "wikipedia": wikipedia,
}
"""What writes so many films for an importer into a folder, by the importer's name; it returns the files."""

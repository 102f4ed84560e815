"""A catalogue of as many films as wanted, made up from names of real people and titles recombined; for measuring only.

It has what the shipped library has in kind: credits with whole lists, roles, dates, lengths, companies and monsters.
Films alone are found by the words of their names in it, and nothing is disputed.
"""

from __future__ import annotations

import json
import os
import sqlite3
from array import array
from bisect import bisect
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import accumulate
from math import log1p
from pathlib import Path
from random import Random

from questions.catalogue import Catalogue
from questions.catalogue.grounding import write_grounds
from questions.catalogue.popularity import FILM_WEIGHT
from questions.catalogue.schema import SCHEMA, VERSION
from questions.catalogue.spellings import beginnings, forms
from questions.catalogue.writing import write_alike
from questions.property import ENTITY_TYPES

SEED = 7
RECIPE = 4
"""To be raised when what is made changes, so that no catalogue kept from before is taken for it."""

WIKIPEDIA = Path("/work/shared/data/wikipedia-movie-data")
FIRST_YEAR, LAST_YEAR = 1920, 2023
CREDITS = {"director": (1, 1, 1, 1, 2), "writer": (1, 1, 2), "composer": (1,), "cast": (4, 5, 6)}
"""How many of each a film has, by chance."""

HELD = {"person": 1.3, "company": 0.02, "monster": 0.01}
"""Entities for each film: people as in the large public film databases."""

CAREER = 30
Credit = tuple[str, int, int]
"""A property, and the numbers of its value and of the role, 0 where there is none."""


def names_and_titles(library: Catalogue) -> tuple[list[str], list[str]]:
    """Return real people's names and films' titles: the library's, and Wikipedia's where they lie at hand."""
    people = [person.name for person in library.entities("person")]
    titles = [film.name for film in library.entities("film")]
    for path in sorted(WIKIPEDIA.glob("*.json")) if WIKIPEDIA.is_dir() else ():
        for film in json.loads(path.read_text(encoding="utf-8")):
            people.extend(film["cast"])
            titles.append(film["title"])
    return people, titles


def recombined(texts: Iterable[str], count: int, rng: Random) -> list[str]:
    """Return so many different texts, each the first words of one text and the last words of another."""
    parted = [words for text in texts if len(words := text.split()) > 1 and len(text) < 40]
    found: dict[str, None] = {}
    while len(found) < count:
        one, other = rng.choice(parted), rng.choice(parted)
        found[" ".join([*one[: len(one) // 2], *other[len(other) // 2 :]])] = None
    return list(found)


class Cast:
    """Who can be drawn for a film of a year: people of the time, few of them often and many of them once."""

    def __init__(self, first: int, count: int, rng: Random) -> None:
        by_year: dict[int, list[int]] = {year: [] for year in range(FIRST_YEAR - CAREER, LAST_YEAR + 1)}
        for number in range(first, first + count):
            by_year[rng.randrange(FIRST_YEAR - CAREER // 2, LAST_YEAR + 1)].append(number)
        self.people = by_year
        self.weights = {
            year: list(accumulate(rng.paretovariate(1.1) for _ in some)) for year, some in by_year.items()
        }

    def draw(self, year: int, rng: Random) -> int:
        """Return somebody whose career may have reached a year."""
        while True:
            began = year - rng.randrange(CAREER // 2)
            if weights := self.weights[began]:
                return self.people[began][bisect(weights, rng.random() * weights[-1])]


class Made:
    """So many films with their credits, in numbers: films first, then people, companies, monsters, characters."""

    def __init__(self, films: int, rng: Random) -> None:
        self.films = films
        self.years = array("H", (rng.randint(FIRST_YEAR, LAST_YEAR) for _ in range(films)))
        self.first: dict[str, int] = {"film": 1}
        at = films + 1
        for kind, share in HELD.items():
            self.first[kind] = at
            at += max(40, int(films * share))
        self.first["character"] = at
        cast = Cast(self.first["person"], self.first["company"] - self.first["person"], rng)
        self.credits = [self.credited(film, cast, rng) for film in range(films)]

    def credited(self, film: int, cast: Cast, rng: Random) -> list[Credit]:
        """Return the credits of a film."""
        found: list[Credit] = []
        for name, counts in CREDITS.items():
            drawn = {cast.draw(self.years[film], rng) for _ in range(rng.choice(counts))}
            found += [(name, number, 0) for number in sorted(drawn)]
        company = self.first["company"] + int(
            (self.first["monster"] - self.first["company"]) * rng.random() ** 2
        )
        found.append(("production_company", company, 0))
        if rng.random() < 0.2:
            span = self.first["character"] - self.first["monster"]
            found.append(("monster", self.first["monster"] + int(span * rng.random() ** 2), 0))
        return found


def entity_id(made: Made, number: int) -> str:
    """Return the id of an entity that is no character."""
    kind = [kind for kind, first in made.first.items() if number >= first][-1]
    return f"film-{number}" if kind == "film" else f"{kind}/n{number}"


def write(
    connection: sqlite3.Connection, made: Made, texts: tuple[list[str], list[str]], rng: Random
) -> None:
    """Fill an empty database with made films; indexes are made last."""
    statements = [text for text in SCHEMA.split(";") if text.strip()]
    for statement in statements:
        if "INDEX" not in statement:
            connection.execute(statement)
    fame: dict[int, int] = {}
    with connection:
        write_facts(connection, made, fame, rng, texts[0])
        write_entities(connection, made, fame, rng, texts)
        for statement in statements:
            if "INDEX" in statement:
                connection.execute(statement)
        connection.execute(
            "UPDATE fact SET value = (SELECT name FROM entity WHERE n = subject) WHERE property = 'title'"
        )
        write_alike(connection)
        write_grounds(connection)
        connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("ANALYZE")


def write_entities(
    connection: sqlite3.Connection,
    made: Made,
    fame: dict[int, int],
    rng: Random,
    texts: tuple[list[str], list[str]],
) -> None:
    """Write films, people, companies and monsters with their names and all that finds these."""
    kinds = [kind for kind in made.first if kind != "character"]
    for kind, following in zip(kinds, [*kinds[1:], "character"], strict=True):
        first, last = made.first[kind], made.first[following]
        named = recombined(texts[kind != "person"], last - first, rng)
        for number, name in zip(range(first, last), named, strict=True):
            film = kind == "film"
            year = made.years[number - 1] if film else None
            row = (
                number,
                entity_id(made, number),
                kind,
                name,
                None,
                year,
                None,
                "film" if film else None,
                film,
            )
            connection.execute(
                "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, '{}')",
                (*row, log1p(fame.get(number, 1))),
            )
            write_name(connection, number, kind, name)


def write_name(connection: sqlite3.Connection, number: int, kind: str, name: str) -> None:
    """Write an entity's name and all that finds it: its forms, and a film's words."""
    connection.execute("INSERT INTO name VALUES (?, 0, ?, 'en', ?)", (number, name, name.casefold()))
    connection.executemany(
        "INSERT INTO alias VALUES (?, ?, 0, ?)",
        [(form, number, nearness) for form, nearness in forms(kind, name, name).items()],
    )
    if kind == "film":
        code = ENTITY_TYPES.index(kind)
        connection.executemany(
            "INSERT INTO word VALUES (?, ?, ?, 0)",
            [(code, word, number) for word in beginnings(kind, name)],
        )


def write_facts(
    connection: sqlite3.Connection, made: Made, fame: dict[int, int], rng: Random, names: list[str]
) -> None:
    """Write the facts of all films with their passage and what lists are whole; count what makes for fame."""
    character, number = made.first["character"], 0
    for index, credited in enumerate(made.credits):
        film = index + 1
        own = f"film-{film}"
        connection.execute(
            "INSERT INTO source VALUES (?, ?, 'credits', 'Credits', 'credits', NULL, NULL, ?)",
            (film, f"{own}/credits", own),
        )
        rows: list[tuple[object, ...]] = []
        for name, value, _ in credited:
            fame[value] = fame.get(value, -FILM_WEIGHT) + 1 + FILM_WEIGHT
            role, case = None, {}
            if name == "cast":
                role, case = character, {"as": f"{own}/c{character}"}
                called = f"{rng.choice(names).split()[0]} {rng.choice(names).split()[-1]}"
                connection.execute(
                    "INSERT INTO entity VALUES (?, ?, 'character', ?, ?, NULL, NULL, NULL, 0, 0, 0, ?, '{}')",
                    (character, case["as"], called, own, log1p(1 + rng.random())),
                )
                connection.execute("INSERT INTO name VALUES (?, 0, ?, 'en', ?)", (character, called, called))
                character += 1
            connection.execute(
                "INSERT OR IGNORE INTO closed VALUES (?, ?, ?, ?)",
                (film, name, role or 0, f'["{own}/credits"]'),
            )
            rows.append((f"{own}/{name}/{role or 0}/{value}", name, "", value, role, json.dumps(case)))
        rows.extend(plain_facts(own, made.years[index], rng))
        fame[film] = len(rows)
        for row in rows:
            number += 1
            connection.execute(
                "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, NULL, 0, NULL, NULL, ?)",
                (number, row[0], film, *row[1:], own),
            )
            connection.execute("INSERT INTO attestation VALUES (?, ?, 0, '[]')", (number, film))


def plain_facts(own: str, year: int, rng: Random) -> Iterator[tuple[object, ...]]:
    """Yield a film's title, which is filled in once it has its name, its year, length and release."""
    country = rng.choice(("JP", "US"))
    day = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    case = json.dumps({"country": country, "kind": "cinema"})
    yield f"{own}/title", "title", "", None, None, "{}"
    yield f"{own}/year/{year}", "year", str(year), None, None, "{}"
    yield f"{own}/runtime", "runtime", str(rng.randint(60, 180)), None, None, "{}"
    yield f"{own}/release/{day}", "release", day, None, None, case


def made_catalogue(films: int, library: Catalogue, folder: Path) -> Path:
    """Return the catalogue of so many made films, written now unless it lies in the folder already."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"made-{RECIPE}-{VERSION}-{films}{'w' if WIKIPEDIA.is_dir() else ''}.sqlite3"
    if target.is_file():
        return target
    rng = Random(SEED)
    draft = target.with_suffix(f".{os.getpid()}.part")
    with closing(sqlite3.connect(draft)) as connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-400000")
        write(connection, Made(films, rng), names_and_titles(library), rng)
    return draft.replace(target)

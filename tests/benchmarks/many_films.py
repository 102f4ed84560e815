"""A catalogue of as many films as wanted, made up from names of real people and titles recombined; for measuring only.

It has what the shipped library has in kind: credits with whole lists, roles, dates, lengths, companies and monsters.
Films alone are found by the words of their names in it, and nothing is disputed.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import process_time

import msgspec

from questions.catalogue import Catalogue, compile_catalogue
from questions.catalogue.importing import compile_with_imports
from questions.catalogue.schema import VERSION
from questions.imports.records import Pack
from questions.imports.report import Report
from questions.record import EntityRecord, FilmRecord, Plain, SourceRecord, StatementRecord
from tests.benchmarks.measuring import peak

SEED = 7
RECIPE = 5
"""To be raised when what is made changes, so that no catalogue kept from before is taken for it."""

WIKIPEDIA = Path(__file__).resolve().parents[3] / "shared" / "data" / "wikipedia-movie-data"
"""Real names and titles, where they lie beside the project."""
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


PACK = Pack("made", "Made films", "CC0 1.0", "Made up for measuring.")
CREDITED = {"made": SourceRecord("made", "Credits", "credits", "CC0 1.0")}


def records(made: Made, texts: tuple[list[str], list[str]], rng: Random) -> Iterator[FilmRecord]:
    """Yield every made film as an importer would give it."""
    kinds = [kind for kind in made.first if kind != "character"]
    called: dict[int, str] = {}
    for kind, following in zip(kinds, [*kinds[1:], "character"], strict=True):
        first, last = made.first[kind], made.first[following]
        named = recombined(texts[kind != "person"], last - first, rng)
        called.update(zip(range(first, last), named, strict=True))
    for index, credited in enumerate(made.credits):
        yield record(index + 1, made.years[index], credited, called, rng, texts[0])


def record(
    film: int, year: int, credited: list[Credit], called: dict[int, str], rng: Random, names: list[str]
) -> FilmRecord:
    """Return one film with its credits, its roles, and its year, length and release."""
    said = [stated("title", called[film], lang="en"), *plain_facts(year, rng)]
    for name, value, _ in credited:
        role: dict[str, Plain] = {}
        if name == "cast":
            role["as"] = f"{rng.choice(names).split()[0]} {rng.choice(names).split()[-1]}"
        said.append(stated(name, called[value], **role))
    table = EntityRecord("film", "film", f"m{film}", name=called[film], statements=tuple(said))
    return FilmRecord(f"made:{film}", f"m{film}", "film", CREDITED, table, (), {})


def stated(name: str, value: Plain, **qualifiers: Plain) -> StatementRecord:
    """Return a statement."""
    return StatementRecord(name, name, value, qualifiers, ("made",), {}, None, None, None)


def plain_facts(year: int, rng: Random) -> Iterator[StatementRecord]:
    """Yield a film's year, length and release."""
    country = rng.choice(("JP", "US"))
    day = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    yield stated("year", year)
    yield stated("runtime", rng.randint(60, 180))
    yield stated("release", day, country=country, kind="cinema")


def made_catalogue(films: int, folder: Path) -> Path:
    """Return the catalogue of so many made films, compiled now unless it lies in the folder already.

    The films are made in one process and compiled in another, which writes down what that cost.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"made-{RECIPE}-{VERSION}-{films}{'w' if WIKIPEDIA.is_dir() else ''}.sqlite3"
    if not target.is_file():
        listed = target.with_suffix(".films")
        for work in (write_films, compile_listed):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
                apart.submit(work, films, listed, target).result()
        listed.unlink()
    return target


def write_films(films: int, listed: Path, target: Path) -> None:
    """Write the made films into a file, one a line."""
    library = Catalogue.open(compile_catalogue(target_folder=target.parent))
    rng = Random(SEED)
    with listed.open("wb") as file:
        for film in records(Made(films, rng), names_and_titles(library), rng):
            file.write(msgspec.json.encode(film) + b"\n")


def compile_listed(films: int, listed: Path, target: Path) -> None:
    """Compile the films of a file; beside the catalogue lies what it cost."""
    begun = process_time()
    with listed.open("rb") as lines:
        given = (msgspec.json.decode(line, type=FilmRecord) for line in lines)
        compile_with_imports(target, PACK, given, Report(), told=tell)
    target.with_suffix(".cost").write_text(json.dumps([process_time() - begun, peak()]), encoding="utf-8")


def cost_of(path: Path) -> tuple[float, float] | None:
    """Return the processor's seconds and the most megabytes that compiling a made catalogue took, if known."""
    cost = path.with_suffix(".cost")
    if not cost.is_file():
        return None
    seconds, megabytes = json.loads(cost.read_text(encoding="utf-8"))
    return float(seconds), float(megabytes)


def tell(what: str, done: int) -> None:
    """Print how far a catalogue is."""
    print(f"\r{what} {done or '':12}", end="", file=sys.stderr, flush=True)

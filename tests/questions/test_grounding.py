"""What the catalogue's file keeps ready is what working it out anew from its facts gives."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import grounds, standing
from questions.catalogue import Catalogue, grounding, runs
from questions.catalogue.grounding import WORD, gap_of, write_grounds
from questions.catalogue.runs import Run, RunWriter, kept_mask
from questions.catalogue.schema import SCHEMA
from questions.properties import PROPERTIES
from questions.sharing import sharing

SMALL_PART, FEW = 3, 2
NAMES = ("director", "composer", "release", "year", "where")
CASES: tuple[dict[str, str], ...] = (
    {},
    {"country": "JP", "kind": "cinema"},
    {"country": "US", "kind": "cinema"},
    {"country": "JP"},
)
DAYS = ("1954", "1954-11-03", "1964-04-29", "1964-12-20")
DIFFERENCES = (None, None, None, "dispute", "doubt", "detail")


@dataclass(frozen=True)
class Row:
    """A fact as it was put into the tables."""

    n: int
    subject: int
    name: str
    value: str
    entity: int | None
    case: dict[str, str]
    difference: str | None
    left_out: bool

    @property
    def settled(self) -> bool:
        """Return whether a question may rest on it."""
        return self.difference not in ("dispute", "doubt") and not self.left_out


class World:
    """A small catalogue by chance: films, people, and events in films."""

    def __init__(self, seed: int) -> None:
        rng = Random(seed)
        self.connection = sqlite3.connect(":memory:")
        self.connection.executescript(SCHEMA)
        films, people, events = rng.randrange(1, 14), rng.randrange(1, 8), rng.randrange(4)
        self.own = {n for n in range(1, films + 1) if rng.random() < 0.8}
        self.form = {n: rng.choice(("film", "film", "series")) for n in range(1, films + 1)}
        self.year = {n: rng.choice((None, 1954, 1954, 1964, 1965)) for n in range(1, films + 1)}
        self.people = range(films + 1, films + people + 1)
        self.home = {films + people + 1 + k: rng.randrange(1, films + 1) for k in range(events)}
        self.unnamed = {n for n in self.people if rng.random() < 0.2}
        self.fame = {n: float(rng.randrange(4)) for n in range(1, films + people + events + 1)}
        for n in self.fame:
            self.write_entity(n, rng)
        self.facts = [self.made_fact(n, rng) for n in range(1, rng.randrange(2, 60))]
        self.closed = {(n, name) for n in self.own for name in NAMES if rng.random() < 0.5}
        rows = [(n, name) for n, name in sorted(self.closed)]
        self.connection.executemany("INSERT INTO closed VALUES (?, ?, 0, '[]')", rows)
        write_grounds(self.connection)
        self.catalogue = Catalogue(self.connection)

    def write_entity(self, n: int, rng: Random) -> None:
        """Put an entity into the tables, a film with a title of three words."""
        kind = "film" if n in self.form else "person" if n in self.people else "event"
        name = " ".join(rng.choice(("Red", "Blue")) for _ in range(3)) if kind == "film" else f"N{n}"
        home = f"e{self.home[n]}" if n in self.home else None
        row = (n, f"e{n}", kind, name, home, self.year.get(n), None, self.form.get(n), n in self.own)
        self.connection.execute(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '{}', NULL)",
            (*row, n in self.unnamed, self.fame[n]),
        )
        self.connection.execute("INSERT INTO name VALUES (?, 0, ?, 'en', '')", (n, name))

    def made_fact(self, n: int, rng: Random) -> Row:
        """Return a fact by chance, and put it into the tables."""
        name = rng.choice(NAMES)
        subject = rng.choice([*self.home] or [1]) if name == "where" else rng.choice([*self.form])
        entity = rng.choice(self.people) if name in ("director", "composer") else None
        value = rng.choice(DAYS) if name == "release" else "x"
        case = rng.choice(CASES) if name == "release" else {}
        fact = Row(n, subject, name, value, entity, case, rng.choice(DIFFERENCES), rng.random() < 0.1)
        self.connection.execute(
            "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, NULL, ?, 1, ?, ?, NULL, NULL, 'x')",
            (n, f"f{n}", subject, name, value, entity, json.dumps(case), fact.difference, fact.left_out),
        )
        return fact

    def place(self, n: int) -> int:
        """Return the place in fame on record."""
        return standing.place_of(self.catalogue, self.catalogue.numbered(n))

    def by_year(self, found: Iterable[tuple[int | None, int]]) -> dict[int | None, list[int]]:
        """Return the places of numbers by year, each once."""
        held: defaultdict[int | None, set[int]] = defaultdict(set)
        for year, n in found:
            held[year].add(self.place(n))
        return {year: sorted(places) for year, places in held.items()}

    def films_in(self, mask: int) -> set[int]:
        """Return the films of a set."""
        return {n for n, seat in self.connection.execute("SELECT n, seat FROM seat") if mask >> seat & 1}


@contextmanager
def small_parts() -> Iterator[None]:
    """Let parts be so small, and what is shared by many so few, that little worlds have several of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "PART", SMALL_PART)
        patch.setattr(grounding, "MANY", FEW)
        yield


@contextmanager
def world(seed: int) -> Iterator[World]:
    """Give a world whose runs have several parts."""
    with small_parts():
        made = World(seed)
        with closing(made.connection):
            yield made


def lists(kept: runs.Runs) -> dict[int | None, list[int]]:
    """Return runs as lists."""
    return {year: list(run) for year, run in kept.items()}


seeds = st.integers(0, 2**32)


@given(seed=seeds, size=st.integers(0, 20))
def test_a_run_is_the_list_it_was_written_from(seed: int, size: int) -> None:
    """Length, places, stretches and ranks are those of the list, wherever its parts end."""
    numbers = sorted(Random(seed).sample(range(60), size))
    with small_parts(), closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        writer = RunWriter(connection)
        writer.write("before", None, range(5))
        writer.write_beside([("odd", None), ("all", None)], ((n if n % 2 else None, n) for n in numbers))
        run = runs.runs(connection, "all").get(None)

        assert isinstance(run, Run)
        assert list(run) == numbers
        assert list(run[:]) == numbers
        assert [list(run[i : i + 4]) for i in range(size)] == [numbers[i : i + 4] for i in range(size)]
        assert [run.rank(n) for n in range(61)] == [bisect_left(numbers, n) for n in range(61)]
        assert lists(runs.runs(connection, "odd")) == {None: [n for n in numbers if n % 2]}
        with pytest.raises(IndexError):
            run[size]


@given(seed=seeds)
def test_pools_are_the_facts_of_their_films(seed: int) -> None:
    """Settled and disputed facts of films with files of their own stand by film, those of events with their film."""
    with world(seed) as made:
        for name in NAMES:
            for disputed in (False, True):
                held: defaultdict[int, list[int]] = defaultdict(list)
                for fact in made.facts:
                    film = made.home.get(fact.subject, fact.subject)
                    wanted = fact.difference == "dispute" if disputed else fact.settled
                    if fact.name == name and wanted and film in made.own:
                        held[film].append(fact.n)
                pool = grounds.grounds_of(made.connection, name, None, disputed=disputed)

                assert {film: list(pool.of(at)) for at, film in enumerate(pool.films)} == held
                assert list(pool.films) == sorted(held)
                assert made.films_in(grounds.held(made.connection, name, disputed=disputed)) == set(held)


@given(seed=seeds)
def test_whole_lists_are_found_by_year(seed: int) -> None:
    """A film stands among those whose list is settled and whole exactly where all its facts are, in order of fame."""
    with world(seed) as made:
        for name in NAMES:
            told: defaultdict[int, list[Row]] = defaultdict(list)
            for fact in made.facts:
                told[fact.subject].extend([fact] if fact.name == name else [])
            single = PROPERTIES[name].one_per is not None and not PROPERTIES[name].several
            whole = {
                n
                for n in made.own
                if made.form[n] == "film"
                and told[n]
                and all(fact.settled for fact in told[n])
                and (single or (n, name) in made.closed)
            }

            assert lists(standing.subjects(made.connection, name)) == made.by_year(
                (made.year[n], n) for n in whole
            )
            assert made.films_in(kept_mask(made.connection, f"whole {name}")) == whole
            assert made.films_in(standing.open_films(made.connection, name)) == made.own - whole


@given(seed=seeds)
def test_values_are_found_by_year_and_by_whom_they_are_shared(seed: int) -> None:
    """Named people stand by the years of the films that settle them, and settled facts by the people they name."""
    with world(seed) as made:
        for name in ("director", "composer"):
            settled = [fact for fact in made.facts if fact.name == name and fact.settled]
            named = [
                (made.year[fact.subject], fact.entity)
                for fact in settled
                if fact.entity is not None and fact.entity not in made.unnamed
            ]

            assert lists(standing.values(made.connection, name, "person")) == made.by_year(named)
            for person in made.people:
                facts = [fact.n for fact in settled if fact.entity == person and is_film(made, fact.subject)]
                assert list(sharing(made.catalogue, name, f"e{person}")) == facts


def is_film(made: World, n: int) -> bool:
    """Return whether something is a film, no series, with a file of its own."""
    return n in made.own and made.form[n] == "film"


@given(seed=seeds)
def test_films_are_found_by_their_one_date(seed: int) -> None:
    """A film stands under a country and kind where it has one settled date of them, known to the day."""
    with world(seed) as made:
        for case in CASES[1:3]:
            dates: defaultdict[int, list[str]] = defaultdict(list)
            for fact in made.facts:
                if fact.name == "release" and fact.settled and fact.case == case:
                    dates[fact.subject].append(fact.value)
            one = {n: days[0] for n, days in dates.items() if len(days) == 1 and len(days[0]) > len("1954")}
            expected = made.by_year((int(day[:4]), n) for n, day in one.items() if is_film(made, n))

            assert lists(standing.dated(made.connection, "release", *case.values())) == expected


@given(seed=seeds)
def test_fame_seats_and_gaps(seed: int) -> None:
    """Nobody stands before somebody more famous, years are sets of films, and gaps are those that two words fill."""
    with world(seed) as made:
        order = [made.fame[n] for (n,) in made.connection.execute("SELECT n FROM fame ORDER BY place")]
        titles = {
            (made.year[n], name)
            for n, name in made.connection.execute("SELECT n, name FROM entity WHERE type = 'film' AND own")
            if made.year[n] is not None
        }
        filled: defaultdict[tuple[int | None, str, str], set[str]] = defaultdict(set)
        for year, title in titles:
            for found in WORD.finditer(title):
                filled[(year, title[: found.start()], title[found.end() :])].add(title)
        kept = {form for (form,) in made.connection.execute("SELECT form FROM gap")}

        assert order == sorted(made.fame.values(), reverse=True)
        assert kept == {
            gap_of(year or 0, f"{head}x{tail}", len(head), len(head) + 1)
            for (year, head, tail), several in filled.items()
            if len(several) > 1
        }
        for undated in (False, True):
            films = standing.films_of_years(made.connection, 1960, 1964, undated=undated)
            years = {1964, None} if undated else {1964}
            assert made.films_in(films) == {n for n in made.own if made.year[n] in years}

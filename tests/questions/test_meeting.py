"""Which imported film is which, and who is who, where title, year and name alone cannot tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from questions.catalogue import Catalogue
from questions.imports.records import Pack
from questions.record import EntityRecord, FilmRecord
from tests.questions.film_text import FIVE, WriteFilms
from tests.questions.imported import PACK, compiled, imported

Import = Callable[..., Catalogue]
"""Compiles imported films, beside five film files, into one file, and opens it."""

SECOND = Pack("second", "Second data", "CC BY 4.0", "From second data.")


@pytest.fixture
def bring_in(write_films: WriteFilms, tmp_path: Path) -> Iterator[Import]:
    """A function that imports films into one file and opens it."""
    opened: list[Catalogue] = []
    folder = write_films(**FIVE)

    def run(*films: FilmRecord, pack: Pack = PACK) -> Catalogue:
        opened.append(compiled(tmp_path / "films.sqlite3", folder, *films, pack=pack))
        return opened[-1]

    yield run
    for catalogue in opened:
        catalogue.close()


def directed(catalogue: Catalogue) -> dict[str, set[str]]:
    """Return who directed each of the films that have a director, by id."""
    found: dict[str, set[str]] = {}
    for fact in catalogue.facts(property="director"):
        found.setdefault(fact.subject.id, set()).add(fact.value)
    return found


def test_a_series_is_no_film_of_its_title_and_year(bring_in: Import) -> None:
    """A series of a film's title and year is a title of its own, and the film's director stays undisputed."""
    catalogue = bring_in(
        imported("s1", "Wasp Attack", 1962, ("director", "Serial One"), ("episodes", 26), form="series")
    )

    assert directed(catalogue)["wasp"] == {"Jun Fukuda"}
    assert directed(catalogue)["wasp-attack-1962"] == {"Serial One"}
    assert catalogue.entity("wasp-attack-1962").form == "series"
    assert catalogue.is_closed("wasp", "director")


def test_a_series_is_met_by_its_id(bring_in: Import) -> None:
    """What two imports call film and series is one where both have the same id."""
    first = imported("q1", "New Show", 2001, ("director", "A B"), ids={"imdb": "tt1"}, form="series")
    second = imported("x1", "New Show", 2001, ("director", "A B"), ids={"imdb": "tt1"})

    bring_in(first).close()
    catalogue = bring_in(second, pack=SECOND)

    assert [len(fact.sources) for fact in catalogue.facts(subject="new-show-2001", property="director")] == [
        2
    ]


def test_films_that_one_import_tells_apart_are_two(bring_in: Import) -> None:
    """Two records of one title and year, each with a key of its own, are two films with undisputed running times."""
    catalogue = bring_in(
        imported("n1", "The Twin", 2001, ("director", "A One"), ("runtime", 90)),
        imported("n2", "The Twin", 2001, ("director", "B Two"), ("runtime", 100)),
    )

    found = directed(catalogue)
    assert (found["the-twin-2001"], found["the-twin-2001-n2"]) == ({"A One"}, {"B Two"})
    assert all(fact.settled for fact in catalogue.facts(property="runtime"))


@pytest.mark.parametrize("twins_first", [True, False])
def test_a_film_that_may_be_either_of_two_is_neither(bring_in: Import, twins_first: bool) -> None:
    """Where one import has two films of a title and year, that of another import is a third, whichever came first."""
    twins = (
        imported("n1", "The Twin", 2001, ("director", "A One")),
        imported("n2", "The Twin", 2001, ("director", "B Two")),
    )
    other = imported("z", "The Twin", 2001, ("director", "C Three"))

    if twins_first:
        bring_in(*twins).close()
        catalogue = bring_in(other, pack=SECOND)
    else:
        bring_in(other, pack=SECOND).close()
        catalogue = bring_in(*twins)

    assert sorted(map(sorted, directed(catalogue).values()))[:3] == [["A One"], ["B Two"], ["C Three"]]


def test_neither_of_two_takes_the_place_of_a_film_file(bring_in: Import) -> None:
    """Two films of one import with a film file's title and year leave what it says undisputed."""
    catalogue = bring_in(
        imported("n1", "Wasp Attack", 1962, ("director", "A One")),
        imported("n2", "Wasp Attack", 1962, ("director", "B Two")),
    )

    assert directed(catalogue)["wasp"] == {"Jun Fukuda"}


def test_namesakes_of_one_source_stay_apart(bring_in: Import) -> None:
    """Somebody known without an id learns the first that is told, so that a namesake with another id is somebody else."""
    somebody = EntityRecord("q7", "person", "q7", name="Dora Dir", ids={"wikidata": "Q7"})
    named = [EntityRecord(key, "person", key, name="Dora Dir", ids={"imdb": key}) for key in ("nm1", "nm9")]

    bring_in(imported("q1", "First", 2001, ("director", "q7"), entities=[somebody])).close()
    catalogue = bring_in(
        imported("t2", "Second", 2002, ("director", "nm1"), entities=[named[0]]),
        imported("t3", "Third", 2003, ("director", "nm9"), entities=[named[1]]),
        pack=SECOND,
    )

    who = {fact.subject.name: fact.entity.id for fact in catalogue.facts(property="director") if fact.entity}
    assert who["First"] == who["Second"] != who["Third"]
    ids = dict(catalogue.rows("SELECT id, ids FROM entity WHERE name = 'Dora Dir'"))
    assert ids[who["Second"]] == '{"wikidata":"Q7","imdb":"nm1"}'
    assert ids[who["Third"]] == '{"imdb":"nm9"}'

"""Which films questions are drawn from: packs and series that are on, and of imported films the best known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from questions.catalogue import Catalogue
from questions.catalogue.depths import LIBRARY
from questions.deck import Deck, Scope
from questions.picker import in_a_row, pick
from tests.questions.film_text import FIVE, WriteFilms
from tests.questions.imported import compiled, imported

LETTERS = "ABCDEFGHIJKL"
SERIES = {"series": "A Series", "count": "films"}


@pytest.fixture
def catalogue(write_films: WriteFilms, tmp_path: Path) -> Iterator[Catalogue]:
    """Five films with files, and twelve imported ones, the later in the alphabet the better known; A and L are a series."""
    films = [
        imported(
            f"q{n}",
            f"Film {letter}",
            2001,
            ("director", f"Jo {letter}x"),
            *([("series_position", n + 1, SERIES)] if letter in "AL" else []),
            renown=10.0 * n,
        )
        for n, letter in enumerate(LETTERS)
    ]
    opened = compiled(tmp_path / "films.sqlite3", write_films(**FIVE), *films)
    yield opened
    opened.close()


def films_asked(catalogue: Catalogue, scope: Scope) -> set[str]:
    """Return the films that sixty questions are about."""
    return {
        question.film
        for seed in range(60)
        if (question := pick(catalogue, seed, scope=scope, kind="single_fact", property="director"))
    }


def test_the_best_known_imports_are_played_with(catalogue: Catalogue) -> None:
    """A deck three films deep has the three best known imported films, and all that have files."""
    asked = films_asked(catalogue, Deck(deep=3))

    assert asked == {*FIVE, "film-l-2001", "film-k-2001", "film-j-2001"}


def test_without_a_depth_all_are_played_with(catalogue: Catalogue) -> None:
    """Nothing switched off and no depth is everything there is."""
    assert films_asked(catalogue, Deck(deep=None)) == films_asked(catalogue, None)


def test_packs_are_switched_off(catalogue: Catalogue) -> None:
    """Without imports the films with files are left, without these the imported ones."""
    assert films_asked(catalogue, Deck(off=frozenset({"data"}))) == set(FIVE)
    assert films_asked(catalogue, Deck(off=frozenset({LIBRARY}))).isdisjoint(FIVE)


def test_a_series_is_switched_off(catalogue: Catalogue) -> None:
    """None of a series' films is asked about, wherever it comes from."""
    (series,) = catalogue.series()

    asked = films_asked(catalogue, Deck(off=frozenset({series.id}), deep=None))

    assert {"film-a-2001", "film-l-2001"}.isdisjoint(asked)
    assert "film-k-2001" in asked


def test_a_film_named_is_asked_about_all_the_same(catalogue: Catalogue) -> None:
    """Who asks for one film or series gets it, however deep it lies."""
    question = pick(catalogue, 1, scope="film-a-2001", property="director")

    assert question is not None
    assert question.film == "film-a-2001"


def test_nothing_left_asks_nothing(catalogue: Catalogue) -> None:
    """A deck without packs has no question."""
    assert pick(catalogue, 1, scope=Deck(off=frozenset({"data", LIBRARY}))) is None


def test_a_library_alone_is_asked_as_if_there_were_no_decks(catalogue: Catalogue) -> None:
    """Questions in a row from a deck without imports are about the films with files, none of them twice."""
    questions = list(islice(in_a_row(catalogue, 3, scope=Deck(off=frozenset({"data"}))), 15))

    assert {question.film for question in questions} <= set(FIVE)
    assert len({question.id for question in questions}) == 15


def test_a_name_alone_connects_only_by_one_work(write_films: WriteFilms, tmp_path: Path) -> None:
    """A composer and a writer of one name are not taken for one person, nor two writers a lifetime apart."""
    films = [
        imported("q1", "Spy Night", 2010, ("composer", "David Newman"), ("director", "A Xa")),
        imported("q2", "Super Day", 1983, ("writer", "David Newman"), ("director", "B Xb")),
        imported("q3", "Red Dawn", 1950, ("writer", "Ann Other"), ("director", "C Xc")),
        imported("q4", "Blue Dusk", 2005, ("writer", "Ann Other"), ("director", "D Xd")),
        imported("q5", "Old Oak", 1990, ("writer", "Jo Third"), ("director", "E Xe")),
        imported("q6", "New Elm", 2001, ("writer", "Jo Third"), ("director", "F Xf")),
    ]
    catalogue = compiled(tmp_path / "people.sqlite3", write_films(**FIVE), *films)
    asked = [
        question
        for seed in range(60)
        if (question := pick(catalogue, seed, kind="connect", property="writer"))
    ]

    assert {question.answer for question in asked} == {"Jo Third"}
    assert all(pick(catalogue, seed, kind="connect", property="composer") is None for seed in range(20))
    catalogue.close()

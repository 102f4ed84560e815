"""Imported films in a quiz: which are well known, what stands beside an answer, and what a deck asks about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from questions.catalogue import Catalogue
from questions.catalogue.depths import LIBRARY
from questions.catalogue.finishing import film_popularity, glow, popularity, reflected
from questions.deck import Deck
from questions.picker import in_a_row
from questions.pool import subjects_of
from questions.question import Question
from questions.standing import FAR
from questions.ways import pool_of
from tests.questions.film_text import FIVE, WriteFilms
from tests.questions.imported import compiled, imported

HIT, OBSCURE = 60.0, 5.0
MANY = 24
IMPORTS = Deck(off=frozenset({LIBRARY}))


@pytest.fixture
def catalogue(write_films: WriteFilms, tmp_path: Path) -> Iterator[Catalogue]:
    """Five films with files and two dozen imported ones: a hit, films ever less known, and one with a very long cast."""
    films = [
        imported(
            f"q{n}",
            f"Film {chr(65 + n)}",
            1960 + n % 4,
            ("director", f"Jo {chr(65 + n)}x"),
            *((("starring", "Al Star", {"order": 1}),) if n == 0 else ()),
            *((("starring", "Bo Busy", {"order": 1}),) if n > MANY // 2 else ()),
            renown=HIT - n * (HIT - OBSCURE) / MANY,
        )
        for n in range(MANY)
    ]
    cast = [("starring", f"Player {chr(65 + n // 26)}{chr(65 + n % 26)}", {"order": n}) for n in range(80)]
    crowded = imported("crowd", "The Crowd", 1961, ("director", "Jo Crowd"), *cast, renown=OBSCURE)
    opened = compiled(tmp_path / "films.sqlite3", write_films(**FIVE), *films, crowded)
    yield opened
    opened.close()


def asked(catalogue: Catalogue, scope: Deck, number: int) -> list[Question]:
    """Return questions drawn in a row."""
    return list(islice(in_a_row(catalogue, 1, scope=scope), number))


def test_a_long_cast_is_no_fame(catalogue: Catalogue) -> None:
    """Of imported films those of most renown are the best known, however many players others have on record."""
    films = [film for film in catalogue.entities("film") if film.pack is not None]
    assert films[0].name == "Film A"
    assert [film.name for film in films].index("The Crowd") >= MANY - 2


def test_one_hit_makes_better_known_than_many_films_that_nobody_saw(catalogue: Catalogue) -> None:
    """People whom only imports name are known by their films: one that all know outweighs eleven others."""
    names = [person.name for person in catalogue.entities("person") if person.pack is not None]
    assert names.index("Al Star") < names.index("Bo Busy")


def test_films_without_renown_are_known_by_what_is_told_of_them() -> None:
    """A source without such a figure leaves facts, as in the library; nobody is less than unknown."""
    assert film_popularity(12, 1, 0.0) == popularity(12, 1, 0.0) > film_popularity(3, 1, 0.0)
    assert reflected(None, 12, 2, 4.0) == popularity(12, 2, 4.0)
    assert glow(0.0) > 0
    assert film_popularity(None, None, 0.0) == 0


def test_wrong_choices_are_of_the_side_of_the_film(catalogue: Catalogue) -> None:
    """A film of the library stands beside others of it, an imported one beside imported ones: else it would stand out."""
    both = Deck()
    films = {film.name: film for film in catalogue.films()}
    people = {person.name: person for person in catalogue.entities("person")}
    seen = 0
    for question in asked(catalogue, both, 120):
        imports = catalogue.entity(question.film).pack is not None
        for choice in question.choices or ():
            title = choice.rsplit(" (", 1)[0]
            entity = films.get(title) or people.get(choice)
            if entity is not None:
                seen += 1
                assert (entity.pack is not None) == imports, question
    assert seen > MANY


def test_films_shown_together_are_about_equally_known(catalogue: Catalogue) -> None:
    """Beside a film that all know no film stands that nobody knows."""
    hit = next(film for film in catalogue.films() if film.name == "Film A")
    beside = subjects_of(catalogue, "director", hit).nearest(hit, MANY)
    assert 1 < len(beside) < MANY
    assert all(abs(film.popularity - hit.popularity) <= FAR for film in beside)


def test_a_deck_without_the_library_has_nothing_of_it(catalogue: Catalogue) -> None:
    """What is switched off is not among what can be asked, so that no kind is asked more often for the sake of it."""
    pool = pool_of(catalogue, "single_fact", "director", Deck(off=frozenset({LIBRARY}), deep=MANY))
    assert len(pool.films) == MANY
    assert all(catalogue.numbered(film).pack is not None for film in pool.films)


def test_one_kind_does_not_fill_a_quiz_of_imports(catalogue: Catalogue) -> None:
    """Titles and years, which every film has, are less than half of what is asked where there is little else."""
    kinds = [question.kind for question in asked(catalogue, IMPORTS, 60)]
    assert kinds.count("closest") + kinds.count("cloze") < len(kinds) / 2

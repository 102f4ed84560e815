"""What there is to choose from, read into arrays, is what the catalogue holds; and looks give no answer away."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from random import Random

import pytest

from questions import resting, standing
from questions.catalogue import Catalogue
from questions.grounds import grounds_of
from questions.picker import pick
from questions.pool import film_of, subjects_of
from questions.resting import LARGEST, companions, gap
from questions.sharing import shared_films
from questions.standing import Field
from tests.benchmarks.attackers import (
    CRITICAL,
    least_famous,
    longest,
    middle_year,
    most_famous,
    questions_seen,
    share,
    uneven,
)
from tests.questions.known import facts_of

ASKED = 400
MOST = 0.27 + 3 * sqrt(0.25 * 0.75 / ASKED)
"""A hundred in four hundred are right by chance; so much more than 27 % is no chance."""


@pytest.mark.parametrize("name", ["director", "cast", "where", "release"])
def test_a_pool_holds_the_settled_facts_by_film(library: Catalogue, name: str) -> None:
    """Film by film, a pool has exactly the property's settled facts of films with files of their own."""
    pool = grounds_of(library.connection, name, None, disputed=False)
    own = {film.id for film in library.films()}

    held = {
        (library.numbered(film).id, fact.id)
        for place, film in enumerate(pool.films)
        for fact in library.facts_numbered(pool.of(place))
    }

    assert held == {(film_of(fact), fact.id) for fact in facts_of(library, name) if film_of(fact) in own}
    assert len(pool) == len(held)


def test_a_series_pool_is_its_part_of_the_whole(library: Catalogue) -> None:
    """Of a series, the pool has its films and no others."""
    scope = "series/heisei-gamera"
    pool = grounds_of(library.connection, "cast", library.number(scope), disputed=False)

    assert {library.numbered(film).id for film in pool.films} == {film.id for film in library.films(scope)}


@pytest.mark.parametrize("count", [1, 5, 24])
def test_neighbours_in_fame_are_the_nearest(library: Catalogue, count: int) -> None:
    """Around a key stand its nearest in fame, on either side, as sorting everybody would put them."""
    field = Field(library, standing.values(library.connection, "cast", "person").values())
    everyone = {
        fact.entity for fact in facts_of(library, "cast") if fact.entity and fact.entity.type == "person"
    }
    order = sorted((field.place(one), one.id) for one in everyone if not one.unnamed)
    for place, (_, person) in list(enumerate(order))[::37]:
        more, less = field.around(library.entity(person), count)

        assert [one.id for one in more] == [one for _, one in reversed(order[max(0, place - count) : place])]
        assert [one.id for one in less] == [one for _, one in order[place + 1 : place + 1 + count]]


def test_places_follow_fame(library: Catalogue) -> None:
    """Who stands before another is at least as popular."""
    order = [number for (number,) in library.rows("SELECT n FROM fame ORDER BY place")]
    fames = [library.numbered(number).popularity for number in order]

    assert fames == sorted(fames, reverse=True)
    assert len(set(order)) == len(order)


def test_films_of_a_series_come_by_fame(library: Catalogue) -> None:
    """Films of a series, and the first few of all, stand in the order of all films with files of their own."""
    every = library.films()
    assert [film.popularity for film in every] == sorted((film.popularity for film in every), reverse=True)
    assert library.films(most=3) == every[:3]
    for series in library.series():
        members = {
            n for (n,) in library.rows("SELECT film FROM member WHERE series = ?", library.number(series.id))
        }
        assert library.films(series.id) == [film for film in every if library.number(film.id) in members]
        assert members


def test_a_series_rests_unless_it_is_nearly_everything(library: Catalogue) -> None:
    """With a film rest all films of its series, of which each has fewer than half of all films."""
    most = LARGEST * len(library.films())
    series = [{film.id for film in library.films(one.id)} for one in library.series()]
    for film in library.films():
        expected = {film.id}.union(*(films for films in series if film.id in films and len(films) < most))
        assert companions(library, film.id) == expected


def test_a_film_never_rests_for_thousands_of_questions(
    library: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the films are asked about before one comes again, up to a most that keeps the list of them short."""
    assert gap(library, None) == len(library.films()) // 2
    monkeypatch.setattr(resting, "MOST_GAP", 20)
    assert gap(library, None) == 20


def test_many_shared_films_come_by_chance(library: Catalogue) -> None:
    """Of what a person worked on come so many films at most, each once, and in the long run all of them."""
    person = library.entity("person/ishiro-honda")
    told = {
        fact.subject.id
        for fact in library.facts(value=person.id, property="director")
        if fact.settled and fact.subject.own and fact.subject.form == "film"
    }
    seen: set[str] = set()
    for seed in range(60):
        some = [fact.subject.id for fact in shared_films(library, person.id, ("director",), Random(seed), 4)]
        assert len(some) == len(set(some)) == 4
        seen.update(some)

    assert seen == told


@pytest.mark.parametrize("name", ["director", "composer", "cast", "release", "where"])
def test_looks_give_no_answer_away(library: Catalogue, name: str) -> None:
    """Place, fame, middle year and length are right no oftener than chance allows."""
    seen = list(questions_seen(library, name, ASKED, seed=1))

    assert len(seen) == ASKED
    assert uneven(seen) < CRITICAL
    for look in (most_famous, least_famous, middle_year, longest):
        part = share(seen, look)
        assert part is None or part <= MOST, look.__name__


@pytest.mark.parametrize(
    "kind", ["city", "odd_one_out", "release", "single_fact", "what_first", "who_played"]
)
def test_looks_give_no_answer_away_in_any_kind(library: Catalogue, kind: str) -> None:
    """Of each kind too, place, fame, middle year and length are right no oftener than chance allows."""
    seen = list(questions_seen(library, None, ASKED, seed=1, kind=kind))
    choices = len(seen[0].choices)

    assert len(seen) > ASKED * 0.9
    assert {len(question.choices) for question in seen} == {choices}
    assert uneven(seen) < CRITICAL
    for look in (most_famous, least_famous, middle_year, longest):
        part = share(seen, look)
        assert part is None or part <= MOST * 4 / choices, look.__name__


def test_no_odd_one_out_where_few_lists_are_whole(library: Catalogue) -> None:
    """Where hardly any film's list is whole, the odd film would be the same each time, and nothing is asked."""
    assert not subjects_of(library, "monster", library.entities("film")[0]).has(8)
    assert all(pick(library, seed, kind="odd_one_out", property="monster") is None for seed in range(8))


def test_the_odd_film_is_of_any_age(library: Catalogue) -> None:
    """The odd film is the oldest, the newest and either between as often as another."""
    held: Counter[int] = Counter()
    for seed in range(ASKED):
        question = pick(library, seed, kind="odd_one_out", property="director")
        assert question is not None
        facts = [library.fact(fact) for fact in question.facts]
        odd = facts[0].subject if len(facts) == 4 else library.entity(question.film)
        years = [fact.subject.year or 0 for fact in facts[-3:]]
        held[sum(year < (odd.year or 0) for year in years)] += 1

    assert sum((held[place] - ASKED / 4) ** 2 / (ASKED / 4) for place in range(4)) < CRITICAL

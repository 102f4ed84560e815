"""Rules of finding: whatever is typed is only text, every spelling finds its entity, and one slip hides no film."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.catalogue import Catalogue
from questions.catalogue.schema import FIRSTS
from questions.fold import fold
from questions.property import ENTITY_TYPES
from questions.search import EXACT, KEY_LIMIT, called, find, key_of, nearest
from questions.search.index import DIGITS
from tests.questions.film_text import Build, film

ODD = [
    "👩‍👩‍👧‍👦🇯🇵",
    "\u202eגמרה",
    "Z" + "\u0301" * 3000,
    "\x00\x1f\x7f",
    "ガ" * 4000,
    "~" * 100,
    "/" * 4000,
    "a " * 2000,
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SLIPS = 6
LONG = 8

typed = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(["gamera", "the", "2", "a.", "vs", "(1996)", "1996", "ガメラ", "legoin"]), max_size=12
    ).map(" ".join),
    st.sampled_from(ODD),
)


@settings(max_examples=300)
@given(typed, st.lists(st.sampled_from([*ENTITY_TYPES, "nonsense"]), max_size=3), st.integers(1, 60))
def test_nothing_typed_is_ever_an_error(library: Catalogue, text: str, types: list[str], limit: int) -> None:
    """Of any length and script; each entity comes once, of a wanted type, no more than wanted, the best first."""
    found = find(library, text, types, limit)

    assert len({match.entity.id for match in found}) == len(found) <= limit
    assert all(match.entity.type in types for match in found if types)
    assert len(set(nearest(library, text, types))) <= 3


def test_every_spelling_of_everything_is_exact(library: Catalogue) -> None:
    """The entity itself is among those found exactly by each of its names."""
    for kind in ENTITY_TYPES:
        for entity in library.entities(kind):
            for name in library.names(entity.id):
                exact = {
                    match.entity.id for match in find(library, name, (kind,), 400) if match.why == "exact"
                }
                assert entity.id in exact, name


def test_what_goes_by_a_name_is_what_is_found_exactly(library: Catalogue) -> None:
    """In the same order, and by any spelling; a beginning or a slip is no name."""
    for entity in (*library.films(), *library.entities("person")[:200]):
        exact = [match for match in find(library, entity.name, (entity.type,)) if match.score == EXACT]
        assert called(library, entity.name, (entity.type,)) == exact
    assert called(library, "ガメラ", ("monster",))[0].entity.id == "monster/gamera"
    assert called(library, "gamer") == called(library, "gamrea") == called(library, "!") == []


def slipped(title: str, chance: random.Random) -> str:
    """Return a title with one letter left out, added, changed, or swapped with the next."""
    place = chance.choice([place for place, letter in enumerate(title[:-1]) if letter.isalpha()])
    before, after, other = title[:place], title[place + 1 :], chance.choice(LETTERS)
    swapped = before + after[:1] + title[place] + after[1:]
    return chance.choice([before + after, before + other + title[place:], before + other + after, swapped])


def test_one_slip_hides_no_film(library: Catalogue) -> None:
    """A film is among the first three for its title of eight letters or more with a slip in any word, numbers apart."""
    chance = random.Random(1)
    for entity in library.films():
        for _ in range(SLIPS):
            text = slipped(entity.name, chance)
            same_numbers = DIGITS.findall(fold(text)) == DIGITS.findall(fold(entity.name))
            if len(entity.name) >= LONG and same_numbers:
                assert entity.id in [match.entity.id for match in find(library, text, ("film",), 3)], text


def test_a_key_leads_back_to_its_entity(build: Build) -> None:
    """Ids too long for a choice are shortened, and still mean one entity, though a hundred letters are the same."""
    start = "longest-" * 15
    catalogue = build(**{f"{start}{end}": film(f"{start}{end}", f"Film {end}") for end in ("one", "two")})

    for entity in catalogue.films():
        key = key_of(entity)
        assert len(key) <= KEY_LIMIT
        assert [match.entity for match in find(catalogue, key)] == [entity]
        assert find(catalogue, key, ("person",)) == []


def test_the_id_of_anything_in_a_film_means_it(library: Catalogue) -> None:
    """Also in a search for its type alone."""
    assert [match.entity.id for match in find(library, "character/asagi")] == ["character/asagi"]
    assert find(library, "character/asagi", ("character",))[0].score == 1.0


@pytest.fixture
def remakes(build: Build) -> Catalogue:
    """Three films of one name, one with a year in its name, and a character in each."""
    cast = 'cast = [{{ is = "Actor {0}", as = "Doctor Wing", by = "a" }}]'
    return build(
        moth=film("moth", "The Moth", 1961, cast.format("one")),
        moth_again=film("moth-again", "The Moth", 1998, cast.format("two")),
        moth_2000=film("moth-2000", "Moth 2000", 1999, cast.format("three")),
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("moth 1961", "moth"),
        ("1998 moth", "moth-again"),
        ("The Moth (1998)", "moth-again"),
        ("mtoh 1998", "moth-again"),
        ("moth 2000", "moth-2000"),
        ("mothh 2000", "moth-2000"),
        ("1961", "moth"),
        ("(1999)", "moth-2000"),
        ("moth 1977", "moth"),
    ],
)
def test_films_of_one_name_are_told_apart_by_year(remakes: Catalogue, text: str, wanted: str) -> None:
    """In brackets or not, before or behind, beside a slip; a number in a title is no year; a wrong year still finds some."""
    assert wanted == find(remakes, text, ("film",))[0].entity.id


def test_a_year_picks_the_character_of_that_film(remakes: Catalogue) -> None:
    """Doctor Wing of 1998 lives in the film of 1998."""
    assert find(remakes, "Wing 1998", ("character",))[0].entity.film == "moth-again"


def test_marks_that_were_typed_tell_people_apart(build: Build) -> None:
    """Without marks both are meant, the better known first."""
    catalogue = build(
        {
            "people": "[sato]\nname = 'Naoki Sato'\napart = ['sato-again']\n[sato-again]\nname = 'Naoki Satō'\n"
        },
        moth=film(
            facts='producer = [{ is = "sato", by = ["a", "b"] }]\ncomposer = [{ is = "sato-again", by = "a" }]'
        ),
    )

    assert [match.entity.name for match in find(catalogue, "naoki sato")] == ["Naoki Sato", "Naoki Satō"]
    assert find(catalogue, "Satō Naoki")[0].score == 1.0
    assert find(catalogue, "naoki satō")[0].entity.name == "Naoki Satō"


def test_own_films_come_before_those_only_named(build: Build) -> None:
    """However often those are named."""
    named = 'followed_by = [{ is = "Moth Rising", by = ["a", "b"] }]'
    catalogue = build(
        moth_zero=film("moth-zero", "Moth Zero", 1961, named), wasp=film("wasp", "Wasp", 1962, named)
    )

    assert [match.entity.id for match in find(catalogue, "moth", ("film",))] == ["moth-zero", "moth-rising"]


def test_a_year_beside_a_word_picks_a_film_however_many_have_the_word(build: Build) -> None:
    """Also where better known films with the word are more than stand ready."""
    many = {f"moth_{n:03}": film(f"moth-{n:03}", f"Moth Number {n + 100}", 1950) for n in range(FIRSTS + 5)}
    catalogue = build(**many, zenith_of_moths=film("zenith-of-moths", "Zenith of the Moths", 1987))

    assert "zenith-of-moths" not in [match.entity.id for match in find(catalogue, "moth", limit=FIRSTS)]
    assert [match.entity.id for match in find(catalogue, "moth 1987", ("film",))] == ["zenith-of-moths"]
    assert find(catalogue, "moth zen (1987)")[0].entity.id == "zenith-of-moths"


def test_the_best_known_of_a_beginning_come_first_however_many_have_it(build: Build) -> None:
    """A film named by others is before the rest, wherever its word stands in the order of letters."""
    many = {f"moth_{n:03}": film(f"moth-{n:03}", f"Moth Number {n + 100}", 1950) for n in range(FIRSTS + 5)}
    known = (
        'director = [{ is = "Ishiro Honda", by = ["a", "b"] }]\nwriter = [{ is = "Ishiro Honda", by = "a" }]'
    )
    catalogue = build(**many, zenith_of_moths=film("zenith-of-moths", "Zenith of the Moths", 1987, known))

    for text in ("m", "mot", "moth"):
        assert find(catalogue, text, ("film",))[0].entity.id == "zenith-of-moths"

"""What choices look like tells nothing of which is right: years, lengths, figures and countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import islice

import pytest

from questions.catalogue import Catalogue
from questions.picker import in_a_row, pick
from questions.pool import compatriots, countries, middle_year
from questions.question import Question
from questions.telling import label
from tests.questions.asking import MANY, drafts
from tests.questions.film_text import Build, film

ASKED = 400
CRITICAL = {3: 13.82, 4: 16.27}
"""χ² at p = .001, by the number of choices."""

Ranked = Callable[[str], float | None]


def uneven(library: Catalogue, look: Ranked, **wish: str) -> tuple[float, int]:
    """Return χ² of the answers' ranks in a look that tells all choices apart, and the number of choices."""
    ranks: Counter[int] = Counter()
    count = 0
    for seed in range(ASKED):
        question = pick(library, seed, **wish)  # type: ignore[arg-type]
        looks = [look(choice) for choice in question.choices or ()] if question else []
        known = [value for value in looks if value is not None]
        if question is None or len(known) != len(looks) or len(set(known)) != len(known):
            continue
        ranks[sorted(known).index(known[(question.choices or ()).index(question.shown_answer)])] += 1
        count = len(known)
    even = ranks.total() / count
    assert even > 10
    return sum((ranks[rank] - even) ** 2 / even for rank in range(count)), count


@pytest.mark.parametrize(("kind", "name"), [("single_fact", "composer"), ("who_played", "suit_actor")])
def test_nobodys_years_stand_in_the_middle(library: Catalogue, kind: str, name: str) -> None:
    """The answer worked before all others, after them, and between them as often as another."""
    people = {person.name: person.id for person in library.entities("person")}

    def year(choice: str) -> float | None:
        return middle_year(library, people[choice]) if choice in people else None

    chi, count = uneven(library, year, kind=kind, property=name)
    assert chi < CRITICAL[count]


@pytest.mark.parametrize("kind", ["release", "what_first"])
def test_what_comes_first_is_of_any_length(library: Catalogue, kind: str) -> None:
    """The film that came first has no shorter title than the others, nor is what happens first told at more length."""

    def length(choice: str) -> float | None:
        return None if choice.isdigit() else len(choice)

    chi, count = uneven(library, length, kind=kind)
    assert chi < CRITICAL[count]


def of_kind(library: Catalogue, kind: str, language: str = "en") -> list[Question]:
    """Return a row of questions of a kind."""
    return list(islice(in_a_row(library, 6, kind=kind, language=language), 80))


@pytest.mark.parametrize("kind", ["single_fact", "odd_one_out", "who_played"])
def test_figures_are_nobodys_alone(library: Catalogue, kind: str) -> None:
    """No title is the only one with figures, or the only one without: were it only not the answer, it would be wrong."""
    for question in of_kind(library, kind):
        titles = [choice.partition(" (")[0] for choice in question.choices or ()]
        with_figures = sum(any(letter.isdigit() for letter in title) for title in titles)
        assert with_figures not in (1, len(titles) - 1), titles


def test_the_odd_film_has_no_year(library: Catalogue) -> None:
    """Films are shown with their years only where one of their titles is another film's too."""
    films = {label(one): one for one in library.entities("film")}
    for question in of_kind(library, "odd_one_out"):
        dated = [choice for choice in question.choices or () if choice in films and choice.endswith(")")]
        assert len(dated) in (0, 4), question.choices
        assert not dated or any(library.alike(films[one].id, shown=True) for one in dated)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_cities_to_choose_from_are_of_one_country(library: Catalogue, language: str) -> None:
    """No city of abroad, or of no known country, stands beside those of another country."""
    cities = {one.name: one for one in library.spoken(language).entities("place") if one.kind == "city"}
    for question in of_kind(library, "city", language):
        assert len({countries(library, cities[choice]) for choice in question.choices or ()}) == 1


def test_a_country_of_few_cities_is_not_asked_for(build: Build) -> None:
    """Where the land has too few other cities, nothing is asked; cities of elsewhere are none to choose from."""
    lands = "".join(f'[{name}]\nname = "{name.title()}"\nkind = "country"\n' for name in ("here", "there"))
    cities = "".join(
        f'[{name.lower()}]\nname = "{name}"\nkind = "city"\nwithin = "{land}"\n'
        for name, land in (
            ("Ada", "here"),
            ("Bea", "here"),
            ("Cy", "there"),
            ("Di", "there"),
            ("Ed", "there"),
        )
    )
    event = (
        '[events.landing]\nwhat = "It lands"\nwhere = [{ is = "ada", by = "a" }]\n[story]\na = ["landing"]'
    )
    catalogue = build({"places": lands + cities}, moth=film(rest=event))

    assert list(drafts(catalogue, "city", "where", "city", MANY)) == []
    assert [city.name for city in compatriots(catalogue, catalogue.entity("place/ada"))] == ["Ada", "Bea"]

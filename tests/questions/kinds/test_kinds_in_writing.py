"""Kinds answered in writing: each asks only where what may be written is known for certain."""

from __future__ import annotations

import pytest

from questions.catalogue import Catalogue
from tests.questions.asking import MANY, asked, drafts, every_draft
from tests.questions.brute import is_known_whole
from tests.questions.brute_written import films_left, in_its_role, who_worked_on
from tests.questions.film_text import FIVE, Build, film, row

TYPED = {
    'director = [{ is = "X Y", by = "a" }]': {"X Y"},
    'director = [{ is = "X Y", by = "a" }, { is = "Z Y", by = "a" }]': set(),
    'director = [{ is = "X Y", by = "a" }, { is = "Z Y", by = "b" }]': set(),
    'director = [{ is = "X Y", by = "a" }, { is = "Z Y", by = "b", doubt = "a slip" }]': set(),
    'monster = [{ is = "Moth", by = "a" }]': set(),
    'monster = [{ is = "Moth", by = "a" }]\nwhole = { monster = "a" }': {"Moth"},
    'cast = [{ is = "X Y", as = "Tom", by = "a" }]': {"X Y"},
    'cast = [{ is = "X Y", as = "Tom", by = "a" }, { is = "Z Y", as = "Tom", by = "a" }]': set(),
}
"""What is known of a film, and what may be asked for in writing."""


@pytest.mark.parametrize("facts", TYPED)
def test_a_name_is_written_only_where_one_is_right(build: Build, facts: str) -> None:
    """One answer is known, undisputed, and the list is whole: else it is not asked for in writing."""
    catalogue = build(moth=film(title="War", facts=facts))
    name = facts.partition(" ")[0]

    found = {draft.key.text for draft in every_draft(catalogue, "typed") if draft.facts[0].property == name}

    assert found == TYPED[facts]


def test_every_name_to_be_written_is_all_there_is(library: Catalogue) -> None:
    """In the library too, what is known of a question's film, or of its role there, is the answer and whole."""
    for question in asked(library, "typed"):
        fact = library.fact(question.facts[0])
        assert in_its_role(library, fact) == [fact]
        assert is_known_whole(library, fact.subject.id, fact.property, fact.qualifiers), question.stem


CLOSEST = {
    'runtime = [{ is = 99, by = ["a", "b"] }]': {"99"},
    'runtime = [{ is = 99, version = "home", by = "a" }, { is = 105, version = "export", by = "a" }]': set(),
    'runtime = [{ is = 99, by = "a" }, { is = 105, by = "b" }]': set(),
    'runtime = [{ is = 99, by = "a", doubt = "a slip" }]': set(),
    'budget = [{ is = 500, in = "JPY", by = "a" }, { is = 7, in = "USD", by = "a" }]': {"500", "7"},
    'budget = [{ is = 500, in = "JPY", about = true, by = "a" }]': set(),
}
"""What is known of a film, and which figures may be asked for."""


@pytest.mark.parametrize("facts", CLOSEST)
def test_a_number_is_asked_for_only_where_there_is_one(build: Build, facts: str) -> None:
    """Versions of several lengths, figures in dispute and round figures are not asked for; each currency is its own."""
    catalogue = build(moth=film(facts=facts))
    name = facts.partition(" ")[0]

    assert {draft.key.text for draft in drafts(catalogue, "closest", name, "number", MANY)} == CLOSEST[facts]


@pytest.mark.parametrize(
    ("year", "words"), [(1961, {"Attackers"}), (1962, {"Attackers", "Monkey", "Wombat"})]
)
def test_a_gap_that_two_words_would_fill_is_not_asked(build: Build, year: int, words: set[str]) -> None:
    """A word is left out only where no other film of the year has the same title around another word."""
    catalogue = build(moth=film("moth", "Monkey Attackers"), wasp=film("wasp", "Wombat Attackers", year))

    assert {draft.key.text for draft in drafts(catalogue, "cloze", "title", "word", MANY)} == words


def test_a_title_with_its_word_back_is_the_films(library: Catalogue) -> None:
    """The stem has one gap; the answer in it makes the title, and stands nowhere else in it."""
    for question in asked(library, "cloze"):
        title = library.entity(question.film).name
        assert question.stem.count("＿＿＿") == 1
        assert f"“{title}”" in question.stem.replace("＿＿＿", str(question.answer))
        assert title.casefold().count(str(question.answer).casefold()) == 1
        assert len(question.answer) >= 4


@pytest.mark.parametrize(("count", "right"), [(3, 3), (4, 0)])
def test_two_films_are_connected_by_three_people_at_most(build: Build, count: int, right: int) -> None:
    """Everybody on record for both films is accepted, whatever they did; where more than three are, nothing is asked."""
    people = "\n".join(f'[p{n}]\nname = "{name}"' for n, name in enumerate(("Ann", "Bea", "Cid", "Dan")))
    both = ", ".join(f'{{ is = "p{n}", by = "a" }}' for n in range(count))
    films = {
        "moth": film(facts=f"writer = [{both}]"),
        "wasp": film("wasp", "Wasp", 1962, f"composer = [{both}]"),
    }
    catalogue = build({"people": people}, **films)

    found = list(drafts(catalogue, "connect", "writer", "both", MANY))

    assert bool(found) is bool(right)
    assert all(len({draft.key.entity, *draft.answered.also}) == right for draft in found)


def test_whoever_is_accepted_worked_on_both_films(library: Catalogue) -> None:
    """Everybody on record for both films named is accepted, a cameraman too; a player may know more than is asked about."""
    for question in asked(library, "connect"):
        one, other = (library.fact(known).subject for known in question.facts)
        assert one != other
        assert one.name in question.stem
        assert other.name in question.stem
        right = {person.id for person in who_worked_on(library, {one.id, other.id})}
        assert set(question.answer_ids) == right


def test_every_clue_leaves_fewer_films(library: Catalogue) -> None:
    """Counted anew, the first clue leaves five films at least, each further one fewer, and all together only one."""
    for question in asked(library, "who_am_i"):
        parts = [question.clues[:count] for count in range(1, len(question.clues) + 1)]
        left = [[film.id for film in films_left(library, question, clues)] for clues in parts]
        sizes = [len(films) for films in left]
        assert sizes[0] >= 5
        assert sizes == sorted(set(sizes), reverse=True), question.clues
        assert left[-1] == [question.film]


def test_five_films_are_too_few_for_a_riddle(build: Build) -> None:
    """Where no clues lead from five films to one in steps, no riddle is asked."""
    assert list(drafts(build(**FIVE), "who_am_i", "director", "film", MANY)) == []


def test_two_films_that_the_facts_do_not_part_are_no_riddle(build: Build) -> None:
    """Of two films of one director and one year, neither is asked for: no clue would leave one alone."""
    catalogue = build(**FIVE, ant=row("ant", "Ant Terror", 1961, "Ishiro Honda"))

    assert list(drafts(catalogue, "who_am_i", "director", "film", MANY)) == []

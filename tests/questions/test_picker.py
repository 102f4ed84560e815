"""The picker over the films of the library: thousands of questions, none wrong, none giving itself away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import pytest

from questions.catalogue import Catalogue, Entity
from questions.fold import fold
from questions.picker import Tally, in_a_row, pick
from questions.question import Question
from questions.telling import label
from tests.questions.brute import right_choices
from tests.questions.film_text import FIVE, Build

QUESTIONS = 2_500
CRITICAL = 16.27
"""χ² of three degrees of freedom at p = .001."""


@lru_cache
def asked(catalogue: Catalogue) -> tuple[Question, ...]:
    """Return a long run of questions."""
    picked = (pick(catalogue, seed) for seed in range(QUESTIONS))
    return tuple(question for question in picked if question is not None)


def four(catalogue: Catalogue) -> Iterator[tuple[Question, tuple[str, ...]]]:
    """Yield the questions with four choices, with these."""
    for question in asked(catalogue):
        if question.choices is not None and len(question.choices) == 4:
            yield question, question.choices


def test_a_question_comes_for_every_seed(library: Catalogue) -> None:
    """A catalogue that is not asked empty always has a next question."""
    assert len(asked(library)) == QUESTIONS


def test_no_question_breaks_a_rule(library: Catalogue) -> None:
    """Read anew, every question has one right choice, distinct choices, whole words and reasons with sources."""
    for question in asked(library):
        choices = question.choices or ()
        assert right_choices(library, question) == {question.answer}, question.stem
        assert len({fold(choice) for choice in choices}) == len(choices)
        assert question.stem.count("?") == 1
        assert not set("{}<>@") & set(question.stem + question.explanation)
        assert all(wrong.because and wrong.sources for wrong in question.wrong)
        assert fold(question.answer) not in fold(question.stem)


def test_nothing_disputed_or_doubted_is_asked(library: Catalogue) -> None:
    """Every fact that a question stands on is settled, and so is all else that is known of the same thing."""
    used = {fact for question in asked(library) for fact in question.facts}

    assert all(library.fact(fact).settled for fact in used)


def test_disputed_values_are_never_wrong_choices(library: Catalogue) -> None:
    """No source at all says of the film asked about what a wrong choice says."""
    disputed = {
        (fact.subject.id, fact.property, fact.qualifiers.get("as"), fact.entity.name)
        for fact in library.facts()
        if not fact.settled and fact.entity
    }
    for question in asked(library):
        fact = library.fact(question.facts[0])
        for wrong in question.wrong:
            said = (fact.subject.id, fact.property, fact.qualifiers.get("as"), wrong.choice)
            assert said not in disputed


def test_the_answer_stands_anywhere(library: Catalogue) -> None:
    """The place of the answer among four is even: χ² below its value at p = .001."""
    places = Counter(choices.index(question.answer) for question, choices in four(library))
    even = places.total() / 4

    assert sum((places[place] - even) ** 2 / even for place in range(4)) < CRITICAL


def known_by(catalogue: Catalogue, question: Question) -> dict[str, float] | None:
    """Return how famous each choice is, or None where the choices are years."""
    by_name = named(catalogue)
    fames: dict[str, float] = {}
    for choice in question.choices or ():
        found = [entity for entity in by_name[choice] if entity.film in (None, question.film)]
        kinds = {entity.type for entity in found}
        if not found or len(kinds) > 1:
            return None
        fames[choice] = max(entity.popularity for entity in found)
    return fames


@lru_cache
def named(catalogue: Catalogue) -> dict[str, list[Entity]]:
    """Return what a choice may stand for."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for kind in ("film", "person", "group", "character", "monster", "company", "place"):
        for entity in catalogue.entities(kind):
            for text in {entity.name, label(entity)}:
                found[text].append(entity)
    return found


@pytest.mark.parametrize("sign", [1, -1], ids=["most famous", "least famous"])
def test_fame_does_not_give_the_answer_away(library: Catalogue, sign: int) -> None:
    """Who always picks the most famous choice, or the least famous, is right in at most 30 of 100."""
    shares: list[float] = []
    for question, choices in four(library):
        fames = known_by(library, question)
        if fames is None:
            continue
        best = max(sign * fames[choice] for choice in choices)
        tied = [choice for choice in choices if sign * fames[choice] == best]
        shares.append((question.answer in tied) / len(tied))

    assert len(shares) > QUESTIONS / 3
    assert sum(shares) / len(shares) <= 0.30


@pytest.mark.parametrize("place", range(4))
def test_the_year_asked_for_is_oldest_and_newest_alike(library: Catalogue, place: int) -> None:
    """A year holds every place among the years in at most 30 of 100."""
    years = [(q, choices) for q, choices in four(library) if q.shown_answer.isdigit()]
    held = sum(sorted(choices).index(question.shown_answer) == place for question, choices in years)

    assert held / len(years) <= 0.30


def test_half_of_the_sentences_are_true(library: Catalogue) -> None:
    """Neither True nor False is the better guess."""
    picked = (pick(library, seed, kind="true_or_false") for seed in range(QUESTIONS))
    answers = [question.answer for question in picked if question is not None]

    assert 0.46 <= answers.count("True") / len(answers) <= 0.54


def test_no_film_is_asked_about_much_more_than_others(library: Catalogue) -> None:
    """Nearly every film comes up, and what one film alone can be asked does not make it every tenth question."""
    films = Counter(question.film for question in asked(library))

    assert len(films) > 0.95 * len(library.films())
    assert max(films.values()) < QUESTIONS / 10


def test_what_is_to_be_avoided_is_not_asked(library: Catalogue) -> None:
    """Asking on with every question's fact and id avoided repeats none, until nothing is left."""
    avoid: set[str] = set()
    seen: list[str] = []
    while (question := pick(library, len(seen), scope="gamera-3", avoid=avoid)) is not None:
        assert not {question.id, question.facts[0]} & avoid
        avoid |= {question.id, question.facts[0]}
        seen.append(question.film)

    assert len(seen) > 25


def test_recent_films_come_last(library: Catalogue) -> None:
    """A film asked about lately comes again only where no other can be asked the same."""
    recent = [film.id for film in library.films() if film.id != "gamera-vs-jiger"]
    picked = [pick(library, seed, kind="release", recent_films=recent) for seed in range(30)]

    years = [question.film for question in picked if question and question.shown_answer.isdigit()]
    assert set(years) == {"gamera-vs-jiger"}


@pytest.mark.parametrize("wish", [{"kind": "city"}, {"property": "director"}, {"scope": "gamera-3"}])
def test_a_wish_is_kept(library: Catalogue, wish: dict[str, str]) -> None:
    """Kind, property and film may be asked for."""
    for seed in range(40):
        question = pick(library, seed, **wish)  # type: ignore[arg-type]
        assert question is not None
        said = {"kind": question.kind, "property": question.property, "scope": question.film}
        assert wish.items() <= said.items()


def test_a_series_is_a_scope(library: Catalogue) -> None:
    """A series' id stands for its films."""
    films = {film.id for film in library.films("series/heisei-gamera")}
    asked_about = {q.film for seed in range(60) if (q := pick(library, seed, scope="series/heisei-gamera"))}

    assert asked_about == films


@pytest.mark.parametrize("wish", [{"property": "vehicle"}, {"kind": "city", "scope": "zeiram"}])
def test_where_nothing_can_be_asked_there_is_no_question(library: Catalogue, wish: dict[str, str]) -> None:
    """What no kind can ask gives None."""
    assert pick(library, 1, **wish) is None  # type: ignore[arg-type]


def test_dropped_drafts_are_counted(library: Catalogue) -> None:
    """A tally holds why drafts were dropped, by rule."""
    tally = Tally()
    for seed in range(200):
        pick(library, seed, tally=tally)

    assert tally.dropped["no draft"] > 0
    assert set(tally.dropped) > {"no draft"}


def test_five_films_are_enough(build: Build) -> None:
    """A small catalogue can be asked too, whatever rank is drawn."""
    catalogue = build(**FIVE)

    kinds = {question.kind for seed in range(60) if (question := pick(catalogue, seed))}

    assert kinds == {"release", "single_fact", "true_or_false"}


def test_a_row_of_questions_asks_nothing_twice(library: Catalogue) -> None:
    """Far more questions than there are facts: no question comes twice, and the same seed gives the same row."""
    row = list(islice(in_a_row(library, 5), 1_000))

    assert len({question.id for question in row}) == len(row) == 1_000
    assert [q.id for q in islice(in_a_row(library, 5), 50)] == [q.id for q in row[:50]]


def test_a_row_ends_where_nothing_is_left(build: Build) -> None:
    """Of a few films' directors, only so many questions can be asked."""
    row = list(in_a_row(build(**FIVE), 5, kind="single_fact", property="director"))

    assert 0 < len(row) == len({question.id for question in row})

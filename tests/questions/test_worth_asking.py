"""Questions are worth asking: about what an audience knows, in names it knows, with nothing that tells itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise
from typing import Any

import pytest

from questions.catalogue import Catalogue
from questions.kinds.odd_one_out import MOST_TITLES, stands_in
from questions.kinds.what_first import PLACED
from questions.kinds.who_am_i import LEAST_TOLD
from questions.picker import in_a_row
from questions.plausible import HALF_A_YEAR, home_of, is_of_the_time
from questions.pool import SAME_AGE, can_be_told, is_leading, series_mates, sound_alike, sounds_like
from questions.proof.cues import telling_words
from questions.properties import PROPERTIES
from questions.question import Form, Question
from questions.telling import label
from tests.questions.asking import every_draft

MANY = 600
SOME = 80
LATIN_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")


@pytest.fixture(scope="module")
def evening(library: Catalogue) -> list[Question]:
    """A long row of questions of all kinds."""
    return list(islice(in_a_row(library, 3), MANY))


@pytest.fixture(scope="module")
def japanese(library: Catalogue) -> list[Question]:
    """A row of questions in Japanese."""
    return list(islice(in_a_row(library, 4, language="ja"), MANY // 2))


def row(library: Catalogue, kind: str, **wish: Any) -> Iterator[Question]:
    """Return some questions of a kind."""
    return islice(in_a_row(library, 5, kind=kind, **wish), SOME)


def test_what_few_know_is_asked_seldom(evening: list[Question]) -> None:
    """Properties that an audience hardly knows make up less than a tenth of an evening, though many films tell them."""
    asked = Counter(question.property for question in evening)
    little = sum(count for name, count in asked.items() if PROPERTIES[name].familiar < 1)

    assert little / len(evening) < 0.1


def test_sources_are_seldom_the_subject(evening: list[Question]) -> None:
    """Which source gives which figure is asked at most once in fifty questions."""
    assert sum(question.kind == "sources_differ" for question in evening) <= MANY / 50


@pytest.mark.parametrize("kind", ["typed", "who_played", "true_or_false"])
def test_bit_parts_are_not_asked_about(library: Catalogue, kind: str) -> None:
    """Who is asked for as a part stands at the head of the cast."""
    facts = [library.fact(question.facts[0]) for question in row(library, kind, property="cast")]

    assert facts
    assert [fact.id for fact in facts if not is_leading(library, fact)] == []


def test_japanese_questions_name_whom_japanese_names(library: Catalogue, japanese: list[Question]) -> None:
    """Every fact a Japanese question stands on has Japanese names for all in it, and no stem holds a Latin name."""
    spoken = library.spoken("ja")
    unnamed = [
        question.stem
        for question in japanese
        if question.property not in ("what", "release") and question.kind != "odd_one_out"
        if not can_be_told(spoken, spoken.fact(question.facts[0]))
    ]

    assert unnamed == []
    assert [q.stem for q in japanese if q.kind != "sources_differ" and LATIN_NAME.search(q.stem)] == []


def test_riddles_can_be_asked_in_japanese(library: Catalogue) -> None:
    """A riddle's stem is a whole question in Japanese too."""
    riddles = list(row(library, "who_am_i", language="ja"))

    assert len(riddles) > SOME / 2
    assert {question.form for question in riddles} == {Form.CLUES}


def test_sentences_are_true_as_often_in_japanese(library: Catalogue) -> None:
    """No word of the stem stands in one of the two answers, which would drop all its questions."""
    answers = Counter(question.answer for question in row(library, "true_or_false", language="ja"))

    assert min(answers[right] for right in ("正しい", "間違い")) > SOME / 4


def test_no_event_that_says_when_it_happens_is_put_first(library: Catalogue) -> None:
    """Neither the answer nor another choice says first, last, before or after."""
    told = [choice for question in row(library, "what_first") for choice in question.choices or ()]

    assert told
    assert [choice for choice in told if PLACED.search(choice)] == []


def test_the_odd_film_is_of_the_others_time(library: Catalogue) -> None:
    """The odd one out came out no farther from the others than they lie apart, and no title names what the three share."""
    for question in row(library, "odd_one_out"):
        facts = [library.fact(fact) for fact in question.facts]
        three, value = facts[-3:], facts[-1].entity
        odd = library.entity(question.film) if len(facts) == 3 else facts[0].subject
        years = sorted(fact.subject.year or 0 for fact in three)
        assert value is not None
        near = min(abs((odd.year or 0) - year) for year in years)
        assert near <= max(SAME_AGE, years[-1] - years[0]) or len(facts) == 3
        assert not [fact for fact in three if stands_in(value.name, fact.subject.name)]
        assert sum(stands_in(value.name, film.name) for film in library.films()) <= MOST_TITLES


def test_neighbours_are_sought_in_the_series(library: Catalogue) -> None:
    """Which film comes next is asked among films of one series."""
    films = {film.name: film.id for film in library.films()}
    for question in row(library, "single_fact", property="sequel_to"):
        ids = {films[choice] for choice in question.choices or () if choice in films}
        mates = series_mates(library, library.fact(question.facts[0]).subject.id)
        assert ids <= mates


def test_what_is_written_is_what_people_could_know(library: Catalogue) -> None:
    """No little-known craft is asked for in writing, no part below the first three, and nobody with a single film."""
    for question in row(library, "typed"):
        fact = library.fact(question.facts[0])
        assert PROPERTIES[fact.property].familiar == 1
        assert is_leading(library, fact, 3)
        assert fact.entity is not None
        films = {told.subject.id for told in library.facts(value=fact.entity.id)}
        assert fact.entity.type != "person" or len(films) > 1


@pytest.mark.parametrize("kind", ["in_order", "release"])
def test_films_are_dated_where_they_are_from_and_lie_apart(library: Catalogue, kind: str) -> None:
    """Which film came first is asked of releases at home, half a year and more after one another."""
    found = [question for question in row(library, kind) if len(question.facts) > 1]

    assert found
    for question in found:
        facts = [library.fact(fact) for fact in question.facts]
        assert all(fact.qualifiers["country"] == home_of(library, fact.subject.id) for fact in facts)
        days = sorted(date.fromisoformat(fact.value) for fact in facts)
        apart = pairwise(days) if kind == "in_order" else ((days[0], day) for day in days[1:])
        assert min((later - earlier).days for earlier, later in apart) >= HALF_A_YEAR


def test_whose_film_it_is_is_asked_among_films_of_a_time_and_country(library: Catalogue) -> None:
    """Beside a film of a director stand films of its fifteen years and its country, where enough are known."""
    films = {label(film): film for film in library.films()}
    found = [
        question for question in row(library, "single_fact") if set(question.choices or ()) <= films.keys()
    ]

    assert len(found) > SOME / 8
    for question in found:
        key = films[str(question.answer)]
        for shown in (films[choice] for choice in question.choices or ()):
            assert home_of(library, shown.id) == home_of(library, key.id)
            assert abs((shown.year or 0) - (key.year or 0)) <= SAME_AGE


def test_nobody_to_be_paired_stands_out(library: Catalogue) -> None:
    """Of four actors none is the only woman or man, of four people none the only foreigner, as their names sound."""
    found = list(row(library, "pairs"))

    assert found
    for question in found:
        facts = [library.fact(fact) for fact in question.facts]
        told = [sounds_like(library, fact.entity.id) for fact in facts if fact.entity is not None]
        assert sum(japanese for japanese, _ in told) not in (1, 3)
        assert sum(woman for _, woman in told) not in (1, 3) or "as" not in facts[0].qualifiers


@pytest.mark.parametrize("kind", ["single_fact", "true_or_false", "who_played"])
def test_who_is_wrong_is_of_the_time_and_of_a_like_name(library: Catalogue, kind: str) -> None:
    """No Korean director stands beside three Japanese ones, and no voice of today in a dubbing of 1965."""
    drafted = [draft for draft in every_draft(library, kind) if draft.key.entity is not None]
    people = [draft for draft in drafted if draft.key.entity and draft.key.entity.type == "person"]

    assert people or kind == "true_or_false"
    for draft in people:
        for choice in draft.choices:
            assert choice.entity is not None
            assert draft.key.entity is not None
            assert sound_alike(library, choice.entity, draft.key.entity)
            film = library.entity(draft.film)
            assert choice == draft.key or is_of_the_time(library, choice.entity, film.year)


def test_a_part_is_asked_among_parts_of_no_more(library: Catalogue) -> None:
    """The two tiny twins, whom two play, are no choice for what one man plays."""
    asked = [draft for draft in every_draft(library, "who_played") if draft.way == "role"]

    assert asked
    for draft in asked:
        name = draft.facts[0].property
        played = {
            choice.text: len(library.facts(subject=draft.film, property=name, role=choice.entity.id))
            for choice in draft.choices
            if choice.entity is not None
        }
        assert max(played.values()) == played[draft.key.text]


def test_half_a_name_is_no_riddle(library: Catalogue) -> None:
    """Kong is not asked for behind King, which stand side by side in many titles."""
    gaps = {(question.stem, question.answer) for question in row(library, "cloze")}

    assert gaps
    assert [stem for stem, word in gaps if (word, "King ＿＿＿" in stem) == ("Kong", True)] == []
    assert [stem for stem, word in gaps if (word, "＿＿＿ Rider" in stem) == ("Kamen", True)] == []


def test_nobody_connects_films_as_a_passer_by(library: Catalogue) -> None:
    """Whose part is told in the explanation has one with a name in both films."""
    for question in row(library, "connect"):
        parts = [library.fact(fact).qualifiers.get("as") for fact in question.facts]
        assert not any(part and library.entity(str(part)).unnamed for part in parts)


@pytest.mark.parametrize(("language", "this"), [("en", "this film"), ("ja", "この映画")])
def test_a_riddle_neither_names_its_film_nor_tells_too_little(
    library: Catalogue, language: str, this: str
) -> None:
    """No Baby Gappa stands among the clues to Gappa, and two facts at least stand beside the years."""
    found = list(row(library, "who_am_i", language=language))

    assert found
    for question in found:
        told = " ".join(question.clues)
        assert told.count(this) >= LEAST_TOLD
        assert telling_words(told).isdisjoint(telling_words(str(question.answer)))


def test_a_dubbed_voice_is_not_to_be_written(library: Catalogue) -> None:
    """Who speaks for an actor who is seen is not asked for in writing."""
    for question in row(library, "typed", property="voice_actor"):
        fact = library.fact(question.facts[0])
        role = str(fact.qualifiers["as"])
        assert not library.facts(subject=fact.subject.id, property="cast", role=role)


def test_a_false_actor_sounds_like_the_true_one(library: Catalogue) -> None:
    """No man's name stands for a woman's part in a sentence that is to be judged."""
    told = 0
    for draft in every_draft(library, "true_or_false"):
        shown = library.entity(draft.choices[0].claim.value)
        true = draft.facts[0].entity
        if "as" in draft.facts[0].qualifiers and true is not None and true.type == "person":
            told += shown != true
            assert sounds_like(library, shown.id) == sounds_like(library, true.id)

    assert told


def test_suits_are_not_paired(library: Catalogue) -> None:
    """One who wears a suit may be known, four never are."""
    assert "suit_actor" not in {question.property for question in row(library, "pairs")}

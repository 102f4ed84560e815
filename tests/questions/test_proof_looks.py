"""The rules of looks and words: each alone catches the flaw planted for it, and none stands against what is natural."""

from __future__ import annotations

from dataclasses import replace

import pytest

from questions.catalogue import Catalogue
from questions.draft import Draft
from questions.picker import pick
from questions.proof import RULES, looks, words
from tests.questions.film_text import FIVE, Build, film, row
from tests.questions.planting import Plant, Way, broken_by, good, with_distractor, with_key

DIRECTORS = ("Aiko Mori", "Bunta Sugawara", "Chiaki Konaka", "Daiji Kazumine", "Eizo Yamagiwa")
MORE = {
    **{f"film{n}": row(f"film{n}", f"{name[0]} Day", 1966 + n, name) for n, name in enumerate(DIRECTORS)},
    "late": row("late", "Late Ray", 2001, "Gen Urobuchi"),
}
"""Five more films of the same time and one of another: enough people to choose from without the last."""


@pytest.fixture(scope="module")
def catalogue(build_once: Build) -> Catalogue:
    """Eleven films by eleven directors, one of them of another age."""
    return build_once(**FIVE, **MORE)


GOOD: dict[str, Way] = {
    "value": ("single_fact", "director", "value"),
    "year": ("release", "release", "year"),
    "sentence": ("true_or_false", "director", "sentence"),
    "order": ("in_order", "release", "order"),
}
"""Kind, property and way of the good drafts, by way."""


def of_another_age(draft: Draft, catalogue: Catalogue) -> Draft:
    """Return the draft with somebody among its choices who is known for a film of forty years later alone."""
    late = catalogue.entity("person/gen-urobuchi")
    return with_distractor(
        draft, entity=late, text=late.name, claim=replace(draft.key.claim, value="person/gen-urobuchi")
    )


def twice_written(draft: Draft) -> Draft:
    """Return the draft with one year in two ways among its choices."""
    return with_distractor(draft, text=f"0{draft.distractors[1].text}")


def all_wrong(draft: Draft, **marks: str) -> Draft:
    """Return the draft with a mark before and behind every wrong choice."""
    before, behind = marks.get("before", ""), marks.get("behind", "")
    marked = (
        replace(choice, text=f"{before}{choice.text}{behind}") if choice.wrong else choice
        for choice in draft.choices
    )
    return replace(draft, choices=tuple(marked))


def one_wrong(draft: Draft, behind: str) -> Draft:
    """Return the draft with a mark behind one wrong choice."""
    first = draft.distractors[0]
    marked = (
        replace(choice, text=choice.text + behind) if choice is first else choice for choice in draft.choices
    )
    return replace(draft, choices=tuple(marked))


def unknown_beside(draft: Draft) -> Draft:
    """Return the draft with nobody among its wrong choices who is nearly as famous as the answer."""
    fames = (
        replace(choice, entity=replace(choice.entity, popularity=choice.entity.popularity + 9))
        if choice.wrong and choice.entity
        else choice
        for choice in draft.choices
    )
    return replace(draft, choices=tuple(fames))


def uncited(draft: Draft) -> Draft:
    """Return the draft with passages that have no name for people."""
    fact = draft.facts[0]
    said = tuple(replace(said, source=replace(said.source, what="")) for said in fact.attestations)
    return replace(draft, facts=(replace(fact, attestations=said),))


FLAWS: list[tuple[str, str, Plant]] = [
    ("years_are_possible", "year", lambda d, c: with_distractor(d, text="1887")),
    ("years_are_possible", "year", lambda d, c: with_distractor(d, text="2999")),
    ("years_stand_apart", "year", lambda d, c: twice_written(d)),
    ("nobody_is_of_another_age", "value", of_another_age),
    ("answer_is_no_longer", "value", lambda d, c: with_key(d, text=f"{d.key.text} of the Seven Seas")),
    ("answer_is_no_longer", "value", lambda d, c: with_key(d, text="Bo")),
    ("no_look_marks_the_answer", "value", lambda d, c: with_key(d, text="本多猪四郎・本多猪四郎")),
    ("no_look_marks_the_answer", "value", lambda d, c: with_key(d, text=f"{d.key.text} (I)")),
    ("no_look_marks_the_answer", "value", lambda d, c: with_key(d, text=f"{d.key.text} 2")),
    ("no_look_marks_the_answer", "value", lambda d, c: with_key(d, text=d.key.text.replace(" ", ", "))),
    ("no_look_marks_the_answer", "value", lambda d, c: with_key(d, text=f"T. {d.key.text}")),
    ("no_look_marks_the_answer", "value", lambda d, c: one_wrong(d, behind=" 2")),
    ("no_look_marks_the_answer", "value", lambda d, c: all_wrong(d, behind=" 2")),
    ("no_look_marks_the_answer", "value", lambda d, c: all_wrong(d, behind=" (1966)")),
    ("no_look_marks_the_answer", "value", lambda d, c: all_wrong(d, before="「", behind="」")),
    ("somebody_is_as_famous", "value", lambda d, c: unknown_beside(d)),
    ("negation_is_seen", "value", lambda d, c: replace(d, stem=f"Except for now: {d.stem}")),
    ("negation_is_seen", "value", lambda d, c: replace(d, stem=f"It isn't hard: {d.stem}")),
    ("no_word_is_vague", "value", lambda d, c: replace(d, stem=f"The best of all: {d.stem}")),
    ("no_word_is_vague", "value", lambda d, c: replace(d, stem=f"有名な{d.stem}")),
    ("no_article_before_a_gap", "value", lambda d, c: replace(d, stem=f"An ＿＿＿: {d.stem}")),
    ("explanation_tells_the_answer", "value", lambda d, c: replace(d, explanation="It is so.")),
    ("explanation_tells_the_answer", "sentence", lambda d, c: replace(d, explanation="It is so.")),
    ("explanation_tells_the_answer", "order", lambda d, c: replace(d, explanation=d.key.text)),
    ("explanation_tells_the_answer", "value", lambda d, c: uncited(d)),
]
"""A rule, the way of a good draft, and how it is spoiled so that this rule must refuse it."""


@pytest.mark.parametrize("way", GOOD)
def test_a_good_draft_passes_every_rule(catalogue: Catalogue, way: str) -> None:
    """Each way of asking has drafts that no rule stands against."""
    assert broken_by(good(catalogue, *GOOD[way]), catalogue) == set()


@pytest.mark.parametrize(("rule", "way", "plant"), FLAWS)
def test_a_planted_flaw_is_caught_by_its_rule_alone(
    catalogue: Catalogue, rule: str, way: str, plant: Plant
) -> None:
    """Spoiling a good draft breaks the rule that is there for it, and no other."""
    assert broken_by(plant(good(catalogue, *GOOD[way]), catalogue), catalogue) == {rule}


def test_every_rule_of_looks_and_words_has_a_flaw() -> None:
    """What is planted here is planted for exactly the rules of proof/looks.py and proof/words.py."""
    assert {rule for rule, _, _ in FLAWS} == {rule.__name__ for rule in (*looks.RULES, *words.RULES)}


def test_where_too_few_are_of_the_time_everybody_may_be_chosen(build: Build) -> None:
    """Somebody of another age is a wrong choice where the film's own time has too few people."""
    catalogue = build(**FIVE, late=MORE["late"])
    draft = good(catalogue, *GOOD["value"], film="late")

    assert broken_by(draft, catalogue) == set()
    for choice in draft.distractors:
        assert all((fact.subject.year or 0) < 1970 for fact in catalogue.facts(value=choice.claim.value))


def test_the_best_known_may_be_asked_for_where_nobody_comes_near(build: Build) -> None:
    """Who is more than ten times as famous as everybody of his time is an answer all the same."""
    many = {f"day{n}": row(f"day{n}", f"Day {'I' * n}", 1966, "Ishiro Honda") for n in range(1, 40)}
    catalogue = build(**FIVE, **many)
    draft = good(catalogue, *GOOD["value"], film="moth")
    fames = sorted(choice.entity.popularity for choice in draft.choices if choice.entity)

    assert draft.key.text == "Ishiro Honda"
    assert fames[-1] - fames[-2] > looks.TENFOLD
    assert RULES["somebody_is_as_famous"](draft, catalogue) is None


def test_names_may_hold_any_word(build: Build) -> None:
    """A title with a vague word or a negation in it is no word of ours."""
    title = "The Best Moth Never Dies"
    draft = good(build(**FIVE | {"moth": film("moth", title, 1961, FACTS)}), *GOOD["sentence"], film="moth")

    assert title in draft.stem


FACTS = 'director = [{ is = "Ishiro Honda", by = ["a", "b"] }]'


def test_a_place_in_a_city_is_explained_with_the_city(library: Catalogue) -> None:
    """Who is asked for a city and told of a harbour is told that it is there, in every language."""
    for language in ("en", "ja"):
        for seed in range(60):
            question = pick(library, seed, kind="city", language=language)
            assert question is not None
            assert str(question.answer) in question.explanation


def test_sentences_are_true_and_false_in_every_language(library: Catalogue) -> None:
    """Where the stem's own words say "right", as in Japanese, true sentences are asked like false ones."""
    for language in ("en", "ja"):
        asked = [pick(library, seed, kind="true_or_false", language=language) for seed in range(120)]
        true = [question for question in asked if question and question.answer == (question.choices or ())[0]]
        assert 0.35 < len(true) / len(asked) < 0.65, language


def test_riddles_are_asked_in_every_language(library: Catalogue) -> None:
    """A question in Japanese takes fewer letters than one in English, and is not refused for it."""
    for language in ("en", "ja"):
        assert pick(library, 1, kind="who_am_i", language=language) is not None

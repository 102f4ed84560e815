"""The rules of the proof: each catches the flaw planted for it, and none stands against a good draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from questions.catalogue import Catalogue
from questions.claim import Claim, Refutation
from questions.draft import Ask, Choice, Draft
from questions.kinds import KINDS
from questions.proof import RULES, refusal
from tests.questions import test_proof_forms, test_proof_looks
from tests.questions.film_text import FIVE, Build, film, row
from tests.questions.known import facts_of
from tests.questions.planting import Plant, good, with_distractor, with_key

CITIES = "\n".join(
    f'[{name.lower()}]\nname = "{name}"\nkind = "city"'
    for name in ("Sendai", "Kobe", "Kyoto", "Osaka", "Nara")
)
PLACES = f'{CITIES}\n[harbour]\nname = "the harbour"\nwithin = "kobe"'
ODD = film(
    "ant",
    "The Moth",
    1998,
    'runtime = [{ is = 99, by = "a" }, { is = 98, by = "b" }]',
    """[monsters.moth]
name = "Moth"
[events.landing]
what = "The ant lands"
where = [{ is = "sendai", by = "a" }]
[events.fall]
what = "The ant falls"
where = [{ is = "sendai", by = "a" }, { is = "kobe", by = "b" }]
[story]
a = ["landing", "fall"]""",
)
"""A film that shares its name with another, and has a disputed running time and a disputed place."""


@pytest.fixture(scope="module")
def catalogue(build_once: Build) -> Catalogue:
    """Five films that can be asked about, and an odd one."""
    return build_once({"places": PLACES}, **FIVE, ant=ODD)


GOOD = {
    "value": ("single_fact", "director", "value"),
    "subject": ("single_fact", "director", "subject"),
    "sentence": ("true_or_false", "director", "sentence"),
    "year": ("release", "release", "year"),
    "first": ("release", "release", "first"),
    "city": ("city", "where", "city"),
}
"""Kind, property and way of the good drafts, by way."""


def judging(draft: Draft, claim: Claim, *, true: bool) -> Draft:
    """Return a sentence's draft about another claim."""
    wrong = Refutation("It is so.", ("moth/a",))
    yes = Choice("True", claim, wrong=None if true else wrong)
    no = Choice("False", claim, wrong=wrong if true else None)
    return replace(draft, choices=(yes, no))


def false_claim(draft: Draft) -> Claim:
    """Return a claim that no source bears out."""
    return Claim(draft.film, "director", "monster/moth")


def nameless(draft: Draft) -> Draft:
    """Return the draft with no year in its stem."""
    return replace(draft, stem="Who directed The Moth?", film="moth")


def dated_sequel(draft: Draft) -> Draft:
    """Return a draft that asks which film comes next and prints a year."""
    about_films = (replace(draft.facts[0], property="followed_by"),)
    return replace(with_distractor(draft, text="The Wasp (1970)"), facts=about_films)


def plant_part(draft: Draft, catalogue: Catalogue) -> Draft:
    """Return the draft with a part of one wrong choice as another."""
    kobe, other = catalogue.entity("place/kobe"), draft.distractors[0]
    whole = with_distractor(draft, entity=kobe, text="Kobe") if other.entity != kobe else draft
    part = next(choice for choice in whole.distractors if choice.entity != kobe)
    inner = replace(part, entity=catalogue.entity("place/harbour"))
    return replace(whole, choices=tuple(inner if choice is part else choice for choice in whole.choices))


FLAWS: list[tuple[str, str, Plant]] = [
    ("is_asserted", "value", lambda d, c: with_key(d, claim=Claim(d.film, "director", "monster/moth"))),
    ("is_asserted", "value", lambda d, c: replace(d, facts=())),
    ("is_asserted", "value", lambda d, c: replace(d, facts=(replace(d.facts[0], attestations=()),))),
    ("is_asserted", "sentence", lambda d, c: judging(d, false_claim(d), true=True)),
    ("is_undisputed", "value", lambda d, c: replace(d, facts=(*d.facts, c.fact("ant/runtime/99")))),
    ("is_about_one_film", "value", lambda d, c: nameless(d)),
    ("names_its_case", "year", lambda d, c: replace(d, stem=d.stem.replace("Japan", "the world"))),
    ("names_its_case", "first", lambda d, c: replace(d, stem=d.stem.replace("cinema", "anywhere"))),
    ("has_one_right_choice", "value", lambda d, c: with_distractor(d, claim=d.key.claim)),
    ("has_one_right_choice", "value", lambda d, c: with_distractor(d, wrong=None)),
    ("has_one_right_choice", "subject", lambda d, c: with_distractor(d, claim=d.key.claim)),
    (
        "wrong_choices_are_provable",
        "value",
        lambda d, c: with_distractor(d, wrong=Refutation("", ("moth/a",))),
    ),
    (
        "wrong_choices_are_provable",
        "value",
        lambda d, c: with_distractor(d, wrong=Refutation("It is so.", ())),
    ),
    (
        "wrong_choices_are_provable",
        "value",
        lambda d, c: with_distractor(d, claim=replace(d.distractors[0].claim, property="editor")),
    ),
    ("wrong_choices_are_provable", "first", lambda d, c: with_distractor(d, later=d.facts[0])),
    (
        "wrong_choices_are_provable",
        "sentence",
        lambda d, c: judging(d, replace(false_claim(d), property="editor"), true=False),
    ),
    ("choices_are_distinct", "value", lambda d, c: with_distractor(d, text=d.key.text.upper())),
    ("no_name_holds_another", "value", lambda d, c: with_distractor(d, text=d.key.text.split()[0])),
    ("no_rivals_of_a_dispute", "city", lambda d, c: with_distractor(d, entity=c.entity("place/kobe"))),
    ("no_choice_lies_in_another", "city", plant_part),
    ("choices_are_of_one_type", "value", lambda d, c: with_distractor(d, entity=c.entity("moth"))),
    ("choices_are_of_one_type", "value", lambda d, c: with_distractor(d, claim=Claim(d.film, "writer", "x"))),
    ("has_enough_choices", "value", lambda d, c: replace(d, choices=d.choices[:3])),
    ("has_enough_choices", "sentence", lambda d, c: replace(d, choices=(*d.choices, d.choices[0]))),
    ("has_no_catch_all", "value", lambda d, c: with_distractor(d, text="None of the above")),
    ("choices_fit_a_button", "value", lambda d, c: with_distractor(d, text="x" * 81)),
    ("choices_fit_a_button", "value", lambda d, c: with_distractor(d, text="")),
    ("answer_is_not_in_stem", "value", lambda d, c: replace(d, stem=f"{d.stem} (not {d.key.text})")),
    ("answer_is_not_in_stem", "value", lambda d, c: replace(d, stem=f"{d.stem} {d.key.text.split()[0]}a")),
    ("stem_points_at_no_choice", "value", lambda d, c: replace(d, stem=f"{d.stem} {d.distractors[0].text}")),
    (
        "title_says_nothing",
        "sentence",
        lambda d, c: judging(d, Claim("moth", "monster", "monster/moth"), true=True),
    ),
    (
        "nothing_is_said_of_itself",
        "value",
        lambda d, c: with_distractor(d, claim=Claim(d.film, "followed_by", d.film)),
    ),
    ("no_year_orders_the_films", "value", lambda d, c: dated_sequel(d)),
    ("no_wrong_year_saw_another_release", "year", lambda d, c: with_distractor(d, text=d.key.text)),
    ("is_one_question", "value", lambda d, c: replace(d, stem=f"{d.stem} Or who?")),
    ("is_one_question", "value", lambda d, c: replace(d, stem="Who?")),
    ("is_one_question", "value", lambda d, c: replace(d, stem=f"{'Now then. ' * 30}{d.stem}")),
    ("is_filled_in", "value", lambda d, c: replace(d, stem="Who directed {subject} (1961)?")),
    ("is_filled_in", "value", lambda d, c: replace(d, explanation="None directed it.")),
    ("calls_nobody", "value", lambda d, c: replace(d, stem=f"<@1> {d.stem}")),
    ("calls_nobody", "value", lambda d, c: replace(d, stem=f"https://example.org {d.stem}")),
]
"""A rule, the way of a good draft, and how it is spoiled so that this rule must refuse it."""


@pytest.mark.parametrize("way", GOOD)
def test_a_good_draft_passes_every_rule(catalogue: Catalogue, way: str) -> None:
    """Each way of asking has drafts that no rule stands against."""
    draft = good(catalogue, *GOOD[way])

    assert {name: rule(draft, catalogue) for name, rule in RULES.items()} == dict.fromkeys(RULES)


@pytest.mark.parametrize(("rule", "way", "plant"), FLAWS)
def test_a_planted_flaw_is_caught_by_its_rule(
    catalogue: Catalogue, rule: str, way: str, plant: Plant
) -> None:
    """Spoiling a good draft is seen by the rule that is there for it."""
    draft = good(catalogue, *GOOD[way])

    assert RULES[rule](plant(draft, catalogue), catalogue)


def test_a_short_question_in_japanese_is_a_question(catalogue: Catalogue) -> None:
    """Eleven wide characters ask as much as twenty-two narrow ones; two do not."""
    draft, rule = good(catalogue, *GOOD["value"]), RULES["is_one_question"]

    assert rule(replace(draft, stem="この映画は何でしょう？"), catalogue) is None
    assert rule(replace(draft, stem="誰？"), catalogue) == "2 characters"


def test_every_rule_has_a_flaw_planted() -> None:
    """A rule put into proof/ needs a flaw here or in one of the files beside."""
    planted = (*FLAWS, *test_proof_forms.FLAWS, *test_proof_looks.FLAWS)

    assert {rule for rule, _, _ in planted} == RULES.keys()


def test_refusal_names_the_first_broken_rule(catalogue: Catalogue) -> None:
    """What stands against a draft is told by rule and reason."""
    draft = good(catalogue, *GOOD["value"])

    twice = replace(draft, stem=f"{draft.stem}?", explanation="")
    assert refusal(replace(twice, facts=()), catalogue) == ("is_asserted", "a fact without a source")
    assert refusal(replace(draft, stem=f"{draft.stem}?"), catalogue) == (
        "is_one_question",
        "2 question marks",
    )


def of_films(catalogue: Catalogue) -> Iterator[Draft]:
    """Yield drafts of every way whose film shares its name with another."""
    for kind, prop, way in GOOD.values():
        for fact in facts_of(catalogue, prop):
            for seed in range(12):
                draft = KINDS[kind].ask(Ask(catalogue, fact, way, seed % 4, Random(seed), "en", seed))
                if draft is not None and "The Moth" in f"{draft.stem} {draft.choices}":
                    yield draft


def test_two_films_of_one_name_are_never_mixed_up(catalogue: Catalogue) -> None:
    """Where a name is shared, no question passes that names the film without its year."""
    passed = [draft for draft in of_films(catalogue) if refusal(draft, catalogue) is None]

    assert passed
    for draft in passed:
        words = (draft.stem, *(choice.text for choice in draft.choices))
        assert all("The Moth (19" in word for word in words if "The Moth" in word)


def test_a_doubted_date_puts_no_film_first(build: Build) -> None:
    """A film that some source, though doubted, dates behind another is never said to have come before it."""
    dates = """{ is = 1961-03-04, country = "JP", kind = "cinema", by = "a" },
{ is = 1963-06-05, country = "JP", kind = "cinema", by = "b", doubt = "A slip of the year." }"""
    moth = film("moth", "The Moth", 1961, f"release = [{dates}]")
    catalogue = build(**FIVE | {"moth": moth}, bee=row("bee", "Bee Bomb", 1966, "Yoshio Tsuchiya"))
    first = [
        {choice.text for choice in draft.choices}
        for draft in every_draft(catalogue, "release", "release", "first")
        if draft.key.text == "The Moth" and refusal(draft, catalogue) is None
    ]

    assert first
    assert all({"Wasp Attack", "Crab Island"}.isdisjoint(choices) for choices in first)


def every_draft(catalogue: Catalogue, kind: str, prop: str, way: str) -> Iterator[Draft]:
    """Yield the drafts of a way of asking, of every fact and by every rank."""
    for fact in facts_of(catalogue, prop):
        for seed in range(160):
            draft = KINDS[kind].ask(Ask(catalogue, fact, way, seed % 4, Random(seed), "en", seed))
            if draft is not None:
                yield draft

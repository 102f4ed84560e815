"""The rules of single forms of question: each alone catches the flaw planted for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from questions.catalogue import Catalogue
from questions.draft import Draft
from questions.proof import forms
from tests.questions.film_text import FIVE, Build, film
from tests.questions.planting import Plant, Way, broken_by, good, with_answered, with_key


def honda(film_id: str, title: str, year: int, release: str = "", more: str = "") -> str:
    """Return a film by the director of The Moth that runs 90 minutes."""
    return film(
        film_id,
        title,
        year,
        f"""director = [{{ is = "Ishiro Honda", by = ["a", "b"] }}]
{more}
runtime = [{{ is = 90, by = "a" }}]
release = [{{ is = {year}-03-04, country = "JP", kind = "cinema", by = "a" }}{release}]""",
    )


FESTIVAL = ', { is = 1960-01-02, country = "JP", kind = "festival", by = "a" }'
MUSIC = 'composer = [{ is = "Akira Ifukube", by = "a" }]'
MORE = {
    "hornet": honda("hornet", "The Hornet Returns", 1966, more=MUSIC),
    "spider": honda("spider", "Spider Over Tokyo", 1967, more=MUSIC),
    "beetle": honda("beetle", "Beetle Kingdom", 1968),
    "early": honda("early", "Early Bird", 1969, FESTIVAL),
    "ant": film(
        "ant",
        "Ant Terror",
        1970,
        f"""director = [{{ is = "Masaki Mori", by = ["a", "b"] }}]
{MUSIC}
runtime = [{{ is = 99, by = "a" }}, {{ is = 98, by = "b" }}]""",
    ),
    "roach": film(
        "roach",
        "Roach Night",
        1971,
        'director = [{ is = "Masaki Mori", by = ["a", "b"] }]',
    ),
    "twin": film("twin", "Roach Night", 1990),
}
"""Four films by one director, one of them shown at a festival years before; three with one composer; a dispute; a twin."""


@pytest.fixture(scope="module")
def catalogue(build_once: Build) -> Catalogue:
    """Films with a director in common, with running times, and with disputes."""
    return build_once(**FIVE, **MORE)


GOOD: dict[str, Way] = {
    "name": ("typed", "director", "name"),
    "number": ("closest", "runtime", "number"),
    "order": ("in_order", "release", "order"),
    "odd": ("odd_one_out", "director", "odd"),
    "both": ("connect", "director", "both"),
    "films": ("pairs", "director", "films"),
    "word": ("cloze", "title", "word"),
    "film": ("who_am_i", "director", "film"),
    "account": ("sources_differ", "runtime", "account"),
}
"""Kind, property and way of the good drafts, by way."""


def turned(draft: Draft) -> Draft:
    """Return the draft with the first two places of its order changed over."""
    one, other, *rest = draft.answered.order
    return with_answered(draft, order=(other, one, *rest))


def with_early(draft: Draft, catalogue: Catalogue) -> Draft:
    """Return the draft with its newest film replaced by one that a festival showed before them all."""
    place = draft.answered.order[-1]
    early = replace(draft.choices[place], entity=catalogue.entity("early"), text="Early Bird")
    return replace(
        draft, choices=tuple(early if n == place else choice for n, choice in enumerate(draft.choices))
    )


def doubled(draft: Draft) -> Draft:
    """Return pairs in which a second film is by the first one's director."""
    one, other, *rest = draft.choices
    claim = replace(other.claim, subject="hornet" if one.claim.value.endswith("honda") else "moth")
    return replace(draft, choices=(one, replace(other, claim=claim), *rest))


def musical(draft: Draft, catalogue: Catalogue) -> Draft:
    """Return three films by one director and one by another, of which another three share their composer."""
    films = iter(("hornet", "spider", "beetle"))
    choices = [
        replace(choice, entity=catalogue.entity(film), text=film, claim=replace(choice.claim, subject=film))
        for choice in draft.choices
        for film in [next(films) if choice.wrong else "ant"]
    ]
    return replace(draft, choices=tuple(choices), explanation="Ant Terror.")


def like_its_twin(draft: Draft, catalogue: Catalogue) -> Draft:
    """Return the draft with a film for its answer that is called as another is."""
    twin = with_key(draft, entity=catalogue.entity("twin"), text="Roach Night (1990)")
    return replace(twin, explanation="Roach Night.")


def other_account(draft: Draft) -> Draft:
    """Return the draft with its answer's fact behind the others: the source named does not say the first."""
    return replace(draft, facts=draft.facts[::-1])


def sharing(draft: Draft, catalogue: Catalogue) -> Draft:
    """Return the draft with the odd one replaced by a film that has the value too."""
    shown = {choice.entity.id for choice in draft.choices if choice.entity}
    other = next(film for film in ("moth", "hornet", "spider", "beetle", "early") if film not in shown)
    return with_key(draft, entity=catalogue.entity(other))


FLAWS: list[tuple[str, str, Plant]] = [
    ("answer_can_be_typed", "name", lambda d, c: with_key(d, text="X")),
    ("answer_can_be_typed", "film", like_its_twin),
    ("number_is_a_number", "number", lambda d, c: with_key(d, text="90 to 95")),
    ("number_is_a_number", "number", lambda d, c: with_answered(d, measure="")),
    ("order_is_strict", "order", lambda d, c: turned(d)),
    ("order_is_strict", "order", with_early),
    ("order_is_strict", "order", lambda d, c: with_key(d, entity=None)),
    ("only_one_is_odd", "odd", sharing),
    ("only_one_is_odd", "odd", lambda d, c: replace(d, facts=(c.fact("wasp/director/jun-fukuda"),))),
    ("only_one_is_odd", "odd", musical),
    ("connection_is_narrow", "both", lambda d, c: with_key(d, entity=c.entity("person/jun-fukuda"))),
    ("connection_is_narrow", "both", lambda d, c: with_answered(d, also=(c.entity("person/jun-fukuda"),))),
    ("one_matching_is_right", "films", lambda d, c: doubled(d)),
    ("gap_is_filled_once", "word", lambda d, c: replace(d, stem=f"{d.key.text}: {d.stem}")),
    ("clues_narrow", "film", lambda d, c: with_answered(d, narrowing=(4, 2, 1))),
    ("clues_narrow", "film", lambda d, c: with_answered(d, narrowing=(9, 9, 1))),
    ("clues_narrow", "film", lambda d, c: with_answered(d, narrowing=(9, 4, 2))),
    ("clues_narrow", "film", lambda d, c: with_answered(d, narrowing=(9, 1))),
    ("clues_narrow", "film", lambda d, c: with_answered(d, clues=(d.key.text, *d.answered.clues[1:]))),
    ("account_is_its_own", "account", lambda d, c: replace(d, stem="Which length is given?")),
    ("account_is_its_own", "account", lambda d, c: other_account(d)),
    ("account_is_its_own", "account", lambda d, c: replace(d, facts=(c.fact("beetle/runtime/90"),))),
]
"""A rule, the way of a good draft, and how it is spoiled so that this rule must refuse it."""

ALSO = {
    "gap_is_filled_once": {"answer_is_not_in_stem"},
    "order_is_strict": {"choices_are_of_one_type", "explanation_tells_the_answer"},
}
"""What else a flaw may break: a gap's word in the stem is an answer in the stem, and a film put in is not explained."""


@pytest.mark.parametrize("way", GOOD)
def test_a_good_draft_passes_every_rule(catalogue: Catalogue, way: str) -> None:
    """Each form of question has drafts that no rule stands against."""
    assert broken_by(good(catalogue, *GOOD[way]), catalogue) == set()


@pytest.mark.parametrize(("rule", "way", "plant"), FLAWS)
def test_a_planted_flaw_is_caught_by_its_rule_alone(
    catalogue: Catalogue, rule: str, way: str, plant: Plant
) -> None:
    """Spoiling a good draft breaks the rule that is there for it, and no other."""
    broken = broken_by(plant(good(catalogue, *GOOD[way]), catalogue), catalogue)

    assert rule in broken
    assert broken - ALSO.get(rule, set()) == {rule}


def test_every_rule_of_forms_has_a_flaw() -> None:
    """What is planted here is planted for exactly the rules of proof/forms.py."""
    assert {rule for rule, _, _ in FLAWS} == {rule.__name__ for rule in forms.RULES}

"""What each form of question must keep to besides (predicates J1 to J3, 37 to 43, and the accounts' own)."""

from __future__ import annotations

from itertools import pairwise, permutations

from questions.catalogue.reading import Catalogue
from questions.claim import asserted, refuted
from questions.draft import WRITTEN, Draft
from questions.fold import squash
from questions.judge.numbers import numbers_in
from questions.pool import people_of, release_span
from questions.proof.truth import ACCOUNT, ODD
from questions.question import Form

LEAST_TYPED = 2
LEAST_LEFT = 5
MOST_RIGHT = 3
SHARED_BY = 3


def answer_can_be_typed(draft: Draft, catalogue: Catalogue) -> str | None:
    """J1 to J3: what is to be typed has two letters at least, and nothing else of its type is called so.

    The verdicts of name against name are made when the catalogue is compiled; here they are looked up.
    """
    if draft.answered.form not in WRITTEN:
        return None
    if len(squash(draft.key.text)) < LEAST_TYPED:
        return "too short to be typed"
    key = draft.key.entity
    others = catalogue.alike(key.id, shown=True) if key is not None else frozenset()
    return f"{draft.key.text} is also {min(others)}" if others else None


def number_is_a_number(draft: Draft, catalogue: Catalogue) -> str | None:
    """41: what is to be guessed is one number, and it is said what it counts."""
    if draft.answered.form is not Form.NUMBER:
        return None
    whole = draft.key.text.isdecimal() and len(numbers_in(draft.key.text)) == 1
    return None if whole and draft.answered.measure else "not one number with its measure"


def order_is_strict(draft: Draft, catalogue: Catalogue) -> str | None:
    """37: no release on record, of whatever kind, puts two of the films the other way round."""
    if draft.answered.form is not Form.ORDER:
        return None
    placed = [draft.choices[place] for place in draft.answered.order]
    spans = [release_span(catalogue, choice.entity.id) for choice in placed if choice.entity is not None]
    turned = len(spans) != len(placed) or any(one[1] >= other[0] for one, other in pairwise(spans))
    return "the order is not certain" if turned else None


def only_one_is_odd(draft: Draft, catalogue: Catalogue) -> str | None:
    """38: three films have the value and the fourth provably not, and nothing else on record parts them three to one."""
    if draft.way != ODD:
        return None
    name, value = draft.facts[-1].property, draft.facts[-1].entity
    if value is None or any(not asserted(catalogue, choice.claim) for choice in draft.distractors):
        return "not shared by three"
    lacking = [
        choice.entity.id
        for choice in draft.choices
        if choice.entity
        and refuted(catalogue, type(choice.claim)(choice.entity.id, name, value.id)) is not None
    ]
    if draft.key.entity is None or lacking != [draft.key.entity.id]:
        return "the odd one is not provably odd"
    return parted_otherwise(draft, catalogue)


def parted_otherwise(draft: Draft, catalogue: Catalogue) -> str | None:
    """Return what else three of four films share, the fourth being another than the answer; None where nothing."""
    films = [choice.entity for choice in draft.choices if choice.entity is not None]
    for name in SHARED:
        held: dict[str, set[str]] = {}
        for film in films:
            for fact in catalogue.facts(subject=film.id, property=name):
                held.setdefault(fact.entity.id if fact.entity else fact.value, set()).add(film.id)
        for value, holders in held.items():
            odd = {film.id for film in films} - holders
            if len(holders) == SHARED_BY and draft.key.entity is not None and odd != {draft.key.entity.id}:
                return f"three share {value} too"
    return None


SHARED = (
    "director",
    "writer",
    "composer",
    "effects_director",
    "monster",
    "cinematographer",
    "year",
    "production_company",
)
"""What a player might take for the thing that three of four films share."""


def connection_is_narrow(draft: Draft, catalogue: Catalogue) -> str | None:
    """40: whoever is on record for both films is right, and of those that come to mind there are three at most."""
    if draft.way != "both":
        return None
    right = {entity.id for entity in (draft.key.entity, *draft.answered.also) if entity is not None}
    films = [fact.subject.id for fact in draft.facts]
    both, leading = (
        people_of(catalogue, films[0], parts) & people_of(catalogue, films[1], parts)
        for parts in (WORKED, LEADING)
    )
    if right != both:
        return "not exactly those who worked on both"
    return None if len(leading) <= MOST_RIGHT else "more than three that come to mind"


LEADING = (
    "director",
    "writer",
    "composer",
    "cast",
    "effects_director",
    "suit_actor",
    "starring",
    "voice_actor",
    "narrator",
)
WORKED = (
    *LEADING,
    "monster_voice",
    "extra",
    "reprises",
    "story_by",
    "cinematographer",
    "editor",
    "production_designer",
    "art_director",
    "effects_assistant",
    "sound",
    "lighting",
)


def one_matching_is_right(draft: Draft, catalogue: Catalogue) -> str | None:
    """42: every choice is provably wrong for every other item."""
    if draft.answered.form is not Form.PAIRS:
        return None
    for one, other in permutations(draft.choices, 2):
        crossed = type(one.claim)(one.claim.subject, one.claim.property, other.claim.value, one.claim.case)
        if refuted(catalogue, crossed) is None:
            return f"{other.text} may belong to {one.text}'s item"
    return None


def gap_is_filled_once(draft: Draft, catalogue: Catalogue) -> str | None:
    """43: the word left out stands nowhere else in the stem."""
    if draft.way != "word":
        return None
    return "the word stands in the stem" if squash(draft.key.text) in squash(draft.stem) else None


def clues_narrow(draft: Draft, catalogue: Catalogue) -> str | None:
    """39: every clue leaves fewer films than the one before, the first five at least, the last one."""
    sizes = draft.answered.narrowing
    if draft.answered.form is not Form.CLUES:
        return None
    falls = all(later < earlier for earlier, later in pairwise(sizes))
    fine = falls and len(sizes) == len(draft.answered.clues) and sizes[0] >= LEAST_LEFT and sizes[-1] == 1
    named = any(squash(draft.key.text) in squash(clue) for clue in draft.answered.clues)
    return None if fine and not named else f"the clues leave {sizes}"


def account_is_its_own(draft: Draft, catalogue: Catalogue) -> str | None:
    """T3, on purpose: the facts are in dispute with one another, and the source named says the answer alone."""
    if draft.way != ACCOUNT:
        return None
    facts = [catalogue.fact(fact.id) for fact in draft.facts]
    if any(fact.difference != "dispute" for fact in facts):
        return "not in dispute"
    told = [source for source in facts[0].sources if source.what in draft.stem]
    families = {source.family for fact in facts[1:] for source in fact.sources}
    return (
        None
        if any(source.family not in families for source in told)
        else "the source says something else too"
    )


RULES = (
    answer_can_be_typed,
    number_is_a_number,
    order_is_strict,
    only_one_is_odd,
    connection_is_narrow,
    one_matching_is_right,
    gap_is_filled_once,
    clues_narrow,
    account_is_its_own,
)

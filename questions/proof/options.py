"""Every wrong choice is provably wrong and fit to stand beside the answer (predicates O1 to O8)."""

from __future__ import annotations

from itertools import combinations, permutations

from questions.catalogue.reading import Catalogue
from questions.claim import Claim, disputed_against, facts_of_case, refuted
from questions.draft import LISTED, Choice, Draft
from questions.fold import fold, squash
from questions.pool import release_years, told_before
from questions.proof.truth import ACCOUNT, ODD, SENTENCE
from questions.properties import PROPERTIES

FOUR = 4
COUNTS = {SENTENCE: (2, 2), ACCOUNT: (2, 4), "first": (3, 4)}
"""How many choices other ways of asking have, from and to."""

PERSON_LIKE = ("person", "character")
LONGEST = 80
"""A button's label on Discord holds 80 characters (Discord's description of a button component)."""

CATCH_ALL = ("all of the above", "none of the above", "both of the above", "all of these", "none of these")


def wrong_choices_are_provable(draft: Draft, catalogue: Catalogue) -> str | None:
    """O1, O2: each wrong choice is proved wrong from the catalogue alone, and says why with its sources."""
    if draft.way == SENTENCE:
        return sentence_is_provable(draft, catalogue)
    if draft.way in (ODD, ACCOUNT):
        return None  # what makes their choices wrong has rules of its own
    for choice in draft.distractors:
        if choice.wrong is None or not choice.wrong.because or not choice.wrong.sources:
            return f"{choice.text}: no reason recorded"
        if not is_refuted(choice, draft, catalogue):
            return f"{choice.text} may be right"
    return None


def sentence_is_provable(draft: Draft, catalogue: Catalogue) -> str | None:
    """Return why a false sentence is not provably false; a true one is proved by its fact."""
    claim = draft.choices[0].claim
    is_true = draft.key is draft.choices[0]
    return None if is_true or refuted(catalogue, claim) else "the false sentence may be true"


def is_refuted(choice: Choice, draft: Draft, catalogue: Catalogue) -> bool:
    """Return whether the catalogue proves a choice wrong: by its claim, or by its date being later than the answer's."""
    if choice.later is None:
        return refuted(catalogue, choice.claim) is not None
    if choice.later.property == "what":
        return choice.later.subject.id in told_before(catalogue, draft.film).get(
            draft.facts[0].subject.id, ()
        )
    dated = catalogue.fact(choice.later.id)
    return dated.settled and is_later(catalogue, dated.value, choice.claim, draft.key.claim)


def is_later(catalogue: Catalogue, date: str, claim: Claim, key: Claim) -> bool:
    """Return whether a date and all others of its film lie behind every one of the answer's, doubted ones among them."""
    latest = max((f"{fact.value}-99" for fact in facts_of_case(catalogue, key)), default="9999")
    return min((date, *(fact.value for fact in facts_of_case(catalogue, claim)))) > latest


def choices_are_distinct(draft: Draft, catalogue: Catalogue) -> str | None:
    """O3: no two choices are called alike, in any of their spellings."""
    for one, other in combinations(draft.choices, 2):
        same = squash(one.text) == squash(other.text)
        alike = catalogue.alike(one.entity.id) if one.entity is not None else frozenset()
        if same or (other.entity is not None and other.entity.id in alike):
            return f"{one.text} stands twice"
    return None


def no_name_holds_another(draft: Draft, catalogue: Catalogue) -> str | None:
    """O3: no person's or character's name is part of another choice's: Nakatani may be Masao Nakatani."""
    if any(choice.entity is None or choice.entity.type not in PERSON_LIKE for choice in draft.choices):
        return None
    for one, other in permutations(draft.choices, 2):
        if set(fold(one.text).split()) < set(fold(other.text).split()):
            return f"{one.text} may be {other.text}"
    return None


def no_choice_lies_in_another(draft: Draft, catalogue: Catalogue) -> str | None:
    """O1: no choice is part of another (a quarter of the city, the region around it)."""
    for one, other in combinations(draft.choices, 2):
        if one.entity and other.entity and catalogue.overlap(one.entity.id, other.entity.id):
            return f"{one.text} cannot be told from {other.text}"
    return None


def no_rivals_of_a_dispute(draft: Draft, catalogue: Catalogue) -> str | None:
    """O2: no wrong choice stands against the answer in a dispute about this property of the film."""
    key, name = draft.key.entity, draft.facts[0].property
    if key is None:
        return None
    rivals = disputed_against(catalogue, draft.film, name, key.id)
    for choice in draft.distractors:
        if choice.entity and any(catalogue.overlap(choice.entity.id, rival) for rival in rivals):
            return f"{choice.text} and {draft.key.text} are in dispute"
    return None


def no_wrong_year_saw_another_release(draft: Draft, catalogue: Catalogue) -> str | None:
    """O1: no wrong year is one in which the film came out in another way or place."""
    if PROPERTIES[draft.facts[0].property].types != ("date",) or draft.key.entity is not None:
        return None
    known = release_years(catalogue, draft.film)
    return next((f"{c.text} saw a release too" for c in draft.distractors if c.text in known), None)


def nothing_is_said_of_itself(draft: Draft, catalogue: Catalogue) -> str | None:
    """O4: no choice and no sentence says of a film that it comes before or after itself."""
    said = next((choice for choice in draft.choices if choice.claim.value == choice.claim.subject), None)
    return f"{said.text} is said of itself" if said else None


def choices_are_of_one_type(draft: Draft, catalogue: Catalogue) -> str | None:
    """O4: all choices are of one type and stand for the same property."""
    types = {choice.entity.type if choice.entity else None for choice in draft.choices}
    properties = {choice.claim.property for choice in draft.choices}
    unnamed = any(choice.entity is not None and choice.entity.unnamed for choice in draft.choices)
    return "choices of several types" if len(types) > 1 or len(properties) > 1 or unnamed else None


def has_enough_choices(draft: Draft, catalogue: Catalogue) -> str | None:
    """O6: four choices, two to judge a sentence, as many as there are accounts or later events; never padded."""
    wanted = COUNTS.get(draft.way, (FOUR, FOUR) if draft.answered.form in LISTED else (1, 1))
    return None if wanted[0] <= len(draft.choices) <= wanted[1] else f"{len(draft.choices)} choices"


def has_no_catch_all(draft: Draft, catalogue: Catalogue) -> str | None:
    """O7: no choice speaks of the others."""
    return next((c.text for c in draft.choices if fold(c.text) in map(fold, CATCH_ALL)), None)


def choices_fit_a_button(draft: Draft, catalogue: Catalogue) -> str | None:
    """O8: every choice has 1 to 80 characters."""
    lengths = [len(choice.text) for choice in draft.choices]
    return next(
        (f"a choice of {length} characters" for length in lengths if not 1 <= length <= LONGEST), None
    )


RULES = (
    wrong_choices_are_provable,
    choices_are_distinct,
    no_name_holds_another,
    no_choice_lies_in_another,
    no_rivals_of_a_dispute,
    no_wrong_year_saw_another_release,
    nothing_is_said_of_itself,
    choices_are_of_one_type,
    has_enough_choices,
    has_no_catch_all,
    choices_fit_a_button,
)

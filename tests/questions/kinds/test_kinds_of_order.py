"""Kinds whose choices are put in order or in pairs: only one arrangement of them can be right."""

from __future__ import annotations

from itertools import permutations

from questions.catalogue import Catalogue
from questions.draft import Draft
from tests.questions.asking import MANY, asked, drafts, every_draft
from tests.questions.brute import is_known_whole
from tests.questions.brute_written import days_of
from tests.questions.film_text import FIVE, Build, film, row


def films_of(draft: Draft) -> set[str]:
    """Return the ids of the films that a draft's choices are about."""
    return {choice.claim.subject for choice in draft.choices}


def test_films_whose_showings_cross_are_not_put_in_order(build: Build) -> None:
    """A film shown before another and again after it has no place beside it, nor have two of one day."""
    again = """release = [
  { is = 1962-10-01, country = "JP", kind = "cinema", by = "a" },
  { is = 1964-06-01, country = "JP", kind = "festival", by = "a" },
]"""
    crossing = film("ant", "Ant Terror", 1962, again)
    catalogue = build(**FIVE, ant=crossing, bee=row("bee", "Bee Night", 1965, "X Y"))

    found = [films_of(draft) for draft in drafts(catalogue, "in_order", "release", "order", MANY)]

    assert {"ant", "moth", "wasp", "toad"} in found
    assert not [films for films in found if {"ant", "crab"} <= films or {"ant", "squid"} <= films]
    assert not [films for films in found if {"bee", "toad"} <= films]


def test_no_two_films_of_an_order_share_a_day(library: Catalogue) -> None:
    """All showings of a film lie before all of the next, so that no release turns the order round."""
    for question in asked(library, "in_order"):
        ids = {fact.subject.name: fact.subject.id for fact in map(library.fact, question.facts)}
        days = [days_of(library, ids[name]) for name in question.answer]
        assert [day for shown in days for day in (min(shown), max(shown))] == sorted(
            day for shown in days for day in (min(shown), max(shown))
        )
        assert all(set(one).isdisjoint(other) for one, other in permutations(days, 2))


def may_be_true(catalogue: Catalogue, draft: Draft, given: tuple[int, ...]) -> bool:
    """Return whether no choice is known to be wrong for the item it is given to."""
    for place, choice in enumerate(draft.choices):
        claim, value = choice.claim, draft.choices[given[place]].claim.value
        known = catalogue.facts(subject=claim.subject, property=claim.property, value=value)
        on_record = any(fact.qualifiers.get("as") == claim.case.get("as") for fact in known)
        if not on_record and is_known_whole(catalogue, claim.subject, claim.property, claim.case):
            return False
    return True


def test_one_matching_of_all_is_right(library: Catalogue) -> None:
    """Of the 24 ways to bring four and four together, the facts prove 23 wrong."""
    found = list(every_draft(library, "pairs"))

    assert {draft.way for draft in found} == {"roles", "films"}
    for draft in found:
        right = [given for given in permutations(range(4)) if may_be_true(library, draft, given)]
        assert right == [(0, 1, 2, 3)], draft.stem


def test_who_plays_two_parts_is_given_one_of_them(build: Build) -> None:
    """Two roles of one actor, and a role of two, never leave open who belongs where."""
    parts = [("X Y", "Tom"), ("X Y", "Tim"), ("A B", "Ann"), ("C D", "Bea"), ("K L", "Cid")]
    parts += [("G H", "Dora"), ("I J", "Dora")]
    cast = ", ".join(f'{{ is = "{who}", as = "{role}", by = "a" }}' for who, role in parts)
    catalogue = build(moth=film(facts=f"cast = [{cast}]"))

    found = [set(draft.answered.items) for draft in drafts(catalogue, "pairs", "cast", "roles", MANY)]

    assert {frozenset(items) for items in found} == {
        frozenset({twice, "Ann", "Bea", "Cid"}) for twice in ("Tom", "Tim")
    }

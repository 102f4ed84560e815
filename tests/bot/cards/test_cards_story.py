"""One order of events out of several tellings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.facts.story import story_order

tellings = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=5)


def test_tellings_are_woven_into_one() -> None:
    """What one leaves out the other puts in its place."""
    assert story_order([["a", "c", "d"], ["a", "b", "c"]], []) == ["a", "b", "c", "d"]


def test_an_inverted_pair_binds_nobody() -> None:
    """The rest of the order still holds."""
    order = story_order([["a", "b", "c", "d"], ["a", "c", "b", "d"]], [frozenset("bc")])
    assert order[0] == "a"
    assert order[-1] == "d"


@given(tellings)
def test_every_event_comes_once(told: list[list[str]]) -> None:
    """Also when the tellings contradict one another without a pair that says so."""
    order = story_order(told, [])
    assert sorted(order) == sorted(set().union(*told))


@given(st.permutations("abcdefgh"), st.data())
def test_parts_of_one_order_keep_it(whole: list[str], data: st.DataObject) -> None:
    """Where nobody contradicts, every telling's order is kept."""
    told = data.draw(st.lists(st.sets(st.sampled_from(whole)), max_size=3))
    parts = [[event for event in whole if event in part] for part in told]
    order = story_order(parts, [])
    assert all([event for event in order if event in part] == part for part in parts)

"""Story order: only what no passage tells the other way round has an order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from questions.catalogue.story import inverted_pairs
from tests.questions.film_text import Build, film

EVENTS = ("a", "b", "c", "d", "e")
ORDERS = st.lists(st.permutations(EVENTS).map(lambda order: tuple((event,) for event in order)), max_size=3)


def test_orders_that_agree_invert_nothing() -> None:
    """Passages may leave events out."""
    assert inverted_pairs([[("a",), ("b",), ("c",)], [("a",), ("c",)], [("b",), ("c",)]]) == set()


def test_a_pair_told_both_ways_is_inverted() -> None:
    """Only the pair itself has no order, not what stands around it."""
    assert inverted_pairs([[("a",), ("b",), ("c",)], [("b",), ("a",), ("c",)]]) == {("a", "b")}


def test_what_happens_at_once_has_no_order() -> None:
    """Events that a passage tells as one moment are never asked for their order."""
    assert inverted_pairs([[("a",), ("b", "c")], [("b",), ("c",)]]) == {("b", "c")}


@given(ORDERS)
def test_a_pair_is_inverted_exactly_when_two_passages_disagree(orders: list[tuple[tuple[str], ...]]) -> None:
    """Checked pair by pair against every passage's order."""
    places = [[moment[0] for moment in order] for order in orders]

    def disagree(one: str, other: str) -> bool:
        return len({order.index(one) < order.index(other) for order in places}) == 2

    wanted = {(one, other) for one in EVENTS for other in EVENTS if one < other and disagree(one, other)}
    assert inverted_pairs(orders) == wanted


def test_a_catalogue_keeps_each_telling_and_the_inverted_pairs(build: Build) -> None:
    """Every passage's order is kept, and the pairs that have none."""
    rest = """
[events.one]
what = "The first thing"
[events.two]
what = "The second thing"
[events.three]
what = "The third thing"
[story]
a = ["one", "two", "three"]
b = ["two", "one"]
"""
    catalogue = build(moth=film(rest=rest))

    told = {source: [event.id for event in events] for source, events in catalogue.story("moth").items()}
    assert told == {"a": ["moth/one", "moth/two", "moth/three"], "b": ["moth/two", "moth/one"]}
    assert catalogue.inverted("moth") == {frozenset({"moth/one", "moth/two"})}

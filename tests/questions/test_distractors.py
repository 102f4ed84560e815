"""Wrong choices: exactly as many as drawn are more famous than the answer, and each is proved wrong."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from questions.catalogue import Entity
from questions.claim import Refutation
from questions.distractors import WANTED, WINDOW, Even, choose

FAMES = st.lists(st.integers(0, 9), max_size=40)
ABOVE = st.integers(0, WANTED)
WRONG = Refutation("it is not", ("moth/a",))


def people(fames: list[int]) -> list[Entity]:
    """Return people of these fames."""
    return [
        Entity(f"person/p{n}", "person", f"P {n}", popularity=float(fame)) for n, fame in enumerate(fames)
    ]


@given(fames=FAMES, fame=st.integers(0, 9), above=ABOVE, seed=st.integers(0, 99))
def test_the_rank_is_exact_and_never_clamped(fames: list[int], fame: int, above: int, seed: int) -> None:
    """The answer holds the rank drawn for it, equals counting as either, or there is no question."""
    key = Entity("person/key", "person", "Key", popularity=float(fame))
    chosen = choose(key, [*people(fames), key], lambda _: WRONG, above, Random(seed))
    if chosen is None:
        return

    shown = [distractor.entity for distractor in chosen]

    assert len({entity.id for entity in shown} - {key.id}) == WANTED
    assert sum(e.popularity > fame for e in shown) <= above <= sum(e.popularity >= fame for e in shown)


@given(more=st.integers(0, 5), less=st.integers(0, 5), above=ABOVE, seed=st.integers(0, 99))
def test_a_rank_is_held_exactly_where_it_can_be(more: int, less: int, above: int, seed: int) -> None:
    """There are wrong choices just when enough people are more, and enough are less famous."""
    key = Entity("person/key", "person", "Key", popularity=5.0)
    candidates = people([6] * more + [4] * less)

    chosen = choose(key, candidates, lambda _: WRONG, above, Random(seed))

    assert (chosen is not None) == (more >= above and less >= WANTED - above)


@given(above=ABOVE, beyond=ABOVE, seed=st.integers(0, 99))
def test_a_second_rank_is_held_with_the_first(above: int, beyond: int, seed: int) -> None:
    """Of the wrong choices as many are more famous as drawn, and as many exceed the answer in another look."""
    key = Entity("person/key", "person", "Key", popularity=5.0, year=1960)
    others = [
        Entity(f"person/p{n}", "person", f"P {n}", popularity=4.0 + n % 2 * 2, year=1955 + n % 4 // 2 * 10)
        for n in range(16)
    ]

    chosen = choose(
        key, others, lambda _: WRONG, above, Random(seed), even=Even(lambda one: one.year, beyond)
    )

    assert chosen is not None
    assert len({one.entity.id for one in chosen}) == WANTED
    assert sum(one.entity.popularity > 5 for one in chosen) == above
    assert sum((one.entity.year or 0) > 1960 for one in chosen) == beyond


@given(above=ABOVE, seed=st.integers(0, 99))
def test_a_second_rank_is_not_clamped_either(above: int, seed: int) -> None:
    """Where nobody exceeds the answer in a look, there is a choice just where nobody is to."""
    key = Entity("person/key", "person", "Key", popularity=5.0, year=1960)
    others = [
        Entity(f"person/p{n}", "person", f"P {n}", popularity=4.0 + n % 2 * 2, year=1950) for n in range(9)
    ]

    for beyond in range(WANTED + 1):
        even = Even(lambda one: one.year, beyond)
        chosen = choose(key, others, lambda _: WRONG, above, Random(seed), even=even)
        assert (chosen is not None) == (beyond == 0)


@given(fames=FAMES, wrong=st.sets(st.integers(0, 39)), above=ABOVE, seed=st.integers(0, 99))
def test_only_what_is_proved_wrong_is_chosen(
    fames: list[int], wrong: set[int], above: int, seed: int
) -> None:
    """A candidate that may be right is never a wrong choice."""
    provable = {f"person/p{n}" for n in wrong}
    key = Entity("person/key", "person", "Key", popularity=5.0)

    chosen = choose(key, people(fames), lambda e: WRONG if e.id in provable else None, above, Random(seed))

    assert {distractor.entity.id for distractor in chosen or ()} <= provable


@given(above=ABOVE, seed=st.integers(0, 99))
def test_wrong_choices_are_near_in_fame(above: int, seed: int) -> None:
    """Wrong choices come from the nearest in fame, not from the whole catalogue."""
    key = Entity("person/key", "person", "Key", popularity=500.5)

    chosen = choose(key, people(list(range(1000))), lambda _: WRONG, above, Random(seed))

    assert chosen is not None
    assert all(abs(distractor.entity.popularity - key.popularity) <= WINDOW for distractor in chosen)


def test_equals_in_fame_stand_above_and_below_by_chance() -> None:
    """Among equals every rank can be held, and no candidate is preferred."""
    key = Entity("person/key", "person", "Key", popularity=1.0)
    seen = {
        distractor.entity.id
        for seed in range(200)
        for distractor in choose(key, people([1] * 8), lambda _: WRONG, seed % 4, Random(seed)) or ()
    }

    assert len(seen) == 8

"""Pieces: whatever is a slip or two apart is found by its pieces, and nothing is compared with everything."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from questions.pieces import LONGEST, SHORTEST, allowed, keys_near, keys_of

words = st.text("abc", min_size=SHORTEST, max_size=14)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a word and the same with up to two letters left out, added, changed or swapped."""
    word = typed = draw(words)
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(typed)))
        before, after, letter = typed[:place], typed[place:], draw(st.sampled_from("abc"))
        typed = draw(
            st.sampled_from(
                [
                    before + after[1:],
                    before + letter + after,
                    before + letter + after[1:],
                    before + after[1:2] + after[:1] + after[2:],
                ]
            )
        )
    return word, typed


@settings(max_examples=2000)
@given(pairs())
def test_a_word_shares_a_piece_with_each_of_its_slips(pair: tuple[str, str]) -> None:
    """For every kind of slip the length allows, swaps across a cut included."""
    word, typed = pair
    edits = allowed(len(typed))
    assume(edits and OSA.distance(word, typed) <= edits)

    assert set(keys_of(word, "w")) & keys_near(typed, edits, "w")


@given(st.text(max_size=200), st.integers(1, 2))
def test_a_look_up_asks_for_few_pieces(typed: str, edits: int) -> None:
    """However long the text is."""
    assert len(keys_near(typed, edits, "w")) <= 80


@given(st.text(min_size=LONGEST + 1, max_size=200))
def test_very_long_words_are_not_filed(word: str) -> None:
    """Nobody types them with a slip."""
    assert list(keys_of(word, "w")) == []

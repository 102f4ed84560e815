"""Cuts fall where people would cut: between letters, after a word where one is near, never within markup."""

from __future__ import annotations

import re

import pytest
import regex  # the library comes without types
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.cutting import ELLIPSIS, cut, cut_markup, size
from bot.cards.text import plain
from tests.bot.cards.hostile import MENTION, texts

FAMILY = "👩‍👩‍👧‍👦"
markup = st.lists(
    st.one_of(
        texts.map(plain),
        texts.map(lambda text: f"**{plain(text)}**"),
        texts.map(lambda text: f"__**{plain(text)}**__"),
        st.just("[a \\] link](https://example.org/a_b)"),
        st.just("<t:0:R>"),
    ),
    max_size=12,
).map(" ".join)


@given(texts, st.integers(1, 200))
def test_a_cut_parts_no_letter(text: str, limit: int) -> None:
    """What is kept are the first letters, as Unicode counts them, and … behind."""
    short = cut(text, limit)

    assert size(short) <= limit
    if short != text:
        letters = regex.findall(r"\X", short.removesuffix(ELLIPSIS))
        assert letters == regex.findall(r"\X", text)[: len(letters)]


@given(st.text(alphabet="ab c", min_size=30, max_size=200), st.integers(25, 199))
def test_a_cut_falls_after_a_word_that_is_near(text: str, limit: int) -> None:
    """Where a word ends in the last 20 characters the cut is there, else it uses all the room there is."""
    short = cut(text, limit)
    kept = text[: limit - 1]
    if short == text:
        return
    rest = text[len(short) - 1 :]

    if re.search(r"\s", kept[-20:]) or text[len(kept)].isspace():
        assert rest[0].isspace()
    else:
        assert short == kept + ELLIPSIS


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        (f"x {FAMILY}{FAMILY}", 16, "x…"),
        (f"{FAMILY}{FAMILY}", 20, f"{FAMILY}…"),
        ("🏴‍☠️🏴‍☠️", 6, "🏴‍☠️…"),
        ("🇯🇵🇺🇸🇩🇪", 9, "🇯🇵🇺🇸…"),
        ("👍🏽👍🏽", 5, "👍🏽…"),
        ("e\u0301e\u0301e\u0301", 5, "e\u0301e\u0301…"),
        ("Gamera 2: Attack", 11, "Gamera 2…"),
        ("x" * 30 + " " + "y" * 30, 60, "x" * 30 + " " + "y" * 28 + "…"),
        ("x" * 30 + " " + "y" * 30, 50, "x" * 30 + "…"),
    ],
)
def test_examples_of_cuts(text: str, limit: int, expected: str) -> None:
    """Families, flags, skin tones and accents stay whole; a word's end too far back is not looked for."""
    assert cut(text, limit) == expected


@given(markup, st.integers(40, 400))
def test_a_cut_in_markup_changes_nothing_behind_it(text: str, limit: int) -> None:
    """No escape, link or time is halved, what was bold is closed, and no mention comes out of it."""
    short = cut_markup(text, limit)
    bare = re.sub(r"\\.|\[a \\\] link\]\(https://example\.org/a_b\)|<t:0:R>", "", short, flags=re.DOTALL)

    assert size(short) <= limit
    assert not re.search(r"[\\\[\]<|~`]", bare)
    assert bare.count("**") % 2 == bare.count("__") % 2 == 0
    assert short.count("\u2068") == short.count("\u2069")
    assert not MENTION.search(short)

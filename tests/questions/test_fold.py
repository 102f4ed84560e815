"""Folding: spellings that mean one thing fold alike, and others do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.fold import SLUG_LENGTH, fold, in_any_order, romanised, slug, squash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shūrai", "shurai"),
        ("The Giant Monster", "giant monster"),
        ("Gamera II", "Gamera 2"),
        ("ガメラ２", "ガメラ2"),
        ("Ken'ichi", "Kenichi"),
        ("Ken’ichi", "Ken'ichi"),
        ("Tom & Jerry", "tom and jerry"),
        ("Gamera: Guardian", "gamera guardian"),
        ("ﾊﾞｲﾗｽ", "バイラス"),
    ],
)
def test_spellings_of_one_name_squash_alike(one: str, other: str) -> None:
    """Marks, case, width, articles, apostrophes and Roman numerals tell no names apart."""
    assert squash(one) == squash(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Gamera 2", "Gamera 3"), ("ハ", "バ"), ("Gyaos", "Super Gyaos"), ("Mix V", "Mix 5")],
)
def test_different_names_squash_apart(one: str, other: str) -> None:
    """Numbers, voiced kana and words tell names apart; a lone V is no numeral."""
    assert squash(one) != squash(other)


@pytest.mark.parametrize("text", ["The", "A", "the a"])
def test_a_name_of_articles_alone_is_kept(text: str) -> None:
    """Articles are dropped only beside other words."""
    assert fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Shouhei", "Shōhei"), ("ギャオス", "gyaosu"), ("Ohtani", "Otani"), ("ラーメン", "ramen")],
)
def test_romanisations_agree(one: str, other: str) -> None:
    """Long vowels may be written out or not, and kana may be Latin."""
    assert romanised(one) == romanised(other)


@given(st.lists(st.text("abcdefghij", min_size=2, max_size=8), min_size=1, max_size=4), st.randoms())
def test_order_of_names_does_not_matter(words: list[str], rng: object) -> None:
    """A person's name folds alike whichever name comes first."""
    assert in_any_order(" ".join(words)) == in_any_order(" ".join(reversed(words)))


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text is its own fold, but for articles that come free."""
    once = fold(text)

    assert fold(fold(once)) == fold(once)
    assert once == once.strip()
    assert "  " not in once


@given(st.text(min_size=1, max_size=200))
def test_a_slug_fits_an_id(text: str) -> None:
    """A slug has only small letters, digits and single hyphens inside, is never empty and never long."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert len(slug(text)) <= SLUG_LENGTH


def test_long_texts_keep_different_slugs() -> None:
    """What is cut off a long text still tells it apart."""
    start = "a long text about one and the same thing that goes on and on and "

    assert slug(start + "on") != slug(start + "off")

"""Text on a card: harmless, cut where people would cut it, and never too long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.cutting import ELLIPSIS, cut, graphemes, size
from bot.cards.text import clean, fit, label, plain
from tests.bot.cards.hostile import MENTION, texts

ESCAPED = re.compile(r"\\.", re.DOTALL)
FAMILY = "👩‍👩‍👧‍👦"


@given(texts)
def test_plain_text_has_no_markdown_and_no_mention(text: str) -> None:
    """Whatever a name holds, nothing of it is syntax once it is made plain."""
    left = ESCAPED.sub("x", plain(text))
    assert not re.search(r"[*_~|`<\[\]@]|://|^[-+#>]|^\d+[.)]", left)
    assert not MENTION.search(plain(text))


@given(texts, st.integers(10, 300))
def test_plain_text_keeps_its_limit(text: str, limit: int) -> None:
    """Escaping never makes a text longer than was asked for."""
    assert size(plain(text, limit)) <= limit


@given(st.text(max_size=100))
def test_escaping_is_undone_by_reading(text: str) -> None:
    """What a reader sees is the text itself, on one line."""
    seen = plain(text).replace("\\", "").replace("\u200b", "").strip("\u2068\u2069")
    assert seen == (clean(text).replace("\\", "").replace("\u200b", "") or (ELLIPSIS if text else ""))


@given(texts, st.integers(1, 200))
def test_a_cut_parts_no_letter(text: str, limit: int) -> None:
    """A cut text is a run of whole letters of the text, with … where something is missing."""
    short = cut(text, limit)
    assert size(short) <= limit
    if short != text:
        letters = list(graphemes(short.removesuffix(ELLIPSIS)))
        assert short.endswith(ELLIPSIS)
        assert letters == list(graphemes(text))[: len(letters)]


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Gamera 2: Attack of Legion", 20, "Gamera 2: Attack of…"),
        ("Gamera 2: Attack of Legion", 19, "Gamera 2: Attack…"),
        ("Gamera", 6, "Gamera"),
        ("Llanfairpwllgwyngyll", 10, "Llanfairp…"),
        ("ガメラ2レギオン襲来", 5, "ガメラ2…"),
        (f"{FAMILY}{FAMILY}", 15, f"{FAMILY}…"),
        ("🇯🇵🇺🇸", 6, "🇯🇵…"),
    ],
)
def test_a_cut_falls_between_words_where_there_are_words(text: str, limit: int, expected: str) -> None:
    """Words stay whole, long words and texts without spaces are cut between letters."""
    assert cut(text, limit) == expected


def test_a_right_to_left_name_does_not_turn_what_follows() -> None:
    """A Hebrew name is isolated, and a name's own turns of direction are taken out."""
    assert plain("גמרה") == "\u2068גמרה\u2069"
    assert plain("abc\u202edef") == "abcdef"


@given(texts)
def test_a_label_is_never_empty_and_never_above_80(text: str) -> None:
    """Discord takes every label."""
    assert 1 <= size(label(text)) <= 80


@given(st.lists(st.text(max_size=30), max_size=50), st.integers(20, 400))
def test_a_list_says_how_many_it_leaves_out(lines: list[str], limit: int) -> None:
    """What does not fit is counted, so that nothing vanishes in silence."""
    text = fit(lines, limit, lambda count: f"and {count} more")
    assert size(text) <= limit
    left_out = re.search(r"and (\d+) more$", text)
    assert text == "\n".join(lines) or left_out is not None

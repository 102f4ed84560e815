"""Behind every figure on a card stand its passages, and how many of them are independent."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest

from bot.cards.facts import again, lookup
from bot.cards.facts.card import facts_card
from bot.cards.facts.passages import linked, passages_card, said_by
from bot.cards.facts.worded import worded
from questions.catalogue import Catalogue, compile_catalogue
from questions.steps import finished
from tests.bot.cards.hostile import buttons, keeps_the_limits, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.facts.values import Told

WORDS = NullTranslations()
FILM = """
id = "one"
[sources]
a = { what = "Page A", family = "one", licence = "CC BY 4.0", url = "https://example.org/a_(film)" }
b = { what = "Page B", family = "one" }
c = { what = "Page C", family = "two" }
[film]
title = [{ is = "First", lang = "en", by = "a" }]
year = [{ is = 1960, by = ["a", "b"] }]
director = [{ is = "Ann Director", written = { c = "An Directer" }, by = ["a", "b", "c"] }]
runtime = [{ is = 90, by = "a" }, { is = 91, by = "c" }]
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """A catalogue of one film by three passages of two families."""
    folder = tmp_path_factory.mktemp("sources")
    path = folder / "one.toml"
    path.write_text(FILM, encoding="utf-8")
    opened = Catalogue.open(compile_catalogue([path], folder / "names", folder))
    yield opened
    opened.close()


def told(library: Catalogue) -> Told:
    """Return the film's card in words."""
    return finished(
        worded(library, finished(lookup.known(library, "film", library.entity("one"))), "en", WORDS)
    )


def passages(library: Catalogue) -> str:
    """Return the text of the passages behind its first page."""
    card = passages_card(library, told(library), 1, 1, "en", WORDS)
    assert keeps_the_limits(card)
    return shown(card)


def test_the_witnesses_are_counted_in_words(library: Catalogue) -> None:
    """Three passages, two families; two passages of one family; one alone."""
    text = passages(library)

    assert "**Ann Director directed First.**\n-# Said by 3 passages, 2 of them independent:" in text
    assert "Said by 2 passages of one family, so by one witness:" in text
    assert "Said by one passage:" in text


def test_a_passage_is_named_with_family_licence_and_link(library: Catalogue) -> None:
    """Its address as a link that no bracket of it ends."""
    assert "Page A · family: one · CC BY 4.0 · [open](https://example.org/a_%28film%29)" in passages(library)


def test_another_spelling_is_told_as_it_is_written(library: Catalogue) -> None:
    """By the passage that writes so."""
    assert "\\] “An Directer”" in passages(library)


def test_a_disputed_figure_says_so(library: Catalogue) -> None:
    """Both lengths, each with its passage."""
    assert passages(library).count("other sources differ") == 2


def test_a_card_of_facts_has_the_button(library: Catalogue) -> None:
    """Its id finds the same page again."""
    card = facts_card(told(library), 1, WORDS)
    prefix, view, page, name, *key = buttons(card)[-1]["custom_id"].split(":")

    assert (prefix, page) == ("sources", "1")
    assert finished(again.told(library, (view, name, ":".join(key)), "en", WORDS)) == told(library)


@pytest.mark.parametrize(
    ("count", "witnesses", "expected"),
    [
        (1, 1, "Said by one passage: X"),
        (2, 1, "Said by 2 passages of one family, so by one witness: X"),
        (3, 2, "Said by 3 passages, 2 of them independent: X"),
        (2, 2, "Said by 2 passages, all of them independent: X"),
    ],
)
def test_ways_of_counting(count: int, witnesses: int, expected: str) -> None:
    """One passage, copies, some independent, all independent."""
    assert said_by(count, witnesses, WORDS).format(passages="X") == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, ""),
        ("javascript:alert(1)", ""),
        ("https://example.org/a b", ""),
        ("https://example.org/" + "x" * 400, ""),
        ("https://example.org/映画", "https://example.org/%E6%98%A0%E7%94%BB"),
    ],
)
def test_only_an_address_becomes_a_link(url: str | None, expected: str) -> None:
    """And a long one does not."""
    assert linked(url) == expected

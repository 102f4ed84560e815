"""The cards of what is played with and of what Marquee is: what they say, and that they keep Discord's limits."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

import pytest

from bot.cards.about import about_card
from bot.cards.films import films_card, rounded
from bot.wording import words_for
from questions.catalogue import Catalogue
from questions.catalogue.depths import LIBRARY
from questions.catalogue.importing import compile_with_imports
from questions.deck import Deck
from questions.imports import records
from questions.imports.records import Pack
from questions.imports.report import Report
from tests.bot.cards.hostile import TRICKS, components, keeps_the_limits, shown
from tests.questions.conftest import written
from tests.questions.film_text import FIVE
from tests.questions.imported import compiled, imported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from discord import ui

    from questions.record import FilmRecord

WORDS = NullTranslations()
LONG = " ".join(TRICKS) * 4
PACKS = 30


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """Five films, thirty imports with the worst names there are, and forty series of as bad names."""
    home = tmp_path_factory.mktemp("crowded")
    folder, target = written(home, None, FIVE), home / "films.sqlite3"
    compiled(target, folder, *crowd(0), pack=bad_pack(0)).close()
    with closing(sqlite3.connect(target)) as connection, connection:
        for number in range(1, PACKS):
            records.keep(connection, bad_pack(number), crowd(number), Report())
    compile_with_imports(target, None, (), Report(), folder=folder, names=folder.parent / "names")
    opened = Catalogue.open(target)
    yield opened
    opened.close()


def bad_pack(number: int) -> Pack:
    """Return an import of the worst name, licence and attribution."""
    return Pack(f"pack{number}", f"{number} {LONG}", f"{LONG} {number}", f"{LONG} {number}")


def crowd(number: int) -> Iterator[FilmRecord]:
    """Yield the films of an import, one or two, each in a series of its own."""
    for n in range(2 if number % 3 == 0 else 1):
        series = {"series": f"{n} {number} {LONG[:90]}", "count": "films"}
        credits_ = ("director", "Jo Ax"), ("series_position", 1, series)
        yield imported(f"q{n}", f"{number} {n} {LONG}", 2001, *credits_)


def menus(view: ui.LayoutView) -> list[dict[str, Any]]:
    """Return the menus of a card."""
    return [one for one in components(view) if one["type"] == 3]


def chosen(menu: dict[str, Any]) -> list[str]:
    """Return the labels of what is chosen in a menu."""
    return [one["label"] for one in menu["options"] if one.get("default")]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("panel", [True, False])
def test_films_keep_the_limits(crowded: Catalogue, language: str, panel: bool) -> None:
    """With thirty imports and forty series of hostile names, all series off or none."""
    words = words_for(language)
    for off in (frozenset[str](), frozenset(series.id for series in crowded.series())):
        card = films_card(crowded, Deck(off), language, words, panel=panel, note="Nothing was changed.")
        assert keeps_the_limits(card)
        assert bool(menus(card)) is panel
        assert all(len(menu["options"]) <= 25 for menu in menus(card))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_about_keeps_the_limits(crowded: Catalogue, library: Catalogue, language: str) -> None:
    """With thirty imports of hostile names, licences and attributions, and with the library alone."""
    assert keeps_the_limits(about_card(crowded, language, words_for(language)))
    assert keeps_the_limits(about_card(library, language, words_for(language)))


def test_the_library_alone_is_told(library: Catalogue) -> None:
    """Its films and about how many questions they give; who may change it sees series, and no menu that leaves no choice."""
    card = films_card(library, Deck(), "en", WORDS, panel=True)

    assert "**Marquee's library**\n-# 104 films · about 5,500 questions" in shown(card)
    assert "No other films are imported" in shown(card)
    (series,) = menus(card)
    assert series["custom_id"] == "films:series:0"
    assert (series["min_values"], series["max_values"]) == (0, len(series["options"]))
    assert series["options"][0]["label"] == "Godzilla film series"
    assert series["options"][0]["description"] == "33 films"
    assert chosen(series) == []


def test_what_is_left_out_is_told_and_chosen(library: Catalogue) -> None:
    """A series that is off is named to everybody, taken off the count, and stands chosen in the menu."""
    card = films_card(library, Deck(frozenset({"series/daimajin-series"})), "en", WORDS, panel=True)

    assert "Left out: Daimajin trilogy" in shown(card)
    assert "101 of 104 films" in shown(card)
    assert chosen(menus(card)[0]) == ["Daimajin trilogy"]


def test_others_see_no_menus(library: Catalogue) -> None:
    """Who may not change it is told who may."""
    card = films_card(library, Deck(), "en", WORDS)

    assert menus(card) == []
    assert "Manage Server" in shown(card)


def test_an_import_that_is_gone_is_not_spoken_of(library: Catalogue) -> None:
    """A deck of an import alone, which this catalogue has no more, shows what is played with instead."""
    card = films_card(library, Deck(frozenset({LIBRARY})), "en", WORDS)

    assert "104 films" in shown(card)
    assert "off" not in shown(card)


def test_about_counts_and_names_licences(library: Catalogue) -> None:
    """Films, facts and witnesses, the licences of the library's passages, and that of the code."""
    text = shown(about_card(library, "en", WORDS))

    assert "104 films" in text
    assert "independent witnesses" in text
    assert "CC BY-SA 4.0" in text
    assert "MIT" in text


@pytest.mark.parametrize(
    ("count", "said"), [(0, 0), (7, 7), (99, 99), (104, 100), (8744, 8700), (1_249_999, 1_200_000)]
)
def test_round_words(count: int, said: int) -> None:
    """Two digits are enough to know how much it is."""
    assert rounded(count) == said

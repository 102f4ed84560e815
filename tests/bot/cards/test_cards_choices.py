"""Choices while somebody types: few, short, all different to the eye, each leading back to exactly what it shows."""

from __future__ import annotations

import json
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.cutting import size
from bot.cards.facts import lookup
from bot.cards.facts.choices import joined, looks
from bot.cards.facts.views import VIEWS
from bot.cards.text import clean
from questions.catalogue import Catalogue, compile_catalogue
from questions.properties import PROPERTIES
from questions.search import find
from questions.steps import finished
from tests.bot.cards.hostile import TRICKS, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = NullTranslations()
LONG_ID = "longest-" * 14


def _film(place: int, id_: str) -> str:
    """Return one of several films that look alike: one title, a reporter and a place of one name in each."""
    title = json.dumps("**The** @everyone " + "Endless " * 30 + clean(TRICKS[place % 20]), ensure_ascii=False)
    return f"""
id = "{id_}"
[sources]
a = {{ what = "A", family = "one" }}
[film]
title = [{{ is = {title}, lang = "en", by = "a" }}, {{ is = "終わらない映画", lang = "ja", by = "a" }}]
year = [{{ is = {1960 + place // 3}, by = "a" }}]
cast = [{{ is = "Actor {place}", as = "reporter", by = "a" }}, {{ is = "Jo Extra", as = "other", by = "a" }}]
place = [{{ is = "hill", by = "a" }}]
[characters.reporter]
name = "Reporter"
[characters.other]
name = "Reporter"
[places.hill]
name = "the hill"
unnamed = true
"""


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """A catalogue of thirty films that look alike, with ids of more than a hundred letters."""
    folder = tmp_path_factory.mktemp("alike")
    for place in range(30):
        id_ = f"{LONG_ID}{place}"
        (folder / f"{id_}.toml").write_text(_film(place, id_), encoding="utf-8")
    opened = Catalogue.open(compile_catalogue(folder, folder / "names", folder / "cache"))
    yield opened
    opened.close()


def keeps_the_rules(
    catalogue: Catalogue, text: str, view: str, language: str = "en"
) -> list[tuple[str, str]]:
    """Return the choices for a text after asserting all that must hold of any."""
    choices = finished(lookup.choices(catalogue, text, view, language, WORDS))
    assert len(choices) <= 25
    assert all(1 <= size(name) <= 100 and 1 <= size(value) <= 100 for name, value in choices)
    assert len({looks(name) for name, _ in choices}) == len({value for _, value in choices}) == len(choices)
    for _, value in choices:
        assert finished(lookup.resolve(catalogue, value, view)).type in (VIEWS[view].TYPES or lookup.TYPES)
    return choices


@given(
    st.one_of(st.text(max_size=80), texts, st.sampled_from(["", "g", "re", "gam", "the h", "1996"])),
    st.sampled_from(sorted(VIEWS)),
)
def test_choices_keep_the_rules(library: Catalogue, text: str, view: str) -> None:
    """In every view, for any text: 25 at most, of 100 UTF-16 units, no two alike, no two of one value."""
    keeps_the_rules(library, text, view)
    keeps_the_rules(library, text, view, "ja")


@pytest.mark.parametrize(
    "text", ["", "reporter", "end", "the hill", "actor", "1961", "終わ", "jo", "extra reprter"]
)
def test_what_looks_alike_is_told_apart(alike: Catalogue, text: str) -> None:
    """Thirty films of one long name, sixty reporters, thirty hills."""
    for view in VIEWS:
        keeps_the_rules(alike, text, view)
        keeps_the_rules(alike, text, view, "ja")


def test_a_value_leads_back_to_what_the_choice_shows(alike: Catalogue) -> None:
    """Also where the id is too long to be one."""
    for found, (_, value) in zip(
        find(alike, "reporter", ("character",), 25),
        finished(lookup.choices(alike, "reporter", "cast", "en", WORDS)),
        strict=False,
    ):
        assert finished(lookup.resolve(alike, value, "cast")) == found.entity


def test_those_of_one_name_and_film_are_told_apart_by_who_plays_them(alike: Catalogue) -> None:
    """The second reporter of a film is the one played by somebody else."""
    names = [name for name, _ in keeps_the_rules(alike, "reporter", "cast")]

    assert any("played by" in name for name in names)


@pytest.mark.parametrize(
    ("typed", "view", "wanted"),
    [
        ("gamera 2", "film", "Gamera 2: Attack of Legion (1996) · film"),
        ("fujitani", "about", "Ayako Fujitani · person, actor"),
        ("shusuke kaneko", "about", "Shusuke Kaneko · person, director"),
        ("asagi", "cast", "Asagi Kusanagi · character, Gamera: Guardian of the Universe"),
        ("sapporo", "city", "Sapporo · city, in "),
        ("gyaos", "about", "Gyaos · monster, "),
    ],
)
def test_a_choice_says_what_it_is(library: Catalogue, typed: str, view: str, wanted: str) -> None:
    """Film and year; person and trade; character and film; a place and what it lies within."""
    assert keeps_the_rules(library, typed, view)[0][0].startswith(wanted)


def test_a_japanese_reader_sees_japanese_names(library: Catalogue) -> None:
    """Where one is known, whatever spelling was typed."""
    assert keeps_the_rules(library, "shusuke kaneko", "about", "ja")[0][0].startswith("金子修介 · ")
    assert keeps_the_rules(library, "金子修介", "about", "en")[0][0].startswith("Shusuke Kaneko · ")


@given(texts, texts, st.sampled_from(["", " (2)", " (10)"]))
def test_a_name_and_what_it_is_fit_together(name: str, what: str, end: str) -> None:
    """Whatever their lengths, and neither crowds the other out."""
    line = joined(name, what, end)

    assert 1 <= size(line) <= 100
    assert line.endswith(end)


def test_every_property_is_offered_for_its_name(library: Catalogue) -> None:
    """First of all, for anything that is known of a film; without a text, as many as Discord takes."""
    for name in library.properties("gamera-2"):
        text = PROPERTIES[name].label
        assert next(iter(finished(lookup.property_choices(library, "Gamera 2", text, "en")))) == (text, name)

    assert len(finished(lookup.property_choices(library, "Gamera 2", "", "en"))) == 25


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("runing", "runtime"),
        ("length", "runtime"),
        ("legnth", "runtime"),
        ("minutes", "runtime"),
        ("box office", "earned"),
        ("box ofice", "earned"),
        ("direct", "director"),
        ("directr", "director"),
        ("musci", "composer"),
        ("premier", "release"),
        ("relese date", "release"),
    ],
)
def test_properties_by_other_words_and_through_slips(library: Catalogue, typed: str, wanted: str) -> None:
    """A property answers to its label, to the other words for it, and to either misspelt."""
    assert next(iter(finished(lookup.property_choices(library, "Gamera 2", typed, "en"))))[1] == wanted


@pytest.mark.parametrize("name", ["", "  "])
def test_without_a_name_there_are_no_properties(library: Catalogue, name: str) -> None:
    """Nothing is known of nothing."""
    assert finished(lookup.property_choices(library, name, "run", "en")) == []


@given(texts)
def test_properties_of_anything_typed(library: Catalogue, text: str) -> None:
    """Names and values fit, and no two are alike, whatever is typed."""
    found = finished(lookup.property_choices(library, "Gamera 2", text, "en"))

    assert len(found) <= 25
    assert all(1 <= size(name) <= 100 for name, _ in found)
    assert len({looks(name) for name, _ in found}) == len({value for _, value in found}) == len(found)

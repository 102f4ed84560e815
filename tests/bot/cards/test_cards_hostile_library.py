"""Two film files written to break cards, drawn in every view, compared, and with their sources: the judge takes all."""

from __future__ import annotations

import json
import re
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.cutting import size
from bot.cards.facts import again, lookup
from bot.cards.facts.card import facts_card, paged
from bot.cards.facts.compare import compared
from bot.cards.facts.passages import passages_card
from bot.cards.facts.views import VIEWS
from bot.cards.facts.worded import worded
from bot.cards.text import clean
from bot.errors import QuizError
from questions.catalogue import Catalogue, compile_catalogue
from questions.steps import finished
from tests.bot.cards.hostile import TRICKS, buttons, keeps_the_limits, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.facts.values import Told

WORDS = NullTranslations()
LANGUAGES = ("en", "en-US", "ja", "de", "ar")
IDS = tuple("endless-" * 20 + end for end in ("one", "two"))
CAST = 500
NAMES = [name for trick in TRICKS if (name := " ".join(clean(trick).split()))]


def quoted(text: str) -> str:
    """Return a text as a film file holds it."""
    return json.dumps(text, ensure_ascii=False)


def film(place: int) -> str:
    """Return a film file: a title of 300 characters, 500 roles, every name, source and note of it a trick."""
    tricks = [f"{trick} {place}" for trick in TRICKS]
    people = [f"Actor {number} {NAMES[number % len(NAMES)]}" for number in range(CAST)]
    cast = "".join(f"  {{ is = {quoted(name)}, as = 'r{n}', by = 'a' }},\n" for n, name in enumerate(people))
    roles = "".join(f"[characters.r{n}]\nname = {quoted('Role ' + name)}\n" for n, name in enumerate(people))
    sources = "".join(
        f"s{n} = {{ what = {quoted(trick)}, family = {quoted(trick)}, licence = {quoted(trick)}, "
        f"url = {quoted('https://example.org/' + trick.strip())} }}\n"
        for n, trick in enumerate(tricks)
    )
    every = ", ".join(f"'s{n}'" for n in range(len(tricks)))
    title = f"{place} **Longest** <@123456789012345678> @everyone " + "Title of All " * 19 + "גמרה"
    return f"""
id = "{IDS[place]}"
[sources]
a = {{ what = "Page <@123456789012345678> **{place}**", family = "a" }}
{sources}
[film]
title = [{{ is = {quoted(title[:300])}, lang = "en", by = "a" }}]
year = [{{ is = {1996 + place}, by = [{every}] }}]
director = [{{ is = {quoted("@everyone " + NAMES[7])}, by = [{every}] }}]
runtime = [{{ is = 99, by = "a" }}, {{ is = 100, by = "s1" }}]
genre = [{{ is = {quoted("**kaiju** @here <#123456789012345678>")}, by = "a" }}]
cast = [
{cast}]
{roles}"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """A catalogue of these two films; made once, it is only read."""
    folder = tmp_path_factory.mktemp("library")
    for place, id_ in enumerate(IDS):
        (folder / f"{id_}.toml").write_text(film(place), encoding="utf-8")
    opened = Catalogue.open(compile_catalogue(folder, folder / "names", folder / "cache"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def every(library: Catalogue) -> list[tuple[str, str]]:
    """Every view of everything in it."""
    return [
        (view, entity.id)
        for view in VIEWS
        for kind in VIEWS[view].TYPES or lookup.TYPES
        for entity in library.entities(kind)
    ]


def survives(library: Catalogue, told: Told, page: int, language: str) -> bool:
    """Assert that a page, the passages behind it, and what its buttons lead to keep the limits."""
    card = facts_card(told, page, WORDS)
    assert keeps_the_limits(card)
    assert keeps_the_limits(passages_card(library, told, page, page, language, WORDS))
    for button in buttons(card):
        _, view, number, name, *key = button["custom_id"].split(":")
        assert int(number) >= 0
        assert finished(again.told(library, (view, name, ":".join(key)), language, WORDS)).title == told.title
    return True


@given(st.integers(0, 10**6), st.integers(1, 60), st.sampled_from(LANGUAGES))
def test_every_view_of_everything(
    library: Catalogue, every: list[tuple[str, str]], number: int, page: int, language: str
) -> None:
    """On any page, in any language; and each button leads back to the same."""
    view, id_ = every[number % len(every)]
    try:
        known = finished(lookup.known(library, view, library.entity(id_)))
    except QuizError:
        return
    assert survives(library, finished(worded(library, known, language, WORDS)), page, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_films_compared(library: Catalogue, language: str) -> None:
    """With 500 actors in common, page by page, from either side."""
    one, two = (library.entity(id_) for id_ in IDS)
    told = compared(library, one, two, language, WORDS)
    pages = len(list(paged(told.paragraphs)))

    assert pages > 10
    assert all(survives(library, told, page, language) for page in (1, 2, pages // 2, pages))
    assert survives(library, compared(library, two, one, language, WORDS), 1, language)


def test_names_survive_as_text(library: Catalogue) -> None:
    """Read through, the pages show every actor's name as it stands in the file."""
    one, two = (library.entity(id_) for id_ in IDS)
    told = compared(library, one, two, "en", WORDS)
    pages = range(1, len(list(paged(told.paragraphs))) + 1)
    text = "\n".join(shown(facts_card(told, page, WORDS)) for page in pages)
    read = re.sub("[\u200b\u2068\u2069]", "", re.sub(r"\\(.)", r"\1", text))

    assert all(f"Actor {n} {NAMES[n % len(NAMES)]}" in read for n in range(CAST))


def test_choices(library: Catalogue) -> None:
    """Discord takes 25 of 100 characters."""
    for view in VIEWS:
        choices = finished(lookup.choices(library, "", view, "en", WORDS))
        assert len(choices) <= 25
        assert all(1 <= size(name) <= 100 and 1 <= size(value) <= 100 for name, value in choices)

"""A film file written to break cards: its every view of everything in it still keeps the limits."""

from __future__ import annotations

import json
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest

from bot.cards.cutting import size
from bot.cards.facts import lookup
from bot.cards.facts.card import facts_card
from bot.cards.facts.views import VIEWS
from bot.cards.facts.worded import worded
from bot.cards.text import clean
from bot.errors import QuizError
from questions.catalogue import Catalogue, compile_catalogue
from questions.steps import finished
from tests.bot.cards.hostile import TRICKS, keeps_the_limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from questions.catalogue import Entity

WORDS = NullTranslations()
NAMES = [name for trick in TRICKS if (name := " ".join(clean(trick).split()))]
ID = "longest-" * 20 + "film"  # too long for a button's id
TITLE = "The **Longest** <@123456789012345678> @everyone " + "Title of All " * 21 + "גמרה"


def quoted(text: str) -> str:
    """Return a text as a film file holds it."""
    return json.dumps(text, ensure_ascii=False)


def _film() -> str:
    """Return a film file: a title of 300 characters, 500 roles, three lengths in dispute, sources named in markdown."""
    actors = [f"Actor {place} {NAMES[place % len(NAMES)]}" for place in range(500)]
    stars = ", ".join(f"{{ is = {quoted(actor)}, by = 'a' }}" for actor in actors)
    return f"""
id = "{ID}"
[sources]
a = {{ what = "**Bold** [page](https://example.org) {"long " * 40}end", family = "a" }}
b = {{ what = "<@123456789012345678> @everyone", family = "b" }}
[film]
title = [{{ is = {quoted(TITLE)}, lang = "en", by = ["a", "b"] }}]
year = [{{ is = 1996, by = "a" }}]
runtime = [{{ is = 99, by = "a" }}, {{ is = 100, by = "b" }}]
starring = [{stars}]
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """A catalogue of this one film."""
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / f"{ID}.toml"
    path.write_text(_film(), encoding="utf-8")
    opened = Catalogue.open(compile_catalogue([path], folder / "names", folder))
    yield opened
    opened.close()


def _everything(catalogue: Catalogue) -> Iterator[tuple[str, Entity]]:
    for view in VIEWS:
        for kind in VIEWS[view].TYPES or lookup.TYPES:
            yield from ((view, entity) for entity in catalogue.entities(kind))


def test_every_page_keeps_the_limits(hostile: Catalogue) -> None:
    """Each view of each thing, the first pages and the last."""
    drawn = 0
    for view, entity in _everything(hostile):
        try:
            known = finished(lookup.known(hostile, view, entity))
        except QuizError:
            continue
        told = finished(worded(hostile, known, "en", WORDS))
        drawn += all(keeps_the_limits(facts_card(told, page, WORDS)) for page in (1, 2, 3, 10**6))
    assert drawn > 1000


def test_every_choice_keeps_the_limits(hostile: Catalogue) -> None:
    """Discord takes 100 characters."""
    for view in VIEWS:
        for name, _ in finished(lookup.choices(hostile, "", view, "en", WORDS)):
            assert 1 <= size(name) <= 100


def test_what_is_left_out_is_counted(hostile: Catalogue) -> None:
    """Of 500 stars the film's card shows six."""
    known = finished(lookup.ask(hostile, "film", "The Longest", "", "en"))
    told = finished(worded(hostile, known, "en", WORDS))
    assert any("and 494 more" in one.text for one in told.paragraphs)

"""Two films side by side: what is the same once, what differs line by line, and only what can be compared."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest

from bot.cards.facts import again
from bot.cards.facts.card import facts_card, paged
from bot.cards.facts.compare import compared
from bot.errors import QuizError
from questions.catalogue import Catalogue, compile_catalogue
from questions.steps import finished
from tests.bot.cards.hostile import buttons, keeps_the_limits, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.facts.values import Told

WORDS = NullTranslations()
FILM = """
id = "{id}"
[sources]
a = {{ what = "Page A", family = "one" }}
b = {{ what = "Page B", family = "two" }}
[film]
title = [{{ is = "{title}", lang = "en", by = "a" }}]
year = [{{ is = {year}, by = "a" }}]
director = [{{ is = "Ann Director", by = ["a", "b"] }}]
composer = [{{ is = "{composer}", by = "a" }}]
runtime = [{{ is = {runtime}, by = "a" }}, {{ is = 90, by = "b" }}]
earned = [{{ is = {earned}, in = "JPY", measure = "{measure}", by = "a" }}]
budget = [{{ is = 5, in = "{currency}", by = "a" }}]
monster = [{{ is = "shared-monster", by = "a" }}, {{ is = "{id}-monster", by = "a" }}]
cast = [{{ is = "Jo Actor", as = "{role}", by = "a" }}]
[monsters.shared-monster]
name = "Shared Monster"
[monsters.{id}-monster]
name = "Monster of {title}"
[characters.{role}]
name = "{role_name}"
"""
FILMS = (
    {"id": "one", "title": "First", "year": 1960, "composer": "Bo Music", "runtime": 100, "earned": 1000,
     "measure": "distribution", "currency": "USD", "role": "hero", "role_name": "The Hero"},
    {"id": "two", "title": "Second", "year": 1970, "composer": "Cy Sound", "runtime": 110, "earned": 2000,
     "measure": "gross", "currency": "KRW", "role": "villain", "role_name": "The Villain"},
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """A catalogue of two films that share a director, a monster and an actor."""
    folder = tmp_path_factory.mktemp("compare")
    names = folder / "names"
    names.mkdir()
    for film in FILMS:
        text = FILM.format(**film).replace('[monsters.shared-monster]\nname = "Shared Monster"\n', "")
        (folder / f"{film['id']}.toml").write_text(text, encoding="utf-8")
    (names / "monsters.toml").write_text('[shared-monster]\nname = "Shared Monster"\n', encoding="utf-8")
    opened = Catalogue.open(compile_catalogue(folder, names, folder / "cache"))
    yield opened
    opened.close()


def told(library: Catalogue, one: str = "one", other: str = "two") -> Told:
    """Return two films compared."""
    return compared(library, library.entity(one), library.entity(other), "en", WORDS)


def text_of(compared_films: Told) -> str:
    """Return all that is told, page after page, every page within the limits."""
    pages = len(list(paged(compared_films.paragraphs)))
    cards = [facts_card(compared_films, page, WORDS) for page in range(1, pages + 1)]
    assert all(keeps_the_limits(card) for card in cards)
    return "\n".join(shown(card) for card in cards)


def test_what_is_the_same_is_told_once(library: Catalogue) -> None:
    """The director and the monster of both."""
    text = text_of(told(library))

    assert text.count("Ann Director") == 1
    assert "**Director** · Ann Director [1, 2]" in text
    assert "**Monster** · Shared Monster [1]" in text


def test_what_differs_has_a_line_for_each_film(library: Catalogue) -> None:
    """Year and composer; of a list shared in part the rest."""
    text = text_of(told(library))

    assert "**Year**\n- First · 1960 [1]\n- Second · 1970 [1]" in text
    assert "**Composer**\n- First · Bo Music [1]\n- Second · Cy Sound [1]" in text
    assert "- First · Monster of First [1]\n- Second · Monster of Second [1]" in text


def test_lengths_have_their_unit_and_their_dispute(library: Catalogue) -> None:
    """Two families, two lengths."""
    assert "- First · 100 minutes [1]; 90 minutes [2] · sources differ" in text_of(told(library))


def test_money_is_compared_only_where_measure_and_currency_agree(library: Catalogue) -> None:
    """Distribution earnings in yen are no gross in yen, and dollars are no won."""
    text = text_of(told(library))

    assert "Earnings" not in text
    assert "Budget" not in text


def test_a_person_of_both_films_is_told_with_the_roles(library: Catalogue) -> None:
    """The hero here, the villain there."""
    text = text_of(told(library))

    assert "- **Jo Actor**\n  - First · The Hero [1]\n  - Second · The Villain [1]" in text


def test_a_film_beside_itself_is_refused_kindly(library: Catalogue) -> None:
    """With its name."""
    with pytest.raises(QuizError, match=r"That is First \(1960\) twice"):
        told(library, "one", "one")


def test_a_button_leads_back_to_the_same_two_films(library: Catalogue) -> None:
    """By their keys; where one of them is gone it is said."""
    before = told(library)
    pressed = buttons(facts_card(before, 1, WORDS))[-1]["custom_id"].split(":")
    _, view, _, name, *key = pressed

    assert finished(again.told(library, (view, name, ":".join(key)), "en", WORDS)) == before
    with pytest.raises(QuizError, match="no longer in my catalogue"):
        finished(again.told(library, (view, "gone", ":".join(key)), "en", WORDS))

"""Somebody named by more facts than anybody reads: the best known films are told, the others counted, nobody waits."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest

from bot.cards.facts import lookup
from bot.cards.facts.card import facts_card
from bot.cards.facts.worded import worded
from questions.catalogue.mentions import AT_ONCE, MOST
from questions.steps import Steps, finished
from tests.bot.cards.hostile import keeps_the_limits
from tests.questions.imported import compiled, imported, person

if TYPE_CHECKING:
    from bot.cards.facts.values import Told
    from questions.catalogue import Catalogue

WORDS = NullTranslations()
FILMS = MOST + 7


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """One busy director's films, the latest of them the best known."""
    folder = tmp_path_factory.mktemp("many")
    films = (
        imported(
            f"f{n}",
            f"Film {'ABCDEFGHIJ'[n % 10]} Number {n}",
            1900 + n // 3,
            ("director", "q1"),
            entities=[person("q1", "Ann Busy")],
            renown=float(n),
        )
        for n in range(FILMS)
    )
    opened = compiled(folder / "many.sqlite3", folder, *films)
    yield opened
    opened.close()


def told(library: Catalogue, view: str) -> Told:
    """Return what a view tells of the director."""
    known = finished(lookup.ask(library, view, "Ann Busy", "", "en"))
    return finished(worded(library, known, "en", WORDS))


@pytest.mark.parametrize("view", ["about", "person", "director"])
def test_the_best_known_films_are_told_and_the_others_counted(library: Catalogue, view: str) -> None:
    """As many as people may page through, the least known left out, and how many these are."""
    texts = [paragraph.text for paragraph in told(library, view).paragraphs]
    assert len(texts) == MOST + 1
    assert texts[-1] == f"and {FILMS - MOST} more"
    assert not any("Number 0 " in f"{text} " or text.endswith("Number 0.") for text in texts)
    assert any(f"Number {FILMS - 1}" in text for text in texts)


@pytest.mark.parametrize("view", ["about", "person", "director"])
def test_every_page_of_it_keeps_the_limits(library: Catalogue, view: str) -> None:
    """The first, one in the middle, and the last, which counts the rest."""
    for page in (1, 8, 99):
        assert keeps_the_limits(facts_card(told(library, view), page, WORDS))


def test_nothing_is_read_in_one_piece(library: Catalogue) -> None:
    """Reading pauses after some facts, and wording after each."""
    ann = library.entity("person/ann-busy")

    def pauses(steps: Steps[object]) -> int:
        return sum(1 for _ in steps)

    assert pauses(lookup.known(library, "about", ann)) >= MOST / AT_ONCE
    known = finished(lookup.known(library, "about", ann))
    assert pauses(worded(library, known, "en", WORDS)) == len(known.facts)

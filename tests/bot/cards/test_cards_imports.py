"""A table's own name, licence and attribution stand wherever its facts are shown, and where licences are listed."""

from __future__ import annotations

from contextlib import closing
from gettext import NullTranslations
from typing import TYPE_CHECKING

from bot.cards.about import about_card
from bot.cards.facts import lookup
from bot.cards.facts.card import facts_card
from bot.cards.facts.worded import worded
from bot.cards.films import films_card
from questions.__main__ import main
from questions.catalogue import Catalogue
from questions.deck import Deck
from questions.steps import finished
from tests.bot.cards.hostile import keeps_the_limits, shown

if TYPE_CHECKING:
    from pathlib import Path

WORDS = NullTranslations()
MAPPING = """
what = "Kaiju by night"
family = "kaiju-by-night"
licence = "CC BY 4.0"
url = "https://example.org/kaiju"
[columns]
title = "Name"
year = "Year"
director = "By"
"""
CREDIT = "Facts from Kaiju by night"


def test_a_table_is_named_with_its_licence_under_facts_and_in_about(tmp_path: Path) -> None:
    """The mapping's name and licence are shown by /about, by /films, and under every fact of the table."""
    (tmp_path / "films").mkdir()
    (tmp_path / "m.toml").write_text(MAPPING)
    (tmp_path / "t.csv").write_text("Name,Year,By\nMoth Alone,1999,Ann Lee\n")
    file = tmp_path / "films.sqlite3"
    given = (str(tmp_path / "t.csv"), "--mapping", str(tmp_path / "m.toml"), "--out", str(file))
    assert main(("import", "--films", str(tmp_path / "films"), "table", *given)) == 0

    with closing(Catalogue.open(file)) as catalogue:
        known = finished(lookup.known(catalogue, "film", catalogue.entity("moth-alone-1999")))
        cards = (
            about_card(catalogue, "en", WORDS),
            facts_card(finished(worded(catalogue, known, "en", WORDS)), 1, WORDS),
            films_card(catalogue, Deck(), "en", WORDS, panel=True),
        )
        about, facts, films = map(shown, cards)

    assert all(map(keeps_the_limits, cards))
    assert "**Kaiju by night**" in about
    assert all(CREDIT in text and "CC BY 4.0" in text for text in (about, facts))
    assert "mapping file" not in about + facts
    assert "**Kaiju by night**" in films

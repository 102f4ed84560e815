"""What each view of an entity tells: films by trade, performers by film, deeds in order, sums with their measure."""

from __future__ import annotations

import pytest

from bot.cards.facts import lookup
from bot.cards.facts.views import VIEWS
from bot.cards.facts.worded import worded
from bot.wording import words_for
from questions.catalogue import Catalogue
from questions.steps import finished


def told(library: Catalogue, view: str, name: str, about: str = "") -> str:
    """Return everything that a view tells of a name, under its headings."""
    known = finished(lookup.ask(library, view, name, about, "en"))
    paragraphs = finished(worded(library, known, "en", words_for("en"))).paragraphs
    return "\n".join(f"{paragraph.heading} | {paragraph.text}" for paragraph in paragraphs)


TELLS = {
    ("person", "Akira Kubo"): "Played | - Matango (1963): Kenji Murai",
    ("person", "Ishiro Honda"): "Directed | - Godzilla (1954)",
    ("person", "Megumi Odaka"): "Played | - Godzilla vs. Biollante (1989): Miki Saegusa",
    ("character", "Miki Saegusa"): "Played by | **Godzilla vs. Biollante (1989)** · Megumi Odaka",
    ("monster", "Mothra"): "Films | - Mothra (1961)",
    ("monster", "Gamera"): "In the suit | **Gamera vs. Jiger (1970)** · Umenosuke Izumi",
    ("place", "Nagoya"): "a tower falls when Godzilla's tail is caught in it",
    ("company", "Toei"): "Distributed | - Message from Space (1978)",
    (
        "money",
        "Godzilla 1954",
    ): "¥183,000,000 (distributor rentals; doubtful: Japanese Wikipedia gives ¥152,140,000)",
    ("runtime", "Mothra 1961"): "90 minutes (United States; doubtful: the length of the American cut)",
    ("story", "Atragon"): "a lost navy captain builds a flying submarine in secret",
    ("writer", "Matango"): "Takeshi Kimura wrote the screenplay of Matango.",
    ("composer", "Akira Ifukube"): "The music of Godzilla is by Akira Ifukube.",
    ("film", "Godzilla vs. Biollante"): "Cast | **Miki Saegusa** · Megumi Odaka",
}


@pytest.mark.parametrize(
    ("asked", "expected"), TELLS.items(), ids=lambda one: one if isinstance(one, str) else one[0]
)
def test_a_view_tells(library: Catalogue, asked: tuple[str, str], expected: str) -> None:
    """Each view tells of an entity what it is there for."""
    assert expected in told(library, *asked)


def test_a_person_of_forty_films_is_told_by_trade(library: Catalogue) -> None:
    """The trade with most films comes first, its films from the oldest on."""
    lines = told(library, "person", "Akira Ifukube").splitlines()
    composed = [line for line in lines if line.startswith("Composed the music")]

    assert lines[0] == composed[0]
    assert len(composed) >= 20
    assert composed[0].startswith("Composed the music | - Godzilla (1954)")


def test_a_name_in_japanese_is_no_other_spelling(library: Catalogue) -> None:
    """That a source writes a name in Japanese is not told as a difference."""
    assert "spelled" not in told(library, "director", "Matango")


def test_the_plot_of_a_film_card_names_the_place_first(library: Catalogue) -> None:
    """So that a reader sees where each thing happens."""
    assert "Along the plot | - Saradia: Shiragami's laboratory is bombed" in told(
        library, "film", "Godzilla vs. Biollante"
    )


def test_every_entity_can_be_told_in_every_view_of_its_type(library: Catalogue) -> None:
    """Nothing in the library makes a view fail; where there is nothing to tell, that is said."""
    for view, known in VIEWS.items():
        for kind in known.TYPES:
            for entity in library.entities(kind)[:40]:
                for section in known.known(library, entity, ""):
                    assert all(entry.facts for entry in section.entries), (view, entity.id)

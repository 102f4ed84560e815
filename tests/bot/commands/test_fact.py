"""/fact finds what is meant, tells it with who says it, and says so when sources differ or nothing is known."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest

from bot.cards.facts import lookup
from bot.cards.facts.card import facts_card
from bot.cards.facts.views import VIEWS
from bot.cards.facts.worded import worded
from bot.errors import QuizError
from questions.steps import finished
from tests.bot.cards.hostile import buttons, keeps_the_limits, shown

if TYPE_CHECKING:
    from questions.catalogue import Catalogue, Entity

WORDS = NullTranslations()


def _told(catalogue: Catalogue, view: str, text: str, about: str = "", page: int = 1) -> str:
    known = finished(lookup.ask(catalogue, view, text, about, "en"))
    card = facts_card(finished(worded(catalogue, known, "en", WORDS)), page, WORDS)
    assert keeps_the_limits(card)
    return shown(card)


def _every_entity(catalogue: Catalogue) -> list[Entity]:
    return [entity for kind in lookup.TYPES for entity in catalogue.entities(kind)]


def test_a_character_is_played_by_an_actor_in_a_film(catalogue: Catalogue) -> None:
    """`/fact cast Asagi` says who plays Asagi Kusanagi, in which films, and which source says so."""
    text = _told(catalogue, "cast", "Asagi")
    assert "Ayako Fujitani plays Asagi Kusanagi in Gamera 2: Attack of Legion." in text
    assert "Sources: [1]" in text
    assert "Toho Kingdom (film page)" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fujitani Ayako", "Ayako Fujitani plays Asagi Kusanagi in Gamera 2"),
        ("Ayaco Fujitani", "Ayako Fujitani plays Asagi Kusanagi in Gamera 2"),
        ("Gamera 2", "**Asagi Kusanagi** · Ayako Fujitani"),
        ("gamera-2", "**Asagi Kusanagi** · Ayako Fujitani"),
        ("Gamera", "Akira Ohashi"),
    ],
)
def test_a_cast_is_asked_from_any_end(catalogue: Catalogue, text: str, expected: str) -> None:
    """By actor in any order of names or misspelt, by film, by id, by monster."""
    assert expected in _told(catalogue, "cast", text)


@pytest.mark.parametrize(
    ("prop", "expected"),
    [
        ("named by", "Hanatani"),
        ("named after", "a Biblical demon army"),
        ("origin", "extraterrestrial"),
        ("weapon", "laser whips"),
    ],
)
def test_one_of_a_name_is_asked_for_what_is_known_of_another(
    catalogue: Catalogue, prop: str, expected: str
) -> None:
    """Legion is a race and its queen: `/fact about Legion` tells of whichever the thing asked is known."""
    assert expected in _told(catalogue, "about", "Legion", prop)


@pytest.mark.parametrize(
    ("typed", "expected"), [("length", "99"), ("box office", "700,000,000"), ("music", "Kow Otani")]
)
def test_a_property_is_known_by_other_words_too(catalogue: Catalogue, typed: str, expected: str) -> None:
    """People say length, box office and music for what is called otherwise here."""
    assert expected in _told(catalogue, "about", "Gamera 2", typed)


@pytest.mark.parametrize("text", ["Shusuke Kaneko", "Shūsuke Kaneko", "Kaneko Shusuke", "Gamera 2"])
def test_a_director_is_asked_from_both_ends(catalogue: Catalogue, text: str) -> None:
    """With macrons and without, the family name first or last."""
    assert "Shusuke Kaneko directed Gamera 2: Attack of Legion." in _told(catalogue, "director", text)


def test_the_places_of_a_film_come_in_the_order_of_its_story(catalogue: Catalogue) -> None:
    """Sapporo, then Sendai, then Tokyo, each with what happens there."""
    text = "".join(_told(catalogue, "city", "Gamera 2", page=page) for page in (1, 2, 3))
    places = [text.index(f"__**{name}**__") for name in ("Sapporo", "Sendai", "Tokyo")]
    assert places == sorted(places)
    assert text.index("Legion takes root for the first time") < text.index("Legion takes root a second time")


def test_a_disputed_place_is_shown_with_who_says_which(catalogue: Catalogue) -> None:
    """The second flower: Sendai by some, Sapporo by one."""
    text = _told(catalogue, "about", "gamera-2/second-flower", "where")
    assert "The sources differ:" in text
    assert "- Sendai · according to Wikipedia (film article)" in text
    assert "Sapporo · according to Toho Kingdom (film page)" in text


def test_what_happens_in_a_city(catalogue: Catalogue) -> None:
    """Film by film, and the disputed is said to be disputed."""
    text = _told(catalogue, "city", "Sapporo")
    assert "Gamera 2: Attack of Legion (1996)" in text
    assert "Legion takes root for the first time" in text
    assert "The sources differ:" in text


def test_a_disputed_length_is_shown_with_who_says_which(catalogue: Catalogue) -> None:
    """99 minutes by one source and 100 by another."""
    text = _told(catalogue, "about", "Gamera 2", "running time")
    assert "The sources differ:" in text
    assert "- 99 minutes (Japanese" in text
    assert "- 100 minutes · according to Wikipedia (film article, table of credits)" in text


def test_one_thing_under_several_names_is_no_dispute(catalogue: Catalogue) -> None:
    """Asagi's pendant."""
    text = _told(catalogue, "about", "Asagi Kusanagi", "bond_object")
    assert "One thing, told in several ways: one object under three names." in text
    assert "- amulet · according to Wikipedia (film article)" in text


def test_a_doubted_fact_says_so(catalogue: Catalogue) -> None:
    """And why."""
    text = _told(catalogue, "about", "Gamera 2", "producer")
    assert "Satoyuki Minami (doubtful: may be Nanri's name read another way)" in text


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("release", "13 July 1996 (Japan, cinema)"),
        ("title", "ガメラ"),
        ("film", "**Director** · Shusuke Kaneko"),
    ],
)
def test_a_film_is_told_in_each_view(catalogue: Catalogue, view: str, expected: str) -> None:
    """Its releases, its titles, and its card."""
    assert expected in _told(catalogue, view, "Gamera 2")


def test_a_dispute_is_told_once(catalogue: Catalogue) -> None:
    """Though each of the three titles is a rival of the others."""
    assert _told(catalogue, "title", "Gamera 2").count("The sources differ:") == 1


def test_the_unknown_is_said_with_the_nearest_names(catalogue: Catalogue) -> None:
    """And what was typed is escaped."""
    with pytest.raises(
        QuizError, match=r"I know nothing called “Toshiyki Nagsahmia\\_”.*Toshiyuki Nagashima"
    ):
        finished(lookup.ask(catalogue, "cast", "Toshiyki Nagsahmia_", "", "en"))


@pytest.mark.parametrize("text", ["🙂", "?", " "])
def test_a_text_without_letters_means_nothing(catalogue: Catalogue, text: str) -> None:
    """It is not taken for the best known film."""
    with pytest.raises(QuizError, match="I know nothing called"):
        finished(lookup.ask(catalogue, "film", text, "", "en"))


def test_a_series_names_its_films(catalogue: Catalogue) -> None:
    """The oldest first."""
    text = _told(catalogue, "about", "series/heisei-gamera")
    assert (
        text.index("Guardian of the Universe")
        < text.index("Attack of Legion")
        < text.index("Revenge of Iris")
    )


def test_what_no_source_tells_is_said(catalogue: Catalogue) -> None:
    """Known, but not as what is asked."""
    with pytest.raises(QuizError, match="I know Legion Flower"):
        finished(lookup.ask(catalogue, "cast", "Legion Flower", "", "en"))


def test_an_unknown_property_is_answered_with_the_known_ones(catalogue: Catalogue) -> None:
    """So that the reader can ask again."""
    with pytest.raises(QuizError, match="What is known: title"):
        finished(lookup.ask(catalogue, "about", "Gamera 2", "shoe size", "en"))


def test_namesakes_are_named(catalogue: Catalogue) -> None:
    """The queen and the race both go by Legion."""
    assert "Of the same name: Legion (monster" in _told(catalogue, "about", "Legion", "weapon")


def test_choices_say_what_they_are(catalogue: Catalogue) -> None:
    """The name, the type, the film; the value is the id."""
    choices = finished(lookup.choices(catalogue, "asag", "cast", "en", WORDS))
    assert choices[0][1] == "character/asagi"
    assert choices[0][0].startswith("Asagi Kusanagi · character, Gamera")


def test_choices_without_text_are_the_best_known(catalogue: Catalogue) -> None:
    """And only of types that the view is for."""
    choices = finished(lookup.choices(catalogue, "", "film", "en", WORDS))
    assert ("Gamera 2: Attack of Legion (1996) · film", "gamera-2") in choices
    assert all(catalogue.entity(id_).type == "film" for _, id_ in choices)


def test_properties_depend_on_the_name(catalogue: Catalogue) -> None:
    """A film has a running time, a character a bond; of nothing nothing is offered."""
    film = dict(finished(lookup.property_choices(catalogue, "Gamera 2", "", "en")))
    being = dict(finished(lookup.property_choices(catalogue, "Asagi Kusanagi", "bond", "en")))
    assert "running time" in film
    assert next(iter(being)) == "bond"
    assert finished(lookup.property_choices(catalogue, " ", "", "en")) == []


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_view_of_everything_keeps_the_limits(catalogue: Catalogue, view: str) -> None:
    """Each entity of the catalogue, on every page, in each view that is for it."""
    for entity in _every_entity(catalogue):
        if VIEWS[view].TYPES and entity.type not in VIEWS[view].TYPES:
            continue
        try:
            known = finished(lookup.known(catalogue, view, entity))
        except QuizError:
            continue
        assert keeps_the_limits(facts_card(finished(worded(catalogue, known, "en", WORDS)), 1, WORDS))


def test_turning_pages_meets_every_paragraph(catalogue: Catalogue) -> None:
    """What the buttons' ids lead to is the same again, page by page, and nothing is lost between pages."""
    known = finished(lookup.ask(catalogue, "about", "Gamera 2", "", "en"))
    told = finished(worded(catalogue, known, "en", WORDS))
    texts, number = [], 1
    while True:
        card = facts_card(told, number, WORDS)
        texts.append(shown(card))
        onward = buttons(card)[1]
        if onward["disabled"]:
            break
        _, view, page, name, entity = onward["custom_id"].split(":")
        found = finished(lookup.known_again(catalogue, view, entity, "" if name == "-" else name))
        told, number = finished(worded(catalogue, found, "en", WORDS)), int(page)
    assert len(texts) > 1
    assert all(any(one.text in text for text in texts) for one in told.paragraphs)


def test_a_button_of_something_gone_says_so(catalogue: Catalogue) -> None:
    """The catalogue may have changed since."""
    with pytest.raises(QuizError, match="no longer in my catalogue"):
        finished(lookup.known_again(catalogue, "cast", "gamera-99", ""))

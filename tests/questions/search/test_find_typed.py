"""What real people type, and what must come first."""

from __future__ import annotations

import pytest

from questions.catalogue import Catalogue
from questions.search import find

SCRIPTS = [
    ("ガメラ", "monster/gamera"),
    ("がめら", "monster/gamera"),
    ("ｶﾞﾒﾗ", "monster/gamera"),
    ("Ｇａｍｅｒａ", "monster/gamera"),
    ("GAMERA", "monster/gamera"),
    ("Gammera", "monster/gamera"),
    ("gamrea", "monster/gamera"),
    ("ぎゃおす", "monster/gyaos"),
    ("ギャオス", "monster/gyaos"),
    ("ギャオズ", "monster/gyaos"),
    ("gyasu", "monster/gyaos"),
    ("barugonn", "monster/barugon"),
]

FILMS = [
    ("gamera ii", "gamera-2"),
    ("gamera two", "gamera-2"),
    ("Gamera 2", "gamera-2"),
    ("gamera2", "gamera-2"),
    ("gamera ２", "gamera-2"),
    ("ガメラ2", "gamera-2"),
    ("レギオン襲来", "gamera-2"),
    ("れぎおん襲来", "gamera-2"),
    ("gamera legion", "gamera-2"),
    ("legion gamera 2", "gamera-2"),
    ("atack of legion", "gamera-2"),
    ("attack on legion", "gamera-2"),
    ("attackoflegion", "gamera-2"),
    ("Gamera 2: Attack of Legion (1996)", "gamera-2"),
    ("gamera 1996", "gamera-2"),
    ("1996 gamera", "gamera-2"),
    ("gamera (1996)", "gamera-2"),
    ("gamera three", "gamera-3"),
    ("gamera iii", "gamera-3"),
    ("gamera 3 iris", "gamera-3"),
    ("revenge of irsi", "gamera-3"),
    ("gamera (1999)", "gamera-3"),
    ("the brave", "gamera-the-brave"),
    ("gamera the brav", "gamera-the-brave"),
    ("gamera brave", "gamera-the-brave"),
    ("gamera versus gyaos", "gamera-vs-gyaos"),
    ("gamera vs. gyaos", "gamera-vs-gyaos"),
    ("gyaos vs gamera", "gamera-vs-gyaos"),
    ("gamera vs gyos", "gamera-vs-gyaos"),
    ("gamera barugn", "gamera-vs-barugon"),
    ("gamera rebrith", "gamera-rebirth"),
    ("super monster gamera", "gamera-super-monster"),
    ("gamera, guardian of universe", "gamera-guardian-of-the-universe"),
    ("the giant monster gamera", "gamera-the-giant-monster"),
]

PEOPLE = [
    ("shusuke kaneko", "person/shusuke-kaneko"),
    ("Kaneko Shusuke", "person/shusuke-kaneko"),
    ("KanekoShusuke", "person/shusuke-kaneko"),
    ("Shūsuke Kaneko", "person/shusuke-kaneko"),
    ("Shuusuke Kaneko", "person/shusuke-kaneko"),
    ("Syusuke Kaneko", "person/shusuke-kaneko"),
    ("S. Kaneko", "person/shusuke-kaneko"),
    ("kaneko s", "person/shusuke-kaneko"),
    ("shusuke kanekko", "person/shusuke-kaneko"),
    ("shsuke kanko", "person/shusuke-kaneko"),
    ("金子修介", "person/shusuke-kaneko"),
    ("金子 修介", "person/shusuke-kaneko"),
    ("修介", "person/shusuke-kaneko"),
    ("Fujitani Ayako", "person/ayako-fujitani"),
    ("A. Fujitani", "person/ayako-fujitani"),
    ("fujitani, ayako", "person/ayako-fujitani"),
    ("fujitani ayko", "person/ayako-fujitani"),
    ("Ko Otani", "person/kow-otani"),
    ("Kou Ohtani", "person/kow-otani"),
    ("Kō Ōtani", "person/kow-otani"),
    ("Ootani Kou", "person/kow-otani"),
    ("otani kow", "person/kow-otani"),
    ("Shinji Higuci", "person/shinji-higuchi"),
    ("higuchi shinji", "person/shinji-higuchi"),
    ("Noriaki Yuassa", "person/noriaki-yuasa"),
]

PLACES = [
    ("Toukyou", "place/tokyo"),
    ("Tōkyō", "place/tokyo"),
    ("tokoy", "place/tokyo"),
    ("Sendia", "place/sendai"),
    ("saporo", "place/sapporo"),
]


@pytest.mark.parametrize(("typed", "wanted"), SCRIPTS)
def test_monsters_in_any_script(library: Catalogue, typed: str, wanted: str) -> None:
    """Katakana, hiragana, half-width kana, full-width letters, and slips in each."""
    assert find(library, typed, ("monster",))[0].entity.id == wanted


@pytest.mark.parametrize(("typed", "wanted"), FILMS)
def test_films_as_people_call_them(library: Catalogue, typed: str, wanted: str) -> None:
    """Numbers in words, figures or Roman, parts of titles, words in another order, years, and slips."""
    assert find(library, typed, ("film",))[0].entity.id == wanted


@pytest.mark.parametrize(("typed", "wanted"), PEOPLE)
def test_people_in_any_spelling(library: Catalogue, typed: str, wanted: str) -> None:
    """Either name first, initials, long vowels in four ways, kanji with and without a space, and slips."""
    assert find(library, typed, ("person",))[0].entity.id == wanted


@pytest.mark.parametrize(("typed", "wanted"), PLACES)
def test_places_in_any_spelling(library: Catalogue, typed: str, wanted: str) -> None:
    """Long vowels written out or not, and slips."""
    assert find(library, typed, ("place",))[0].entity.id == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("gam", "monster/gamera"),
        ("gammer", "monster/gamera"),
        ("ガメ", "monster/gamera"),
        ("shusuke kan", "person/shusuke-kaneko"),
        ("shusuke knae", "person/shusuke-kaneko"),
        ("fuji aya", "person/ayako-fujitani"),
        ("gyaosu", "monster/gyaos"),
    ],
)
def test_names_still_being_typed(library: Catalogue, typed: str, wanted: str) -> None:
    """The beginnings of words are enough, also with a slip in them."""
    kind = wanted.partition("/")[0]

    assert find(library, typed, (kind,))[0].entity.id == wanted


def test_initials_of_a_title_find_the_film(library: Catalogue) -> None:
    """From three letters on, `vs.` among them."""
    assert "gamera-vs-barugon" in [match.entity.id for match in find(library, "gvb", ("film",), limit=5)]


def test_a_year_alone_lists_its_films(library: Catalogue) -> None:
    """The best known first, and no film of another year."""
    found = [match.entity for match in find(library, "1996", ("film",))]

    assert "gamera-2" in [film.id for film in found]
    assert {film.year for film in found if film.own} == {1996}


def test_an_exact_name_comes_before_beginnings_and_those_before_slips(library: Catalogue) -> None:
    """Whatever is better known."""
    found = find(library, "gyaos", limit=50)

    assert found[0].entity.id == "monster/gyaos"
    order = ["exact", "start", "typo"]
    places = [order.index(match.why) for match in found]
    assert places == sorted(places)

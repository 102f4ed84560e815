"""Search: from what a person types to the entity meant, in any spelling, by any beginning, through typos."""

from __future__ import annotations

import pytest

from questions.catalogue import Catalogue
from questions.search import find, nearest
from tests.questions.film_text import Build, film


def first(catalogue: Catalogue, text: str, *types: str) -> str | None:
    """Return the id of the best match."""
    found = find(catalogue, text, types)
    return found[0].entity.id if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Kow Otani",
        "kow otani",
        "KOW OTANI",
        "Kō Ōtani",
        "Ko Otani",
        "Otani Kow",
        "Koh Ohtani",
        "大谷幸",
        "  kow   otani  ",
    ],
)
def test_every_spelling_is_exact(library: Catalogue, text: str) -> None:
    """Case, macrons, order, romanisation and script make no difference."""
    best = find(library, text)[0]

    assert (best.entity.id, best.score, best.why) == ("person/kow-otani", 1.0, "exact")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gamera 2: Attack of Legion", "gamera-2"),
        ("ガメラ2 レギオン襲来", "gamera-2"),
        ("gamera ii", "gamera-2"),
        ("attack of legion", "gamera-2"),
        ("legion attack", "gamera-2"),
        ("Gamera Tsu: Region Shurai", "gamera-2"),
        ("gamera the giant monster", "gamera-the-giant-monster"),
        ("gamera iii", "gamera-3"),
        ("the brave", "gamera-the-brave"),
    ],
)
def test_films_are_found_by_any_title(library: Catalogue, text: str, wanted: str) -> None:
    """Any language, numerals in Roman or Arabic, a subtitle alone, words in any order."""
    assert first(library, text, "film") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("asag", "character/asagi"),
        ("kusan", "character/asagi"),
        ("a kusanagi", "character/asagi"),
        ("fujit", "person/ayako-fujitani"),
        ("a. fujitani", "person/ayako-fujitani"),
        ("ギャオ", "monster/gyaos"),
        ("gyaosu", "monster/gyaos"),
        ("sap", "place/sapporo"),
    ],
)
def test_the_beginning_of_any_word_is_enough(library: Catalogue, text: str, wanted: str) -> None:
    """Each word typed may begin a word of the name; initials are beginnings."""
    assert wanted in [match.entity.id for match in find(library, text, limit=6)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ayako fujtani", "person/ayako-fujitani"),
        ("fujitani ayaki", "person/ayako-fujitani"),
        ("sendia", "place/sendai"),
        ("gamera 2 attack of legoin", "gamera-2"),
        ("asagi kusangi", "character/asagi"),
    ],
)
def test_typos_still_find(library: Catalogue, text: str, wanted: str) -> None:
    """A letter left out, doubled, changed or swapped does not hide the entity."""
    best = find(library, text)[0]

    assert (best.entity.id, best.why) == (wanted, "typo")
    assert best.score < 0.9


@pytest.mark.parametrize("text", ["gamera 4", "xyzzy", "qqqqqqqq", "1896"])
def test_nothing_is_found_for_something_else(library: Catalogue, text: str) -> None:
    """Another number, or no name at all, finds no film."""
    assert find(library, text, ("film",)) == []


def test_nothing_found_gives_the_nearest_names(library: Catalogue) -> None:
    """Where nothing is found, the nearest names of the type wanted are offered, each once."""
    assert find(library, "Ayoko Fujinamitani", ("person",)) == []
    near = nearest(library, "Ayoko Fujinamitani", ("person",))

    assert "Ayako Fujitani" in near
    assert len(set(near)) == len(near) <= 3


@pytest.mark.parametrize("text", ["", "   ", "?!"])
def test_without_text_the_best_known_come(library: Catalogue, text: str) -> None:
    """An empty search lists the best known of the types wanted, films with files of their own first."""
    found = find(library, text, ("film",), limit=5)

    fames = [match.entity.popularity for match in found]
    assert len(found) == 5
    assert fames == sorted(fames, reverse=True)
    assert all(match.entity.own for match in found)


def test_types_and_limit_are_kept(library: Catalogue) -> None:
    """Only entities of the wanted types come, and no more than wanted."""
    assert {match.entity.type for match in find(library, "gamera", ("monster",))} == {"monster"}
    assert len(find(library, "gamera", limit=2)) == 2


def test_matches_are_ranked_and_each_entity_comes_once(library: Catalogue) -> None:
    """The best score comes first, and an entity with many spellings comes once."""
    found = find(library, "gamera", limit=50)

    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)
    assert len({match.entity.id for match in found}) == len(found)


@pytest.fixture
def twins(build: Build) -> Catalogue:
    """Two films of one name."""
    return build(
        moth=film(facts='director = [{ is = "Ishiro Honda", by = ["a", "b"] }]'),
        moth_again=film("moth-again", "The Moth", 1998),
    )


def test_films_of_one_name_are_told_apart_by_year(twins: Catalogue) -> None:
    """A year in brackets picks the film; without it both come, the better known first."""
    assert [match.entity.id for match in find(twins, "The Moth")] == ["moth", "moth-again"]
    assert [match.entity.id for match in find(twins, "The Moth (1998)")] == ["moth-again"]
    assert [match.entity.id for match in find(twins, "moth (1961)")] == ["moth"]


def test_a_year_that_no_film_has_narrows_nothing(twins: Catalogue) -> None:
    """A wrong year still finds the films of that name."""
    assert len(find(twins, "The Moth (1970)")) == 2


@pytest.mark.parametrize("text", ["%", "_", "'; DROP TABLE name; --", "\0", "😀", "x" * 5000, "\u202e"])
def test_odd_input_is_only_text(library: Catalogue, text: str) -> None:
    """Marks that mean something elsewhere mean nothing here."""
    assert isinstance(find(library, text), list)
    assert isinstance(nearest(library, text), list)


def test_every_entity_is_found_by_every_one_of_its_names(library: Catalogue) -> None:
    """No name in the catalogue is lost to the search."""
    for kind in ("film", "person", "character", "monster", "place", "series"):
        for entity in library.entities(kind):
            for name in library.names(entity.id):
                assert entity.id in {match.entity.id for match in find(library, name, (kind,), limit=50)}, (
                    name
                )

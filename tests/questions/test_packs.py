"""What a catalogue is made of: how much of each pack a deck has, and who is to be thanked for facts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from questions.catalogue import Catalogue
from questions.catalogue.depths import LIBRARY
from questions.deck import Deck
from questions.imports.records import Pack
from questions.kinds import KINDS
from questions.packs import all_packs, packs
from questions.picker import pick
from questions.shares import about_so_many, counts, has_films, in_play, large_series, shares
from questions.ways import pool_of, ways
from tests.questions.conftest import written
from tests.questions.film_text import FIVE
from tests.questions.imported import compiled, imported

IMDB = Pack("imdb", "IMDb", "IMDb's own", "Information courtesy of IMDb.")
SERIES = {"series": "A Series", "count": "films"}
HELD = 310


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """Five films with files, 310 of one import, the later the better known, and two of another; three are a series."""
    home = tmp_path_factory.mktemp("packs")
    folder, target = written(home, None, FIVE), home / "films.sqlite3"
    many = [
        imported(
            f"q{n}",
            f"Film number {n}",
            1990 + n % 30,
            ("director", f"Jo {chr(65 + n % 26)}x{n}"),
            *([("series_position", n + 1, SERIES)] if n < 3 else []),
            renown=10.0 * n,
        )
        for n in range(HELD)
    ]
    compiled(target, folder, *many).close()
    few = [imported(f"t{n}", f"Short {n}", 1980 + n, ("director", f"Al {n}")) for n in range(2)]
    opened = compiled(target, folder, *few, pack=IMDB)
    yield opened
    opened.close()


def films(catalogue: Catalogue, deck: Deck) -> dict[str, int]:
    """Return how many films of each pack a deck has."""
    return {share.pack: share.films for share in shares(catalogue, deck)}


def test_packs_are_told_the_library_first(catalogue: Catalogue) -> None:
    """Every import has its label, licence and attribution; the larger comes first."""
    assert all_packs(catalogue) == (LIBRARY, "data", "imdb")
    assert [pack.attribution for pack in packs(catalogue)] == ["From some data.", IMDB.attribution]


def test_a_deck_has_what_questions_come_from(catalogue: Catalogue) -> None:
    """By depth over all imports together, without packs that are off, without films of series that are off."""
    (series,) = catalogue.series()

    assert films(catalogue, Deck(deep=None)) == {LIBRARY: 5, "data": HELD, "imdb": 2}
    assert films(catalogue, Deck(deep=300)) == {LIBRARY: 5, "data": 300, "imdb": 0}
    assert films(catalogue, Deck(frozenset({"data"}))) == {LIBRARY: 5, "data": 0, "imdb": 2}
    assert films(catalogue, Deck(frozenset({LIBRARY}), None))[LIBRARY] == 0
    assert films(catalogue, Deck(frozenset({series.id}), None))["data"] == HELD - 3
    assert [share.cut for share in shares(catalogue, Deck(deep=300))] == [False, True, True]
    assert not any(share.cut for share in shares(catalogue, Deck(frozenset({"data"}), None)))


def test_what_a_pack_adds_is_counted(catalogue: Catalogue) -> None:
    """Films and facts to ask about, at a depth and without one; nothing is said of a pack there is not."""
    assert [counts(catalogue, "data", deep)[0] for deep in (300, 1_000, None)] == [300, HELD, HELD]
    assert counts(catalogue, LIBRARY, 300)[0] == 5
    assert counts(catalogue, "nobody", None) == (0, 0)


def test_what_a_pack_adds_is_what_can_be_asked(catalogue: Catalogue, library: Catalogue) -> None:
    """The facts that are counted are, but for a few, those of the pools that questions are drawn from, disputes aside."""
    for held in (catalogue, library):
        counted = sum(counts(held, pack, None)[1] for pack in all_packs(held))
        settled = {
            way[1]: len(pool_of(held, way[0], way[1], None))
            for way in ways(None, None)
            if not KINDS[way[0]].asks_of_disputes
        }
        assert abs(counted - sum(settled.values())) <= counted / 100


def test_questions_grow_with_films(catalogue: Catalogue) -> None:
    """About as many questions as facts to ask about: all of a pack has all, half of it about half, none has none."""
    whole = about_so_many(catalogue, "data", HELD)

    assert whole >= 2 * HELD
    assert about_so_many(catalogue, "data", 0) == 0
    assert abs(about_so_many(catalogue, "data", HELD // 2) - whole / 2) <= whole / 100


def test_an_empty_deck_is_known(catalogue: Catalogue) -> None:
    """All packs off leaves no film; a deck that leaves none asks about everything, so that there is a quiz."""
    everything = Deck(frozenset(all_packs(catalogue)))

    assert not has_films(catalogue, everything)
    assert in_play(catalogue, everything) is None
    assert has_films(catalogue, Deck(frozenset({LIBRARY}), 300))
    assert in_play(catalogue, Deck()) == Deck()


def test_a_library_alone_is_played_as_ever(library: Catalogue) -> None:
    """Without imports and with nothing off there is no deck; an import that is gone and all else off is no deck either."""
    assert in_play(library, Deck()) is None
    assert in_play(library, Deck(frozenset({LIBRARY}))) is None
    godzilla = Deck(frozenset({"series/godzilla-series"}))
    assert in_play(library, godzilla) == godzilla
    held = len(library.films())
    assert films(library, godzilla) == {LIBRARY: held - len(library.films("series/godzilla-series"))}


def test_large_series_come_first(library: Catalogue) -> None:
    """Series by how many films they have, but those asked for before all others."""
    sizes = [films for _, films in large_series(library, (), 5)]
    small = large_series(library, (), 100)[-1][0]

    assert sizes == sorted(sizes, reverse=True)
    assert large_series(library, {small.id}, 2)[0][0] == small


def test_imported_facts_are_credited(catalogue: Catalogue) -> None:
    """A question about an imported film names the passage with its licence, and the sentence that the import asks for."""
    ours = pick(catalogue, 1, scope="moth", kind="single_fact")
    theirs = pick(catalogue, 1, scope="film-number-309-1999", kind="single_fact")

    assert ours is not None
    assert theirs is not None
    assert ours.credits == ()
    assert theirs.credits == ("From some data.",)
    assert theirs.cited == ("Some data: Film number 309, CC0 1.0",)

"""Lists of which an import leaves a member out: open, whoever gives them, so that nothing true is called wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from questions.catalogue import Catalogue
from questions.claim import Claim, refuted
from questions.draft import Ask, Draft
from questions.imports.records import Pack
from questions.kinds import KINDS
from questions.picker import in_a_row
from questions.record import EntityRecord, FilmRecord
from tests.questions.film_text import FIVE, WriteFilms, film
from tests.questions.imported import PACK, compiled, imported, person

Import = Callable[..., Catalogue]
"""Compiles imported films, beside film files, into one file, and opens it."""

SECOND = Pack("second", "Second data", "CC BY 4.0", "From second data.")
PROVING = ("single_fact", "true_or_false", "odd_one_out")
"""Kinds whose wrong choices rest on whole lists."""

NAMES = "ABCDEFGHIJ"
CAST = """director = [{ is = "Ishiro Honda", by = ["a", "b"] }]
monster = [{ is = "Mothra", by = "a" }]
starring = [{ is = "Mia Lund", by = "a" }]
cast = [{ is = "Mia Lund", as = "Tom", by = "a" }, { is = "Ida Moe", as = "Ann", by = "a" }]
whole = { starring = "a" }"""


@pytest.fixture
def bring_in(write_films: WriteFilms, tmp_path: Path) -> Iterator[Import]:
    """A function that imports films into one file and opens it."""
    opened: list[Catalogue] = []
    folder = write_films(**{**FIVE, "moth": film(facts=CAST)})

    def run(*films: FilmRecord, pack: Pack = PACK) -> Catalogue:
        opened.append(compiled(tmp_path / "films.sqlite3", folder, *films, pack=pack))
        return opened[-1]

    yield run
    for catalogue in opened:
        catalogue.close()


def row(number: int, *said: tuple[str, object], entities: tuple[EntityRecord, ...] = ()) -> FilmRecord:
    """Return one of many imported films, each of a year of its own."""
    return imported(
        f"q{number}", f"{NAMES[number]}ton Flick", 1996 + number, *said, entities=entities, renown=30
    )


def many(*, namesakes: bool) -> list[FilmRecord]:
    """Return films of as many directors, of whom two may bear one name, and three of Alan Reed."""
    vanes = (person("q71", "Mark Vane"), person("q72", "Mark Vane" if namesakes else "Mark Vale"))
    return [
        row(0, ("director", "q71"), entities=vanes[:1]),
        row(1, ("director", "q72"), entities=vanes[1:]),
        *(row(number, ("director", "Alan Reed")) for number in (2, 3, 4)),
        *(row(number, ("director", f"Jo {NAMES[number]}ick")) for number in range(5, 10)),
    ]


def proving(catalogue: Catalogue, kind: str) -> set[str]:
    """Return the stems of what is asked by a kind in which it counts who did not direct Delta Flick."""
    if kind == "odd_one_out":
        odd = (
            (draft, choice.text)
            for draft in odd_ones(catalogue)
            for choice in draft.choices
            if not choice.wrong
        )
        return {draft.stem for draft, text in odd if text == "Delta Flick"}
    found = islice(in_a_row(catalogue, 1, scope=DELTA, kind=kind, property="director"), 30)
    return {question.stem for question in found if "Delta Flick" in question.stem}


def odd_ones(catalogue: Catalogue) -> Iterator[Draft]:
    """Yield drafts in which three films of Alan Reed's stand beside one of somebody else."""
    for fact in catalogue.facts(property="director"):
        for seed in range(60 if fact.value == "Alan Reed" else 0):
            ask = Ask(catalogue, fact, "odd", seed % 4, Random(seed), "en", seed)
            draft = KINDS["odd_one_out"].ask(ask)
            if draft is not None:
                yield draft


DELTA = "delta-flick-2001"


def delta(*directors: str, lacking: tuple[tuple[str, str], ...] = ()) -> FilmRecord:
    """Return one film of a second import."""
    said = [("director", name) for name in directors]
    return imported("d", "Delta Flick", 2001, *said, renown=30, lacking=lacking)


@pytest.mark.parametrize("kind", PROVING)
def test_nothing_is_proved_by_a_list_without_the_one_whose_name_several_share(
    bring_in: Import, kind: str
) -> None:
    """Where a director's name is two people's and is left out, no question takes the other director for the only one."""
    bring_in(*many(namesakes=True)).close()
    opened = bring_in(delta("Sam Poe", "Mark Vane"), pack=SECOND)

    assert [fact.value for fact in opened.facts(subject=DELTA, property="director")] == ["Sam Poe"]
    assert proving(opened, kind) == set()
    assert refuted(opened, Claim(DELTA, "director", "person/mark-vane")) is None


@pytest.mark.parametrize("kind", PROVING)
def test_the_same_list_without_a_gap_is_asked(bring_in: Import, kind: str) -> None:
    """Where every director is known by name, the same film is asked about."""
    bring_in(*many(namesakes=False)).close()
    catalogue = bring_in(delta("Sam Poe"), pack=SECOND)

    assert catalogue.is_closed(DELTA, "director")
    assert proving(catalogue, kind)


@pytest.mark.parametrize("kind", PROVING)
def test_nothing_is_proved_by_a_list_that_lacks_a_member(bring_in: Import, kind: str) -> None:
    """What an importer says it left out opens the list, as a name that several share does."""
    bring_in(*many(namesakes=False)).close()
    catalogue = bring_in(delta("Sam Poe", lacking=(("director", ""),)), pack=SECOND)

    assert not catalogue.is_closed(DELTA, "director")
    assert proving(catalogue, kind) == set()


def test_a_gap_opens_the_list_of_a_film_file(bring_in: Import) -> None:
    """A director whom an import knows and cannot name opens a film file's list; the lists of other films stay whole."""
    catalogue = bring_in(
        imported("m", "The Moth", 1961, lacking=[("director", ""), ("starring", "")]),
        imported("w", "Wasp Attack", 1962, ("director", "Jun Fukuda")),
    )

    assert not catalogue.is_closed("moth", "director")
    assert not catalogue.is_closed("moth", "starring")
    assert catalogue.is_closed("wasp", "director")


def test_a_gap_that_the_list_itself_may_fill_opens_nothing(bring_in: Import) -> None:
    """A name that two people share, in another import's list of whom one stands already, is no further member."""
    bring_in(*many(namesakes=True)).close()
    catalogue = bring_in(imported("x", "Aton Flick", 1996, ("director", "Mark Vane")), pack=SECOND)

    assert catalogue.is_closed("aton-flick-1996", "director")


def test_a_gap_in_one_role_opens_that_role_alone(bring_in: Import) -> None:
    """Somebody unnamed beside Tom's player leaves Ann's player the only one."""
    catalogue = bring_in(imported("m", "The Moth", 1961, lacking=[("cast", "Tom")]))

    assert not catalogue.is_closed("moth", "cast", "moth/tom")
    assert catalogue.is_closed("moth", "cast", "moth/ann")


def test_a_player_whose_name_several_share_opens_the_role(bring_in: Import) -> None:
    """A role is not whole where one of its players is left out for a name that two people bear."""
    people = (person("q71", "Mark Vane"), person("q72", "Mark Vane"))
    catalogue = bring_in(
        imported("c", "Crab Island", 1963, ("editor", "q71"), ("editor", "q72"), entities=people),
        imported("m", "The Moth", 1961, ("cast", "Mark Vane", {"as": "Tom"})),
    )

    assert not catalogue.is_closed("moth", "cast", "moth/tom")
    assert catalogue.is_closed("moth", "cast", "moth/ann")


def test_a_role_that_has_no_name_opens_every_role(bring_in: Import) -> None:
    """Somebody in a role that nobody can tell may be beside anybody."""
    nameless = EntityRecord("c", "character", "c", ids={"wikidata": "Q9"})
    catalogue = bring_in(
        imported("m", "The Moth", 1961, ("cast", "Jo Ick", {"as": "c"}), entities=[nameless])
    )

    assert not catalogue.is_closed("moth", "cast", "moth/tom")


def test_a_role_of_which_nobody_plays_is_not_made(bring_in: Import) -> None:
    """A gap in a role that no film names adds nobody to the catalogue."""
    catalogue = bring_in(imported("m", "The Moth", 1961, lacking=[("cast", "Zed")]))

    assert not catalogue.has("moth/zed")


def test_a_sequel_that_is_left_out_may_be_any_film(bring_in: Import) -> None:
    """Where a film's next one is named beside one that the data cannot name, no other film is provably not the next."""
    catalogue = bring_in(
        imported("a", "First Flick", 2001, ("followed_by", "Next Flick"), lacking=[("followed_by", "")]),
        imported("b", "Whole Flick", 2002, ("followed_by", "Later Flick")),
        imported("c", "Other Flick", 2003),
    )

    said = [
        refuted(catalogue, Claim(film_id, "followed_by", "other-flick-2003"))
        for film_id in ("first-flick-2001", "whole-flick-2002")
    ]
    assert [wrong is not None for wrong in said] == [False, True]

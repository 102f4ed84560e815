"""The library that comes with Marquee, as a whole: a hundred films, every fact with its sources, every entity one."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict

import pytest

from questions.catalogue import FILMS, NAMES, Catalogue
from questions.catalogue.entity_draft import name_key
from questions.report import doubtful, figures
from questions.report.figures import all_sources

TRADES = frozenset(
    [
        "Reporter",
        "Doctor",
        "Soldier",
        "Policeman",
        "Driver",
        "Fisherman",
        "Secretary",
        "Nurse",
        "Detective",
        "Officer",
        "Commander",
        "Chief",
        "Crew",
        "Tourist",
        "Citizen",
        "Islander",
        "Villager",
        "Operator",
        "Announcer",
        "Assassin",
        "Agent",
        "Minister",
        "Commissioner",
        "Guard",
        "Pilot",
    ]
)
BELONGINGS = frozenset(
    [
        "Police",
        "Fire",
        "Radio",
        "Taxi",
        "Station",
        "Defense",
        "Missile",
        "Military",
        "Security",
        "Space",
        "Submarine",
        "Truck",
        "Bus",
    ]
)

ONE = (
    ("Shusuke Kaneko", ("gamera-2", "gmk")),
    ("Kaoru Mabuchi", ("gorath", "matango")),
    ("Akira Ifukube", ("godzilla-1954", "godzilla-vs-destoroyah")),
)
APART = (
    (
        ("gamera-2", "producer", "person/naoki-sato"),
        ("godzilla-minus-one", "composer", "person/naoki-sato-composer"),
    ),
    (
        ("gmk", "editor", "person/isao-tomita-editor"),
        ("prophecies-of-nostradamus", "composer", "person/isao-tomita"),
    ),
)


def test_there_are_a_hundred_films_and_four(library: Catalogue) -> None:
    """Every film of the list has a file, and no film has two."""
    assert len(library.films()) == len(list(FILMS.glob("*.toml"))) == 104


@pytest.mark.parametrize("path", sorted(FILMS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_file_is_pleasant_to_open(path: object) -> None:
    """It begins with its id and its passages, says the film's title first, and has no leftovers."""
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    tables = [line for line in text.splitlines() if line.startswith("[")]

    assert text.startswith('id = "')
    assert tables[0].startswith("[sources")
    assert "[film]" in tables
    assert "TODO" not in text
    assert "?" not in "".join(tomllib.loads(text)["sources"])


def test_no_fact_is_without_a_source(library: Catalogue) -> None:
    """Every fact has a passage behind it, and every passage a family."""
    for fact in library.facts():
        assert fact.sources, fact.id
        assert all(source.family for source in fact.sources)
        assert fact.witnesses >= len({source.family for source in fact.sources})


def test_every_passage_is_used(library: Catalogue) -> None:
    """No passage is declared that no fact rests on."""
    assert figures(library).unused == ()


def test_mirrors_of_one_text_are_one_family(library: Catalogue) -> None:
    """Every page of Wikipedia is of Wikipedia's family, every copy of Cineaste of Cineaste's."""
    for source in all_sources(library):
        if source.url and "jtortorelli" in source.url:
            assert source.family == "cineaste", source.id
        if source.url and "wikipedia.org" in source.url:
            assert source.family == "wikipedia", source.id


@pytest.mark.parametrize("property", ["title", "director"])
def test_every_film_has_the_least_there_is(library: Catalogue, property: str) -> None:  # noqa: A002
    """A film has a title and a director."""
    bare = [film.id for film in library.films() if not library.facts(subject=film.id, property=property)]

    assert bare == []


def test_every_film_has_a_year_or_a_release(library: Catalogue) -> None:
    """When a film came out is known."""
    assert [film.id for film in library.films() if film.year is None] == []


def test_namesakes_are_one_or_declared_apart(library: Catalogue) -> None:
    """Two people, monsters, places, companies or groups whose names fold alike are told apart by names/."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in NAMES.glob("*.toml")]
    declared = {key for table in tables for key, entry in table.items() if "apart" in entry}
    declared |= {key for table in tables for entry in table.values() for key in entry.get("apart", ())}
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind in ("person", "monster", "place", "company", "group"):
        for entity in library.entities(kind):
            if not entity.unnamed and entity.film is None:
                owners[kind, name_key(kind, entity.name)].add(entity.id)
    for ids in owners.values():
        undeclared = [one for one in ids if one.split("/")[1] not in declared]
        assert len(undeclared) <= 1, ids


@pytest.mark.parametrize(("name", "films"), ONE)
def test_a_person_is_one_across_films(library: Catalogue, name: str, films: tuple[str, str]) -> None:
    """Whoever worked on two films is one person there, also under another name."""
    worked = [
        {
            fact.entity.id
            for fact in library.facts(subject=film)
            if fact.entity and name in library.names(fact.entity.id)
        }
        for film in films
    ]

    assert worked[0] == worked[1]
    assert len(worked[0]) == 1


@pytest.mark.parametrize("sides", APART)
def test_namesakes_are_two_across_films(library: Catalogue, sides: tuple[tuple[str, str, str], ...]) -> None:
    """The producer Naoki Sato is not the composer Naoki Satō, nor are the two Isao Tomitas one."""
    for film, property_, person in sides:
        found = {fact.entity.id for fact in library.facts(subject=film, property=property_) if fact.entity}
        assert person in found


def test_a_description_is_no_name(library: Catalogue) -> None:
    """A role that is called by what it is, is marked so: nobody is asked who plays "Reporter" as if it were a name."""
    bare = [c.id for c in library.entities("character") if not c.unnamed and is_description(c.name)]

    assert bare == []


def is_description(name: str) -> bool:
    """Return whether a name says no more than what somebody is: a rank or trade, and of whom or where."""
    words = name.split()
    return words[-1] in TRADES and all(word in TRADES | BELONGINGS for word in words[:-1])


@pytest.mark.parametrize(
    ("film", "title"),
    [
        ("gamera-2", "ガメラ2 レギオン襲来"),
        ("gamera-3", "ガメラ3 邪神〈イリス〉覚醒"),
        ("latitude-zero", "緯度0大作戦"),
        ("frankenstein-conquers-the-world", "フランケンシュタイン対地底怪獣"),
    ],
)
def test_a_film_is_shown_under_its_own_japanese_title(library: Catalogue, film: str, title: str) -> None:
    """Of several Japanese spellings the one on the poster is shown, and the others still find the film."""
    assert library.spoken("ja").entity(film).name == title


def test_japanese_titles_are_set_as_in_japan(library: Catalogue) -> None:
    """No title shown to Japanese readers is a Western one, or has a colon or a space before its number."""
    titles = [library.spoken("ja").entity(film.id).name for film in library.films()]

    assert [title for title in titles if title.isascii()] == ["ULTRAMAN", "GAMERA -Rebirth-"]
    assert [title for title in titles if re.search(r":|(?<=[ァ-ー]) \d", title)] == []


def test_who_may_be_two_is_listed_for_a_human(library: Catalogue) -> None:
    """People whose films have nobody else in common are listed, and nobody's career is longer than a life at work."""
    listed = doubtful(library)

    assert any(one.person == "person/yusuke-kawazu" for one in listed)
    assert not any(one.why.startswith("career") for one in listed)

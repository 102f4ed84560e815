"""Names: a bare name finds its entity or makes it; where two may be meant, the file is refused with both ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.catalogue import NAMES
from questions.catalogue.compile import compile_films
from questions.fault import FilmFileError
from questions.names_file import read_names
from tests.questions.film_text import Build, WriteFilms, film

HONDA = 'director = [{ is = "Ishiro Honda", by = "a" }]'


def refused(folder: Path) -> list[str]:
    """Return the faults for which a folder of films, with its names, is refused."""
    with pytest.raises(FilmFileError) as error:
        compile_films(sorted(folder.glob("*.toml")), folder.parent / "names")
    return [str(fault) for fault in error.value.faults]


@pytest.mark.parametrize(
    "name", ["Ishirō Honda", "Honda Ishiro", "ishiro-honda", "本多猪四郎", "Inoshiro Honda"]
)
def test_every_spelling_finds_the_shared_entity(build: Build, name: str) -> None:
    """A key, any order, any marks, another script and a spelling all mean the entity of names/."""
    people = (
        '[ishiro-honda]\nname = "Ishiro Honda"\nspellings = ["Inoshiro Honda"]\nnames = { ja = "本多猪四郎" }'
    )
    catalogue = build({"people": people}, moth=film(facts=HONDA.replace("Ishiro Honda", name)))

    (fact,) = catalogue.facts(property="director")

    assert fact.entity is not None
    assert (fact.entity.id, fact.value) == ("person/ishiro-honda", "Ishiro Honda")


def test_a_new_name_makes_an_entity_that_films_share(build: Build) -> None:
    """A bare name that nothing has is a new entity, the same in every film."""
    catalogue = build(moth=film(facts=HONDA), wasp=film("wasp", "Wasp", facts=HONDA))

    assert {fact.entity.id for fact in catalogue.facts(property="director") if fact.entity} == {
        "person/ishiro-honda"
    }


def test_a_name_that_means_two_is_refused_with_both(write_films: WriteFilms) -> None:
    """Where two entities bear a name, the fault names both ids and asks for the key."""
    people = '[honda-one]\nname = "Ishiro Honda"\n[honda-two]\nname = "Honda Ishiro"\napart = ["honda-one"]'
    folder = write_films({"people": people}, moth=film(facts=HONDA))

    (fault,) = refused(folder)

    assert fault.startswith("moth.toml: film.director[0].is:")
    assert "may be person/honda-one or person/honda-two: write the key" in fault


def test_the_key_says_which_of_two_is_meant(build: Build) -> None:
    """Two entities of one name are told apart by their keys."""
    people = '[honda-one]\nname = "Ishiro Honda"\n[honda-two]\nname = "Ishiro Honda"\napart = ["honda-one"]'
    catalogue = build({"people": people}, moth=film(facts=HONDA.replace("Ishiro Honda", "honda-two")))

    assert [fact.id for fact in catalogue.facts(property="director")] == ["moth/director/honda-two"]


def test_namesakes_must_be_declared_apart(write_films: WriteFilms) -> None:
    """Two entities of one type whose names fold alike, in any order and without macrons, are one or declared apart."""
    people = '[honda-one]\nname = "Ishirō Honda"\n[honda-two]\nname = "Honda Ishiro"'
    folder = write_films({"people": people}, moth=film(facts=HONDA.replace("Ishiro Honda", "honda-two")))

    (fault,) = refused(folder)

    assert "person/honda-one and person/honda-two share a name" in fault
    assert "apart = ['honda-two']" in fault


def test_a_key_that_means_nothing_is_refused(write_films: WriteFilms) -> None:
    """What looks like a key but is none is a fault with the nearest key, never a new entity."""
    people = '[ishiro-honda]\nname = "Ishiro Honda"'
    folder = write_films({"people": people}, moth=film(facts=HONDA.replace("Ishiro Honda", "ishiro-hondo")))

    (fault,) = refused(folder)

    assert "is the key of nothing" in fault
    assert "Did you mean 'ishiro-honda'?" in fault


def test_two_films_using_one_key_for_two_people_are_refused(write_films: WriteFilms) -> None:
    """Tables of one key in two films are one entity only where a name agrees."""
    one, two = '[people.tanaka]\nname = "Ken Tanaka"', '[people.tanaka]\nname = "Jun Tanaka"'
    folder = write_films(moth=film(rest=one), wasp=film("wasp", "Wasp", rest=two))

    (fault,) = refused(folder)

    assert fault.startswith("wasp.toml: people.tanaka: 'tanaka' is already the key of 'Ken Tanaka'")


def test_tables_of_one_name_in_two_films_are_one_entity(build: Build) -> None:
    """Two films may both have a table for somebody, and everything said is said of one."""
    person = '[people.tanaka]\nname = "Ken Tanaka"'
    catalogue = build(
        moth=film(rest=person), wasp=film("wasp", "Wasp", rest=f"{person}\nspellings = ['Tanaka Ken']")
    )

    assert [entity.id for entity in catalogue.entities("person")] == ["person/tanaka"]


def test_characters_belong_to_their_film_unless_shared(build: Build) -> None:
    """Two films' characters of one name are two; one that stands in names/ is one."""
    cast = 'cast = [{ is = "X Y", as = "Tom", by = "a" }, { is = "Z Y", as = "Asagi", by = "a" }]'
    catalogue = build(
        {"characters": '[asagi]\nname = "Asagi Kusanagi"\nspellings = ["Asagi"]'},
        moth=film(facts=cast),
        wasp=film("wasp", "Wasp", facts=cast),
    )

    assert {entity.id for entity in catalogue.entities("character")} == {
        "character/asagi",
        "moth/tom",
        "wasp/tom",
    }


def test_what_lies_within_nothing_known_is_refused(write_films: WriteFilms) -> None:
    """A place within a key that is none is a fault of the file that says so."""
    folder = write_films(moth=film(rest='[places.port]\nname = "Port"\nwithin = "nowhere-at-all"'))

    assert ["'nowhere-at-all' is the key of nothing" in fault for fault in refused(folder)] == [True]


def test_two_files_of_one_film_are_refused(write_films: WriteFilms, tmp_path: Path) -> None:
    """A film has one file."""
    folder = write_films(moth=film())
    twin = tmp_path / "elsewhere" / "moth.toml"
    twin.parent.mkdir()
    twin.write_text(film(), encoding="utf-8")

    with pytest.raises(FilmFileError, match="already the id of"):
        compile_films([folder / "moth.toml", twin], tmp_path / "names")


@pytest.mark.parametrize(
    ("stem", "text", "path", "advice"),
    [
        ("poeple", "", "", "called after no type"),
        ("people", '[x]\nspellings = ["X"]', "x", "needs a name"),
        ("people", '[x]\nname = "X"\nwithin = "y"', "x.within", "a person lies within nothing"),
        ("people", '[x]\nname = "X"\nnmes = { ja = "X" }', "x", "Did you mean 'names'?"),
        ("places", '[x]\nname = "X"\nkind = "town"', "x.kind", "Known:"),
        ("people", "x = 3", "x", "expected a table"),
    ],
)
def test_a_fault_of_a_names_file_is_named(
    tmp_path: Path, stem: str, text: str, path: str, advice: str
) -> None:
    """A bad file of names/ is refused with file, path and what to write."""
    file = tmp_path / f"{stem}.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(FilmFileError) as error:
        read_names(file, {})

    assert [(fault.file, fault.path) for fault in error.value.faults] == [(f"names/{stem}.toml", path)]
    assert advice in error.value.faults[0].message


def test_shared_sources_may_be_cited_and_not_redefined(write_films: WriteFilms, tmp_path: Path) -> None:
    """A passage of sources.toml may be cited by every film, but not declared anew."""
    folder = write_films(moth=film(facts='director = [{ is = "X Y", by = "book" }]'))
    (tmp_path / "sources.toml").write_text('book = { what = "A book", family = "book" }', encoding="utf-8")
    paths = [folder / "moth.toml"]

    assert compile_films(paths, tmp_path / "names").sources["moth", "book"].what == "A book"

    (tmp_path / "sources.toml").write_text('a = { what = "A book", family = "book" }', encoding="utf-8")
    with pytest.raises(FilmFileError, match="stands in sources"):
        compile_films(paths, tmp_path / "names")


@pytest.mark.parametrize("path", sorted(NAMES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_names_that_come_with_marquee_are_good(path: Path) -> None:
    """Every file of names/ reads without a fault."""
    assert read_names(path, {})

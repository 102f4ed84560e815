"""Film files: a good one reads whole; a bad one is refused with every fault, where it is and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.catalogue import FILMS
from questions.catalogue.compile import compile_films
from questions.fault import Fault, FilmFileError
from questions.film_file import read_film
from tests.questions.film_text import WriteFilms, film

GOOD = film(
    facts="""
director = [{ is = "Ishiro Honda", by = ["a", "b"], written = { b = "Inoshiro Honda" } }]
cast     = [{ is = "Kenji Sahara", as = "doctor", billed = 1, by = "b", doubt = "may be another role" }]
release  = [{ is = 1961-07-30, country = "JP", kind = "cinema", by = "a" }]
earned   = [{ is = 9, in = "JPY", measure = "gross", about = true, by = "a" }]
same     = { director = "one man" }
whole    = { cast = ["a", "b"] }""",
    rest="""
[characters.doctor]
name = "Doctor Chujo"
spellings = ["Chujo"]
names = { ja = "中条" }
[places.port]
name = "the port"
unnamed = true
kind = "facility"
within = "Tokyo"
[events.landing]
what = "The moth lands"
where = [{ is = "port", by = "a" }]
[story]
a = ["landing"]
""",
)


def faults_of(path: Path) -> dict[str, str]:
    """Return the faults of one film file: message by path inside it."""
    with pytest.raises(FilmFileError) as refused:
        read_film(path)
    assert all(fault.file == path.name for fault in refused.value.faults)
    return {fault.path: fault.message for fault in refused.value.faults}


def test_a_good_file_reads_whole(write_films: WriteFilms) -> None:
    """Everything a good file says is in its record."""
    record = read_film(write_films(moth=GOOD) / "moth.toml")

    said = {statement.property: statement for statement in record.film.statements}
    assert said["director"].written == {"b": ("Inoshiro Honda",)}
    assert said["director"].by == ("a", "b")
    assert said["cast"].qualifiers == {"as": "doctor", "billed": 1}
    assert said["cast"].doubt == "may be another role"
    assert said["release"].value == "1961-07-30"
    assert (record.film.same, record.film.whole) == ({"director": "one man"}, {"cast": ("a", "b")})
    assert record.story == {"a": (("landing",),)}
    assert record.sources["b"].licence == "CC BY-SA 4.0"


def test_entities_of_a_good_file(write_films: WriteFilms) -> None:
    """Tables become entities with their names, and an event told in plain words is told by its story's passages."""
    record = read_film(write_films(moth=GOOD) / "moth.toml")

    doctor, port, landing = record.entities
    assert (doctor.name, doctor.spellings, doctor.names) == ("Doctor Chujo", ("Chujo",), {"ja": "中条"})
    assert (port.unnamed, port.kind, port.within) == (True, "facility", "Tokyo")
    assert (landing.statements[0].value, landing.statements[0].by) == ("The moth lands", ("a",))


FAULTY_FACTS = {
    'directer = [{ is = "X Y", by = "a" }]': ("film", "Did you mean 'director'?"),
    'director = [{ is = "X Y", by = "a3" }]': ("film.director[0].by", "Did you mean 'a"),
    'director = [{ is = "X Y" }]': ("film.director[0].by", "say who says so"),
    'director = [{ is = "X Y", by = [] }]': ("film.director[0].by", "say who says so"),
    'director = [{ is = "X Y", by = ["a", "a"] }]': ("film.director[0].by", "twice"),
    'director = [{ by = "a" }]': ("film.director[0]", "write is = … (the director)"),
    'director = [{ is = 7, by = "a" }]': ("film.director[0].is", "in quotes"),
    'director = ["X Y"]': ("film.director[0]", "expected { is = …, by = … }"),
    'director = "X Y"': ("film.director[0]", "expected { is = …, by = … }"),
    "director = []": ("film.director", "is empty"),
    'director = [{ is = "X Y", ordr = 1, by = "a" }]': ("film.director[0]", "Did you mean 'order'?"),
    'director = [{ is = "X Y", by = "a", doubt = "" }]': ("film.director[0].doubt", "say why"),
    'director = [{ is = "X Y", by = "a", written = "Z" }]': ("film.director[0].written", "expected { source"),
    'director = [{ is = "X Y", by = "a", written = { b = "Z" } }]': (
        "film.director[0].written.b",
        "not among this statement's sources",
    ),
    'director = [{ is = "X Y", by = "a", written = { a = [] } }]': (
        "film.director[0].written.a",
        "a text in quotes",
    ),
    'cast = [{ is = "X Y", by = "a" }]': ("film.cast[0]", "say as whom"),
    'budget = [{ is = 5, by = "a" }]': ("film.budget[0]", "say the currency"),
    'release = [{ is = 1961, country = "Japan", by = "a" }]': ("film.release[0].country", "such as 'JP'"),
    'same = { directer = "one man" }': ("film.same", "Did you mean 'director'?"),
    'same = { director = "" }': ("film.same.director", "a text in quotes"),
    'whole = { cast = "c" }': ("film.whole.cast", "'c' is not in [sources]"),
    'whole = { casst = "a" }': ("film.whole", "Did you mean 'cast'?"),
    'whole = "cast"': ("film.whole", "expected { property"),
    'within = "japan"': ("film.within", "only places, groups and monsters"),
}


@pytest.mark.parametrize("facts", FAULTY_FACTS)
def test_a_fault_of_a_statement_is_named(write_films: WriteFilms, facts: str) -> None:
    """A faulty statement is refused with its path in the file and what to write instead."""
    path, advice = FAULTY_FACTS[facts]

    assert advice in faults_of(write_films(moth=film(facts=facts)) / "moth.toml")[path]


FAULTY_TABLES = {
    '[pepole.x]\nname = "X"': ("pepole", "Did you mean 'people'?"),
    'people = "X"': ("film", "no property 'people'"),
    '[people]\nx = "X Y"': ("people.x", "expected a table"),
    '[people.X_Y]\nname = "X"': ("people.X_Y", "small letters"),
    '[people.x]\nname = "X"\nunnamed = "yes"': ("people.x.unnamed", "true or false"),
    '[people.x]\nname = "X"\nspellings = "Y"': ("people.x.spellings", "a list of texts"),
    '[people.x]\nname = "X"\nnames = "Y"': ("people.x.names", "expected a table"),
    '[people.x]\nname = "X"\nids = { imbd = "nm1" }': ("people.x.ids", "Did you mean 'imdb'?"),
    '[places.x]\nname = "X"\nkind = "citty"': ("places.x.kind", "Did you mean 'city'?"),
    '[places.x]\nname = "X"\nwithin = 3': ("places.x.within", "a key or a name"),
    '[characters.x]\nname = "X"\nrnak = [{ is = "Colonel", by = "a" }]': (
        "characters.x",
        "Did you mean 'rank'?",
    ),
    '[events.x]\nwhere = [{ is = "Tokyo", by = "a" }]': ("events.x.what", "say what happens"),
    '[events.x]\nwhat = "It ends"': ("events.x.what", "no passage in [story] tells this event"),
    '[story]\nc = ["x"]': ("story.c", "is not in [sources]"),
    '[story]\na = ["x"]': ("story.a[0]", "'x' is not in [events]"),
    '[story]\na = "x"': ("story.a", "a list of events"),
    '[events.x]\nwhat = "It ends"\n[story]\na = ["x", "x"]': ("story.a[1]", "told twice"),
    '[sources.c]\nwhat = "C"': ("sources.c", "family"),
    '[sources.c]\nwhat = "C"\nfamily = "c"\nlink = "x"': ("sources.c", "link"),
}


@pytest.mark.parametrize("rest", FAULTY_TABLES)
def test_a_fault_of_a_table_is_named(write_films: WriteFilms, rest: str) -> None:
    """A faulty table is refused with its path in the file and what to write instead."""
    path, advice = FAULTY_TABLES[rest]

    assert advice in faults_of(write_films(moth=film(rest=rest)) / "moth.toml")[path]


@pytest.mark.parametrize(
    ("old", "new", "path", "advice"),
    [
        ('id = "moth"', "", "id", "write the film's id"),
        ('id = "moth"', 'id = "Moth"', "id", "small letters"),
        ('id = "moth"', 'id = "wasp"', "id", "rename the file"),
        ('id = "moth"', 'id = "moth"\nform = "serial"', "form", "Known: film, series"),
        ('id = "moth"', 'id = "moth"\nids = { imbd = "tt1" }', "ids.imbd", "wikidata, imdb"),
        ("title =", "also_known_as =", "film.title", "a film needs a title"),
    ],
)
def test_a_fault_of_the_film_itself_is_named(
    write_films: WriteFilms, old: str, new: str, path: str, advice: str
) -> None:
    """A film without good id, form, registers or title is refused."""
    assert advice in faults_of(write_films(moth=film().replace(old, new)) / "moth.toml")[path]


def test_all_faults_are_told_at_once(write_films: WriteFilms) -> None:
    """Faults of every part of a file are told together, those of the head among them."""
    lines = "\n".join(facts for facts in FAULTY_FACTS if facts.startswith(("directer", "cast", "budget")))
    text = film(facts=lines, rest="[pepole.x]").replace('id = "moth"', 'id = "wasp"\nids = { imbd = "tt1" }')
    text = text.replace("title =", "early_title =")

    found = faults_of(write_films(moth=text) / "moth.toml")

    wanted = {"id", "ids.imbd", "film", "film.title", "film.cast[0]", "film.budget[0]", "pepole"}
    assert found.keys() == wanted


def test_only_broken_syntax_hides_the_rest(write_films: WriteFilms) -> None:
    """A file that is not TOML has one fault, which says where."""
    found = faults_of(write_films(moth=film(facts="director = [{ is = }]", rest="[pepole.x]")) / "moth.toml")

    assert list(found) == [""]
    assert "line" in found[""]


def test_faults_of_all_files_are_told_at_once(write_films: WriteFilms, tmp_path: Path) -> None:
    """Several bad films and a bad file of names are refused together."""
    folder = write_films(
        names={"people": "[x]\nnam = 'X'"},
        moth=film(facts="directer = []"),
        wasp=film("wasp", facts="cast = []"),
        crab="id = ",
    )

    with pytest.raises(FilmFileError) as refused:
        compile_films(sorted(folder.glob("*.toml")), tmp_path / "names")

    files = {fault.file for fault in refused.value.faults}
    assert files == {"crab.toml", "moth.toml", "names/people.toml", "wasp.toml"}


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are a fault, not a crash."""
    (tmp_path / "moth.toml").write_bytes(b"\xff\xfe")

    assert "cannot be read" in faults_of(tmp_path / "moth.toml")[""]


def test_a_fault_reads_as_one_line() -> None:
    """For people a fault is file, path and message in one line."""
    assert str(Fault("moth.toml", "film.cast", "is empty")) == "moth.toml: film.cast: is empty"
    assert str(Fault("moth.toml", "", "is not TOML")) == "moth.toml: is not TOML"


@pytest.mark.parametrize("path", sorted(FILMS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_films_that_come_with_marquee_are_good(path: Path) -> None:
    """Every film file of the library reads without a fault."""
    assert read_film(path).id == path.stem

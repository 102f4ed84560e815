"""Imports beside film files: which film is which, who is who, what becomes of lists, and what is left when it breaks off."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.catalogue import Catalogue
from questions.catalogue.importing import compile_with_imports
from questions.imports.opening import DamagedError
from questions.imports.records import Pack
from questions.imports.report import Report
from questions.picker import in_a_row
from questions.record import FilmRecord
from tests.questions.film_text import FIVE, WriteFilms, film
from tests.questions.imported import PACK, compiled, imported, person

Import = Callable[..., Catalogue]
"""Compiles imported films, beside five film files, into one file, and opens it."""

OTHER = Pack("other", "Other data", "CC BY 4.0", "From other data.")


@pytest.fixture
def folder(write_films: WriteFilms) -> Path:
    """The folder of the five films, one of them with an id elsewhere."""
    moth = film(facts='director = [{ is = "Ishiro Honda", by = "a" }]').replace(
        'id = "moth"', 'id = "moth"\nids = { imdb = "tt0055000" }'
    )
    return write_films(**{**FIVE, "moth": moth})


@pytest.fixture
def bring_in(folder: Path, tmp_path: Path) -> Iterator[Import]:
    """A function that imports films into one file and opens it."""
    opened: list[Catalogue] = []

    def run(*films: FilmRecord, pack: Pack = PACK, report: Report | None = None) -> Catalogue:
        opened.append(compiled(tmp_path / "films.sqlite3", folder, *films, pack=pack, report=report))
        return opened[-1]

    yield run
    for catalogue in opened:
        catalogue.close()


def directors(catalogue: Catalogue, film_id: str) -> dict[str, list[str]]:
    """Return who is said to have directed a film, each with the keys of the passages."""
    facts = catalogue.facts(subject=film_id, property="director")
    return {str(fact.entity and fact.entity.name): [source.key for source in fact.sources] for fact in facts}


def test_a_film_is_met_by_its_id_elsewhere(bring_in: Import) -> None:
    """Under another title and year, the same id is the same film: its passages join, its title is found, no film is new."""
    catalogue = bring_in(
        imported("q1", "Mothra!", 1962, ("director", "Ishiro Honda"), ids={"imdb": "tt0055000"})
    )

    assert directors(catalogue, "moth") == {"Ishiro Honda": ["a", "data"]}
    assert len(catalogue.films()) == 5
    assert "Mothra!" in catalogue.names("moth")


def test_a_film_is_met_by_title_and_year(bring_in: Import) -> None:
    """Written otherwise, the same title of the same year is the same film; of another year it is another film."""
    catalogue = bring_in(
        imported("q1", "the wasp attack", 1962, ("director", "Jun Fukuda")),
        imported("q2", "Wasp Attack", 1999, ("director", "Somebody Else")),
    )

    assert directors(catalogue, "wasp") == {"Jun Fukuda": ["a", "b", "data"]}
    assert directors(catalogue, "wasp-attack-1999") == {"Somebody Else": ["data"]}
    assert len(catalogue.films()) == 6


def test_two_ids_in_one_register_are_two_films(bring_in: Import) -> None:
    """Title and year alike, but another id where the film has one: a film of its own, under an id of its own."""
    catalogue = bring_in(
        imported("q1", "The Moth", 1961, ("director", "Somebody Else"), ids={"imdb": "tt9"}),
        imported("q2", "The Moth", 1961, ("director", "A Third"), ids={"imdb": "tt10"}),
    )

    assert directors(catalogue, "moth") == {"Ishiro Honda": ["a"]}
    assert directors(catalogue, "the-moth-1961") == {"Somebody Else": ["data"]}
    assert directors(catalogue, "the-moth-1961-q2") == {"A Third": ["data"]}


def test_a_witness_more_is_counted(bring_in: Import) -> None:
    """A family of its own is a witness more; the same family is none."""
    catalogue = bring_in(
        imported("q1", "Wasp Attack", 1962, ("director", "Jun Fukuda")),
        imported("q2", "Crab Island", 1963, ("director", "Noriaki Yuasa"), family="one"),
    )

    assert [fact.witnesses for fact in catalogue.facts(property="director", film="wasp")] == [3]
    assert [fact.witnesses for fact in catalogue.facts(property="director", film="crab")] == [2]


def test_a_disagreement_is_a_dispute(bring_in: Import) -> None:
    """What an import says otherwise stands beside what the film file says, both in dispute."""
    catalogue = bring_in(imported("q1", "Wasp Attack", 1962, ("director", "Somebody Else")))

    facts = catalogue.facts(subject="wasp", property="director")
    assert {fact.value: fact.difference for fact in facts} == {
        "Jun Fukuda": "dispute",
        "Somebody Else": "dispute",
    }
    assert not catalogue.is_closed("wasp", "director")


def test_a_list_that_closes_when_said_stays_open(bring_in: Import) -> None:
    """Stars listed by an import are no whole list; its one director is, since who names one names all."""
    catalogue = bring_in(
        imported("q1", "New Film", 2001, ("director", "A B"), ("starring", "C D"), ("starring", "E F"))
    )

    assert catalogue.is_closed("new-film-2001", "director")
    assert not catalogue.is_closed("new-film-2001", "starring")


def test_an_import_opens_a_list_and_never_closes_one(
    bring_in: Import, write_films: WriteFilms, tmp_path: Path
) -> None:
    """One name more opens a whole list; the names of an open list, said again, leave it open."""
    open_list = """cast = [{ is = "A B", as = "Tom", by = "a" }, { is = "C D", as = "Tom", by = "b" }]
monster = [{ is = "Mothra", by = "a" }]"""
    write_films(gnat=film("gnat", "Gnat Night", 1970, open_list))
    catalogue = bring_in(
        imported("q1", "Wasp Attack", 1962, ("director", "Jun Fukuda"), ("director", "One More")),
        imported("q2", "Gnat Night", 1970, ("cast", "A B", {"as": "Tom"}), ("monster", "Mothra")),
    )

    assert not catalogue.is_closed("wasp", "director")
    assert not catalogue.is_closed("gnat", "cast", "gnat/tom")
    assert not catalogue.is_closed("gnat", "monster")
    assert catalogue.is_closed("crab", "director")


def test_several_processes_share_one_file(bring_in: Import, tmp_path: Path) -> None:
    """Three processes draw questions from one file at once, each the same for the same seed."""
    bring_in(
        *(
            imported(f"q{n}", f"Film {'ABCDEF'[n]}", 2001, ("director", f"Jo {'ABCDEF'[n]}x"))
            for n in range(6)
        )
    )
    command = [sys.executable, "-m", "questions", "ask", "--n", "5", "--json", "--catalogue"]
    running = [
        subprocess.Popen([*command, tmp_path / "films.sqlite3"], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = {process.communicate()[0] for process in running}

    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(told) == 1
    assert len(told.pop().splitlines()) == 5


def test_two_imports_of_one_film_are_one(bring_in: Import) -> None:
    """A second import keeps the first; what both have is one film with two passages, and each pack keeps its name."""
    bring_in(imported("q1", "New Film", 2001, ("director", "A B"))).close()
    catalogue = bring_in(imported("x", "New Film", 2001, ("director", "A B"), family="other"), pack=OTHER)

    assert directors(catalogue, "new-film-2001") == {"A B": ["data", "other-data"]}
    assert catalogue.facts(subject="new-film-2001", property="director")[0].witnesses == 2
    assert [name for (name,) in catalogue.rows("SELECT name FROM pack ORDER BY name")] == ["data", "other"]


def test_an_import_read_again_takes_its_own_place(bring_in: Import) -> None:
    """What the second reading of a source no longer has is gone."""
    bring_in(imported("q1", "Old Film", 2001), imported("q2", "Kept Film", 2002)).close()
    catalogue = bring_in(imported("q2", "Kept Film", 2002))

    assert not catalogue.has("old-film-2001")
    assert catalogue.has("kept-film-2002")


def test_a_film_given_twice_is_one(bring_in: Import) -> None:
    """The later record of one key counts, and the earlier is counted as left out."""
    report = Report()
    catalogue = bring_in(
        imported("q1", "New Film", 2001, ("director", "A B")),
        imported("q2", "Other Film", 2001),
        imported("q1", "New Film", 2001, ("director", "C D")),
        report=report,
    )

    assert directors(catalogue, "new-film-2001") == {"C D": ["data"]}
    assert (report.films, report.skipped.total()) == (2, 1)


def test_people_are_met_by_id_then_by_name(bring_in: Import) -> None:
    """An id elsewhere tells two of one name apart; a bare name finds the one there is, and learns nothing of nobody."""
    report = Report()
    catalogue = bring_in(
        imported(
            "q1", "First", 2001, ("director", "q7"), entities=[person("q7", "Ana Silva", ja="アナ・シルバ")]
        ),
        imported("q2", "Second", 2002, ("director", "q8"), entities=[person("q8", "Ana Silva")]),
        imported("q3", "Third", 2003, ("director", "q7"), entities=[person("q7", "Ana Silva")]),
        imported("q4", "Fourth", 2004, ("director", "Ana Silva")),
        imported("q5", "Fifth", 2005, ("director", "Ishiro Honda")),
        report=report,
    )

    who = {fact.subject.name: fact.entity.id for fact in catalogue.facts(property="director") if fact.entity}
    assert who["First"] == who["Third"] == "person/ana-silva"
    assert who["Second"] == "person/ana-silva-q8"
    assert "Fourth" not in who
    assert sum(report.left_out.values()) == 1
    assert who["Fifth"] == who["The Moth"]
    assert catalogue.spoken("ja").entity("person/ana-silva").name == "アナ・シルバ"


def test_films_find_each_other_whatever_comes_first(bring_in: Import) -> None:
    """A sequel named before its own record comes is that film, not a second one."""
    first = imported("q1", "One", 2001, ("followed_by", "q2"), ids={"wikidata": "Q1"})
    second = imported("q2", "Two", 2003, ids={"wikidata": "Q2"})
    link = person("q2", "Two")
    catalogue = bring_in(
        FilmRecord(
            first.file,
            first.id,
            "film",
            first.sources,
            first.film,
            (type(link)("q2", "film", "q2", name="Two", ids={"wikidata": "Q2"}),),
            {},
        ),
        second,
    )

    assert [fact.value for fact in catalogue.facts(subject="one-2001", property="followed_by")] == ["Two"]
    assert catalogue.has("two-2003")
    assert not catalogue.has("two")


def test_the_better_known_come_first(bring_in: Import) -> None:
    """Of two films of whom as much is told, the one better known elsewhere has the lesser number."""
    catalogue = bring_in(imported("q1", "Little", 2001, renown=1), imported("q2", "Great", 2002, renown=90))

    assert catalogue.number("great-2002") < catalogue.number("little-2001")


def test_questions_are_asked_from_an_import(bring_in: Import) -> None:
    """Directors that only an import names are asked about with choices, each with its source and licence."""
    new = [
        imported(f"q{n}", f"Film {'ABCDEFGH'[n]}", 2001, ("director", f"Jo {'ABCDEFGH'[n]}x"))
        for n in range(8)
    ]
    catalogue = bring_in(*new)

    asked = [
        question
        for question, _ in zip(
            in_a_row(catalogue, 1, kind="single_fact", property="director"), range(12), strict=False
        )
        if question.film.startswith("film-")
    ]
    assert asked
    assert all(question.choices and len(question.choices) == 4 for question in asked)
    assert all("CC0 1.0" in cited for question in asked for cited in question.cited)


def test_what_breaks_off_leaves_the_file_as_it_was(bring_in: Import, folder: Path, tmp_path: Path) -> None:
    """Input that ends in the middle is refused, and the catalogue there is stays, byte for byte."""
    bring_in(imported("q1", "New Film", 2001)).close()
    target = tmp_path / "films.sqlite3"
    before = target.read_bytes()

    def cut_off() -> Iterator[FilmRecord]:
        yield imported("q2", "Second", 2002)
        raise DamagedError("ends too early")

    with pytest.raises(DamagedError):
        compile_with_imports(target, PACK, cut_off(), Report(), folder=folder, names=folder.parent / "names")

    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".part", ".stage")] == []


names_of_anything = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(
    st.lists(
        st.tuples(names_of_anything, st.integers(1900, 1903), st.lists(names_of_anything, max_size=3)),
        min_size=1,
        max_size=6,
    )
)
def test_no_record_breaks_the_catalogue(
    folder: Path, tmp_path: Path, films: list[tuple[str, int, list[str]]]
) -> None:
    """Whatever titles and names an import has, a whole catalogue comes out in which every film is one, with its facts."""
    records = [
        imported(f"k{n}", title, year, *(("director", name) for name in people))
        for n, (title, year, people) in enumerate(films)
        if imported("k", title, year).film.statements
    ]
    catalogue = compiled(tmp_path / "any.sqlite3", folder, *records)

    met = catalogue.rows("SELECT count(*) FROM entity WHERE own")[0][0]
    assert 5 <= met <= 5 + len(records)
    for row in catalogue.rows("SELECT id FROM fact"):
        assert catalogue.fact(row[0]).sources
    catalogue.close()

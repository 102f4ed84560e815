"""Imports beside one another in one file: what is kept, what is replaced, and what is told of either."""

from __future__ import annotations

import json

from tests.questions.import_desk import Desk, imported_titles, packs_of

OURS, THEIRS = ("ours", "CC BY 4.0"), ("theirs", "ODbL")


def test_tables_of_two_families_stay_beside_each_other(desk: Desk) -> None:
    """A second table under another family is another import; neither takes the other's films away."""
    desk.run(*desk.mapped(*OURS, "Alpha", "Beta"))
    ran = desk.run(*desk.mapped(*THEIRS, "Gamma"))
    assert (ran.code, packs_of(desk.file)) == (0, {"table:ours": 2, "table:theirs": 1})
    assert imported_titles(desk.file) == ["Alpha", "Beta", "Gamma"]
    assert "The list of theirs: 1 film taken.\nWritten" in ran.said


def test_a_source_read_anew_tells_what_it_replaces(desk: Desk) -> None:
    """The report counts the films that were given again, and those that are gone, and says how to keep such."""
    desk.run("wikipedia", desk.films_json("Alpha", "Beta", "Gamma"))
    ran = desk.run("wikipedia", desk.films_json("Alpha"))
    assert imported_titles(desk.file) == ["Alpha"]
    assert (
        "Films that the file had of it: 3; given again, so replaced: 1; gone: 2 (--add keeps such films)."
        in ran.said
    )


def test_a_source_may_be_added_to(desk: Desk) -> None:
    """With --add the films that the file has of the source stay, and those that are given again are replaced."""
    desk.run(*desk.mapped(*OURS, "Alpha", "Beta"))
    again = desk.run("--add", *desk.mapped(*OURS, "Beta", "Gamma"))
    assert (imported_titles(desk.file), packs_of(desk.file)) == (
        ["Alpha", "Beta", "Gamma"],
        {"table:ours": 3},
    )
    assert "Films that the file had of it: 2; given again, so replaced: 1; kept: 1." in again.said
    assert "Films left out" not in again.said


def test_adding_to_nothing_is_importing(desk: Desk) -> None:
    """--add may be given for the first file too; nothing is said to be replaced then."""
    ran = desk.run("--add", "--json", "wikipedia", desk.films_json("Alpha"))
    assert (ran.code, imported_titles(desk.file)) == (0, ["Alpha"])
    assert {key: json.loads(ran.said)[key] for key in ("films", "had", "given_again")} == {
        "films": 1,
        "had": 0,
        "given_again": 0,
    }


def test_a_film_given_twice_while_adding_is_counted(desk: Desk) -> None:
    """A film that the added data have twice is told as such, apart from those that the file had."""
    desk.run(*desk.mapped(*OURS, "Alpha"))
    ran = desk.run("--add", *desk.mapped(*OURS, "Alpha", "Beta", "Beta"))
    assert packs_of(desk.file) == {"table:ours": 2}
    assert "2 films taken" in ran.said
    assert "1  a film that the data have twice" in ran.said


def test_a_family_too_long_for_a_menu_is_refused(desk: Desk) -> None:
    """A family's key by which no menu could name the import is told with its line."""
    ran = desk.run(*desk.mapped("a" * 61, "CC0 1.0", "Alpha"))
    assert (ran.code, desk.file.exists()) == (2, False)
    assert ".toml:3: family: expected 60 signs at most" in ran.complained

"""Wikipedia movie data: what its lists and the openings of its articles say, and what is left out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.importers.wikipedia import read
from questions.imports.film_prose import read_opening
from questions.imports.opening import DamagedError
from tests.questions.importers.damage import SHARED, cuts, said, survived, taken

DATA = SHARED / "wikipedia-movie-data"
FILM = {
    "title": "Night Train (1990 film)",
    "year": 1990,
    "cast": ["Ann Rivers", "(voices of)", "Bob Stone, Jr."],
    "genres": ["Drama", "Western"],
    "href": "Night_Train_(1990_film)",
    "extract": "Night Train is a 1990 American drama film directed by Eva de la Cruz and starring Ann Rivers.",
    "thumbnail": "https://example.org/a.jpg",
}
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def written(folder: Path, *films: object) -> Path:
    """Return a file with a list of films."""
    path = folder / "movies.json"
    path.write_text(json.dumps(list(films)), encoding="utf-8")
    return path


def test_a_film_is_read(tmp_path: Path) -> None:
    """Title without its bracket, year, players and genres come from the list, director and country from the article."""
    (film,), _ = taken(read, [written(tmp_path, FILM)])
    assert (film.id, film.film.name, film.film.ids) == (
        "Night_Train_(1990_film)",
        "Night Train",
        {"wikipedia": "Night_Train_(1990_film)"},
    )
    assert said(film, "starring") == ["Ann Rivers", "Bob Stone Jr."]
    assert said(film, "genre") == ["drama", "Western"]
    assert (said(film, "director"), said(film, "country"), said(film, "year")) == (
        ["Eva de la Cruz"],
        ["US"],
        [1990],
    )
    assert {source.family for source in film.sources.values()} == {"wikipedia"}


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("film directed by A. B. Cole and Dan van Dorn.", {"director": ["A. B. Cole", "Dan van Dorn"]}),
        ("film directed by Joe Poe Jr. It stars Ed Cole.", {"director": ["Joe Poe Jr."]}),
        ("film directed by Anton and Joe Rush.", {"director": ["Anton Rush", "Joe Rush"]}),
        ("film directed by Al Cole, Bo Dean, and Cy Finn, and set.", {"director": ["Al Cole", "Bo Dean", "Cy Finn"]}),
        ("film directed by Mal St. Clair and set.", {"director": ["Mal St. Clair"]}),
        ("film directed by William C. deMille.", {"director": ["William C. deMille"]}),
        ("film directed by Al Cole from a screenplay by Bo Dean.", {"director": ["Al Cole"], "writer": ["Bo Dean"]}),
        ("film, a remake of the 1950 film directed by Al Cole.", {}),
        ("film based on a novel written by Al Cole.", {}),
        ("film directed by Al Cole and his brother Bo.", {}),
        ("film co-directed by Al Cole.", {}),
        ("film directed by an uncredited Al Cole.", {}),
        ("film written by Al Cole as well as Bo Dean.", {}),
        ("film produced by Acme Pictures.", {}),
        ("film directed by and starring Al Cole and Bo Dean.", {}),
        ("film directed by Cole and Bo Dean. Al Cole wrote it.", {}),
        ("film directed by Bong and Bo Dean. Bong Li wrote it.", {}),
        ("film directed by Al Cole, Bo Dean.", {}),
        ("film and the first work written by Al Cole.", {}),
    ],
)  # fmt: skip
def test_credits_are_read_whole_or_not_at_all(sentence: str, people: dict[str, list[str]]) -> None:
    """A list of names is taken where it is plainly whole and about the film itself, and otherwise left out."""
    assert read_opening(f"Night is a 1990 {sentence}", "Night", 1990).people == people


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("French-Italian", ["FR", "IT"]),
        ("Mexican American", []),
        ("African-American", []),
        ("lost Japanese", ["JP"]),
    ],
)
def test_countries_are_read_where_they_are_clear(words: str, codes: list[str]) -> None:
    """Adjectives joined by a hyphen are countries; two side by side, or one with a word that is none, are doubtful."""
    assert read_opening(f"Night is a 1990 {words} drama film.", "Night", 1990).countries == codes


def test_lists_that_differ_are_shown_as_people_write_them() -> None:
    """Where two sentences name different directors neither is taken, and both are shown by their names alone."""
    said = read_opening(
        "Night is a 1990 film directed by Al Cole. The film was directed by Bo Dean and Cy Low.",
        "Night",
        1990,
    )
    assert (said.people, said.doubts) == (
        {},
        [("director: said twice, differently", "Al Cole / Bo Dean, Cy Low")],
    )


def test_a_day_of_release_needs_country_and_cinema() -> None:
    """A release is taken where the sentence says in which country it came to cinemas."""
    head = "Night is a 1990 film. "
    plain = read_opening(f"{head}It was released in the United States on July 13, 1990.", "Night", 1990)
    said_so = read_opening(
        f"{head}It was released theatrically in the United States on July 13, 1990.", "Night", 1990
    )
    assert (plain.releases, said_so.releases) == ([], [("1990-07-13", "US")])


def test_an_article_on_a_namesake_is_not_believed(tmp_path: Path) -> None:
    """Where the article is about a film of another year, nothing of it is taken and its address is no id."""
    other = FILM | {"year": 1931}
    (film,), report = taken(read, [written(tmp_path, other)])
    assert (film.id, film.film.ids, said(film, "director")) == ("Night Train (1931)", {}, [])
    assert report.left_out["an article about a film of another year"] == 1


def test_years_that_differ_are_both_kept(tmp_path: Path) -> None:
    """The list's year and the article's stand beside each other, each by its own passage."""
    (film,), _ = taken(read, [written(tmp_path, FILM | {"year": 1991})])
    years = {
        statement.by: statement.value for statement in film.film.statements if statement.property == "year"
    }
    assert years == {("wikipedia-list",): 1991, ("wikipedia",): 1990}


def test_what_a_film_is_about_is_no_cast(tmp_path: Path) -> None:
    """A list with the beginning of a sentence in it is left out whole."""
    (film,), report = taken(read, [written(tmp_path, FILM | {"cast": ["the life of", "Ann Rivers"]})])
    assert said(film, "starring") == []
    assert report.left_out["star: a list of what a film is about"] == 1


def test_a_film_others_mention_is_better_known(tmp_path: Path) -> None:
    """Of two films that are told alike, the one that another article names has more renown."""
    twin = FILM | {"title": "Day Train", "href": "Day_Train"}
    later = FILM | {
        "title": "Late",
        "href": "Late",
        "extract": "Late is a 1990 sequel to Night Train (1990).",
    }
    films, _ = taken(read, [written(tmp_path, FILM, twin, later)])
    assert films[0].film.renown > films[1].film.renown


@pytest.mark.parametrize("field", list(FILM))
@pytest.mark.parametrize(
    "value", [None, 7, True, -1, 1.5, [], {}, [[]], [7], {"a": [1]}, "", "x" * 200_000, ["x" * 5000] * 300]
)
def test_wrong_types_are_counted(tmp_path: Path, field: str, value: object) -> None:
    """Whatever stands in a field, the film is taken without it or skipped, and the next film is read."""
    films, _ = taken(
        read, [written(tmp_path, FILM | {field: value}, FILM | {"title": "Next", "href": "Next"})]
    )
    assert films[-1].film.name == "Next"


def test_a_file_that_ends_early_is_refused(tmp_path: Path) -> None:
    """A file cut off at any hundredth is refused, with what to do."""
    data = written(tmp_path, *[FILM] * 3).read_bytes()
    path = tmp_path / "cut.json"
    for cut in cuts(data):
        path.write_bytes(cut)
        assert "Fetch it again" in str(survived(read, [path])), cut[-20:]


@pytest.mark.slow
@pytest.mark.parametrize(
    "bomb", [b"[" * 100_000, b'[{"cast":' + b'{"a":' * 50_000, b'[{"title":"' + b"a" * 40 * 2**20 + b'"}]']
)
def test_bombs_are_refused(tmp_path: Path, bomb: bytes) -> None:
    """What is nested or long beyond any film is refused before it fills the memory, packed or not."""
    path = tmp_path / "bomb.json.gz"
    path.write_bytes(gzip.compress(bomb, 1))
    with pytest.raises(DamagedError, match=r"no data on films is|no film has one"):
        taken(read, [path])


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        anything
        | st.fixed_dictionaries(
            {"title": anything, "year": st.just(1990) | anything, "cast": anything, "extract": anything}
        ),
        max_size=4,
    )
)
def test_any_json_is_films_or_skips(tmp_path: Path, found: list[object]) -> None:
    """Any JSON list comes out as films and counted skips."""
    films, report = taken(read, [written(tmp_path, *found)])
    assert len(films) + report.skipped.total() >= len(found)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_empty(tmp_path: Path, data: bytes) -> None:
    """Bytes that are no list of films are refused with a sentence, or hold no film."""
    path = tmp_path / "bytes.json"
    path.write_bytes(data)
    assert isinstance(survived(read, [path]), str | list)


@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_dir(), reason="the collection is not beside this repository")
def test_the_real_collection_is_read() -> None:
    """Nearly all films of the 1950s are taken, most with a director, and the best known are the ones people know."""
    films, report = taken(read, [DATA / "movies-1950s.json"])
    assert len(films) > 2500
    assert report.skipped.total() < 5
    assert sum(bool(said(film, "director")) for film in films) > 0.8 * len(films)
    best = sorted(films, key=lambda film: -film.film.renown)[:150]
    assert {"High Noon", "Rear Window", "On the Waterfront"} & {film.film.name for film in best}

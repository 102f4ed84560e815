"""Lists of which an importer leaves a member out say so: the record names them, and only them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questions.importers.imdb import read as read_imdb
from questions.importers.table import read as read_table
from questions.imports.report import Report
from tests.questions.importers.damage import taken
from tests.questions.importers.wikidata_made import HUMAN, Raw, claim, dump, entity, film, films

NOBODY_KNOWS = None
UNNAMED = "Q90"
PERSON, OTHER, TOM = "Q5001", "Q5002", "Q5003"
NAMED = (
    entity(PERSON, "Jo Ick", P31=HUMAN),
    entity(OTHER, "Ida Moe", P31=HUMAN),
    entity(TOM, "Tom", P31="Q95074"),
)
NOVALUE = {"mainsnak": {"snaktype": "novalue"}, "type": "statement", "rank": "normal"}
UNREADABLE = {
    "mainsnak": {"snaktype": "value", "datavalue": {"value": {"odd": 1}}},
    "type": "statement",
    "rank": "normal",
}
GAPS: dict[str, tuple[Raw, set[tuple[str, str]]]] = {
    "whole": (film(P57=[PERSON, OTHER]), set()),
    "somebody": (film(P57=[PERSON, claim(NOBODY_KNOWS)]), {("director", "")}),
    "unlabelled": (film(P58=[PERSON, UNNAMED]), {("writer", "")}),
    "unreadable": (film(P57=[PERSON, UNREADABLE]), {("director", "")}),
    "nobody": (film(P57=[PERSON, NOVALUE]), set()),
    "deprecated": (film(P57=[PERSON, claim(UNNAMED, "deprecated"), claim(None, "deprecated")]), set()),
    "names nobody": (film(P57=[PERSON, claim("and others")]), {("director", "")}),
    "role": (
        film(P161=[claim(PERSON, P453=TOM), claim(UNNAMED, P453=TOM)]),
        {("cast", ""), ("cast", TOM.lower())},
    ),
    "somebody in a role": (film(P161=[claim(PERSON, P453=TOM), claim(None, P4633="Zed")]), {("cast", "Zed")}),
    "somebody without a role": (film(P161=[PERSON, claim(None)]), {("cast", ""), ("starring", "")}),
    "voice": (film(P725=[claim(PERSON, P453=TOM), claim(None, P453=TOM)]), {("voice_actor", TOM.lower())}),
    "voice in a language without a code": (
        film(P725=[claim(PERSON, P453=TOM), claim(OTHER, P453=TOM, P407="Q61")]),
        {("voice_actor", ""), ("voice_actor", TOM.lower())},
    ),
    "company": (film(P272=["Q60", claim(None)]), {("production_company", "")}),
    "figure": (film(P2047=[claim(None)], P577=[claim(None)]), set()),
}


@pytest.mark.parametrize("case", GAPS)
def test_wikidata_says_which_lists_lack_a_member(tmp_path: Path, case: str) -> None:
    """Somebody unknown, unnamed or unreadable is missing from a list or a role; nobody, and what is deprecated, is not."""
    made, lacking = GAPS[case]

    (record,) = films(dump(tmp_path / "a.json", made, *NAMED, entity("Q60", "Studio")))

    assert set(record.film.lacking) == lacking


@pytest.mark.parametrize(
    "unknown",
    [
        {"type": "bnode", "value": "t123"},
        {"type": "uri", "value": "http://www.wikidata.org/.well-known/genid/0a1b2c"},
    ],
)
def test_a_query_says_that_somebody_is_unknown(tmp_path: Path, unknown: dict[str, str]) -> None:
    """A row whose director is known to nobody opens the list, and its number is nobody's name."""
    base = "http://www.wikidata.org/entity/"
    known = {
        "film": {"type": "uri", "value": f"{base}Q1"},
        "filmLabel": {"type": "literal", "value": "Moth"},
        "director": {"type": "uri", "value": f"{base}{PERSON}"},
        "directorLabel": {"type": "literal", "value": "Jo Ick"},
    }
    other = {**known, "director": unknown, "directorLabel": {"type": "literal", "value": "t123"}}
    path = tmp_path / "rows.json"
    path.write_text(
        json.dumps({"head": {"vars": list(known)}, "results": {"bindings": [known, other]}}), encoding="utf-8"
    )

    (record,) = films(path)

    assert [one.value for one in record.film.statements if one.property == "director"] == [PERSON.lower()]
    assert record.film.lacking == (("director", ""),)


CELLS = {
    "Alan Reed;Bo Dean": (),
    "Alan Reed;and others": (("director", ""),),
    "Alan Reed;https://example.org": (("director", ""),),
    "Alan Reed;-": (),
    "-": (),
    "Alan Reed;(as 7)": (("director", ""),),
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_table_says_which_lists_lack_a_member(tmp_path: Path, cell: str) -> None:
    """A part that is no name, or in which the pattern finds nothing, is missing; a sign for nothing is not."""
    table, mapping = tmp_path / "a.csv", tmp_path / "m.toml"
    table.write_text(f"Name,Year,By,Length\nNight Train,1990,{cell},long\n", encoding="utf-8")
    mapping.write_text(
        'what = "A"\nfamily = "a"\nnothing = ["-"]\n[columns]\ntitle = "Name"\nyear = "Year"\nruntime = "Length"\n'
        'director = { column = "By", split = ";", pattern = \'^[^(].*\' }\n',
        encoding="utf-8",
    )

    ((record,), _) = taken(read_table, [table], mapping)

    assert record.film.lacking == CELLS[cell]


def test_a_table_says_in_which_role_somebody_is_missing(tmp_path: Path) -> None:
    """Where the column says the role, that role lacks its player."""
    table, mapping = tmp_path / "a.csv", tmp_path / "m.toml"
    table.write_text("Name,Hero\nNight Train,various\n", encoding="utf-8")
    mapping.write_text(
        'what = "A"\nfamily = "a"\n[columns]\ntitle = "Name"\ncast = { column = "Hero", as = "Tom" }\n',
        encoding="utf-8",
    )

    ((record,), _) = taken(read_table, [table], mapping)

    assert record.film.lacking == (("cast", "Tom"),)


def test_imdb_says_which_lists_lack_a_member(tmp_path: Path) -> None:
    """A credit of which one name is known and one is not, and a role without its player's name, say what they lack."""
    tables = {
        "title.basics": "tconst titleType primaryTitle originalTitle isAdult startYear runtimeMinutes genres\n"
        "tt1 movie Moth Moth 0 1961 90 Drama",
        "title.crew": "tconst directors writers\ntt1 nm1,nm2 \\N",
        "title.principals": "tconst ordering nconst category job characters\n"
        'tt1 1 nm1 actor \\N ["Ann"]\ntt1 2 nm2 actor \\N ["Tom"]\ntt1 3 nm2 composer \\N \\N',
        "name.basics": "nconst primaryName\nnm1 Jo_Ick",
    }
    paths = [tmp_path / f"{name}.tsv" for name in tables]
    for path, text in zip(paths, tables.values(), strict=True):
        path.write_text(text.replace(" ", "\t").replace("_", " ") + "\n", encoding="utf-8")

    (record,) = read_imdb(paths, Report())

    assert record.film.lacking == (("director", ""), ("cast", "Tom"))

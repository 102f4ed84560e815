"""Files of another source, or damaged ones among good ones: named with what to do, and the good ones are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questions.importers import IMPORTERS
from questions.importers.wikidata import read
from tests.questions.importers.damage import survived, taken
from tests.questions.importers.test_packed_files import INPUTS, MAPPING
from tests.questions.importers.wikidata_made import dump, entity, film

CALLED = {
    "wikidata": "data of Wikidata",
    "wikipedia": "Wikipedia movie data",
    "imdb": "one of IMDb's tables",
    "table": "a table (CSV)",
}


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("other", INPUTS)
def test_a_file_of_another_source_is_named(tmp_path: Path, name: str, other: str) -> None:
    """Each source's file given to another importer is refused with what it seems to be and which name reads it."""
    called, content = INPUTS[other]
    path, mapping = tmp_path / called, tmp_path / "map.toml"
    path.write_bytes(content)
    mapping.write_bytes(MAPPING)

    found = survived(IMPORTERS[name].read, [path], mapping)

    if name == other:
        assert len(found) == 1
    elif (name, other) == ("table", "imdb"):  # which a mapping may describe
        assert "no column 'Name'" in found
    else:
        assert (
            f"{path} seems to be {CALLED[other]}, not {CALLED[name]}. Read it with: import {other} " in found
        )


def test_bad_files_among_good_ones_are_counted_by_name(tmp_path: Path) -> None:
    """Of several files of Wikidata those that are foreign, damaged or empty are left out whole, and named."""
    good = dump(tmp_path / "good.json", film("Q1", "Night Train", P57="Q9"), entity("Q9", "Ann"))
    last = dump(tmp_path / "last.json", film("Q2", "Day Train", P57="Q9"))
    foreign, cut, bare = (tmp_path / name for name in ("movies.json", "cut.json", "bare.json"))
    foreign.write_bytes(INPUTS["wikipedia"][1])
    cut.write_text(
        json.dumps({"entities": {"Q3": film("Q3", "Half Train"), "Q4": {}}})[:-3], encoding="utf-8"
    )
    bare.write_bytes(b"")

    films, report = taken(read, [good, foreign, cut, bare, last])

    assert [one.film.name for one in films] == ["Night Train", "Day Train"]
    reasons = [reason for reason in report.skipped if reason.startswith("a file that cannot be read: ")]
    assert [report.examples[reason] for reason in reasons] == [["movies.json"], ["cut.json"], ["bare.json"]]
    assert "import wikipedia" in reasons[0]
    assert "ends too early in line 1" in reasons[1]


def test_nothing_but_bad_files_is_refused(tmp_path: Path) -> None:
    """Where no file can be read the import is refused."""
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    first.write_bytes(b"")
    second.write_bytes(b"no JSON")
    assert survived(read, [first, second]) == f"{first} is empty. Fetch it again."

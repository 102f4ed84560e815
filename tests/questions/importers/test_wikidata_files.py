"""Files of Wikidata in all their forms, whole and cut off: films, a counted skip or a clear refusal."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path

import pytest

from questions.imports.opening import DamagedError
from questions.imports.report import Report
from tests.questions.importers.wikidata_made import (
    CITY_STREETS,
    CONSTRUCTED,
    NO_SAMPLES,
    SAMPLES,
    TARZAN,
    answer,
    dump,
    entity,
    film,
    films,
    packed,
    said,
)

samples = pytest.mark.skipif(not SAMPLES.exists(), reason=NO_SAMPLES)
MOTH = film(P57="Q10", P86="Q11")
PEOPLE = (entity("Q10", "Ann", P31="Q5"), entity("Q11", "Bo", P31="Q5"))
TOLD = [("title", "Moth", {"lang": "en"}), ("director", "q10", {}), ("composer", "q11", {})]


def forms(folder: Path) -> dict[str, Path]:
    """Return the same three entities in every form that is read; the people stand before and after the film."""
    made = (PEOPLE[0], MOTH, PEOPLE[1])
    plain = dump(folder / "dump.json", *made).read_bytes()
    lines = "\n".join(json.dumps(one) for one in made).encode()
    return {
        "answer": answer(folder / "answer.json", *made),
        "answer with a note": packed(
            folder / "note.json", b'{"_note": [1], ' + (folder / "answer.json").read_bytes()[1:]
        ),
        "dump": folder / "dump.json",
        "dump with blanks": packed(
            folder / "blank.json", b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n\r\n")
        ),
        "lines": packed(folder / "lines.jsonl", lines),
        "list": packed(folder / "list.json", json.dumps(made).encode()),
        "gzip": packed(folder / "dump.json.gz", gzip.compress(plain)),
        "bzip2": packed(folder / "dump.json.bz2", bz2.compress(plain)),
    }


@pytest.mark.parametrize(
    "form", ["answer", "answer with a note", "dump", "dump with blanks", "lines", "list", "gzip", "bzip2"]
)
def test_every_form_gives_the_same_film(tmp_path: Path, form: str) -> None:
    """Answers, dumps, lines and lists, packed or not, are told apart by what stands in them."""
    (record,) = films(forms(tmp_path)[form])

    assert said(record) == TOLD


def test_progress_is_told_in_bytes_of_the_files(tmp_path: Path) -> None:
    """A file that is read twice counts once, to the byte."""
    told: list[int] = []
    path = forms(tmp_path)["dump"]

    films(path, report=Report(advance=told.append))

    assert path.stat().st_size - 1 <= sum(told) <= path.stat().st_size


def test_a_film_that_stands_twice_is_told_twice(tmp_path: Path) -> None:
    """Two entries of one id are two records with that id, which the caller joins."""
    path = packed(tmp_path / "a.jsonl", b"\n".join([json.dumps(MOTH).encode()] * 2))

    assert [record.id for record in films(path)] == ["Q1", "Q1"]
    assert [record.file for record in films(path)] == ["a.jsonl:1", "a.jsonl:2"]


def test_properties_and_words_in_a_dump_are_passed_over(tmp_path: Path) -> None:
    """A dump also holds properties and lexemes, which are nothing that was left out; a line of anything else is."""
    made = [
        {"type": "property", "id": "P57"},
        {"type": "lexeme", "id": "L1"},
        {"type": "item", "id": "none"},
        MOTH,
    ]
    report = Report()

    assert (
        len(films(packed(tmp_path / "a.jsonl", "\n".join(map(json.dumps, made)).encode()), report=report))
        == 1
    )
    assert report.skipped == {"what is no item of Wikidata": 1}


NOT_WIKIDATA = {
    "empty": (b"", "empty"),
    "blank": (b"  \n ", "empty"),
    "a page": (b"<!DOCTYPE html><html>", "nothing of Wikidata's"),
    "another object": (b'{"title": "Moth", "year": 1996}', "nothing of Wikidata's"),
    "another object, deep": (b'{"a": {"entities": {}}}', "nothing of Wikidata's"),
    "no JSON": (b'{"entities": {"Q1": nonsense}}', "no JSON"),
    "cut off": (b'{"entities": {"Q1": {"id": "Q1"', "ends too early"),
    "zeros": (b"\0" * 100, "nothing of Wikidata's"),
}


@pytest.mark.parametrize("case", NOT_WIKIDATA)
def test_what_is_not_wikidata_is_refused(tmp_path: Path, case: str) -> None:
    """A file of another form is refused with its name and what is wrong with it."""
    content, reason = NOT_WIKIDATA[case]
    path = packed(tmp_path / "other.json", content)

    with pytest.raises(DamagedError, match=reason) as refused:
        films(path)
    assert "other.json" in str(refused.value)


@pytest.mark.parametrize("form", ["gzip", "bzip2"])
def test_a_damaged_archive_is_refused(tmp_path: Path, form: str) -> None:
    """An archive that is cut off or has wrong bytes is refused, at every twentieth of its length."""
    path = forms(tmp_path)[form]
    whole = path.read_bytes()
    for part in range(1, 20):
        path.write_bytes(whole[: len(whole) * part // 20])
        with pytest.raises(DamagedError):
            films(path)
    path.write_bytes(whole[:20] + bytes(255 - byte for byte in whole[20:40]) + whole[40:])
    with pytest.raises(DamagedError):
        films(path)


@samples
@pytest.mark.parametrize("sample", [CONSTRUCTED, CITY_STREETS, TARZAN], ids=lambda path: path.name[:11])
def test_a_sample_cut_at_every_hundredth_is_refused_or_counted(tmp_path: Path, sample: Path) -> None:
    """A real file cut anywhere is refused: no half of a film comes out of it."""
    whole = sample.read_bytes().rstrip()
    path = tmp_path / "cut.json"
    for part in range(100):
        path.write_bytes(whole[: len(whole) * part // 100])
        with pytest.raises(DamagedError):
            films(path)


def test_a_dump_cut_at_every_hundredth_gives_the_films_before_the_cut(tmp_path: Path) -> None:
    """Whole lines are told, the broken one is counted."""
    path = dump(tmp_path / "a.json", *(film(f"Q{number}", f"Moth {number}") for number in range(1, 21)))
    whole = path.read_bytes()
    for part in range(1, 101):
        cut = whole[: len(whole) * part // 100]
        report = Report()
        found = films(packed(tmp_path / "cut.json", cut), report=report)
        ends = [line for line in cut.split(b"\n")[1:] if line.strip(b",").endswith(b"}}")]
        assert len(found) == len([line for line in ends if is_json(line.strip(b","))])
        assert report.skipped.total() <= 1


def is_json(line: bytes) -> bool:
    """Return whether a line is whole."""
    try:
        json.loads(line)
    except ValueError:
        return False
    return True

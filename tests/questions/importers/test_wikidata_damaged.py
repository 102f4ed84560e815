"""Wrong types, bombs and garbage in place of Wikidata's files: a counted skip or a clear refusal, nothing else."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.importers.wikidata import read
from questions.imports.opening import DamagedError
from questions.imports.report import Report
from tests.questions.importers.wikidata_made import (
    CONSTRUCTED,
    NO_SAMPLES,
    SAMPLES,
    dump,
    entity,
    film,
    films,
    packed,
)

samples = pytest.mark.skipif(not SAMPLES.exists(), reason=NO_SAMPLES)


WRONG: list[Any] = [
    None,
    7,
    -1.5,
    "text",
    True,
    [],
    {},
    [[]],
    [{}],
    {"id": "Q5"},
    {"value": 3},
    "\ud800",
    "Q" * 9,
]


def places_in(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every value in a JSON text."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, one in inside for found in places_in(one, (*path, key)))]


@samples
def test_wrong_types_in_every_field_are_counted_or_ignored(tmp_path: Path) -> None:
    """Each value of the constructed film is replaced by values of other types: never an exception but a refusal."""
    whole = json.loads(CONSTRUCTED.read_text(encoding="utf-8"))["entities"]["Q900000001"]
    lines: list[str] = []
    for place in places_in(whole)[1:]:
        for wrong in WRONG[len(lines) % 3 :: 3]:
            made = json.loads(json.dumps(whole))
            inner = made
            for step in place[:-1]:
                inner = inner[step]
            inner[place[-1]] = wrong
            lines.append(json.dumps(made))
    path = packed(tmp_path / "wrong.jsonl", "\n".join(lines).encode())
    report = Report()

    found = films(path, report=report)

    assert len(lines) > 1000
    assert len(found) + report.skipped.total() <= len(lines)
    assert len(found) > len(lines) * 0.8


BOMBS = {
    "deep lines": b"[\n" + b"[" * 300_000 + b"\n",
    "deep objects in a line": b"[\n" + b'{"a":' * 100_000 + b"\n",
    "wide line": b'{"id":"Q1","claims":' + b"[[]," * 600_000 + b"\n",
    "long name": json.dumps(film(label="M" * 1_000_000)).encode(),
    "many labels": json.dumps(film(label={f"q{n}": "A" for n in range(100_000)})).encode(),
    "large number": json.dumps(film(P2047={"amount": "+" + "9" * 10_000, "unit": "Q7727"})).encode(),
}
REFUSED = {
    "deep list": b"[ " + b"[" * 300_000,
    "deep answer": b'{"entities": {"Q1": ' + b'{"a":' * 100_000,
    "deep before": b'{"note": ' + b"[" * 300_000,
    "long text in an answer": b'{"entities": {"Q1": {"id": "' + b"Q" * (40 * 2**20) + b'"}}}',
    "wide answer": b'{"entities": {"Q1": [' + b"[]," * 600_000 + b"1]}}",
    "long word": b'{"' + b"Q" * (40 * 2**20) + b'": 1}',
}


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_in_a_line_is_counted(tmp_path: Path, bomb: str) -> None:
    """A line with too much in it is counted or cut to what occurs, and reading goes on with the next."""
    path = packed(
        tmp_path / "bomb.json", BOMBS[bomb].rstrip(b"\n") + b"\n" + json.dumps(film("Q2", "Bee")).encode()
    )
    report = Report()

    found = films(path, report=report)

    assert found[-1].film.name == "Bee"
    assert report.skipped.total() + report.left_out.total() >= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bomb", "zipped"), [*((bomb, False) for bomb in REFUSED), ("long text in an answer", True)]
)
def test_a_bomb_in_a_file_is_refused_before_memory_is_full(
    tmp_path: Path, bomb: str, *, zipped: bool
) -> None:
    """A file with a piece larger than any entity is refused; what it takes stays under 400 MB."""
    content = REFUSED[bomb]
    name, content = ("a.json.gz", gzip.compress(content, 1)) if zipped else ("a.json", content)
    path = packed(tmp_path / name, content)
    tracemalloc.start()
    try:
        with pytest.raises(DamagedError):
            films(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 400 * 2**20


def test_memory_stays_flat_as_the_input_grows(tmp_path: Path) -> None:
    """Four times as many films need no more memory."""
    peaks = []
    for count in (500, 2000):
        made = [film(f"Q{number}", f"Moth {number}", P57="Q9999999") for number in range(1, count + 1)]
        path = dump(tmp_path / f"{count}.json", *made, entity("Q9999999", "Ann"))
        del made
        tracemalloc.start()
        assert sum(1 for _ in read([path], Report())) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < peaks[0] * 1.3


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["Q1", "Q11424", "P31"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "entities",
                    "results",
                    "bindings",
                    "head",
                    "id",
                    "labels",
                    "claims",
                    "P31",
                    "P577",
                    "mainsnak",
                    "value",
                    "film",
                ]
            )
            | st.text(max_size=3),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)
FEW = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@FEW
@given(
    st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()),
    st.sampled_from(["", ".gz", ".bz2"]),
)
def test_garbage_is_refused_or_counted(tmp_path: Path, content: bytes, ending: str) -> None:
    """Any bytes and any JSON: a refusal, or counts."""
    path = packed(tmp_path / f"a.json{ending}", content)
    refusal, found = "", []
    try:
        found = films(path)
    except DamagedError as refused:
        refusal = str(refused)

    assert found == []
    assert not refusal or "a.json" in refusal

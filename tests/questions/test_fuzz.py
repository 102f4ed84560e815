"""Whatever a film file holds, it is read or refused: every refusal is a FilmFileError that names its faults."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.catalogue import FILMS
from questions.catalogue.compile import compile_films
from questions.fault import Fault, FilmFileError

REAL = (FILMS / "gamera-vs-jiger.toml").read_text(encoding="utf-8")
LINES = REAL.splitlines()
FAULTS = (
    'runtime = [{ is = "long", by = "a" }]',
    'director = [{ is = "X Y", by = "nobody" }]',
    'composer = [{ by = "a" }]',
    'budget = [{ is = 5, by = "a" }]',
    'colour = [{ is = "red", by = "a" }]',
    'editor = [{ is = "X Y", by = "a", doubt = "" }]',
)
HEAD = """id = "moth"
[sources]
a = { what = "A", family = "one" }
[film]
title = [{ is = "Moth", lang = "en", by = "a" }]
"""
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40) | st.dates()
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
words = st.sampled_from(
    ["id", "film", "sources", "events", "story", "characters", "title", "is", "by", "as", "names"]
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def suppress_but_keep() -> Iterator[list[Fault]]:
    """Yield the list that the faults of a refusal are put into; nothing but a refusal is caught."""
    found: list[Fault] = []
    try:
        yield found
    except FilmFileError as error:
        found.extend(error.faults or [Fault("", "", "")])


def faults_of(text: str) -> list[str]:
    """Return the faults a file is refused with, or nothing where it is taken; anything else raised is a failure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "moth.toml"
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        with suppress_but_keep() as faults:
            compile_films([path], Path(folder) / "names")
    assert all(fault.file and fault.message for fault in faults)
    return [str(fault) for fault in faults]


def toml(value: Any) -> str:
    """Return a value as TOML, inline."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{toml(str(key))} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, str):
        return (
            '"'
            + "".join(f"\\U{ord(letter):08x}" for letter in value if not 0xD800 <= ord(letter) < 0xE000)
            + '"'
        )
    return "0" if value is None else str(value)


@quick
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Bytes that mean nothing are refused with where they stop being TOML."""
    faults_of(text)


@quick
@given(st.dictionaries(words | st.text(max_size=8), anything, max_size=6))
def test_any_document_is_read_or_refused(document: dict[str, object]) -> None:
    """Well-formed TOML of any shape, with the words of film files in it."""
    text = "\n".join(f"{toml(key)} = {toml(value)}" for key, value in document.items())

    assert faults_of(text)


@quick
@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1), anything)
def test_a_real_file_with_a_wrong_line_is_read_or_refused(at: int, other: int, value: object) -> None:
    """A value of another type, a line gone, two lines changed over: never anything but a film or its faults."""
    changed = list(LINES)
    changed[at] = f"{changed[at].split(' = ')[0]} = {toml(value)}"
    del changed[other]
    changed[at % len(changed)], changed[other % len(changed)] = (
        changed[other % len(changed)],
        changed[at % len(changed)],
    )

    faults_of("\n".join(changed))


@quick
@given(st.integers(0, len(REAL)))
def test_a_file_cut_off_anywhere_is_read_or_refused(end: int) -> None:
    """Whatever was saved half is told."""
    faults_of(REAL[:end])


@given(st.sets(st.sampled_from(FAULTS), min_size=1))
@settings(max_examples=40, deadline=None)
def test_all_faults_are_told_at_once(planted: set[str]) -> None:
    """As many faults as there are, in one go."""
    told = faults_of(HEAD + "\n".join(planted))

    assert len(told) == len(planted), told


@pytest.mark.parametrize(
    "text", ["x" * 200_000, "[a]\n" * 3, "a = " + "[" * 500 + "]" * 500], ids=["long", "twice", "deep"]
)
def test_oversized_nonsense_is_refused(text: str) -> None:
    """Very long, doubled or deeply nested files are refused in words, too."""
    assert faults_of(text)


def test_the_real_file_is_fine() -> None:
    """What the others are made from has no fault of its own but its neighbours' missing names."""
    assert tomllib.loads(REAL)["id"] == "gamera-vs-jiger"

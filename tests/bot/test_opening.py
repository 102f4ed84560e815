"""Which catalogue is played with: a file with imports where it can be used, else the library alone, and why."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.opening import library, with_imports
from questions.catalogue import FILMS
from questions.catalogue.schema import VERSION
from tests.questions.conftest import written
from tests.questions.film_text import FIVE
from tests.questions.imported import compiled, imported

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A catalogue of five films and one imported, in a folder whose name has a space."""
    target = tmp_path / "my films" / "films.sqlite3"
    film = imported("q1", "Elsewhere", 2001, ("director", "Jo Ax"))
    compiled(target, written(tmp_path, None, FIVE), film).close()
    return target


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the warnings in the log."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def test_where_there_is_no_file_there_are_no_imports(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """No file is nothing to speak of."""
    assert with_imports(tmp_path / "films.sqlite3") is None
    assert told(caplog) == []


def test_a_catalogue_of_other_films_is_used(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Made from other film files it is played with all the same, and the log says how to make it anew."""
    catalogue = with_imports(file)

    assert catalogue is not None
    assert catalogue.has("elsewhere-2001")
    catalogue.close()
    (warning,) = told(caplog)
    assert "other film files" in warning
    assert f"marquee-questions import --again --out '{file}'" in warning


def test_a_catalogue_of_these_films_is_used_without_a_word(
    library_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Made from the very film files that come with the bot, there is nothing to warn of."""
    catalogue = with_imports(library_file)

    assert catalogue is not None
    assert len(catalogue.films()) == len(list(FILMS.glob("*.toml")))
    catalogue.close()
    assert told(caplog) == []


@pytest.mark.parametrize("damage", ["version", "cut short", "garbled", "empty", "no catalogue"])
def test_what_cannot_be_used_is_said_once(file: Path, caplog: pytest.LogCaptureFixture, damage: str) -> None:
    """Of another version, cut short or overwritten, it is left alone, and one line says what mends it."""
    whole = file.read_bytes()
    if damage == "version":
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(f"PRAGMA user_version={VERSION + 1}")
    elif damage == "no catalogue":
        file.write_text("Dear diary, today I saw Gamera.", encoding="utf-8")
    else:
        size = len(whole)
        damaged = {
            "cut short": whole[: size // 2],
            "garbled": whole[:4096] + b"\xff" * (size - 4096),
            "empty": b"",
        }
        file.write_bytes(damaged[damage])

    assert with_imports(file) is None
    (warning,) = told(caplog)
    assert f"marquee-questions import --again --out '{file}'" in warning
    assert "\n" not in warning


@pytest.mark.parametrize("percent", range(1, 100, 7))
def test_no_part_of_a_file_is_played_with(file: Path, percent: int) -> None:
    """However much of its end is missing, a file is not used."""
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * percent // 100])

    assert with_imports(file) is None


def test_the_library_is_compiled_once(cache_home: Path, library_file: Path) -> None:
    """The library's own file is found again where it was compiled."""
    before = library_file.stat().st_mtime_ns

    catalogue = library(cache_home / "marquee")

    assert catalogue.about("films") == str(len(list(FILMS.glob("*.toml"))))
    catalogue.close()
    assert library_file.stat().st_mtime_ns == before

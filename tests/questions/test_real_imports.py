"""The whole of Wikipedia's movie data, imported as its users would, and asked about."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from questions.catalogue import Catalogue
from questions.catalogue.depths import LIBRARY
from questions.deck import Deck
from tests.questions.drawing import draw

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "wikipedia-movie-data"
GIVEN = 36_273
ASKED = 900
KINDS_ASKED = 8
"""Kinds that find something to ask there, at least: the data have years, people and titles, but no roles or plots."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason="the collection is not beside the repository"),
]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """The catalogue that the command writes, and its report."""
    file = tmp_path_factory.mktemp("real") / "films.sqlite3"
    paths = sorted(map(str, DATA.glob("movies-*.json")))
    command = [sys.executable, "-m", "questions", "import", "wikipedia", *paths, "--out", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    report: dict[str, object] = json.loads(done.stdout)
    return file, report


def test_every_film_is_taken_or_counted(imported: tuple[Path, dict[str, object]]) -> None:
    """Nothing falls between: films taken and films left out are all that the collection has."""
    report = imported[1]
    skipped = report["skipped"]
    assert isinstance(skipped, dict)
    assert isinstance(report["films"], int)
    assert report["films"] + sum(skipped.values()) == GIVEN
    assert report["films"] > 0.99 * GIVEN


def test_questions_from_it_pass_every_proof(imported: tuple[Path, dict[str, object]]) -> None:
    """Of all imported films, known or not: no question breaks a rule, and none is found wrong by brute force."""
    catalogue = Catalogue.open(imported[0])
    drawn = draw(catalogue, ASKED, scope=Deck(off=frozenset({LIBRARY}), deep=GIVEN))
    catalogue.close()
    assert drawn.violations == []
    assert drawn.asked.total() > ASKED // 3
    assert len({kind for kind, _ in drawn.asked}) >= KINDS_ASKED

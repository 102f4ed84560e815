"""What is shipped: the wheel holds everything that the program needs to run."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NEEDED = (
    "questions/films/gamera-2.toml",
    "questions/names/people.toml",
    "questions/wording/messages.pot",
    "questions/wording/ja.po",
    "bot/wording/ja.po",
    "bot/wording/messages.pot",
    "bot/store/migrations/env.py",
    "bot/standin/page/index.html",
    "bot/standin/page/fonts/LICENSE",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_films_wording_migrations_and_page(wheel: Path) -> None:
    """Films, names, wording, migrations and the page are inside the wheel, and no tests are."""
    names = set(zipfile.ZipFile(wheel).namelist())

    assert [name for name in NEEDED if name not in names] == []
    assert [name for name in names if name.startswith("tests/")] == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_question_is_asked_from_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    """The wheel alone, installed into an empty environment, asks a question and shows its help."""
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "-q", wheel], check=True, cwd=tmp_path)

    asked = subprocess.run(
        [scripts / "marquee-questions", "ask", "--kind", "single_fact", "--json"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    helped = subprocess.run(
        [scripts / "marquee", "--help"], check=True, capture_output=True, text=True, cwd=tmp_path
    )

    question = json.loads(asked.stdout)
    assert question["answer"] in question["choices"]
    assert "playground" in helped.stdout

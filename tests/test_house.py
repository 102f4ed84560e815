"""The house's own rules: what the README promises, and what must not be in the project."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

from questions.film_file import read_film

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_and_ci_run_the_same_test_command() -> None:
    """The command by which `.ci/run` tests is the one that the README gives."""
    command = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest"

    assert command in README
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_gives_the_command_that_starts() -> None:
    """One command makes the environment, installs, and starts."""
    assert "python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/marquee" in README


def test_direct_dependencies_are_pinned_exactly() -> None:
    """Every direct dependency names one version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]

    assert [
        one for group in groups for one in group if not re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", one)
    ] == []


def test_every_link_in_the_readme_leads_somewhere() -> None:
    """Relative links in the README name files that exist."""
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", README)

    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_nothing_generated_or_secret_is_committed() -> None:
    """No lock file, database, environment file or compiled thing is under version control."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    bad = re.compile(r"(^|/)(\.env|.*\.lock|package-lock\.json|.*\.sqlite3.*|.*\.pyc|.*\.mo)$")

    assert [name for name in listed.stdout.splitlines() if bad.search(name)] == []


def test_the_worked_example_of_a_film_file_is_a_good_film_file(tmp_path: Path) -> None:
    """The film file in CONTRIBUTING reads without a fault."""
    guide = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert example is not None
    path = tmp_path / "daimajin.toml"
    path.write_text(example[1], encoding="utf-8")

    assert read_film(path).id == "daimajin"

"""`marquee-questions judge`: JSON lines in, one verdict a line out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from questions.__main__ import main
from questions.answering import COULD_NOT, YES
from questions.catalogue import Catalogue
from questions.picker import in_a_row

HERE = Path(__file__).parent


def judged(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    lines: list[dict[str, object]],
    *more: str,
) -> list[dict[str, object]]:
    """Return the verdicts on some lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(json.dumps(line) for line in lines)))
    assert main(["judge", *more]) == YES
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_names_from_a_list(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """With a list of names, that is the world."""
    lines: list[dict[str, object]] = [
        {"kind": "film", "accept": ["Alien"], "given": "aliens"},
        {"kind": "film", "accept": ["Alien"], "given": "aliem"},
        {"kind": "person", "accept": ["Akira Kurosawa"], "given": "kurosawa"},
        {"kind": "film", "accept": ["Seven"], "reject_list": ["7"], "siblings": ["Eleven"], "given": "7"},
    ]
    said = judged(capsys, monkeypatch, lines, "--names", str(HERE / "world.jsonl"))

    assert [one["verdict"] for one in said] == ["reject", "accept", "prompt", "reject"]
    assert set(said[0]) == {"verdict", "reason", "matched"}


def test_names_from_the_library(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, library_file: Path
) -> None:
    """Without a list, the catalogue is the world."""
    lines: list[dict[str, object]] = [
        {"kind": "film", "accept": ["Gamera 2: Attack of Legion"], "given": "gamera ii"},
        {"kind": "film", "accept": ["Gamera 2: Attack of Legion"], "given": "gamera 3"},
        {"kind": "person", "accept": ["Shusuke Kaneko"], "given": "金子修介"},
    ]
    said = judged(capsys, monkeypatch, lines, "--catalogue", str(library_file))

    assert [one["verdict"] for one in said] == ["accept", "reject", "accept"]


def test_a_question_is_judged_by_its_id(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    library: Catalogue,
    library_file: Path,
) -> None:
    """An id that `ask` gave stands for the question's answer."""
    question = next(in_a_row(library, 3, kind="single_fact", property="director"))
    assert question.choices is not None
    lines: list[dict[str, object]] = [{"question": question.id, "given": given} for given in question.choices]
    said = judged(capsys, monkeypatch, lines, "--catalogue", str(library_file))

    accepted = [
        given for given, one in zip(question.choices, said, strict=True) if one["verdict"] == "accept"
    ]
    assert accepted == [question.answer]


@pytest.mark.parametrize("kind", ["in_order", "pairs"])
def test_what_is_put_together_is_not_judged(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    library: Catalogue,
    library_file: Path,
    kind: str,
) -> None:
    """No text answers a question whose answer is a list: the question is refused, rather than one of its choices taken."""
    question = next(in_a_row(library, 3, kind=kind))
    line = json.dumps({"question": question.id, "given": question.answer[0]})
    monkeypatch.setattr("sys.stdin", io.StringIO(line))

    assert main(["judge", "--catalogue", str(library_file)]) == COULD_NOT
    assert "put together" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [("{", "line 1"), ('{"given": "x"}', "accept"), ('{"given": "x", "question": "y"}', "'y'")],
)
def test_what_cannot_be_judged_is_told_by_line(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    library_file: Path,
    text: str,
    told: str,
) -> None:
    """A broken line, one without an answer, and an unknown question end with a message and exit code 2."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))

    assert main(["judge", "--catalogue", str(library_file)]) == COULD_NOT
    assert told in capsys.readouterr().err

"""How often the judge decides as a good host would: labelled pairs, each judged in a world of other names."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from questions.judge import Known, Listed, judge, prepared
from questions.judge.lines import verdicts, world_of

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def world() -> Listed:
    """The names that exist besides the answers."""
    return world_of(HERE / "world.jsonl")


def share(counted: Counter[tuple[str, str]]) -> tuple[float, float]:
    """Return precision and recall of acceptances in counts of (label, verdict)."""
    right = counted["accept", "accept"]
    accepted = sum(count for (_, verdict), count in counted.items() if verdict == "accept")
    acceptable = sum(count for (label, _), count in counted.items() if label == "accept")
    return right / accepted, right / acceptable


def test_the_shared_pairs_are_judged_well(world: Listed) -> None:
    """Of 708 pairs by other hands, at least 98.5 % of the accepted are right, and 96.5 % of the right are accepted."""
    lines = (HERE / "answer_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [msgspec.json.decode(line)["label"] for line in lines]
    counted = Counter(
        (label, said.verdict.value) for label, said in zip(labels, verdicts(lines, world, None), strict=True)
    )
    precision, recall = share(counted)

    assert counted.total() == 708
    assert precision >= 0.985, counted
    assert recall >= 0.965, counted


def own_pairs() -> Iterator[list[str]]:
    """Yield kind, name, label and guess of the pairs we wrote ourselves."""
    with (HERE / "own_pairs.tsv").open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def test_our_own_pairs_are_judged_well(world: Listed) -> None:
    """Of nearly 500 pairs of ours, on what the shared ones leave out, the same shares are right."""
    counted: Counter[tuple[str, str]] = Counter()
    for kind, name, label, given in own_pairs():
        known = next(
            (known for known in world.entities if (known.kind, known.names[0]) == (kind, name)), None
        )
        said = judge(prepared(known or Known(kind, (name,)), world), given, world)
        counted[label, said.verdict.value] += 1
    precision, recall = share(counted)

    assert counted.total() > 480
    assert precision >= 0.985, counted
    assert recall >= 0.965, counted

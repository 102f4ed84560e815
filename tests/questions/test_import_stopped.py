"""Imports that are stopped, killed, or meet one another: the file stays whole, and nothing is left beside it for good."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from questions import lock
from questions.__main__ import main
from questions.catalogue.importing import compile_with_imports
from questions.imports.report import Report
from questions.record import FilmRecord
from tests.questions.import_desk import Desk, Ran, imported_titles, packs_of
from tests.questions.imported import PACK, imported

STOPPED = ["marquee-questions: stopped; no file was changed"]
EARLY = """
import os, signal, sys

class Presses:
    def find_spec(self, name, path=None, target=None):
        if name == "questions.verbs":
            os.kill(os.getpid(), signal.{signal})

sys.meta_path.insert(0, Presses())
from questions.__main__ import main
sys.exit(main(["import", "--help"]))
"""


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_leaves_the_file_as_it_was(desk: Desk, asked: signal.Signals) -> None:
    """Somebody who presses Ctrl-C or ends the process finds the file as it was, nothing beside it, and no traceback."""
    desk.run("wikipedia", desk.films_json("Alpha"))
    before = desk.file.read_bytes()
    with desk.at_work() as process:
        process.send_signal(asked)
        complained = process.communicate()[1]
    assert (process.returncode, complained.splitlines()) == (130, STOPPED)
    assert (desk.file.read_bytes(), desk.left()) == (before, ["films.sqlite3"])


@pytest.mark.parametrize("asked", ["SIGINT", "SIGTERM"])
def test_a_stop_while_the_program_is_still_being_loaded_is_told_as_well(asked: str) -> None:
    """Whoever stops it before it has begun sees the same sentence, and no traceback."""
    ran = subprocess.run(
        [sys.executable, "-c", EARLY.format(signal=asked)], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr.splitlines()) == (130, "", STOPPED)


def test_ending_the_process_means_afterwards_what_it_meant_before(desk: Desk) -> None:
    """A program that runs a verb as a part of itself keeps its own way to end."""
    before = signal.getsignal(signal.SIGTERM)
    assert main(("import", "--again", "--out", str(desk.file))) == 2
    assert signal.getsignal(signal.SIGTERM) is before


def test_what_a_killed_import_left_goes_with_the_next(desk: Desk) -> None:
    """A killed import leaves its drafts and its lock; the next one deletes them, and no file of anybody else."""
    with desk.at_work() as process:
        process.kill()
    beside = ["films.sqlite3.mine.part", "films.sqlite3.part", "other.sqlite3.abcd_123.part"]
    for name in beside:
        (desk.file.parent / name).touch()
    left = set(desk.left()) - set(beside)
    assert {name.rpartition(".")[2] for name in left} == {"part", "stage", "lock"}

    assert desk.run("wikipedia", desk.films_json("Alpha")).code == 0
    assert desk.left() == ["films.sqlite3", *beside]


def test_one_import_at_a_time_writes_a_file(desk: Desk) -> None:
    """A second import, and --again, into a file that is being written are refused; another file may be written."""
    other = desk.films_json("Beta", name="other.json")
    desk.run("wikipedia", other)
    before = desk.file.read_bytes()
    with desk.at_work() as process:
        os.kill(process.pid, signal.SIGSTOP)
        drafts = desk.left()
        refused = [desk.run("wikipedia", other), desk.run("--again")]
        assert (desk.left(), desk.file.read_bytes()) == (drafts, before)
        process.kill()
    told = f"marquee-questions: another import into {desk.file} is running: wait until it has ended, or name another"
    assert [ran.code for ran in refused] == [2, 2]
    assert all(ran.complained.startswith(told) and ran.complained.count("\n") == 1 for ran in refused)
    assert imported_titles(desk.file) == ["Beta"]


def test_the_first_of_two_imports_that_overlap_is_not_lost(desk: Desk) -> None:
    """The one that came second is refused in the middle of the first, and finds the first's films when it comes again."""
    table, seen = desk.table(), list[Ran]()

    def films() -> Iterator[FilmRecord]:
        yield imported("a", "Gamma", 2002)
        seen.append(desk.run(*table))
        yield imported("b", "Delta", 2003)

    names = desk.films.parent / "names"
    compile_with_imports(desk.file, PACK, films(), Report(), folder=desk.films, names=names)
    assert [ran.code for ran in seen] == [2]
    assert desk.run(*table).code == 0
    assert packs_of(desk.file) == {"data": 2, "table:fivethirtyeight": 1}


def test_a_lock_that_its_holder_removed_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opened the lock file just before its holder removed it locks the next one, so that no two hold "the" lock."""
    path, locked, opened = tmp_path / "lock", lock._lock, list[int]()

    def late(descriptor: int) -> None:
        opened.append(descriptor)
        if len(opened) == 1:
            path.unlink()  # as its holder does, who ends now
        locked(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(lock, "_lock", late)
        held = lock.alone(path)
        held.__enter__()
    with pytest.raises(BlockingIOError), lock.alone(path):
        pass
    held.__exit__(None, None, None)
    assert (len(opened), list(tmp_path.iterdir())) == (2, [])

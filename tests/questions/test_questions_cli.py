"""The command line for authors: what other programs rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from questions.__main__ import main
from questions.catalogue import FILMS, Catalogue
from questions.picker import pick
from questions.question import Form
from tests.questions.film_text import FIVE, WriteFilms, film

QUESTION = {
    *("id", "kind", "film", "property", "stem", "choices", "answer", "accepted", "wrong", "facts", "sources"),
    *("witnesses", "difficulty", "explanation", "seed"),
}
BESIDE = {
    "language",
    "cited",
    "differs",
    "form",
    "items",
    "clues",
    "answer_ids",
    "measure",
    "prior",
    "credits",
}
"""Told besides the contract: the language, the sources for people, how sources differ, and what the form needs."""

FACT = {
    *(
        "id",
        "subject",
        "property",
        "value",
        "qualifiers",
        "sources",
        "witnesses",
        "difference",
        "disputed_with",
    ),
}
FACT_BESIDE = {"entity", "written", "why"}


class Ran:
    """What a verb said and how it ended."""

    def __init__(self, code: int, said: str, complained: str) -> None:
        self.code, self.said, self.complained = code, said, complained
        self.lines: list[dict[str, Any]] = [json.loads(line) for line in said.splitlines() if line[:1] == "{"]


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Any:
    """A function that runs a verb with its own cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))

    def ran(*arguments: str) -> Ran:
        code = main(arguments)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return ran


@pytest.fixture
def five(write_films: WriteFilms) -> str:
    """The folder of five films."""
    return str(write_films({"people": '[x]\nname = "X Y"'}, **FIVE))


def test_check_is_silent_where_all_is_well(run: Any, five: str) -> None:
    """Good files give 0, and nothing in JSON."""
    assert (run("check", "--films", five, "--json").code, run("check", "--json").said) == (0, "")


def test_check_tells_every_fault(run: Any, write_films: WriteFilms) -> None:
    """Bad files give 1 and one object per fault with file, path and message."""
    folder = write_films(moth=film(facts="directer = 1\ncast = []"), wasp=film("bee"))

    ran = run("check", "--films", str(folder), "--json")

    assert ran.code == 1
    assert {tuple(line) for line in ran.lines} == {("file", "path", "message")}
    assert [(line["file"], line["path"]) for line in ran.lines] == [
        ("moth.toml", "film"),
        ("moth.toml", "film.cast"),
        ("wasp.toml", "id"),
    ]


def test_check_takes_single_files(run: Any, write_films: WriteFilms) -> None:
    """A file named is checked among the films beside it, with the names beside them."""
    by_key = 'director = [{ is = "ishiro-honda", by = "a" }]'
    people = '[ishiro-honda]\nname = "Ishiro Honda"'
    folder = write_films({"people": people}, moth=film(facts=by_key), wasp=film("wasp", "Wasp"))

    assert run("check", str(folder / "moth.toml")).said == "1 film file, no faults.\n"

    (folder / "moth.toml").write_text(film(facts="directer = 1"), encoding="utf-8")
    assert "directer" in run("check", str(folder / "moth.toml")).said


def test_check_takes_a_file_that_lies_anywhere(run: Any, tmp_path: Path) -> None:
    """A file with no names beside it is checked among the films that come with Marquee."""
    (tmp_path / "moth.toml").write_text(
        film(facts='monster = [{ is = "gamera", by = "a" }]'), encoding="utf-8"
    )

    assert run("check", str(tmp_path / "moth.toml")).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "no-such-file.toml"),
        ("ask", "--films", "no-such-folder"),
        ("find", "gamera", "--catalogue", "no-such-file"),
        ("facts", "gamera-2", "--catalogue", __file__),
    ],
)
def test_what_cannot_be_done_gives_2(run: Any, arguments: tuple[str, ...]) -> None:
    """A file or folder that is not there, or is no catalogue, is one line and 2."""
    ran = run(*arguments)

    assert (ran.code, ran.said) == (2, "")
    assert ran.complained.startswith("marquee-questions: ")
    assert ran.complained.count("\n") == 1


def test_bad_films_cannot_be_asked_about(run: Any, write_films: WriteFilms) -> None:
    """Asking from faulty files gives 2 and the faults."""
    folder = write_films(moth=film(facts="directer = 1"))

    ran = run("ask", "--films", str(folder), "--json")

    assert (ran.code, [line["path"] for line in ran.lines]) == (2, ["film"])


@pytest.mark.parametrize(
    "arguments", [(), ("asks",), ("ask", "--kind", "riddle"), ("find",), ("ask", "--n", "x")]
)
def test_a_wrong_command_line_gives_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """What is no verb or option ends with 2 and how it is used."""
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    assert "usage: marquee-questions" in capsys.readouterr().err


def test_ask_gives_questions_of_the_contract(run: Any) -> None:
    """Every question has exactly the keys that other programs rely on, and those told besides."""
    ran = run("ask", "--n", "200", "--seed", "5", "--json")

    assert (ran.code, len(ran.lines)) == (0, 200)
    assert {line["form"] for line in ran.lines} == {form.value for form in Form}
    for line in ran.lines:
        assert line.keys() == QUESTION | BESIDE
        assert all(wrong.keys() == {"choice", "because", "sources"} for wrong in line["wrong"])
        assert (line["choices"] is None) is (line["form"] in ("typed", "number", "clues"))
        answer = line["answer"] if isinstance(line["answer"], list) else [line["answer"]]
        assert line["choices"] is None or set(answer) <= set(line["choices"])
    assert len({line["id"] for line in ran.lines}) == 200


def test_ask_repeats_itself(run: Any) -> None:
    """The same seed gives the same questions, another seed others."""
    one, same, other = (run("ask", "--n", "5", "--seed", seed, "--json").said for seed in ("1", "1", "2"))

    assert one == same != other


@pytest.mark.parametrize(
    ("option", "given", "key"),
    [("--kind", "release", "kind"), ("--film", "gamera-3", "film"), ("--property", "director", "property")],
)
def test_ask_keeps_a_wish(run: Any, option: str, given: str, key: str) -> None:
    """Kind, film and property may be asked for."""
    assert {line[key] for line in run("ask", "--n", "4", option, given, "--json").lines} == {given}


def test_ask_says_where_too_few_can_be_asked(run: Any, five: str) -> None:
    """Fewer questions than wanted give those there are, and 1."""
    ran = run("ask", "--n", "5000", "--kind", "typed", "--films", five, "--json")

    assert ran.code == 1
    assert 5 <= len(ran.lines) < 5000
    assert f"only {len(ran.lines)} of 5000" in ran.complained


def test_an_unknown_id_is_no(run: Any) -> None:
    """An id that nothing has gives 1 and the ids near to it."""
    for verb in (("ask", "--film", "gamera-22"), ("facts", "gamera-22")):
        ran = run(*verb)
        assert (ran.code, ran.said) == (1, "")
        assert "nothing has the id 'gamera-22'" in ran.complained


def test_find_gives_matches_of_the_contract(run: Any) -> None:
    """Matches come best first, with id, type, name, film, score and why."""
    ran = run("find", "asagi", "--json", "--type", "character", "--limit", "3")

    assert ran.code == 0
    assert ran.lines[0] == {
        "id": "character/asagi",
        "type": "character",
        "name": "Asagi Kusanagi",
        "film": None,
        "score": 1.0,
        "why": "exact",
    }


def test_find_says_no(run: Any) -> None:
    """Nothing found gives 1 and no line."""
    assert (run("find", "xyzzyxyzzy", "--json").code, run("find", "xyzzyxyzzy").said) == (1, "")


def test_facts_of_a_film_are_those_of_everything_in_it(run: Any) -> None:
    """A film's facts include its characters', monsters' and events', each by the contract."""
    ran = run("facts", "gamera-2", "--json")

    assert ran.code == 0
    assert all(line.keys() == FACT | FACT_BESIDE for line in ran.lines)
    subjects = {line["subject"].split("/")[0] for line in ran.lines}
    assert subjects >= {"gamera-2", "character", "monster"}
    assert {line["difference"] for line in ran.lines} >= {
        None,
        "dispute",
        "doubt",
        "spelling",
        "detail",
        "same",
    }


def test_facts_of_one_property(run: Any) -> None:
    """One property's facts come with their rivals; figures are numbers."""
    lines = run("facts", "gamera-2", "--property", "runtime", "--json").lines

    assert {line["value"] for line in lines} == {99, 100, 101}
    assert {line["difference"] for line in lines} == {"dispute"}
    assert all(line["disputed_with"] for line in lines)


def test_people_read_words(run: Any) -> None:
    """Without --json each verb speaks to people, the answer marked."""
    assert "Sources: " in run("ask", "--n", "1").said
    assert "  * " in run("ask", "--n", "1", "--kind", "single_fact").said
    assert "  = " in run("ask", "--n", "1", "--kind", "typed").said
    assert "(character)" in run("find", "asagi").said
    assert "[dispute]" in run("facts", "gamera-2", "--property", "runtime").said
    assert run("check").said == f"{len(list(FILMS.glob('*.toml')))} film files, no faults.\n"


def test_a_catalogue_file_serves_instead_of_films(run: Any, library: Catalogue, library_file: Path) -> None:
    """Every verb that reads takes a compiled catalogue."""
    file = str(library_file)

    assert run("find", "asagi", "--json", "--catalogue", file).lines[0]["id"] == "character/asagi"
    assert run("facts", "gamera-2", "--catalogue", file).code == 0
    asked = run("ask", "--json", "--catalogue", file).lines[0]
    question = pick(library, asked["seed"])
    assert question is not None
    assert asked["id"] == question.id


@pytest.mark.parametrize("verb", [(), ("check",), ("ask",), ("find",), ("facts",)])
def test_every_verb_has_help(verb: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """--help on each verb ends with 0."""
    with pytest.raises(SystemExit) as left:
        main([*verb, "--help"])

    assert left.value.code == 0
    assert "usage: marquee-questions" in capsys.readouterr().out


def test_a_broken_pipe_is_quiet(library_file: Path) -> None:
    """Whoever stops reading gets no complaint."""
    command = [
        sys.executable,
        "-m",
        "questions",
        "facts",
        "gamera-2",
        "--json",
        "--catalogue",
        str(library_file),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""

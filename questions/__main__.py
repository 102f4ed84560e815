"""For authors: check film files, ask questions from them, find entities, list facts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_cache_path

from questions import report
from questions.catalogue import FILMS, NAMES, Catalogue, CatalogueError, Fact, compile_catalogue
from questions.catalogue.compile import compile_films
from questions.fault import FilmFileError
from questions.judge import InCatalogue
from questions.judge.lines import verdicts, world_of
from questions.kinds import KINDS
from questions.picker import Tally, in_a_row
from questions.properties import PROPERTIES
from questions.property import ENTITY_TYPES
from questions.question import Form, Question
from questions.search import find, nearest
from questions.telling import label, statement, who_says
from questions.wording import languages

YES, NO, COULD_NOT = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code: 0, 1 (it says no) or 2 (it could not)."""
    parser = command_line()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except FilmFileError as error:
        for fault in error.faults:
            say(options, {"file": fault.file, "path": fault.path, "message": fault.message}, str(fault))
        return COULD_NOT
    except BrokenPipeError:  # whoever reads has read enough
        sys.stderr.close()
        return COULD_NOT
    except (CatalogueError, OSError) as error:
        print(f"marquee-questions: {error}", file=sys.stderr)
        return COULD_NOT


def command_line() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    parser = argparse.ArgumentParser(prog="marquee-questions", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    verb = add_verb(verbs, "check", check, "validate film files and name every fault")
    verb.add_argument("file", nargs="*", type=Path, help="film files; all of them when none is named")
    verb.add_argument(
        "--report",
        action="store_true",
        help="say what the library holds: figures, disputes, gaps, people to look at",
    )
    verb = add_verb(verbs, "ask", ask, "ask questions as the picker would have them asked")
    verb.add_argument("--n", type=int, default=1, help="how many (default 1)")
    verb.add_argument(
        "--seed", type=int, default=0, help="the same seed gives the same questions (default 0)"
    )
    verb.add_argument("--kind", choices=sorted(KINDS), help="only this way of asking")
    verb.add_argument("--film", help="only about the film or series of this id")
    verb.add_argument("--property", choices=sorted(PROPERTIES), metavar="P", help="only about this property")
    verb.add_argument("--language", default="en", choices=languages(), help="the language (default en)")
    verb.add_argument(
        "--stats", action="store_true", help="also count drafts by kind, and why they were dropped"
    )
    verb = add_verb(verbs, "find", find_entities, "find what a text means, best first")
    verb.add_argument("text", help="a name in any spelling")
    verb.add_argument("--type", choices=ENTITY_TYPES, help="only entities of this type")
    verb.add_argument("--limit", type=int, default=25, help="how many at most (default 25)")
    verb = add_verb(verbs, "judge", judge_lines, "judge typed guesses: JSON lines in, one verdict a line out")
    verb.add_argument("--names", type=Path, metavar="FILE", help="the other names there are, as JSON lines")
    verb = add_verb(verbs, "facts", list_facts, "list what is known, with who says so and how sources differ")
    verb.add_argument(
        "id", help="an entity's id as `find` gives it; a film's id lists everything in the film"
    )
    verb.add_argument("--property", choices=sorted(PROPERTIES), metavar="P", help="only this property")
    return parser


def add_verb(verbs: Any, name: str, run: Any, words: str) -> argparse.ArgumentParser:
    """Return the parser of one verb, with the options that all verbs have."""
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=words, description=words.capitalize() + ".")
    verb.set_defaults(run=run)
    verb.add_argument("--json", action="store_true", help="one JSON object a line")
    place = verb.add_mutually_exclusive_group()
    place.add_argument("--films", type=Path, default=FILMS, metavar="DIR", help="the folder of film files")
    place.add_argument("--catalogue", type=Path, metavar="FILE", help="a compiled catalogue instead")
    return verb


def say(options: argparse.Namespace, value: object, text: str) -> None:
    """Print a value as one line of JSON, or its text for people."""
    print(msgspec.json.encode(value).decode() if options.json else text)


def names_beside(films: Path) -> Path:
    """Return the folder of shared names for a folder of films: its own neighbour, else the one that comes with Marquee."""
    return films.parent / "names" if (films.parent / "names").is_dir() else NAMES


def home_of(named: Sequence[Path], films: Path) -> Path:
    """Return the folder among whose films the named files stand: their own where it has names beside it, else `films`."""
    own = named[0].resolve().parent if named else films
    return own if (own.parent / "names").is_dir() else films


def opened(options: argparse.Namespace) -> Catalogue:
    """Return the catalogue that the options name, compiled if need be."""
    if options.catalogue is not None:
        if not options.catalogue.is_file():
            raise CatalogueError(f"there is no file {options.catalogue}")
        return Catalogue.open(options.catalogue)
    if not options.films.is_dir():
        raise CatalogueError(f"there is no folder {options.films}")
    cache = user_cache_path("marquee", appauthor=False)
    return Catalogue.open(compile_catalogue(options.films, names_beside(options.films), cache))


def check(options: argparse.Namespace) -> int:
    """Validate film files: silence and 0 where they are good, else every fault and 1."""
    named = tuple(options.file)
    missing = [path for path in named if not path.is_file()]
    if missing:
        raise CatalogueError(f"there is no file {missing[0]}")
    folder = home_of(named, options.films)
    around = [path for path in sorted(folder.glob("*.toml")) if path.name not in {p.name for p in named}]
    try:
        compile_films([*named, *around], names_beside(folder))
    except FilmFileError as error:
        for fault in error.faults:
            say(options, {"file": fault.file, "path": fault.path, "message": fault.message}, str(fault))
        return NO
    if options.report:
        for line in (report.as_json if options.json else report.as_text)(opened(options)):
            print(line)
        return YES
    if not options.json:
        count = len(named) or len(around)
        print(f"{count} film file{'s' if count > 1 else ''}, no faults.")
    return YES


def ask(options: argparse.Namespace) -> int:
    """Ask questions; 1 where fewer could be asked than were wanted."""
    catalogue = opened(options)
    if options.film is not None and not known(catalogue, options.film):
        return NO
    tally = Tally()
    questions = in_a_row(
        catalogue,
        options.seed,
        scope=options.film,
        kind=options.kind,
        property=options.property,
        language=options.language,
        tally=tally,
    )
    asked = 0
    for question in islice(questions, options.n):
        say(options, question, in_words(question))
        asked += 1
    if asked < options.n:
        print(f"marquee-questions: only {asked} of {options.n} could be asked", file=sys.stderr)
    if options.stats:
        kinds = {
            kind: {"tried": tally.tried[kind], "asked": tally.asked[kind]} for kind in sorted(tally.tried)
        }
        told = {"dropped": dict(tally.dropped.most_common()), "kinds": kinds}
        print(msgspec.json.encode(told).decode(), file=sys.stderr)
    return YES if asked == options.n else NO


def known(catalogue: Catalogue, entity_id: str) -> bool:
    """Return whether there is an entity of this id, and say so where there is none."""
    try:
        catalogue.entity(entity_id)
    except KeyError:
        near = ", ".join(match.entity.id for match in find(catalogue, entity_id, limit=3))
        print(
            f"marquee-questions: nothing has the id {entity_id!r}.{f' Near: {near}.' if near else ''}",
            file=sys.stderr,
        )
        return False
    return True


def in_words(question: Question) -> str:
    """Return a question for people: stem, choices with the right one marked, and what it stands on."""
    lines = [question.stem, *(f"  {number}. {clue}" for number, clue in enumerate(question.clues, start=1))]
    lines.extend(f"  - {item}" for item in question.items)
    for letter, choice in zip("ABCDEFGH", question.choices or (), strict=False):
        lines.append(f"  {'*' if choice == question.answer else ' '} {letter}  {choice}")
    if question.form is not Form.CHOICE:
        lines.append(f"  = {question.shown_answer}")
    lines.append(f"    {question.explanation}")
    lines.extend(f"    {line}" for line in question.differs)
    lines.append(f"    Sources: {'; '.join(question.cited)} (independent witnesses: {question.witnesses})")
    return "\n".join((*lines, ""))


def find_entities(options: argparse.Namespace) -> int:
    """Find what a text means; 1 where nothing is found."""
    catalogue = opened(options)
    types = (options.type,) if options.type else ()
    found = find(catalogue, options.text, types, options.limit)
    if not found:
        near = ", ".join(nearest(catalogue, options.text, types))
        print(f"marquee-questions: nothing is called {options.text!r}. Nearest: {near}.", file=sys.stderr)
    for match in found:
        entity = match.entity
        value = {
            "id": entity.id,
            "type": entity.type,
            "name": entity.name,
            "film": entity.film,
            "score": round(match.score, 3),
            "why": match.why,
        }
        where = f", {catalogue.entity(entity.film).name}" if entity.film else ""
        say(options, value, f"{label(entity)} ({entity.type}{where})  {entity.id}")
    return YES if found else NO


def judge_lines(options: argparse.Namespace) -> int:
    """Judge the guesses on standard input; 2 at the first line that cannot be judged, with its number."""
    catalogue = None if options.names is not None else opened(options)
    world = world_of(options.names) if catalogue is None else InCatalogue(catalogue)
    for said in verdicts(sys.stdin, world, catalogue):
        value = {"verdict": said.verdict.value, "reason": said.reason, "matched": said.matched}
        print(msgspec.json.encode(value).decode())
    return YES


def list_facts(options: argparse.Namespace) -> int:
    """List facts; for a film, those of everything in it. 1 where there is no such entity."""
    catalogue = opened(options)
    if not known(catalogue, options.id):
        return NO
    for fact in facts_about(catalogue, options.id):
        if options.property in (None, fact.property):
            say(options, as_json(fact), as_text(catalogue, fact))
    return YES


def facts_about(catalogue: Catalogue, entity_id: str) -> Iterable[Fact]:
    """Return the facts about an entity; a film with a file of its own has everything that its file says."""
    own = catalogue.facts(subject=entity_id)
    if not catalogue.entity(entity_id).own:
        return own
    stated = catalogue.facts(film=entity_id)
    return [*stated, *(fact for fact in own if fact.film != entity_id)]


def as_json(fact: Fact) -> dict[str, object]:
    """Return a fact in the form that other programs rely on."""
    return {
        "id": fact.id,
        "subject": fact.subject.id,
        "property": fact.property,
        "value": fact.entity.name if fact.entity else figure(fact),
        "entity": fact.entity.id if fact.entity else None,
        "qualifiers": fact.qualifiers,
        "sources": [source.id for source in fact.sources],
        "written": {said.source.id: said.written for said in fact.attestations},
        "witnesses": fact.witnesses,
        "difference": fact.difference,
        "disputed_with": fact.disputed_with,
        "why": fact.why,
    }


def figure(fact: Fact) -> str | int:
    """Return a plain value: a number where the property counts, else text."""
    return (
        int(fact.value) if PROPERTIES[fact.property].types[0] in ("number", "year", "money") else fact.value
    )


def as_text(catalogue: Catalogue, fact: Fact) -> str:
    """Return a fact for people: the sentence, how sources differ, who says so."""
    differs = f" [{fact.difference}]" if fact.difference else ""
    return f"{statement(catalogue, fact)}{differs}  — {who_says(fact)}\n    {fact.id}"


if __name__ == "__main__":
    sys.exit(main())

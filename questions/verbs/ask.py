"""Ask questions as the picker would have them asked."""

from __future__ import annotations

import argparse
import sys
from itertools import islice

import msgspec

from questions.answering import NO, YES, known, opened, say
from questions.catalogue import Catalogue
from questions.deck import DEEP, Deck
from questions.kinds import KINDS
from questions.packs import packs
from questions.picker import Tally, in_a_row
from questions.properties import PROPERTIES
from questions.question import Form, Question
from questions.wording import languages


def options(verb: argparse.ArgumentParser) -> None:
    """Add the verb's own options."""
    verb.add_argument("--n", type=int, default=1, help="how many (default 1)")
    verb.add_argument(
        "--seed", type=int, default=0, help="the same seed gives the same questions (default 0)"
    )
    verb.add_argument("--kind", choices=sorted(KINDS), help="only this way of asking")
    verb.add_argument("--film", help="only about the film or series of this id")
    verb.add_argument("--property", choices=sorted(PROPERTIES), metavar="P", help="only about this property")
    verb.add_argument("--language", default="en", choices=languages(), help="the language (default en)")
    verb.add_argument(
        "--deep",
        type=int,
        default=DEEP,
        metavar="N",
        help=f"of imported films only the N best known (default {DEEP}; 0 for all)",
    )
    verb.add_argument(
        "--without", action="append", default=[], metavar="PACK", help="leave out an import, or “library”"
    )
    verb.add_argument(
        "--stats", action="store_true", help="also count drafts by kind, and why they were dropped"
    )


def run(options: argparse.Namespace) -> int:
    """Ask questions; 1 where fewer could be asked than were wanted."""
    catalogue = opened(options)
    if options.film is not None and not known(catalogue, options.film):
        return NO
    tally = Tally()
    questions = in_a_row(
        catalogue,
        options.seed,
        scope=options.film or deck_of(options, catalogue),
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


def deck_of(options: argparse.Namespace, catalogue: Catalogue) -> Deck | None:
    """Return the deck that the options ask for, or None for everything where there is no import to leave out."""
    deck = Deck(off=frozenset(options.without), deep=options.deep or None)
    return deck if packs(catalogue) or deck.off else None


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
    lines.extend(f"    {credit}" for credit in question.credits)
    return "\n".join((*lines, ""))

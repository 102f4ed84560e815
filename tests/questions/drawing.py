"""Questions drawn evenly over kinds, languages, properties and facts, each proved anew and read by brute force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from questions.catalogue import Catalogue
from questions.deck import Scope
from questions.distractors import WANTED
from questions.draft import Ask, Draft, finished
from questions.kinds import KINDS
from questions.proof import RULES, refusal
from questions.question import Form, Question, from_json, to_json
from questions.ways import pool_of, ways
from questions.wording import languages
from tests.questions.brute_forms import is_true

Cell = tuple[str, str]
"""A kind and a language."""


@dataclass(slots=True)
class Drawn:
    """How many questions were proved of each kind and language, why drafts were dropped, and what is wrong with any."""

    asked: Counter[Cell] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    barren: Counter[Cell] = field(default_factory=Counter)
    violations: list[tuple[str, str]] = field(default_factory=list)


GIVEN_UP = 3
"""Times that a kind may have nothing to ask in a language before it is tried no more, where it never had anything."""

PATIENCE = 400
"""Drafts that are tried before a kind has nothing to ask in a language this time."""


def draw(catalogue: Catalogue, number: int, first_seed: int = 0, scope: Scope = None) -> Drawn:
    """Return what came of drawing so many questions, the kinds and languages in turn."""
    drawn = Drawn()
    cells = [(kind, language) for kind in KINDS for language in languages()]
    for seed in range(first_seed, first_seed + number):
        kind, language = cells[seed % len(cells)]
        if drawn.barren[kind, language] >= GIVEN_UP and not drawn.asked[kind, language]:
            continue
        found = next(proved(catalogue, kind, language, seed, drawn, scope), None)
        if found is None:
            drawn.barren[kind, language] += 1
            continue
        drawn.asked[kind, language] += 1
        question = finished(catalogue.spoken(language), found)
        drawn.violations.extend(
            (reason, question.id + " " + question.stem) for reason in faults(catalogue, found, question)
        )
    return drawn


def proved(
    catalogue: Catalogue, kind: str, language: str, seed: int, drawn: Drawn, scope: Scope = None
) -> Iterator[Draft]:
    """Yield the drafts of a kind that pass, tried at random; what is dropped is counted."""
    rng, spoken = Random(seed), catalogue.spoken(language)
    open_ways = [way for way in ways(kind, None) if pool_of(spoken, kind, way[1], scope).facts]
    for tried in count() if open_ways else ():
        if tried == PATIENCE:
            return
        _, prop, way = rng.choice(open_ways)
        (fact,) = spoken.facts_numbered([rng.choice(pool_of(spoken, kind, prop, scope).facts)])
        own = rng.getrandbits(32)
        asked = Ask(spoken, fact, way, own % (WANTED + 1), Random(own), language, own)
        draft = KINDS[kind].ask(asked)
        broken = refusal(draft, spoken) if draft is not None else ("no draft", "")
        if broken is not None:
            drawn.dropped[broken[0]] += 1
        elif draft is not None:
            yield draft


def faults(catalogue: Catalogue, draft: Draft, question: Question) -> Iterator[str]:
    """Yield what is wrong with a proved question: a rule that breaks, a truth not borne out, a shape that is lost."""
    spoken = catalogue.spoken(question.language)
    yield from (name for name, rule in RULES.items() if rule(draft, spoken) is not None)
    if not is_true(catalogue, question):
        yield "not true by brute force"
    if from_json(to_json(question)) != question:
        yield "lost in its JSON"
    if question.form is Form.CHOICE and question.answer not in (question.choices or ()):
        yield "the answer is no choice"
    if {wrong.choice for wrong in question.wrong} & {question.answer}:
        yield "the answer is told wrong"
    if not question.cited or not question.explanation:
        yield "nothing to show for it"

"""Which question next: the answer's rank in fame by chance, then kind and property, then a film that can hold the rank."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from math import inf
from random import Random

from questions.candidates import Chances, Look, candidates
from questions.catalogue.reading import Catalogue
from questions.deck import Scope
from questions.distractors import WANTED
from questions.draft import Ask, finished
from questions.kinds import KINDS
from questions.proof import refusal
from questions.question import Question
from questions.rating import TARGET
from questions.resting import gap, resting
from questions.ways import pool_of, ways

RECENT_PROPERTIES = 2
"""So many questions apart are two about one property, while there is anything else to ask."""

SEED_BITS = 48


@dataclass(slots=True)
class Tally:
    """How many drafts of each kind were tried and asked, and why the others were dropped, by rule.

    "no draft" counts facts that could not be asked about at all.
    """

    dropped: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)


class Asked:
    """What was asked in a row: facts and questions to avoid, and the films and properties that rest."""

    def __init__(self, films: int) -> None:
        self.avoid: set[str] = set()
        self.films: deque[str] = deque(maxlen=films)
        self.properties: deque[str] = deque(maxlen=RECENT_PROPERTIES)
        self._lately: deque[str] = deque()
        self._lease = inf

    def keep(self, question: Question) -> None:
        """Note a question that is asked; of the facts asked about, only so many of the last are kept as were left."""
        self._lately.extend(fact for fact in question.facts if fact not in self.avoid)
        self.avoid.update((question.id, *question.facts))
        self.films.appendleft(question.film)
        self.properties.append(question.property)
        self._shrink()

    def forget_half(self) -> bool:
        """Let the older half of the facts be asked about again, and return whether there was any."""
        if not self._lately:
            return False
        self._lease = len(self._lately) // 2
        self._shrink()
        return True

    def _shrink(self) -> None:
        while len(self._lately) > self._lease:
            self.avoid.discard(self._lately.popleft())


def pick(
    catalogue: Catalogue,
    seed: int,
    *,
    scope: Scope = None,
    kind: str | None = None,
    kinds: Collection[str] = (),
    property: str | None = None,  # noqa: A002 (the field's own word)
    language: str = "en",
    witnesses: int = 1,
    avoid: Collection[str] = frozenset(),
    recent_films: Collection[str] = (),
    recent_properties: Collection[str] = (),
    chances: Chances | None = None,
    target: float = TARGET,
    tally: Tally | None = None,
) -> Question | None:
    """Return the question that this seed gives, or None where nothing is left to ask.

    `avoid` holds the ids of facts and questions not to be asked; what is recent comes only where nothing else can.
    `witnesses` is how many independent ones every fact must have; `chances` pitches the question at the players, so that
    the median one is right with a probability near `target`. The same catalogue, seed and arguments give the same question.
    """
    catalogue = catalogue.spoken(language)
    rng = Random(seed)
    counted = tally if tally is not None else Tally()
    every = [
        way
        for way in ways(kind, property)
        if (not kinds or way[0] in kinds) and pool_of(catalogue, way[0], way[1], scope)
    ]
    fresh = [way for way in every if way[1] not in recent_properties]
    stale = [way for way in every if way not in fresh]
    recent = [catalogue.number(film) for film in recent_films if catalogue.has(film)]
    # The rank outlives a way that cannot hold it: were it drawn anew each time, easy ranks would be asked more often.
    for above in rng.sample(range(WANTED + 1), WANTED + 1):
        for open_ways, resting_too in ((fresh, False), (stale, False), (every, True)):
            look = Look(catalogue, scope, avoid, recent, resting_too, rng)
            for (name, _, way), fact in candidates(list(open_ways), look, chances, target):
                asked = Ask(catalogue, fact, way, above, rng, language, seed)
                question = proved(asked, name, counted)
                if question is not None and is_wanted(question, witnesses, avoid):
                    counted.asked[name] += 1
                    return question
    return None


def in_a_row(
    catalogue: Catalogue,
    seed: int,
    *,
    scope: Scope = None,
    kind: str | None = None,
    property: str | None = None,  # noqa: A002 (the field's own word)
    language: str = "en",
    tally: Tally | None = None,
) -> Iterator[Question]:
    """Yield question after question, none of them twice; a fact comes again only once nothing else is left to ask."""
    rng = Random(seed)
    asked = Asked(gap(catalogue, scope))
    while True:
        question = pick(
            catalogue,
            rng.getrandbits(SEED_BITS),
            scope=scope,
            kind=kind,
            property=property,
            language=language,
            avoid=asked.avoid,
            recent_films=resting(catalogue, list(asked.films), scope),
            recent_properties=asked.properties,
            tally=tally,
        )
        if question is not None:
            asked.keep(question)
            yield question
        elif not asked.forget_half():
            return


def is_wanted(question: Question, witnesses: int, avoid: Collection[str]) -> bool:
    """Return whether a question has witnesses enough, and neither it nor its answer's fact is to be avoided."""
    return question.witnesses >= witnesses and question.id not in avoid and question.facts[0] not in avoid


def proved(asked: Ask, kind: str, tally: Tally) -> Question | None:
    """Return the question a fact gives, if every rule holds; otherwise count what stood against it."""
    tally.tried[kind] += 1
    draft = KINDS[kind].ask(asked)
    if draft is None:
        tally.dropped["no draft"] += 1
        return None
    broken = refusal(draft, asked.catalogue)
    if broken is not None:
        tally.dropped[broken[0]] += 1
        return None
    return finished(asked.catalogue, draft)

"""Which question next: kind, property and the answer's rank in fame by chance, then a film that can hold that rank."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import inf, log2, sqrt
from random import Random

from questions.catalogue.model import Fact
from questions.catalogue.reading import Catalogue
from questions.distractors import WANTED
from questions.draft import Ask, finished
from questions.kinds import KINDS
from questions.pool import facts_within, film_of
from questions.proof import refusal
from questions.properties import PROPERTIES
from questions.question import Question

TRIES = 24
"""Facts tried for one draw of kind, property and way; where none of them can hold the rank, another way is drawn."""

RECENT_FILMS = 8
"""Films asked about in the last so many questions come again only where no other film can."""

SEED_BITS = 48
Way = tuple[str, str, str]
"""A kind, a property and one of the kind's ways of asking about it, by name."""


@dataclass(slots=True)
class Tally:
    """Why drafts were dropped, by rule; "no draft" counts facts that could not be asked about at all."""

    dropped: Counter[str] = field(default_factory=Counter)


def pick(
    catalogue: Catalogue,
    seed: int,
    *,
    scope: str | None = None,
    kind: str | None = None,
    property: str | None = None,  # noqa: A002 (the field's own word)
    language: str = "en",
    avoid: Collection[str] = frozenset(),
    recent_films: Sequence[str] = (),
    tally: Tally | None = None,
) -> Question | None:
    """Return the question that this seed gives, or None where nothing is left to ask.

    `avoid` holds the ids of facts and questions not to be asked; films in `recent_films` come only where no other film
    can. The same catalogue, seed and arguments give the same question.
    """
    catalogue = catalogue.spoken(language)
    rng = Random(seed)
    counted = tally if tally is not None else Tally()
    open_ways = [way for way in ways(kind, property) if facts_within(catalogue, way[1], scope)]
    # The rank outlives a way that cannot hold it: were it drawn anew each time, easy ranks would be asked more often.
    for above in rng.sample(range(WANTED + 1), WANTED + 1):
        left = list(open_ways)
        while left:
            name, prop, way = drawn(catalogue, left, scope, rng)
            facts = [fact for fact in facts_within(catalogue, prop, scope) if fact.id not in avoid]
            tried = (
                proved(Ask(catalogue, fact, way, above, rng, language, seed), name, counted)
                for fact in in_turn(facts, recent_films, rng)[:TRIES]
            )
            found = next((question for question in tried if question and question.id not in avoid), None)
            if found is not None:
                return found
            left.remove((name, prop, way))
    return None


def in_a_row(
    catalogue: Catalogue,
    seed: int,
    *,
    scope: str | None = None,
    kind: str | None = None,
    property: str | None = None,  # noqa: A002 (the field's own word)
    language: str = "en",
    tally: Tally | None = None,
) -> Iterator[Question]:
    """Yield question after question, none of them twice; a fact comes again only once nothing else is left to ask."""
    rng = Random(seed)
    avoid: set[str] = set()
    lately: deque[str] = deque()
    films: deque[str] = deque(maxlen=RECENT_FILMS)
    wish = {"scope": scope, "kind": kind, "property": property, "language": language}
    lease = inf
    while True:
        chance = rng.getrandbits(SEED_BITS)
        while len(lately) > lease:
            avoid.discard(lately.popleft())
        question = pick(catalogue, chance, **wish, avoid=avoid, recent_films=films, tally=tally)  # type: ignore[arg-type]
        if question is None and lately:
            lease = len(lately) // 2
            continue
        if question is None:
            return
        fact = question.facts[0]
        if fact not in avoid:
            lately.append(fact)
        avoid.update((question.id, fact))
        films.append(question.film)
        yield question


@lru_cache(maxsize=512)
def weight(catalogue: Catalogue, props: frozenset[str], scope: str | None) -> float:
    """Return how much there is to ask of some properties: more facts and more of the films weigh more, with measure.

    By facts alone the long casts would be all; by films alone, what one film alone can be asked would be that film's.
    """
    facts = [fact for prop in props for fact in facts_within(catalogue, prop, scope)]
    films = len({film_of(fact) for fact in facts})
    return log2(1 + len(facts)) * sqrt(films / max(1, len(catalogue.films(scope))))


def drawn(catalogue: Catalogue, left: Sequence[Way], scope: str | None, rng: Random) -> Way:
    """Return a kind's way of asking: the kind first, by all that it may still ask about, then one of its ways."""
    props: dict[str, frozenset[str]] = {}
    for name, prop, _ in left:
        props[name] = props.get(name, frozenset()) | {prop}
    kind = rng.choices(list(props), [weight(catalogue, about, scope) for about in props.values()])[0]
    of_kind = [way for way in left if way[0] == kind]
    return rng.choices(of_kind, [weight(catalogue, frozenset({way[1]}), scope) for way in of_kind])[0]


def askable(catalogue: Catalogue, scope: str | None) -> int:
    """Return about how many facts there are to ask about."""
    return len({fact.id for way in ways(None, None) for fact in facts_within(catalogue, way[1], scope)})


@cache
def ways(kind: str | None, prop: str | None) -> tuple[Way, ...]:
    """Return every kind, property and way of asking that is left open; None leaves open which kind or property."""
    return tuple(
        (name, about.name, way)
        for name, asking in KINDS.items()
        for about in PROPERTIES.values()
        if kind in (None, name) and prop in (None, about.name)
        for way in asking.ways(about)
    )


def in_turn(facts: list[Fact], recent: Sequence[str], rng: Random) -> list[Fact]:
    """Return the facts in the order to try them: films by chance, recent ones last, one fact of each at a time."""
    by_film: dict[str, list[Fact]] = {}
    for fact in rng.sample(facts, len(facts)):
        by_film.setdefault(film_of(fact), []).append(fact)
    films = rng.sample(sorted(by_film), len(by_film))
    turns = [
        (film in recent, turn, place, fact)
        for place, film in enumerate(films)
        for turn, fact in enumerate(by_film[film])
    ]
    return [fact for *_, fact in sorted(turns, key=lambda one: one[:3])]


def proved(asked: Ask, kind: str, tally: Tally) -> Question | None:
    """Return the question a fact gives, if every rule holds; otherwise count what stood against it."""
    draft = KINDS[kind].ask(asked)
    if draft is None:
        tally.dropped["no draft"] += 1
        return None
    broken = refusal(draft, asked.catalogue)
    if broken is not None:
        tally.dropped[broken[0]] += 1
        return None
    return finished(asked.catalogue, draft)

"""Which question next: the answer's rank in fame by chance, then kind and property, then a film that can hold the rank."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from math import inf, log2, sqrt
from random import Random

from questions.catalogue.model import Fact
from questions.catalogue.reading import Catalogue
from questions.distractors import WANTED
from questions.draft import Ask, finished
from questions.kinds import KINDS
from questions.pool import disputes_of, facts_of, film_of
from questions.proof import refusal
from questions.properties import PROPERTIES
from questions.question import Question
from questions.rating import TARGET, pitch_for

TRIES = 24
"""Facts tried for one draw of kind, property and way; where none of them can hold the rank, another way is drawn."""

AT_ONCE = 12
"""Facts drawn together where the players' chances are known; which of them is tried first depends on those."""

RECENT_FILMS = 12
"""Films asked about in the last so many questions come again only where no other film can."""

RECENT_PROPERTIES = 2
"""So many questions apart are two about one property, while there is anything else to ask."""

SEED_BITS = 48
CACHED = 512
Way = tuple[str, str, str]
"""A kind, a property and one of the kind's ways of asking about it, by name."""

Chances = Callable[[Fact, str], Sequence[float]]
"""How likely each active player is right about a fact asked in a kind."""


@dataclass(slots=True)
class Tally:
    """How many drafts of each kind were tried and asked, and why the others were dropped, by rule.

    "no draft" counts facts that could not be asked about at all.
    """

    dropped: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Pool:
    """The facts that a kind may ask about a property, by film."""

    facts: tuple[Fact, ...]
    by_film: Mapping[str, tuple[Fact, ...]]
    films: tuple[str, ...]


def pick(
    catalogue: Catalogue,
    seed: int,
    *,
    scope: str | None = None,
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
        if (not kinds or way[0] in kinds) and pool_of(catalogue, way[0], way[1], scope).facts
    ]
    fresh = [way for way in every if way[1] not in recent_properties]
    # The rank outlives a way that cannot hold it: were it drawn anew each time, easy ranks would be asked more often.
    for above in rng.sample(range(WANTED + 1), WANTED + 1):
        for open_ways in (fresh, [way for way in every if way not in fresh]):
            left = list(open_ways)
            while left:
                way = drawn(catalogue, left, scope, rng)
                pool = pool_of(catalogue, way[0], way[1], scope)
                facts = in_turn(pool, avoid, recent_films, rng)
                if chances is not None:
                    facts = suited(facts, way[0], chances, target, rng)
                for fact in islice(facts, TRIES):
                    asked = Ask(catalogue, fact, way[2], above, rng, language, seed)
                    question = proved(asked, way[0], counted)
                    if question and question.witnesses >= witnesses and question.id not in avoid:
                        counted.asked[way[0]] += 1
                        return question
                left.remove(way)
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
    properties: deque[str] = deque(maxlen=RECENT_PROPERTIES)
    lease = inf
    while True:
        chance = rng.getrandbits(SEED_BITS)
        while len(lately) > lease:
            avoid.discard(lately.popleft())
        question = pick(
            catalogue,
            chance,
            scope=scope,
            kind=kind,
            property=property,
            language=language,
            avoid=avoid,
            recent_films=films,
            recent_properties=properties,
            tally=tally,
        )
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
        properties.append(question.property)
        yield question


@lru_cache(maxsize=4 * CACHED)
def pool_of(catalogue: Catalogue, kind: str, prop: str, scope: str | None) -> Pool:
    """Return what a kind may ask about a property: settled facts, or for a kind that asks of disputes those in dispute."""
    known = disputes_of(catalogue, prop) if KINDS[kind].asks_of_disputes else facts_of(catalogue, prop)
    films = {film.id for film in catalogue.films(scope)}
    by_film: dict[str, list[Fact]] = {}
    for fact in known:
        if film_of(fact) in films:
            by_film.setdefault(film_of(fact), []).append(fact)
    facts = tuple(fact for of_film in by_film.values() for fact in of_film)
    return Pool(facts, {film: tuple(of_film) for film, of_film in by_film.items()}, tuple(sorted(by_film)))


@lru_cache(maxsize=4 * CACHED)
def weight(catalogue: Catalogue, ways: frozenset[Way], scope: str | None) -> float:
    """Return how much there is to ask in some ways: more facts and more of the films weigh more, with measure.

    By facts alone the long casts would be all; by films alone, what one film alone can be asked would be that film's.
    What an audience hardly knows weighs little, however much of it there is.
    """
    pools = {way[1]: pool_of(catalogue, way[0], way[1], scope) for way in ways}
    best = max(PROPERTIES[prop].familiar for prop in pools)
    facts = sum(len(pool.facts) * PROPERTIES[prop].familiar for prop, pool in pools.items())
    films = len({film for pool in pools.values() for film in pool.films})
    return best * log2(1 + facts) * sqrt(films / max(1, len(catalogue.films(scope))))


def drawn(catalogue: Catalogue, left: Sequence[Way], scope: str | None, rng: Random) -> Way:
    """Return a kind's way of asking: the kind first, by all that it may still ask about, then one of its ways."""
    by_kind: dict[str, list[Way]] = {}
    for way in left:
        by_kind.setdefault(way[0], []).append(way)
    weights = [
        KINDS[kind].share * weight(catalogue, frozenset(ways), scope) for kind, ways in by_kind.items()
    ]
    kind = rng.choices(list(by_kind), weights)[0]
    of_kind = by_kind[kind]
    return rng.choices(of_kind, [weight(catalogue, frozenset({way}), scope) for way in of_kind])[0]


def askable(catalogue: Catalogue, scope: str | None) -> int:
    """Return about how many facts there are to ask about."""
    pools = {way[1]: pool_of(catalogue, way[0], way[1], scope) for way in ways(None, None)}
    return sum(len(pool.facts) for pool in pools.values())


@lru_cache(maxsize=CACHED)
def ways(kind: str | None, prop: str | None) -> tuple[Way, ...]:
    """Return every kind, property and way of asking that is left open; None leaves open which kind or property."""
    return tuple(
        (name, about.name, way)
        for name, asking in KINDS.items()
        for about in PROPERTIES.values()
        if kind in (None, name) and prop in (None, about.name)
        for way in asking.ways(about)
    )


def in_turn(pool: Pool, avoid: Collection[str], recent: Collection[str], rng: Random) -> Iterator[Fact]:
    """Yield facts in the order to try them: films by chance, recent ones last, one fact of each at a time.

    Only what is looked at is drawn, so that a pool of a million facts costs no more than one of a hundred.
    """
    for films in (some_films(pool, rng, recent), [film for film in pool.films if film in recent]):
        left: dict[str, list[Fact]] = {}
        for film in films:
            facts = [fact for fact in pool.by_film[film] if fact.id not in avoid]
            if facts:
                rng.shuffle(facts)
                left[film] = facts
                yield facts.pop()
        while left:
            left = {film: facts for film, facts in left.items() if facts}
            yield from (facts.pop() for facts in left.values())


def some_films(pool: Pool, rng: Random, recent: Collection[str]) -> Iterator[str]:
    """Yield the films of a pool that are not recent, each once, in random order, drawn one by one."""
    order = list(pool.films) if len(pool.films) <= SHUFFLED else rng.sample(pool.films, SHUFFLED)
    for last in range(len(order) - 1, -1, -1):
        place = rng.randint(0, last)
        order[place], order[last] = order[last], order[place]
        if order[last] not in recent:
            yield order[last]


SHUFFLED = 400
"""Films of a large pool that one draw looks at."""


def suited(facts: Iterator[Fact], kind: str, chances: Chances, target: float, rng: Random) -> Iterator[Fact]:
    """Yield facts a dozen at a time, those that suit the players most likely first."""
    while some := list(islice(facts, AT_ONCE)):
        weights = [pitch_for(chances(fact, kind), target) + LEAST for fact in some]
        ranked = sorted(
            zip(some, weights, strict=True), key=lambda one: rng.random() ** (1 / one[1]), reverse=True
        )
        yield from (fact for fact, _ in ranked)


LEAST = 1e-4
"""The weight of a fact that suits nobody: it is still asked where nothing else is left."""


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

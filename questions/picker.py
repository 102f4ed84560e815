"""Which question next: the answer's rank in fame by chance, then kind and property, then a film that can hold the rank."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from math import inf, log2, sqrt
from random import Random

from questions.catalogue.model import Fact
from questions.catalogue.reading import Catalogue
from questions.distractors import WANTED
from questions.draft import Ask, finished
from questions.grounds import Pool, grounds_of, scoped
from questions.kinds import KINDS
from questions.pool import can_be_told
from questions.proof import refusal
from questions.properties import PROPERTIES
from questions.question import Question
from questions.rating import TARGET, pitch_for
from questions.resting import gap, resting
from questions.standing import own_films

TRIES = 24
"""Facts tried for one draw of kind, property and way; where none of them can hold the rank, another way is drawn."""

WAYS_AT_ONCE, FACTS_EACH = 4, 4
"""Ways, and facts of each, drawn together where the players' chances are known; these say which is tried first."""

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
        if (not kinds or way[0] in kinds) and pool_of(catalogue, way[0], way[1], scope)
    ]
    fresh = [way for way in every if way[1] not in recent_properties]
    stale = [way for way in every if way not in fresh]
    # The rank outlives a way that cannot hold it: were it drawn anew each time, easy ranks would be asked more often.
    for above in rng.sample(range(WANTED + 1), WANTED + 1):
        for open_ways, resting_too in ((fresh, False), (stale, False), (every, True)):
            look = Look(catalogue, scope, avoid, recent_films, resting_too, rng)
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
    films: deque[str] = deque(maxlen=gap(catalogue, scope))
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
            recent_films=resting(catalogue, list(films), scope),
            recent_properties=properties,
            tally=tally,
        )
        if question is None and lately:
            lease = len(lately) // 2
            continue
        if question is None:
            return
        lately.extend(fact for fact in question.facts if fact not in avoid)
        avoid.update((question.id, *question.facts))
        films.appendleft(question.film)
        properties.append(question.property)
        yield question


def is_wanted(question: Question, witnesses: int, avoid: Collection[str]) -> bool:
    """Return whether a question has witnesses enough, and neither it nor its answer's fact is to be avoided."""
    return question.witnesses >= witnesses and question.id not in avoid and question.facts[0] not in avoid


def pool_of(catalogue: Catalogue, kind: str, prop: str, scope: str | None) -> Pool:
    """Return what a kind may ask about a property: settled facts, or for a kind that asks of disputes those in dispute."""
    number = catalogue.number(scope) if scope is not None else None
    return grounds_of(catalogue.connection, prop, number, disputed=KINDS[kind].asks_of_disputes)


@lru_cache(maxsize=8 * CACHED)
def weight(catalogue: Catalogue, ways: frozenset[Way], scope: str | None) -> float:
    """Return how much there is to ask in some ways: more facts and more of the films weigh more, with measure.

    By facts alone the long casts would be all; by films alone, what one film alone can be asked would be that film's.
    What an audience hardly knows weighs little, however much of it there is.
    """
    pools = {way[1]: pool_of(catalogue, way[0], way[1], scope) for way in ways}
    best = max(PROPERTIES[prop].familiar for prop in pools)
    facts = sum(len(pool) * PROPERTIES[prop].familiar for prop, pool in pools.items())
    held = 0
    for pool in pools.values():
        held |= pool.held
    return best * log2(1 + facts) * sqrt(held.bit_count() / max(1, films_in(catalogue, scope)))


@lru_cache(maxsize=CACHED)
def films_in(catalogue: Catalogue, scope: str | None) -> int:
    """Return how many films with files of their own a scope has."""
    if scope is None:
        return len(own_films(catalogue.connection))
    return len(scoped(catalogue.connection, catalogue.number(scope)))


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
    return sum(len(pool) for pool in pools.values())


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


@dataclass(frozen=True, slots=True)
class Look:
    """Where facts are looked for: in which scope, which are to be avoided, and whether in films that rest or in others."""

    catalogue: Catalogue
    scope: str | None
    avoid: Collection[str]
    recent: Collection[str]
    resting_too: bool
    rng: Random

    def facts(self, way: Way) -> Iterator[Fact]:
        """Yield what a way may ask about, in the order to try it: films by chance, one fact of each at a time.

        Only what is looked at is drawn and read, so that a pool of a million facts costs no more than one of a hundred.
        """
        pool = pool_of(self.catalogue, way[0], way[1], self.scope)
        numbers = (self.catalogue.number(film) for film in self.recent if self.catalogue.has(film))
        late = pool.places(numbers)
        left: dict[int, list[Fact]] = {}
        for film in late if self.resting_too else some_films(pool, self.rng, late):
            facts = [fact for fact in self.catalogue.facts_numbered(pool.of(film)) if self.allows(fact)]
            if facts:
                self.rng.shuffle(facts)
                left[film] = facts
                yield facts.pop()
        while left:
            left = {film: facts for film, facts in left.items() if facts}
            yield from (facts.pop() for facts in left.values())

    def allows(self, fact: Fact) -> bool:
        """Return whether a fact may be asked about, and told in this language."""
        return fact.id not in self.avoid and can_be_told(self.catalogue, fact)


def candidates(
    left: list[Way], look: Look, chances: Chances | None, target: float
) -> Iterator[tuple[Way, Fact]]:
    """Yield facts to be tried and the way of asking about each, until every way has had its tries.

    Where the players' chances are known, several ways are drawn at once, and what suits the players is tried first.
    """
    sources = {way: islice(look.facts(way), TRIES) for way in left}
    while left:
        way = drawn(look.catalogue, left, look.scope, look.rng)
        if chances is None:
            left.remove(way)
            yield from ((way, fact) for fact in sources[way])
            continue
        batch: list[tuple[Way, Fact]] = []
        others = (drawn(look.catalogue, left, look.scope, look.rng) for _ in range(WAYS_AT_ONCE - 1))
        for one in dict.fromkeys((way, *others)):
            some = list(islice(sources[one], FACTS_EACH))
            batch.extend((one, fact) for fact in some)
            if len(some) < FACTS_EACH:
                left.remove(one)
        yield from suited(batch, chances, target, look.rng)


def some_films(pool: Pool, rng: Random, late: Collection[int]) -> Iterator[int]:
    """Yield the places of a pool's films that are not recent, each once, in random order, drawn one by one."""
    order = rng.sample(range(len(pool.films)), min(len(pool.films), SHUFFLED))
    yield from (place for place in order if place not in late)


SHUFFLED = 400
"""Films of a large pool that one draw looks at."""


def suited(
    batch: list[tuple[Way, Fact]], chances: Chances, target: float, rng: Random
) -> list[tuple[Way, Fact]]:
    """Return candidates in random order, those that suit the players most likely first."""
    weights = [pitch_for(chances(fact, way[0]), target) + LEAST for way, fact in batch]
    keys = [rng.random() ** (1 / weight) for weight in weights]
    return [one for _, one in sorted(zip(keys, batch, strict=True), key=lambda pair: pair[0], reverse=True)]


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

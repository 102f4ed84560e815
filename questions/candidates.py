"""Facts to be tried for a question: some of a way's, or of several ways' at once where the players' chances are known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from questions.catalogue.model import Fact
from questions.catalogue.reading import Catalogue
from questions.deck import Deck, Scope, cut_of
from questions.grounds import Pool
from questions.pool import can_be_told
from questions.rating import pitch_for
from questions.ways import Way, drawn, pool_of

TRIES = 24
"""Facts tried for one draw of kind, property and way; where none of them can hold the rank, another way is drawn."""

WAYS_AT_ONCE, FACTS_EACH = 4, 4
"""Ways, and facts of each, drawn together where the players' chances are known; these say which is tried first."""

SHUFFLED = 400
"""Films of a large pool that one draw looks at."""

LEAST = 1e-4
"""The weight of a fact that suits nobody: it is still asked where nothing else is left."""

Chances = Callable[[Fact, str], Sequence[float]]
"""How likely each active player is right about a fact asked in a kind."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where facts are looked for: in which scope, which are to be avoided, and whether in films that rest or in others.

    `recent` holds the films that rest, by number.
    """

    catalogue: Catalogue
    scope: Scope
    avoid: Collection[str]
    recent: Collection[int]
    resting_too: bool
    rng: Random

    def facts(self, way: Way) -> Iterator[Fact]:
        """Yield what a way may ask about, in the order to try it: films by chance, one fact of each at a time.

        Only what is looked at is drawn and read, so that a pool of a million facts costs no more than one of a hundred.
        """
        pool = pool_of(self.catalogue, way[0], way[1], self.scope)
        late = pool.places(self.recent)
        left: dict[int, list[Fact]] = {}
        for film in late if self.resting_too else some_films(pool, self.rng, late):
            if self.refuses(pool.films[film]):
                continue
            facts = [fact for fact in self.catalogue.facts_numbered(pool.of(film)) if self.allows(fact)]
            if facts:
                self.rng.shuffle(facts)
                left[film] = facts
                yield facts.pop()
        while left:
            left = {film: facts for film, facts in left.items() if facts}
            yield from (facts.pop() for facts in left.values())

    def refuses(self, film: int) -> bool:
        """Return whether a film is switched off in the deck that is played with."""
        if not isinstance(self.scope, Deck):
            return False
        cut = cut_of(self.catalogue.connection, self.scope)
        return film in cut.refused or (bool(cut.packs) and self.catalogue.numbered(film).pack in cut.packs)

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


def suited(
    batch: list[tuple[Way, Fact]], chances: Chances, target: float, rng: Random
) -> list[tuple[Way, Fact]]:
    """Return candidates in random order, those that suit the players most likely first."""
    weights = [pitch_for(chances(fact, way[0]), target) + LEAST for way, fact in batch]
    keys = [rng.random() ** (1 / weight) for weight in weights]
    return [one for _, one in sorted(zip(keys, batch, strict=True), key=lambda pair: pair[0], reverse=True)]

"""Which question next: kind, property and the answer's rank in fame by chance, then a film that can hold that rank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import sqrt
from random import Random

from questions.catalogue.model import Fact
from questions.catalogue.reading import Catalogue
from questions.distractors import WANTED
from questions.draft import Ask, finished
from questions.kinds import KINDS
from questions.pool import facts_within, film_of, films_reached
from questions.proof import refusal
from questions.properties import PROPERTIES
from questions.question import Question

TRIES = 24
"""Facts tried for one draw of kind, property and way; where none of them can hold the rank, another way is drawn."""

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
    rng = Random(seed)
    counted = tally if tally is not None else Tally()
    reach = {way: films_reached(catalogue, way[1], scope) for way in ways(kind, property)}
    # The rank outlives a way that cannot hold it: were it drawn anew each time, easy ranks would be asked more often.
    for above in rng.sample(range(WANTED + 1), WANTED + 1):
        left = {way: films for way, films in reach.items() if films}
        while left:
            name, prop, way = drawn(left, rng)
            facts = [fact for fact in facts_within(catalogue, prop, scope) if fact.id not in avoid]
            tried = (
                proved(Ask(catalogue, fact, way, above, rng, language, seed), name, counted)
                for fact in in_turn(facts, recent_films, rng)[:TRIES]
            )
            found = next((question for question in tried if question and question.id not in avoid), None)
            if found is not None:
                return found
            del left[(name, prop, way)]
    return None


def drawn(reach: dict[Way, int], rng: Random) -> Way:
    """Return a kind's way of asking: the kind first, then the way, each by the root of the films it reaches.

    Evenly drawn, what one film alone can be asked would make that film every fifth question.
    """
    widest: dict[str, int] = {}
    for (name, _, _), films in reach.items():
        widest[name] = max(films, widest.get(name, 0))
    kind = rng.choices(list(widest), [sqrt(films) for films in widest.values()])[0]
    ways_of_kind = [way for way in reach if way[0] == kind]
    return rng.choices(ways_of_kind, [sqrt(reach[way]) for way in ways_of_kind])[0]


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
    films.sort(key=lambda film: film in recent)
    rounds = max(map(len, by_film.values()), default=0)
    return [by_film[film][turn] for turn in range(rounds) for film in films if turn < len(by_film[film])]


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

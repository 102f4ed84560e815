"""Which question next: kind, property and the answer's rank in fame by chance, then a film that can hold that rank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from questions.catalogue.model import Fact
from questions.catalogue.reading import Catalogue
from questions.distractors import WANTED
from questions.draft import Ask, finished
from questions.kinds import KINDS
from questions.pool import facts_of
from questions.proof import refusal
from questions.properties import PROPERTIES
from questions.question import Question

DRAWS = 60
"""Draws of kind, property, way and rank before the catalogue is taken to be asked empty."""

TRIES = 24
"""Facts tried for one draw: a rank that none of them can hold is drawn again."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What may be asked: a film or series, a kind, a property, a language; None leaves it open."""

    scope: str | None = None
    kind: str | None = None
    property: str | None = None
    language: str = "en"


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
    wish = Wish(scope, kind, property, language)
    films = frozenset(film.id for film in catalogue.films(scope))
    open_ways = [way for way in ways(wish) if any(of_films(catalogue, way[1], films))]
    if not open_ways:
        return None
    kinds = sorted({name for name, _, _ in open_ways})
    for _ in range(DRAWS):
        drawn = rng.choice(kinds)
        name, prop, way = rng.choice([one for one in open_ways if one[0] == drawn])
        above = rng.randrange(WANTED + 1)
        facts = [fact for fact in of_films(catalogue, prop, films) if fact.id not in avoid]
        for fact in in_turn(facts, recent_films, rng)[:TRIES]:
            asked = Ask(catalogue, fact, way, above, rng, language, seed)
            question = proved(asked, name, tally or Tally())
            if question is not None and question.id not in avoid:
                return question
    return None


def ways(wish: Wish) -> Iterator[tuple[str, str, str]]:
    """Yield every kind, property and way of asking that the wish leaves open."""
    for name, kind in KINDS.items():
        for prop in PROPERTIES.values():
            if wish.kind in (None, name) and wish.property in (None, prop.name):
                for way in kind.ways(prop):
                    yield name, prop.name, way


def of_films(catalogue: Catalogue, prop: str, films: frozenset[str]) -> list[Fact]:
    """Return the settled facts of a property about these films, or about what happens in them."""
    return [fact for fact in facts_of(catalogue, prop) if (fact.subject.film or fact.subject.id) in films]


def in_turn(facts: list[Fact], recent: Sequence[str], rng: Random) -> list[Fact]:
    """Return the facts in the order to try them: films by chance, recent ones last, one fact of each at a time."""
    by_film: dict[str, list[Fact]] = {}
    for fact in rng.sample(facts, len(facts)):
        by_film.setdefault(fact.subject.film or fact.subject.id, []).append(fact)
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

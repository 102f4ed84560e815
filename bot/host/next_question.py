"""Which question a round asks: seeded by quiz and number, pitched at its players, and none that was asked lately."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

from bot.quiz.kinds import kinds_of
from bot.store import decks, ratings, rounds
from questions.kinds import KINDS
from questions.picker import RECENT_PROPERTIES, pick
from questions.rating import START, aimed, expected, guess_among, prior_of
from questions.resting import resting
from questions.shares import in_play
from questions.ways import askable, properties_asked

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from bot.host.stage import Stage
    from bot.quiz.values import Quiz
    from bot.store.ratings import Beliefs
    from questions.candidates import Chances
    from questions.catalogue import Catalogue, Fact
    from questions.question import Question
    from questions.rating import Level

LEASE = 0.8
"""The share of what there is to ask that is asked before anything comes again in a guild."""

GIVES_WAY = 0.9
"""What is left of a memory that leaves nothing to ask: kinds say what they may ask about, not what they can."""

SUBJECT_PARTS = (
    2  # of a fact's id behind the film: the property stands first, or behind what the film has in it
)
MOST_REMEMBERED = 20_000
FOUR = 4
TWO_CHOICES = frozenset({"true_or_false"})
MIRRORED = {"followed_by": "sequel_to", "sequel_to": "followed_by"}
"""Properties of which a fact says what another says the other way round."""

LEAST_PARTS = 3  # of a fact's id: subject, property, value


async def next_question(
    stage: Stage, quiz: Quiz, number: int, recent_films: tuple[str, ...], players: Collection[int] = ()
) -> Question | None:
    """Return the question of a quiz's round, or None where nothing is left to ask about its film or series.

    Where it has neither, its films are those that the guild plays with now. What this quiz has asked never comes again;
    what the guild was asked before, only once four fifths have been of all that its kinds ask about its films. Where
    less than that can be asked, what was asked longest ago comes first.
    """
    kinds = kinds_of(quiz)
    everything = min(MOST_REMEMBERED, int(askable(stage.catalogue, None) * LEASE))
    async with stage.database.read() as connection:
        scope = quiz.scope or in_play(stage.catalogue, await decks.deck_of(connection, quiz.guild_id))
        lately = await rounds.asked_lately(connection, quiz.guild_id, max(everything, number))
        keys = {ratings.player_key(quiz.guild_id, player) for player in players}
        beliefs = await ratings.beliefs(connection, keys)
    films = [fact.split("/")[0] for _, facts in lately for fact in facts[:1]]
    seed = Random(f"{quiz.seed} {number}").getrandbits(48)
    properties = properties_of(stage.catalogue, lately)
    counts = counted(stage.catalogue, quiz.scope, kinds)
    before: frozenset[str] | None = None
    for memory in memories(int(askable(stage.catalogue, scope, kinds) * LEASE)):
        avoid = avoided(stage.catalogue, lately, memory, number, counts)
        if avoid == before:
            continue
        before = avoid
        question = pick(
            stage.catalogue,
            seed,
            scope=scope,
            kinds=kinds,
            language=quiz.language,
            witnesses=quiz.witnesses or 1,
            avoid=avoid,
            recent_films=resting(stage.catalogue, [*recent_films, *films], scope),
            recent_properties=properties,
            chances=chances_of(beliefs, sorted(keys)),
            target=aimed(level_of(quiz)),
        )
        if question is not None:
            return question
        await asyncio.sleep(0)  # an empty catalogue takes long to search; presses go first
    return None


def memories(longest: int) -> Iterator[int]:
    """Yield how many facts are remembered: as many as should be, then ever fewer, at last none."""
    while longest:
        yield longest
        longest = int(longest * GIVES_WAY)
    yield 0


def counted(catalogue: Catalogue, scope: str | None, kinds: Collection[str]) -> Callable[[str], bool]:
    """Return what says of a fact's id whether it is of those that a quiz of these films and kinds asks about."""
    properties = properties_asked(kinds)
    films = None if scope is None else {film.id for film in catalogue.films(scope)}

    def counts(fact: str) -> bool:
        film, *rest = fact.split("/")  # asked of thousands: the id is read, not the catalogue
        return (films is None or film in films) and not properties.isdisjoint(rest[:SUBJECT_PARTS])

    return counts


def avoided(
    catalogue: Catalogue,
    lately: Sequence[tuple[str, tuple[str, ...]]],
    facts: int,
    questions: int,
    counts: Callable[[str], bool] = bool,
) -> frozenset[str]:
    """Return what is not to be asked: the last questions, and further back until so many facts that count are among it.

    A fact that says the same the other way round is not to be asked either.
    """
    found: set[str] = set()
    ids: set[str] = set()
    counting: set[str] = set()
    for place, (asked, stood_on) in enumerate(lately):
        if place >= questions and len(counting) >= facts:
            break
        ids.add(asked)
        told = {*stood_on, *(other for fact in stood_on for other in mirrored(catalogue, fact))}
        counting.update(filter(counts, told - found))
        found |= told
    return frozenset(found | ids)


def mirrored(catalogue: Catalogue, fact: str) -> tuple[str, ...]:
    """Return the ids of the facts that say the same the other way round; none where this catalogue has none."""
    parts = fact.split("/")  # asked of thousands: the catalogue only where it can know of one
    if len(parts) < LEAST_PARTS or parts[1] not in MIRRORED:
        return ()
    subject, prop, value = parts[0], parts[1], parts[-1]
    try:
        others = catalogue.facts(subject=value, property=MIRRORED[prop])
    except KeyError:
        return ()
    return tuple(one.id for one in others if one.entity is not None and one.entity.id == subject)


def properties_of(catalogue: Catalogue, lately: Sequence[tuple[str, tuple[str, ...]]]) -> frozenset[str]:
    """Return the properties of the facts asked about last; one that this catalogue has no more has none."""
    found: set[str] = set()
    for _, stood_on in lately[:RECENT_PROPERTIES]:
        with suppress(KeyError, IndexError):
            found.add(catalogue.fact(stood_on[0]).property)
    return frozenset(found)


def level_of(quiz: Quiz) -> Level:
    """Return how hard a quiz shall be."""
    return "easy" if quiz.level == "easy" else "hard" if quiz.level == "hard" else "mixed"


def chances_of(beliefs: Beliefs, players: Sequence[str]) -> Chances:
    """Return how likely each player is right about a fact asked in a kind; of nobody known, an average player."""
    everyone = [beliefs.get(("player", key), START["player"]) for key in players] or [START["player"]]

    def chances(fact: Fact, kind: str) -> list[float]:
        film = fact.subject.film or fact.subject.id
        facets = {
            "film": beliefs.get(("film", film), START["film"]),
            "property": beliefs.get(("property", fact.property), START["property"]),
            "kind": beliefs.get(("kind", kind), START["kind"]),
        }
        key = fact.entity.popularity if fact.entity is not None else None
        prior = prior_of(fact.subject.popularity, key)
        guess = 0.0 if KINDS[kind].written else guess_among(2 if kind in TWO_CHOICES else FOUR)
        return [expected({"player": player, **facets}, prior, guess) for player in everyone]  # type: ignore[dict-item]

    return chances

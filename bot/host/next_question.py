"""Which question a round asks: seeded by quiz and number, pitched at its players, and none that was asked lately."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

from bot.store import decks, ratings, rounds
from questions.kinds import KINDS
from questions.picker import RECENT_PROPERTIES, pick
from questions.rating import START, aimed, expected, guess_among, prior_of
from questions.resting import resting
from questions.shares import in_play
from questions.ways import askable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.host.stage import Stage
    from bot.quiz.values import Quiz
    from bot.store.ratings import Beliefs
    from questions.candidates import Chances
    from questions.catalogue import Catalogue, Fact
    from questions.question import Question
    from questions.rating import Level

LEASE = 0.8
"""The share of what there is to ask that is asked before anything comes again in a guild."""

MOST_REMEMBERED = 20_000
BUTTONS = "buttons"
FOUR = 4
TWO_CHOICES = frozenset({"true_or_false"})
MIRRORED = {"followed_by": "sequel_to", "sequel_to": "followed_by"}
"""Properties of which a fact says what another says the other way round."""

LEAST_PARTS = 3  # of a fact's id: subject, property, value


async def next_question(
    stage: Stage, quiz: Quiz, number: int, recent_films: tuple[str, ...], players: Collection[int] = ()
) -> Question | None:
    """Return the question of a quiz's round, or None where nothing is left to ask about its film or series.

    Where it has neither, its films are those that the guild plays with now.
    What this quiz has asked never comes again; what the guild was asked before, only once four fifths of everything has
    been, or when nothing else is left.
    """
    async with stage.database.read() as connection:
        scope = quiz.scope or in_play(stage.catalogue, await decks.deck_of(connection, quiz.guild_id))
        longest = min(MOST_REMEMBERED, int(askable(stage.catalogue, scope) * LEASE))
        lately = await rounds.asked_lately(connection, quiz.guild_id, max(longest, number))
        keys = {ratings.player_key(quiz.guild_id, player) for player in players}
        beliefs = await ratings.beliefs(connection, keys)
    films = [fact.split("/")[0] for _, facts in lately for fact in facts[:1]]
    seed = Random(f"{quiz.seed} {number}").getrandbits(48)
    properties = properties_of(stage.catalogue, lately)
    for memory in (longest, number):
        question = pick(
            stage.catalogue,
            seed,
            scope=scope,
            kinds=kinds_of(quiz),
            language=quiz.language,
            witnesses=quiz.witnesses or 1,
            avoid=avoided(stage.catalogue, lately, memory, number),
            recent_films=resting(stage.catalogue, [*recent_films, *films], scope),
            recent_properties=properties,
            chances=chances_of(beliefs, sorted(keys)),
            target=aimed(level_of(quiz)),
        )
        if question is not None:
            return question
        await asyncio.sleep(0)  # an empty catalogue takes long to search; presses go first
    return None


def avoided(
    catalogue: Catalogue, lately: Sequence[tuple[str, tuple[str, ...]]], facts: int, questions: int
) -> frozenset[str]:
    """Return what is not to be asked: so many facts asked last, and the last questions, in either direction."""
    found: set[str] = set()
    ids: set[str] = set()
    for place, (asked, stood_on) in enumerate(lately):
        if place >= questions and len(found) >= facts:
            break
        ids.add(asked)
        found.update(stood_on, *(mirrored(catalogue, fact) for fact in stood_on))
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


def kinds_of(quiz: Quiz) -> frozenset[str]:
    """Return the kinds of questions a quiz keeps to; nothing leaves all open."""
    if quiz.kinds == BUTTONS:
        return frozenset(name for name, kind in KINDS.items() if not kind.written)
    return frozenset({quiz.kinds} & KINDS.keys()) if quiz.kinds else frozenset()


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

"""Which question a round asks: none twice in a guild while there are others, pitched at its players, of the kinds wished."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from statistics import mean
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.host.next_question import LEASE, avoided, chances_of, mirrored, next_question
from bot.quiz.kinds import kinds_of
from bot.store import ratings, rounds
from bot.store.tables import rating
from questions.kinds import KINDS
from questions.picker import pick
from questions.question import Form
from questions.ways import askable
from tests.bot.host.stage_set import GUILD, Play

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.quiz.values import Quiz
    from questions.catalogue import Catalogue
    from questions.question import Question

FILM = "gamera-2"
PLAYER, OTHER_GUILD = 1, 11
DRAWN = 60
IDS = st.sampled_from("abcdefgh")
LATELY = st.lists(st.tuples(IDS.map(str.upper), st.lists(IDS, max_size=3).map(tuple)), max_size=12)


async def quiz_of(
    play: Play, channel: int = 20, guild: int = GUILD, scope: str | None = None, **wishes: Any
) -> Quiz:
    """Return a quiz that stands in its rows and asks nothing by itself."""
    begun = await play.host.begin(
        guild_id=guild,
        channel_id=channel,
        starter_id=30,
        scope=scope,
        rounds=20,
        seconds=20,
        language="en",
        **wishes,
    )
    assert not hasattr(begun, "quiz")
    return begun


async def ask(play: Play, quiz: Quiz, number: int) -> Question:
    """Return the next question, asked in the rows too."""
    found = await next_question(play.stage, quiz, number, ())
    assert found is not None
    now = play.clock()
    opening = partial(
        rounds.open_round,
        quiz_id=quiz.id,
        number=number,
        question=found,
        asked_at=now,
        closes_at=now + timedelta(1),
    )
    await play.stage.database.write(opening)
    return found


def ever_told(catalogue: Catalogue, scope: str) -> set[str]:
    """Return the facts told when all is asked that can be asked about a film, none twice."""
    avoid: set[str] = set()
    told: set[str] = set()
    while (question := pick(catalogue, len(avoid), scope=scope, avoid=avoid)) is not None:
        told.update(question.facts)
        avoid |= {question.id, *question.facts}
    return told


def test_what_there_is_to_ask_is_counted_by_kind(library: Catalogue) -> None:
    """Fewer kinds have fewer facts; what is in dispute is counted beside what is settled, never instead."""
    apart = {kind: askable(library, None, {kind}) for kind in KINDS}

    assert apart["who_am_i"] == len(library.films()) + sum(
        len([one for one in library.facts(subject=film.id, property="director") if one.settled]) - 1
        for film in library.films()
    )
    assert apart["sources_differ"] > 0
    assert askable(library, None, {"single_fact", "sources_differ"}) == (
        apart["single_fact"] + apart["sources_differ"]
    )
    assert max(apart.values()) < askable(library, None) < sum(apart.values())


async def rate(play: Play, mean_: float) -> None:
    """Have the store believe that a player is so good."""
    row = {"facet": "player", "key": ratings.player_key(GUILD, PLAYER), "mean": mean_, "variance": 0.05}

    async def writing(connection: AsyncConnection) -> None:
        await connection.execute(rating.insert().values(row))

    await play.stage.database.write(writing)


async def test_nothing_comes_again_before_four_fifths_have_been_asked(play: Play) -> None:
    """Over several quizzes of a guild, no fact and no question comes again until 80 % of what a film can be asked did."""
    told: set[str] = set()
    asked: set[str] = set()
    wanted = LEASE * len(ever_told(play.stage.catalogue, FILM))
    while len(told) < wanted:
        quiz = await quiz_of(play, channel=100 + len(asked), scope=FILM)
        for number in range(1, 6):
            question = await ask(play, quiz, number)
            if len(told) < wanted:
                assert question.id not in asked
                assert question.facts[0] not in told
            asked.add(question.id)
            told.update(question.facts, *(mirrored(play.stage.catalogue, fact) for fact in question.facts))

    assert len(asked) > 20


async def test_a_guild_that_was_asked_everything_is_asked_again(play: Play) -> None:
    """After all there is, a new quiz of the guild still has a question for every round, and none twice."""
    for channel in range(100, 107):
        quiz = await quiz_of(play, channel, scope="rodan-1956")
        asked = [await ask(play, quiz, number) for number in range(1, 9)]

    assert len({question.id for question in asked}) == len(asked)


@pytest.mark.slow
@pytest.mark.parametrize("kinds", ["who_am_i", "sources_differ", "in_order", "cloze"])
async def test_a_small_kind_comes_again_only_after_most_of_its_own(play: Play, kinds: str) -> None:
    """A guild that plays one kind alone is asked four fifths of all that it can ask, whatever that is, between two alike."""
    told: list[tuple[str, ...]] = []
    for channel in range(100, 112):
        quiz = await quiz_of(play, channel, kinds=kinds)
        told += [(await ask(play, quiz, number)).facts for number in range(1, 11)]
    keys = [facts[0] for facts in told]
    between = [
        {fact for facts in told[first:place] for fact in facts if fact in keys}
        for place, key in enumerate(keys)
        for first in range(place)
        if keys[first] == key
    ]

    assert between
    assert min(map(len, between)) >= LEASE * len(set(keys)) - 1


async def test_what_other_quizzes_asked_does_not_push_out_what_a_film_was_asked(play: Play) -> None:
    """After many questions of other kinds about other films, a quiz of one film and kind still remembers its own."""
    quiz = await quiz_of(play, 100, scope=FILM, kinds="who_played")
    first = {(await ask(play, quiz, number)).facts[0] for number in range(1, 4)}
    other = await quiz_of(play, 101, kinds="release")
    for number in range(1, 60):
        await ask(play, other, number)
    again = await quiz_of(play, 102, scope=FILM, kinds="who_played")

    assert not first & {(await ask(play, again, number)).facts[0] for number in range(1, 4)}


async def test_another_guild_is_asked_the_same(play: Play) -> None:
    """What one guild was asked keeps nothing from another: by seed and number it has the same question."""
    first = await ask(play, await quiz_of(play, scope=FILM), 1)
    again = await next_question(play.stage, await quiz_of(play, 21, OTHER_GUILD, FILM), 1, ())
    here = await next_question(play.stage, await quiz_of(play, 22, GUILD, FILM), 1, ())

    assert again == first
    assert here is not None
    assert here.facts[0] != first.facts[0]


def test_a_sequel_and_what_it_follows_are_one(library: Catalogue) -> None:
    """Who was asked what follows a film is not asked what its sequel follows, whatever series they stand in."""
    followed = [one for one in library.facts(property="followed_by") if one.entity is not None]
    both_ways = 0
    for fact in followed:
        assert fact.entity is not None
        others = library.facts(subject=fact.entity.id, property="sequel_to")
        back = {one.id for one in others if one.entity == fact.subject}
        both_ways += bool(back)

        assert back <= avoided(library, [("q", (fact.id,))], 0, 1)
        for id_ in back:
            assert fact.id in avoided(library, [("q", (id_,))], 0, 1)
    assert both_ways > len(followed) // 2


@given(LATELY, st.integers(0, 10), st.integers(0, 10))
def test_as_much_is_remembered_as_is_asked_for(
    library: Catalogue, lately: Sequence[tuple[str, tuple[str, ...]]], facts: int, questions: int
) -> None:
    """The last questions are remembered whole, and of what was before enough that as many facts are, if there were."""
    found = avoided(library, lately, facts, questions)
    ever = {fact for _, stood_on in lately for fact in stood_on}

    for asked, stood_on in lately[:questions]:
        assert {asked, *stood_on} <= found
    assert len(found & ever) >= min(facts, len(ever))


async def test_the_level_shifts_the_pitch(play: Play) -> None:
    """A rated player is asked what they know more surely the easier the quiz: more at easy than mixed, least at hard."""
    await rate(play, 0.0)
    async with play.stage.database.read() as connection:
        beliefs = await ratings.beliefs(connection, {ratings.player_key(GUILD, PLAYER)})
    chances = chances_of(beliefs, [ratings.player_key(GUILD, PLAYER)])
    catalogue = play.stage.catalogue
    sure: dict[str, float] = {}
    for channel, level in enumerate(("easy", "mixed", "hard")):
        quiz = await quiz_of(play, 100 + channel, level=level)
        asked = [await next_question(play.stage, quiz, number, (), {PLAYER}) for number in range(DRAWN)]
        sure[level] = mean(
            chances(catalogue.fact(one.facts[0]), one.kind)[0] for one in asked if one is not None
        )

    assert sure["easy"] > sure["mixed"] + 0.02 > sure["hard"] + 0.06, sure


async def test_a_better_player_is_asked_harder_questions(play: Play) -> None:
    """The same quiz asks a good player what an average one would know less surely."""
    quiz = await quiz_of(play)
    average = chances_of({}, [])
    catalogue = play.stage.catalogue

    async def sureness() -> float:
        asked = [await next_question(play.stage, quiz, number, (), {PLAYER}) for number in range(DRAWN)]
        return mean(average(catalogue.fact(one.facts[0]), one.kind)[0] for one in asked if one is not None)

    before = await sureness()
    await rate(play, 2.0)

    assert await sureness() < before - 0.03


@pytest.mark.parametrize(
    "kinds", ["buttons", "typed", "closest", "in_order", "pairs", "who_am_i", "true_or_false"]
)
async def test_a_quiz_keeps_to_its_kinds(play: Play, kinds: str) -> None:
    """With "buttons" every question is answered by one; with a kind's name all are of that kind."""
    quiz = await quiz_of(play, kinds=kinds)
    asked = [await ask(play, quiz, number) for number in range(1, 11)]

    if kinds == "buttons":
        assert {question.form for question in asked} == {Form.CHOICE}
        assert len({question.kind for question in asked}) > 1
    else:
        assert {question.kind for question in asked} == {kinds}


async def test_without_a_wish_all_forms_are_asked(play: Play) -> None:
    """A quiz that keeps to nothing is asked by buttons and in writing."""
    quiz = await quiz_of(play)
    forms = {(await ask(play, quiz, number)).form for number in range(1, 31)}

    assert Form.CHOICE in forms
    assert len(forms) > 2


async def test_a_kind_that_is_gone_leaves_all_open(play: Play) -> None:
    """A quiz found by a version that has its kind no more goes on with every kind."""
    quiz = await quiz_of(play, kinds="typed")

    assert kinds_of(quiz) == {"typed"}
    assert kinds_of(replace(quiz, kinds="charades")) == kinds_of(replace(quiz, kinds=None)) == frozenset()
    assert kinds_of(replace(quiz, kinds="buttons")) < KINDS.keys()

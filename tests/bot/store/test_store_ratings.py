"""What is believed of players and questions: learned with the close of a round, and only with it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import select

from bot.quiz.values import Guess
from bot.store import ratings, rounds
from bot.store.tables import rating
from questions.question import Form
from questions.rating import START, Belief, guess_among, learned
from tests.bot.store.house import NOW, QUESTION, RIGHT, WRONG, House

if TYPE_CHECKING:
    from questions.question import Question
    from questions.rating import Facet

HARD = msgspec.structs.replace(QUESTION, prior=0.5)
FILMS = ("Gamera", "Mothra", "Rodan", "Varan")
ORDER = msgspec.structs.replace(QUESTION, kind="in_order", form=Form.ORDER, choices=FILMS, answer=FILMS)
TYPED = msgspec.structs.replace(QUESTION, kind="typed", form=Form.TYPED, choices=None)
Known = dict[tuple[str, str], Belief]


async def known(house: House) -> Known:
    """Return every belief there is."""
    async with house.database.read() as connection:
        rows = await connection.execute(select(rating))
        return {(row.facet, row.key): Belief(row.mean, row.variance) for row in rows}


async def play(house: House, question: Question, said: dict[int, int | str], guild_id: int = 10) -> int:
    """Return a closed round in which each player chose a place or wrote a text."""
    quiz = await house.begin(channel_id=house.next_number(), guild_id=guild_id)
    opened = await house.open(quiz.id, question=question)
    for player, what in said.items():
        place, text = (what, "") if isinstance(what, int) else (0, what)
        guess = Guess(opened.id, player, house.next_number(), place, text)
        await house.database.writer.guess(guess, f"player {player}", NOW)
    await house.close(opened.id)
    return opened.id


def taught(
    question: Question, before: Known, player: int, guess: float, share: float, guild: int = 10
) -> Known:
    """Return beliefs after one answer, by the arithmetic alone."""
    keys = ratings.keys_of(question, guild, player)
    beliefs: dict[Facet, Belief] = {
        facet: before.get((facet, key), START[facet]) for facet, key in keys.items()
    }
    after = learned(beliefs, question.prior, guess, share)
    return before | {(facet, keys[facet]): belief for facet, belief in after.items()}


def close_to(found: Known, wanted: Known) -> bool:
    """Return whether two sets of beliefs are the same, but for a rounding in the last place."""
    return found.keys() == wanted.keys() and all(
        (found[key].mean, found[key].variance)
        == pytest.approx((one.mean, one.variance), rel=1e-12, abs=1e-12)
        for key, one in wanted.items()
    )


async def test_every_facet_learns_from_every_answer(house: House) -> None:
    """Player, film, property, kind and fact are believed what the arithmetic says, one player after the other."""
    await play(house, HARD, {2: WRONG, 1: RIGHT, 3: RIGHT})
    wanted: Known = {}
    for player, share in ((1, 1.0), (2, 0.0), (3, 1.0)):
        wanted = taught(HARD, wanted, player, guess_among(4), share)

    assert close_to(await known(house), wanted)


async def test_who_is_right_rises_and_who_is_wrong_falls(house: House) -> None:
    """After one round the right player is believed better than the wrong one, and both are known better than before."""
    await play(house, QUESTION, {1: RIGHT, 2: WRONG})
    found = await known(house)
    right, wrong = found["player", "10:1"], found["player", "10:2"]

    assert right.mean > START["player"].mean > wrong.mean
    assert max(right.variance, wrong.variance) < START["player"].variance


async def test_later_rounds_go_on_from_what_is_believed(house: House) -> None:
    """A second round about the same film begins with what the first has taught."""
    await play(house, QUESTION, {1: RIGHT})
    await play(house, QUESTION, {1: RIGHT})
    once = taught(QUESTION, {}, 1, guess_among(4), 1.0)

    assert close_to(await known(house), taught(QUESTION, once, 1, guess_among(4), 1.0))


@pytest.mark.parametrize(
    ("question", "text", "share"),
    [
        (ORDER, "0,1,2,3", 1.0),
        (ORDER, "1,0,2,3", 0.7),
        (ORDER, "3,2,1,0", 0.0),
        (TYPED, "Shusuke Kaneko", 1.0),
    ],
)
async def test_part_of_the_points_is_part_of_a_right_answer(
    house: House, question: Question, text: str, share: float
) -> None:
    """What is written or put together is no blind guess among choices, and teaches by the share of its points."""
    await play(house, question, {1: text})

    assert close_to(await known(house), taught(question, {}, 1, 0.0, share))


async def test_a_round_teaches_once(house: House) -> None:
    """Of twenty closers at once one teaches."""
    quiz = await house.begin()
    opened = await house.open(quiz.id)
    await house.guess(opened.id, 1, RIGHT)
    await asyncio.gather(*(house.close(opened.id) for _ in range(20)))

    assert close_to(await known(house), taught(QUESTION, {}, 1, guess_among(4), 1.0))


async def test_rounds_that_close_together_all_teach(house: House) -> None:
    """Eight channels that close the same question at once lose nothing of what their players taught."""
    opened = [(await house.open((await house.begin(channel_id=channel)).id)).id for channel in range(1, 9)]
    await asyncio.gather(*(house.guess(round_id, 7, RIGHT) for round_id in opened))
    await asyncio.gather(*map(house.close, opened))
    wanted: Known = {}
    for _ in opened:
        wanted = taught(QUESTION, wanted, 7, guess_among(4), 1.0)

    assert close_to(await known(house), wanted)


async def test_what_fails_teaches_nothing(house: House) -> None:
    """Points and beliefs are written in one transaction: a judge that fails leaves the round open and both as they were."""
    quiz = await house.begin()
    opened = await house.open(quiz.id, question=TYPED)
    await house.database.writer.guess(Guess(opened.id, 1, 1, 0, "Kaneko"), "player 1", NOW)

    def broken(_question: Question, _text: str) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await house.database.write(lambda connection: rounds.close_round(connection, opened.id, NOW, broken))
    assert await known(house) == {}
    assert await house.sums() == (0, 0)
    assert await house.close(opened.id) is not None
    assert await known(house) != {}


async def test_a_failed_lesson_takes_the_points_back(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where beliefs cannot be written the round is not closed either, and nobody has points twice later."""
    quiz = await house.begin()
    opened = await house.open(quiz.id)
    await house.guess(opened.id, 1, RIGHT)

    async def broken(*_args: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(ratings, "learn", broken)
        with pytest.raises(ZeroDivisionError):
            await house.close(opened.id)
    assert await house.sums() == (0, 0)

    assert await house.close(opened.id) is not None
    assert await house.sums() == (10, 10)


async def test_silence_teaches_nothing(house: House) -> None:
    """A round in which nobody answered changes no belief."""
    await play(house, QUESTION, {})

    assert await known(house) == {}


async def test_a_player_is_another_in_another_guild(house: House) -> None:
    """What a player does in one guild is believed of them there alone; films are known to all guilds."""
    await play(house, QUESTION, {1: RIGHT}, guild_id=10)
    here = (await known(house))["player", "10:1"]
    await play(house, QUESTION, {1: WRONG}, guild_id=11)
    found = await known(house)

    assert found["player", "10:1"] == here
    assert found["player", "11:1"].mean < 0 < here.mean
    assert len([facet for facet, _ in found if facet == "film"]) == 1


async def test_beliefs_are_read_for_those_who_play(house: House) -> None:
    """The picker reads what is believed of the players asked for, and of films, properties and kinds, but of no fact."""
    await play(house, QUESTION, {1: RIGHT, 2: WRONG})
    everything = await known(house)
    async with house.database.read() as connection:
        found = await ratings.beliefs(connection, {"10:1", "10:404"})
        nobody = await ratings.beliefs(connection, ())

    wanted = {("player", "10:1"), ("film", "gamera-2"), ("property", "director"), ("kind", "single_fact")}
    assert found == {key: everything[key] for key in wanted}
    assert nobody == {key: everything[key] for key in wanted if key[0] != "player"}

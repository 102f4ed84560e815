"""What the program hands to the stand-in's own players: the right answer, and nothing a client could see."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.host.typed import TypedGuesses
from bot.oracle import MISTAKES, mistakes, oracle
from questions.judge import Verdict
from questions.picker import pick
from tests.bot.end_to_end.conftest import SPEED
from tests.bot.end_to_end.evening import custom_ids, text_of

if TYPE_CHECKING:
    from questions.catalogue import Catalogue
    from tests.bot.end_to_end.evening import Evening

SEED = 3  # with which all six have something to say
WRITTEN = ("typed", "connect", "cloze", "who_am_i")


async def test_the_right_place_is_told_by_round(evening: Evening) -> None:
    """The function gives the place of a round's right choice, and None for a round there is not."""
    channel = evening.standin.channel("quiz-night")
    options = {"questions": 1, "kinds": "buttons"}
    await evening.standin.player("Mika").command("quiz", options, channel=channel)
    await evening.question(channel, 1)
    known = oracle(evening.client.database, evening.catalogue)

    round_ = await evening.last_round(channel)
    assert await known(round_.id) == await evening.key(channel)
    assert await known(round_.id + 1) is None


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["buttons", "typed", "closest", "in_order", "pairs", "who_am_i"])
async def test_experts_win_points(evening: Evening, kind: str) -> None:
    """The six play a round of the real bot, be it by a press, in writing, or with menus: they win its points."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    crowd = evening.standin._crowd
    crowd._answers, crowd._seeds = oracle(evening.client.database, evening.catalogue), lambda: SEED
    crowd._pause = hurry
    evening.standin.let_play(evening.standin.world.channels[str(channel)]["guild_id"], "experts")
    await mika.command("quiz", {"questions": 1, "seconds": 60, "kinds": kind}, channel=channel)

    question = await evening.message(channel, lambda text: "6 players have answered" in text)
    reveal = next(one for one in custom_ids(question) if one.startswith("reveal:"))
    await mika.press(question["id"], reveal)

    told = text_of(await evening.reveal(channel, 1))
    assert "of 6 players, 10 points each" in told or "Points: " in told


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("kind", WRITTEN)
def test_a_mistake_is_one(catalogue: Catalogue, kind: str, language: str) -> None:
    """What somebody writes who does not know is a name in the question's language that is not accepted."""
    judge = TypedGuesses(catalogue)
    for seed in range(5):
        question = pick(catalogue, seed, kind=kind, language=language)
        assert question is not None
        names = mistakes(catalogue, question)
        assert 2 < len(names) <= MISTAKES
        assert [name for name in names if judge.judged(question, name).verdict is Verdict.ACCEPT] == []


async def hurry(seconds: float) -> None:
    """Wait as long as the evening's clock does."""
    await asyncio.sleep(seconds / SPEED)

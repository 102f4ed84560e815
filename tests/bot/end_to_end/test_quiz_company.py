"""What the program hands to the stand-in's own players: the right answer, and nothing a client could see."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.__main__ import _answers
from tests.bot.end_to_end.conftest import SPEED
from tests.bot.end_to_end.evening import custom_ids, text_of

if TYPE_CHECKING:
    from tests.bot.end_to_end.evening import Evening

SEED = 3  # with which all six have something to say


async def test_the_right_place_is_told_by_round(evening: Evening) -> None:
    """The function gives the place of a round's right choice, and None for a round there is not."""
    channel = evening.standin.channel("quiz-night")
    await evening.standin.player("Mika").command(
        "quiz", {"kinds": "buttons", "questions": 1}, channel=channel
    )
    await evening.question(channel, 1)
    place = _answers(evening.client.database)

    round_ = await evening.last_round(channel)
    assert await place(round_.id) == await evening.key(channel)
    assert await place(round_.id + 1) is None


async def test_experts_win_points_by_pressing(evening: Evening) -> None:
    """The six play a round of the real bot: told what is right, they win its points."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    crowd = evening.standin._crowd
    crowd._answers, crowd._seeds = _answers(evening.client.database), lambda: SEED
    crowd._pause = hurry
    evening.standin.let_play(evening.standin.world.channels[str(channel)]["guild_id"], "experts")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 120}, channel=channel)

    question = await evening.message(channel, lambda text: "6 players have answered" in text)
    reveal = next(one for one in custom_ids(question) if one.startswith("reveal:"))
    await mika.press(question["id"], reveal)

    assert "of 6 players, 10 points each" in text_of(await evening.reveal(channel, 1))


async def hurry(seconds: float) -> None:
    """Wait as long as the evening's clock does."""
    await asyncio.sleep(seconds / SPEED)

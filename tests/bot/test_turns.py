"""Long work is done in steps, and everybody else has a turn between them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.turns import in_turns
from questions import search
from questions.steps import finished

if TYPE_CHECKING:
    from questions.catalogue import Catalogue
    from questions.steps import Steps


def counted(steps: int, log: list[str]) -> Steps[int]:
    """Return how many steps there were, each noted."""
    for step in range(steps):
        log.append(f"step {step}")
        yield
    return steps


async def test_others_have_a_turn_between_steps() -> None:
    """What waits on the loop runs after each step, not after the last."""
    log: list[str] = []

    async def other() -> None:
        for turn in range(3):
            log.append(f"turn {turn}")
            await asyncio.sleep(0)

    beside = asyncio.create_task(other())
    assert await in_turns(counted(3, log)) == 3
    await beside
    assert log == ["step 0", "turn 0", "step 1", "turn 1", "step 2", "turn 2"]


async def test_what_the_work_raises_comes_out() -> None:
    """A refusal in the middle is a refusal."""

    def refusing() -> Steps[None]:
        yield
        raise ValueError("no such film")

    with pytest.raises(ValueError, match="no such film"):
        await in_turns(refusing())


@pytest.mark.parametrize(
    "text", ["Gammera", "leegion queen", "asagi", "1996", "gamera 2 (1996)", "", "xyzzy"]
)
async def test_a_name_is_found_alike_in_steps_and_at_once(library: Catalogue, text: str) -> None:
    """Pausing changes nothing of what is found."""
    assert await in_turns(search.finding(library, text)) == search.find(library, text)
    assert await in_turns(search.nearing(library, text)) == search.nearest(library, text)


def test_looking_through_slips_takes_several_steps(library: Catalogue) -> None:
    """The longest look-up pauses on its way: at whole names, at words, and at slips in either."""
    pauses = list(search.finding(library, "Gammera atack"))
    assert len(pauses) >= 4
    assert finished(search.finding(library, "Gammera atack"))

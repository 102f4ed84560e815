"""An evening in the browser: the real program, three people at three windows."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.evening import ONLY_BUTTONS, command_line, last_card, playground, sit_down, use

pytestmark = pytest.mark.slow

PATIENCE = 30_000
"""Milliseconds to wait for what a quiz's own clock brings about."""
LOCKED_IN = ("Locked in", "答えを受け付けました", "Locked in")
"""What each is told, in their own language: Haruka's is Japanese."""


async def play_round(pages: list[Page], number: int, of: int) -> None:
    """Have everybody press a choice of the open question and read that it is locked in."""
    for place, (page, told) in enumerate(zip(pages, LOCKED_IN, strict=True)):
        card = last_card(page, f"Question {number} of {of}")
        await expect(card.get_by_role("button", name=re.compile("^A"))).to_be_enabled(timeout=PATIENCE)
        await card.get_by_role("button", name=re.compile(f"^{'AB'[place % 2]}")).click()
        await expect(last_card(page, told)).to_be_visible()


async def test_three_people_play_a_quiz_to_its_end(browser: Browser, tmp_path: Path) -> None:
    """A quiz of two rounds: everybody answers, is told privately, sees each reveal, and stands on the podium."""
    async with playground(tmp_path) as (_, address):
        pages = list(
            await asyncio.gather(*(sit_down(browser, address, name) for name in ("Mika", "Haruka", "Priya")))
        )
        await use(pages[0], "quiz", kinds=ONLY_BUTTONS, questions="2", seconds="20")

        await play_round(pages, 1, of=2)
        await last_card(pages[0], "Question 1 of 2").get_by_role("button", name="Reveal now").click()
        for page in pages:
            await expect(last_card(page, "Question 1 of 2")).to_contain_text("revealed", timeout=PATIENCE)
        await play_round(pages, 2, of=2)

        for page in pages:
            await expect(last_card(page, "Question 2 of 2")).to_contain_text("revealed", timeout=PATIENCE)
            await expect(page.get_by_role("log")).to_contain_text(
                re.compile("podium|places|over", re.IGNORECASE), timeout=PATIENCE
            )
        await use(pages[1], "leaderboard")
        await expect(last_card(pages[1], "Haruka")).to_contain_text("Mika")


async def test_facts_are_looked_up_by_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    """`/fact cast asa` is completed to Asagi Kusanagi and says who plays her; the runtime is told with its dispute."""
    async with playground(tmp_path) as (_, address):
        page = await sit_down(browser, address, "Jonas")
        await command_line(page).click()
        await page.keyboard.type("/fact cast")
        await expect(page.get_by_role("option").first).to_be_visible()
        await page.keyboard.press("Enter")
        await page.keyboard.type("asa")
        await page.get_by_role("option", name=re.compile("Asagi Kusanagi")).first.wait_for()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Enter")

        await expect(last_card(page, "Asagi Kusanagi")).to_contain_text("Ayako Fujitani")
        await use(page, "fact about", name="gamera 2", property="runtime")
        await expect(last_card(page, "99")).to_contain_text("100")
        await expect(last_card(page, "99")).to_contain_text("Toho Kingdom")

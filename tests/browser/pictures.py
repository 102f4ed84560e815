"""Takes the README's two pictures from the playground: `python -m tests.browser.pictures`."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

from playwright.async_api import Locator, Page, async_playwright, expect

from tests.browser.evening import FOUR_CHOICES, ONLY_BUTTONS, last_card, playground, sit_down, use

FOLDER = Path(__file__).parents[2] / ".github"
ROUNDS = 20
MARGIN = 8
WORTH_A_PICTURE = "Who plays"


async def main() -> None:
    """Play until a question asks for an actor, and take it open and revealed."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder:
        async with playground(Path(folder)) as (_, address), async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
            players = [
                await sit_down(browser, address, name, width=900, sharpness=2)
                for name in ("Mika", "Haruka", "Priya", "Jonas")
            ]
            await use(
                players[0],
                "quiz",
                about="Gamera 2: Attack of Legion",
                kinds=ONLY_BUTTONS,
                questions=str(ROUNDS),
                seconds="60",
            )
            for number in range(1, ROUNDS + 1):
                if await picture_round(players, number):
                    break
            await browser.close()


async def picture_round(players: list[Page], number: int) -> bool:
    """Return whether this round was worth its pictures: it asks for an actor among four."""
    card = last_card(players[0], f"Question {number} of {ROUNDS}")
    choices = card.get_by_role("button", name=re.compile("^[A-D]"))
    await expect(choices.first).to_be_enabled(timeout=30_000)
    asks_for_an_actor = WORTH_A_PICTURE in await card.inner_text()
    worth_it = asks_for_an_actor and await choices.count() == FOUR_CHOICES
    # Whoever is silent in the picture's round keeps it open: a round closes early when all who played have answered.
    for place, page in enumerate(players[:3] if worth_it else players[-1:]):
        own = last_card(page, f"Question {number} of {ROUNDS}")
        await own.get_by_role("button", name=re.compile("^[A-D]")).nth(place).click()
    if worth_it:
        await expect(card).to_contain_text("3 players", timeout=10_000)
        await take(card, "question.png")
    if worth_it or number == 1:
        await card.get_by_role("button", name="Reveal now").click()
    await expect(card).to_contain_text("revealed", timeout=10_000)
    if worth_it:
        await take(card, "reveal.png")
    return worth_it


async def take(card: Locator, name: str) -> None:
    """Take one message, with a little room around it."""
    await card.scroll_into_view_if_needed()
    box = await card.bounding_box()
    assert box is not None
    clip = {"x": box["x"], "y": max(0, box["y"] - MARGIN), "width": 600, "height": box["height"] + 2 * MARGIN}
    await card.page.screenshot(path=FOLDER / name, clip=clip)  # type: ignore[arg-type]  # a FloatRect by shape


if __name__ == "__main__":
    asyncio.run(main())

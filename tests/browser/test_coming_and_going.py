"""The first thing seen, and what is seen again after the line broke or the stand-in was started anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Browser, Page, expect

from bot.standin import StandIn
from bot.standin.messages import EPHEMERAL
from tests.browser.forms import V2
from tests.browser.posting import put

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

ROW = {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "x", "label": "Press"}]}


async def test_an_empty_channel_says_how_to_begin(page: Page, say: Callable[..., Awaitable[str]]) -> None:
    """Where nothing has been said it reads so, with what to type; it is no message and stays above the first."""
    start = page.get_by_text("This is the start of #quiz-night", exact=True)
    await expect(start).to_be_visible()
    await expect(page.get_by_text("Type /quiz to begin, or /help.", exact=True)).to_be_visible()
    await expect(page.get_by_role("article")).to_have_count(0)

    await say(content="hello")
    await expect(page.get_by_role("article")).to_have_count(1)
    await expect(start).to_be_visible()
    await page.get_by_role("button", name="general").click()
    await expect(page.get_by_text("This is the start of #general", exact=True)).to_be_visible()
    await expect(start).to_have_count(0)


async def test_the_six_say_what_they_play(page: Page) -> None:
    """The switch speaks of quizzes, and what describes it of this server."""
    switch = page.get_by_role("checkbox", name="Let six others play quizzes", exact=True)
    await expect(switch).to_have_accessible_description(re.compile("every quiz question in Kaiju"))


async def test_that_the_line_was_broken_is_forgotten_when_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    """A press while the stand-in is away fails and says why; when it is back, nothing says so any more."""
    first = StandIn(tmp_path / "world.sqlite", "a-token", key="a-key")
    await first.start()
    put(first, {"flags": V2, "components": [ROW]})
    page = await browser.new_page()
    await page.goto(first.address)
    button = page.get_by_role("button", name="Press")
    await expect(button).to_be_visible()
    await first.stop()
    await expect(page.get_by_role("status")).to_contain_text("not answering")
    await button.click()
    await expect(page.get_by_role("alert")).to_contain_text("Not connected")

    second = StandIn(tmp_path / "world.sqlite", "a-token", key="a-key", port=first.port)
    await second.start()
    await expect(page.get_by_role("status")).to_have_text("", timeout=15_000)
    await expect(page.get_by_role("alert")).to_have_count(0)
    await expect(button).to_be_visible()
    await page.close()
    await second.stop()


@pytest.mark.parametrize(("width", "height"), [(640, 430), (1280, 860)])
async def test_the_page_is_no_higher_than_its_window(
    page: Page, say: Callable[..., Awaitable[str]], width: int, height: int
) -> None:
    """Nothing to scroll but the log, not by a single pixel, after something was announced too."""
    await page.set_viewport_size({"width": width, "height": height})
    await say(content="hello\n" * 60)
    await expect(page.locator("#announcer")).to_contain_text("hello")

    assert await page.evaluate("document.documentElement.scrollHeight") == height


async def test_private_replies_outlive_a_restart(browser: Browser, tmp_path: Path) -> None:
    """What only one player sees is there again after the stand-in was started anew, until it is dismissed."""
    first = StandIn(tmp_path / "world.sqlite", "a-token", key="a-key")
    await first.start()
    page = await browser.new_page()
    await page.goto(first.address)
    await expect(page.locator(".player-name")).to_have_text("Mika")
    whisper(first, "Locked in")
    await expect(page.get_by_role("article")).to_contain_text("Locked in")
    await first.stop()

    second = StandIn(tmp_path / "world.sqlite", "a-token", key="a-key", port=first.port)
    await second.start()
    await expect(page.get_by_role("status")).to_have_text("", timeout=15_000)
    await page.reload()
    await expect(page.get_by_role("article")).to_contain_text("Locked in")
    await page.get_by_role("button", name="Dismiss").click()
    await second.until(lambda: not second.world.ephemerals)
    await page.reload()
    await expect(page.locator(".player-name")).to_have_text("Mika")
    await expect(page.get_by_role("article")).to_have_count(0)
    await page.close()
    await second.stop()


def whisper(standin: StandIn, words: str) -> None:
    """Say something to the first player alone."""
    author = {"id": standin.world.bot_id, "username": "marquee", "bot": True}
    place = {"id": standin.world.ids.new(), "channel_id": str(standin.channel("quiz-night"))}
    parts: dict[str, list[Any]] = {"embeds": [], "components": [], "attachments": []}
    message = {**place, **parts, "author": author, "content": words, "flags": EPHEMERAL}
    standin._stage.put(message, standin.player("Mika").user["id"])

"""A newcomer alone: six others to play with, a drawer that shows what happens, and a program that is killed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp
import pytest
from playwright.async_api import Browser, Locator, Page, WebSocket, expect

from bot.standin import company
from tests.browser.evening import ONLY_BUTTONS, last_card, playground, sit_down, use

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from bot.standin import StandIn

pytestmark = pytest.mark.slow

PATIENCE = 30_000
"""Milliseconds to wait for what a quiz's own clock brings about."""
BUTTONS = "Only what is answered by a button"
SIX = re.compile("|".join(company.NAMES))


def switch(page: Page) -> Locator:
    """Return the switch of the six."""
    return page.get_by_role("checkbox", name="Let six others play")


def drawer(page: Page) -> Locator:
    """Return the drawer."""
    return page.get_by_role("complementary", name="What happens")


async def test_a_lone_newcomer_has_company(browser: Browser, tmp_path: Path) -> None:
    """Off at first; switched on, the six answer beside the newcomer and stand in the reveal and on the leaderboard."""
    async with playground(tmp_path) as (_, address):
        page = await sit_down(browser, address, "Mika")
        await expect(switch(page)).not_to_be_checked()
        await switch(page).check()
        await page.get_by_role("combobox", name="How well the six others play").select_option("experts")

        await use(page, "quiz", kinds=ONLY_BUTTONS, questions="1", seconds="20")
        card = last_card(page, "Question 1 of 1")
        await expect(card).to_contain_text(re.compile("[3-6] players have answered"), timeout=PATIENCE)
        await card.get_by_role("button", name="Reveal now").click()
        await expect(card).to_contain_text("revealed", timeout=PATIENCE)
        await expect(card).to_contain_text(SIX)
        await use(page, "leaderboard")
        await expect(last_card(page, "eaderboard")).to_contain_text(SIX)


async def test_the_company_is_kept_with_its_server(standin: StandIn, page: Page) -> None:
    """By keyboard, it is switched on in one server; another has its own, a message between two none, a reload keeps it."""
    await switch(page).focus()
    await page.keyboard.press("Space")
    level = page.get_by_role("combobox", name="How well the six others play")
    await expect(level).to_be_visible()
    await page.keyboard.press("Tab")
    await page.keyboard.press("ArrowDown")
    await standin.until(lambda: "novices" in standin._crowd.playing().values())
    await page.reload()
    await expect(switch(page)).to_be_checked()
    await expect(level).to_have_value("novices")
    assert standin._crowd.playing() == {next(iter(standin.world.guilds)): "novices"}

    await page.get_by_role("button", name="Film Society").click()
    await page.get_by_role("button", name="trivia").click()
    await expect(switch(page)).not_to_be_checked()
    await page.get_by_role("button", name="Direct messages").click()
    await page.get_by_role("button", name="Marquee").click()
    await expect(switch(page)).to_be_disabled()


async def test_the_switch_is_there_on_a_phone(page: Page) -> None:
    """Where the page is narrow it stands in the list of players, and pressing its words does not close that."""
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(switch(page)).to_be_hidden()
    await page.get_by_role("combobox", name="Playing as").click()

    await page.get_by_text("Let six others play").click()

    await expect(switch(page)).to_be_checked()
    await expect(page.get_by_role("combobox", name="How well the six others play")).to_be_visible()


async def test_the_drawer_shows_what_happens(page: Page, say: Callable[..., Awaitable[str]]) -> None:
    """Opened by keyboard it lists requests, newest first, with what checked them; a body opens on demand."""
    await expect(drawer(page)).to_be_hidden()
    await page.get_by_role("button", name="What happens").press("Enter")
    await say(content="one")
    await say(content="two")

    lines = drawer(page).get_by_role("listitem")
    await expect(lines).to_have_count(2)
    await expect(lines.first).to_contain_text("✓ body: our limit table")
    await lines.first.locator("summary").press("Enter")
    await expect(lines.first.locator("pre").first).to_have_text('{\n  "content": "two"\n}')
    await page.keyboard.press("Escape")

    await expect(drawer(page)).to_be_hidden()
    await expect(page.get_by_role("button", name="What happens")).to_be_focused()


async def test_what_was_refused_stands_out(standin: StandIn, page: Page) -> None:
    """A refusal says so in words and names the fault; the list can be cut down to such."""
    await page.get_by_role("button", name="What happens").click()
    url = f"{standin.api_base}/channels/{standin.channel('quiz-night')}/messages"
    async with aiohttp.ClientSession(headers={"Authorization": "Bot a-token"}) as http:
        for content in ("<b>fine</b>", "x" * 2001):
            await http.post(url, json={"content": content})
    lines = drawer(page).locator(".exchange").locator("visible=true")
    await expect(lines).to_have_count(2)
    await expect(drawer(page)).to_contain_text("1 of 2 refused")

    await drawer(page).get_by_role("checkbox", name="Only what was refused").check()

    await expect(lines).to_have_count(1)
    await expect(lines).to_contain_text("400 refused")
    await expect(lines).to_contain_text("✗ body: our limit table, 1 fault")
    await lines.locator("summary").click()
    await expect(lines).to_contain_text("Must be between 0 and 2000 in length")


async def test_on_a_phone_the_drawer_hides_the_page(page: Page) -> None:
    """Where it lies over everything the page below is out of reach, until it is closed."""
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.get_by_role("button", name="What happens").click()
    await expect(page.locator("#app")).to_have_attribute("inert", "")
    assert await page.evaluate("document.documentElement.scrollWidth") == 390

    await drawer(page).get_by_role("button", name="Close").click()

    await expect(page.get_by_role("button", name="What happens")).to_be_focused()


async def test_nothing_is_sent_to_a_window_with_its_drawer_shut(
    standin: StandIn, page: Page, say: Callable[..., Awaitable[str]]
) -> None:
    """Until the drawer is opened, no frame of the websocket tells of traffic."""
    frames: list[str] = []

    def hear(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: frames.append(str(frame)))

    page.on("websocket", hear)
    await page.reload()
    await say(content="hello")
    await expect(page.get_by_role("log")).to_contain_text("hello")

    assert frames
    assert not [frame for frame in frames if '"t":"exchange"' in frame or '"t":"traffic"' in frame]


async def test_the_program_is_killed_and_the_round_goes_on(browser: Browser, tmp_path: Path) -> None:
    """Killed in the middle of a round and started again, the page comes back by itself and its buttons work."""
    async with playground(tmp_path) as (process, address):
        page = await sit_down(browser, address, "Mika")
        await switch(page).check()
        await use(page, "quiz", kinds=ONLY_BUTTONS, questions="1", seconds="60")
        card = last_card(page, "Question 1 of 1")
        await expect(card).to_contain_text("have answered", timeout=PATIENCE)
        stem = await card.get_by_role("heading").inner_text()
        process.kill()
        await process.wait()
        await expect(page.get_by_role("status")).to_contain_text("not answering")

    port = str(urlsplit(address).port)
    async with playground(tmp_path, PLAYGROUND_PORT=port) as (_, new_address):
        assert new_address != address
        await expect(page.get_by_role("status")).to_have_text("", timeout=PATIENCE)
        await expect(switch(page)).to_be_checked()
        await expect(card.get_by_role("heading")).to_have_text(stem)
        await goes_on(page, card)
        await page.reload()
        await expect(page.locator(".player-name")).to_have_text("Mika")
        async with aiohttp.ClientSession() as stranger, stranger.get(address) as answer:
            assert answer.status == 403


async def goes_on(page: Page, card: Locator) -> None:
    """Answer the open question, as soon as the bot is back to hear it, and see the round to its end."""
    locked_in = last_card(page, "Locked in")
    while not await locked_in.is_visible():
        await card.get_by_role("button", name=re.compile("^A")).click()
        await expect(page.locator(".waiting")).to_have_count(0)
    await card.get_by_role("button", name="Reveal now").click()
    await expect(card).to_contain_text("revealed", timeout=PATIENCE)
    await expect(card).to_contain_text(re.compile(r"Right \(|Nobody was right"))  # the six may all be wrong

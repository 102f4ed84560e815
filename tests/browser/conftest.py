"""A stand-in, the machine's own browser, and the page in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.standin import StandIn
from tests.browser.forms import COMMANDS, answer
from tests.browser.scripted_bot import scripted_bot

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Awaitable, Callable

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest_asyncio.fixture
async def standin() -> AsyncIterator[StandIn]:
    """Return a stand-in with its first world, in memory."""
    made = StandIn(None, "a-token")
    await made.start()
    yield made
    await made.stop()


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[Browser]:
    """Return the machine's own browser; where there is none the test is skipped."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is on the PATH")
    async with async_playwright() as playwright:
        made = await playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield made
        await made.close()


@pytest_asyncio.fixture
async def page(standin: StandIn, browser: Browser) -> AsyncIterator[Page]:
    """Return the page as the first player sees it; what it complains of fails the test."""
    context = await browser.new_context()
    made = await context.new_page()
    complaints: list[str] = []
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    await made.goto(standin.address)
    await expect(made.locator(".player-name")).to_have_text("Mika")
    yield made

    assert complaints == []


@pytest_asyncio.fixture
async def came(standin: StandIn) -> AsyncIterator[asyncio.Queue[dict[str, Any]]]:
    """Return the interactions that reach a bot with two forms and a command that it never answers."""
    async with scripted_bot(standin, COMMANDS, answer) as queue:
        yield queue


@pytest.fixture
def say(standin: StandIn) -> Callable[..., Awaitable[str]]:
    """Return a function that posts a message as the bot and returns its id."""

    async def post(channel: str = "quiz-night", **body: Any) -> str:
        url = f"{standin.api_base}/channels/{standin.channel(channel)}/messages"
        async with (
            aiohttp.ClientSession(headers={"Authorization": "Bot a-token"}) as session,
            session.post(url, json=body) as answer,
        ):
            told = await answer.json()
            assert answer.status == 200, told
            return str(told["id"])

    return post

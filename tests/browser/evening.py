"""The real program with its playground, and people at their browsers."""

from __future__ import annotations

import re
import sys
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from os import environ
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, expect

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")
FOUR_CHOICES = 4
ONLY_BUTTONS = "Only what is answered by a button"  # the choice of /quiz as it is read


@asynccontextmanager
async def playground(folder: Path, **settings: str) -> AsyncIterator[tuple[Process, str]]:
    """Yield the running program and the address that it prints; it is told to leave at the end."""
    own = {name: value for name, value in environ.items() if not name.startswith("DISCORD_")}
    process = await create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "playground",
        stdout=PIPE,
        env={**own, "DATA_FOLDER": str(folder), "PLAYGROUND_PORT": "0", **settings},
    )
    assert process.stdout is not None
    printed = ""
    async for line in process.stdout:
        printed += line.decode()
        if found := ADDRESS.search(printed):
            break
    assert found is not None, printed
    try:
        yield process, found[0]
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def sit_down(
    browser: Browser, address: str, name: str, width: int = 1280, height: int = 860, sharpness: float = 1
) -> Page:
    """Return a window of its own in which somebody plays as this player; `sharpness` is dots per pixel."""
    context = await browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=sharpness
    )
    page = await context.new_page()
    await page.goto(f"{address}&as={name}")
    await expect(page.locator(".player-name")).to_have_text(name)
    return page


def command_line(page: Page) -> Locator:
    """Return the line in which commands are typed."""
    return page.get_by_role("combobox", name="Type / for commands")


async def use(page: Page, command: str, **options: str) -> None:
    """Type a command as a person does: the slash, its name, Enter, each option, Enter."""
    await command_line(page).click()
    await page.keyboard.type(f"/{command}")
    await expect(page.locator("#composer").get_by_role("option").first).to_be_visible()
    await page.keyboard.press("Enter")
    for name, value in options.items():
        field = page.get_by_label(name, exact=True).last
        if not await field.is_visible():
            await page.get_by_role("combobox", name="add an option").focus()
            await page.keyboard.type(f"{name}:")
        await field.fill(value)
    await page.get_by_role("button", name="Send", exact=True).click()


def last_card(page: Page, words: str) -> Locator:
    """Return the newest message that says these words, be it a reply that quotes another or not."""
    return page.get_by_role("article").filter(has=page.locator(".body", has_text=words)).last

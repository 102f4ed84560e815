"""Questions answered in a form: by keyboard, on a screen and on a phone, against the real program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.evening import command_line, last_card, playground, sit_down

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

PATIENCE = 30_000
"""Milliseconds to wait for what a quiz's own clock brings about."""
SIZES = [(1280, 860), (390, 844)]
INSIDE = """dialog => {
    const box = dialog.getBoundingClientRect();
    const fits = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    return fits && dialog.scrollWidth <= dialog.clientWidth && document.documentElement.scrollWidth <= innerWidth;
}"""


async def opened(page: Page, kind: str) -> Locator:
    """Return the form of a quiz's only question, opened by keyboard, once it has been seen to fit the window."""
    await command_line(page).fill(f"/quiz questions:1 seconds:60 kinds:{kind}")
    await page.get_by_role("button", name="Send", exact=True).press("Enter")
    answer = last_card(page, "Question 1 of 1").get_by_role("button", name="Answer")
    await expect(answer).to_be_enabled(timeout=PATIENCE)
    stem = await last_card(page, "Question 1 of 1").get_by_role("heading").inner_text()
    await answer.press("Enter")
    form = page.get_by_role("dialog", name="Question 1")
    await expect(form).to_contain_text(stem)
    assert await form.evaluate(INSIDE)
    return form


async def revealed(page: Page) -> Locator:
    """Return the card of the question, revealed by keyboard after the player has read what is locked in."""
    card = last_card(page, "Question 1 of 1")
    await expect(page.get_by_role("button", name="Answer")).to_be_focused()
    await card.get_by_role("button", name="Reveal now").press("Enter")
    await expect(card).to_contain_text("revealed", timeout=PATIENCE)
    return card


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_an_answer_is_written_by_keyboard(
    browser: Browser, tmp_path: Path, width: int, height: int
) -> None:
    """The line has the focus; Enter sends it off; it is locked in as written, and the reveal names it as a guess."""
    async with playground(tmp_path) as (_, address):
        page = await sit_down(browser, address, "Mika", width, height)
        form = await opened(page, "Written answers")
        await expect(form.get_by_role("textbox", name="Your answer")).to_be_focused()
        await page.keyboard.type("Nobody Whatsoever")
        await page.keyboard.press("Enter")
        await expect(form).to_be_hidden()

        await expect(last_card(page, "Locked in")).to_contain_text("Nobody Whatsoever")
        await expect(await revealed(page)).to_contain_text(re.compile("Other guesses:\\s*Nobody Whatsoever"))


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_an_order_is_put_together_by_keyboard(
    browser: Browser, tmp_path: Path, width: int, height: int
) -> None:
    """Four menus, one after the other with Tab and the arrows; a menu left out is asked for; each has its line after."""
    async with playground(tmp_path) as (_, address):
        page = await sit_down(browser, address, "Mika", width, height)
        form = await opened(page, "Put in order")
        menus = form.get_by_role("combobox")
        await expect(menus).to_have_count(4)
        await expect(menus.first).to_be_focused()
        for place in range(4):
            await choose(page, menus.nth(place), place)
            if place == 0:
                await form.get_by_role("button", name="Submit").press("Enter")
                await expect(form.get_by_text("Choose from the list.")).to_have_count(3)
                await expect(menus.nth(1)).to_be_focused()
            elif place < 3:
                await page.keyboard.press("Tab")
        chosen = await menus.all_inner_texts()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(form).to_be_hidden()

        locked_in = last_card(page, "Locked in")
        for number, name in enumerate(chosen, start=1):
            await expect(locked_in).to_contain_text(f"{number}. {name}")
        await expect(await revealed(page)).to_contain_text(re.compile("Answer:\\s*1\\. "))


async def choose(page: Page, menu: Locator, place: int) -> None:
    """Choose the choice of a place in the focused menu, whose list lies within the window."""
    await expect(menu).to_be_focused()
    for _ in range(place + 1):
        await page.keyboard.press("ArrowDown")
    option = page.get_by_role("option").nth(place)
    await expect(option).to_be_in_viewport(ratio=1)
    name = await option.inner_text()
    await page.keyboard.press("Enter")
    await expect(menu).to_have_text(name)

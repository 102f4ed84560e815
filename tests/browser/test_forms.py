"""Forms of every field, and options written in one line, from the keyboard to the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Page, expect

from bot.standin import StandIn
from tests.browser.evening import command_line, use
from tests.browser.forms import filled

if TYPE_CHECKING:
    import asyncio

pytestmark = pytest.mark.slow


async def test_a_form_of_every_field_is_filled_in_by_keyboard(
    page: Page, came: asyncio.Queue[dict[str, Any]]
) -> None:
    """Text, one of several, some of several, yes or no, and somebody sought by name reach the bot."""
    await use(page, "propose")
    assert (await came.get())["type"] == 2
    form = page.get_by_role("dialog", name="Propose a film")
    await expect(form.get_by_label("Title")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(form.get_by_text("This is required.")).to_be_visible()

    for keys in ("Gamera 2", "Tab", "ArrowDown", "Tab", "Space", "Tab", "Tab", "Space", "Tab", "Space"):
        await (page.keyboard.type(keys) if " " in keys else page.keyboard.press(keys))
    await page.keyboard.press("Tab")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.type("haru")
    await page.keyboard.press("Enter")
    await form.get_by_role("button", name="Submit").press("Enter")
    await expect(form).to_be_hidden()

    sent = filled(await came.get())
    who = sent.pop("who")
    assert sent == {"title": "Gamera 2", "era": "heisei", "monsters": ["gamera", "gyaos"], "seen": True}
    assert len(who) == 1


async def test_a_form_may_hold_every_select(
    standin: StandIn, page: Page, came: asyncio.Queue[dict[str, Any]]
) -> None:
    """Words, a role, anybody and a channel; what is not required may stay empty, and Escape closes only the list."""
    await use(page, "place")
    assert (await came.get())["type"] == 2
    form = page.get_by_role("dialog", name="Where to")
    await form.get_by_role("combobox", name="Genre").click()
    await form.get_by_role("option", name="Kaiju").click()
    await form.get_by_role("combobox", name="Role").press("ArrowDown")
    await expect(form.get_by_role("option", name="@Moderators")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(form).to_be_visible()
    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_text("Choose from the list.")).to_be_visible()
    await form.get_by_role("combobox", name="Channel").click()
    await form.get_by_role("option", name="#general").click()
    await form.get_by_role("button", name="Submit").click()

    sent = filled(await came.get())
    channel = [str(standin.channel("general"))]
    assert sent == {"genre": ["kaiju"], "role": [], "anybody": [], "channel": channel, "more": ""}


async def test_options_may_be_pasted_in_one_line(page: Page, came: asyncio.Queue[dict[str, Any]]) -> None:
    """`/plan about:12:30 at night questions:5` is three things said; a colon within a value stays there."""
    await command_line(page).fill("/plan about:12:30 at night questions:5 length:Short")
    await page.get_by_role("button", name="Send", exact=True).click()

    given = (await came.get())["data"]["options"]
    assert {one["name"]: one["value"] for one in given} == {
        "about": "12:30 at night",
        "questions": 5,
        "length": "s",
    }


async def test_options_may_be_typed_in_one_line(page: Page, came: asyncio.Queue[dict[str, Any]]) -> None:
    """The name of another option and a colon, typed within a value, goes on to that option."""
    await command_line(page).click()
    await page.keyboard.type("/plan Gamera 2 questions:7")
    await page.keyboard.press("Enter")

    given = (await came.get())["data"]["options"]
    assert {one["name"]: one["value"] for one in given} == {"about": "Gamera 2", "questions": 7}

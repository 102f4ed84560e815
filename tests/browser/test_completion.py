"""Completion as somebody types, and every command of the real program, in a real Chromium."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from bot.standin import StandIn
from tests.browser.evening import command_line, last_card, playground, sit_down, use
from tests.browser.scripted_bot import scripted_bot

pytestmark = pytest.mark.slow

COMPLETES = 4
CHOICES = 8
PLAN = {
    "name": "plan",
    "description": "Plan an evening",
    "type": 1,
    "options": [
        {"name": "film", "description": "A film", "type": 3, "required": True, "autocomplete": True},
    ],
}
COMMANDS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("help", {}, "Marquee asks about films"),
    ("fact film", {"film": "Gamera 2"}, "Shusuke Kaneko"),
    ("fact city", {"name": "Gamera 2"}, "Sapporo"),
    ("fact release", {"film": "Gamera 2"}, "1996"),
    ("fact title", {"film": "Gamera 2"}, "レギオン襲来"),
    ("fact director", {"name": "kaneko shusuke"}, "Gamera 3: Revenge of Iris"),
    ("fact about", {"name": "Legion", "property": "origin"}, "extraterrestrial"),
    ("fact cast", {"name": "zzzyx"}, "I know nothing called"),
    ("leaderboard", {}, "Leaderboard of this week"),
    ("quiz", {"questions": "1", "seconds": "10"}, "1 question"),
    ("stop", {}, "stopped"),
)
"""Every command, what is filled in, and what the answer says."""


def typed(interaction: dict[str, Any]) -> str:
    """Return what somebody had typed when the page asked for suggestions."""
    return str(interaction["data"]["options"][0]["value"])


def suggestion(text: str) -> dict[str, Any]:
    """Return a bot's answer to a question for suggestions."""
    return {"type": CHOICES, "data": {"choices": [{"name": f"{text}!", "value": text}]}}


WITHOUT_A_PAUSE = """(field, text) => {
  for (let end = 1; end <= text.length; end++) {
    field.value = text.slice(0, end);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}"""


async def test_fast_typing_asks_once(standin: StandIn, page: Page) -> None:
    """A word typed without a pause is one question for suggestions, about the whole word."""
    async with scripted_bot(standin, [PLAN], lambda one: suggestion(typed(one))) as came:
        await command_line(page).click()
        await page.keyboard.type("/plan ")
        field = page.get_by_label("film", exact=True)
        await field.evaluate(WITHOUT_A_PAUSE, "gamera")  # keys pressed one by one may pause on a busy machine
        await expect(page.get_by_role("option", name="gamera!")).to_be_visible()

        asked = [typed(came.get_nowait()) for _ in range(came.qsize())]

    assert asked[-1] == "gamera"
    assert len(asked) <= len({"", "gamera"})


async def test_a_late_answer_is_dropped(standin: StandIn, page: Page) -> None:
    """Suggestions for what was typed before do not take the place of those for what stands there now."""
    held: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    def answer(one: dict[str, Any]) -> dict[str, Any] | None:
        if one["type"] == COMPLETES and typed(one) == "old":
            held.put_nowait(one)
            return None
        return suggestion(typed(one))

    async with scripted_bot(standin, [PLAN], answer):
        await command_line(page).click()
        await page.keyboard.type("/plan ")
        field = page.get_by_label("film", exact=True)
        await field.fill("old")
        late = await held.get()
        await field.fill("new")
        await expect(page.get_by_role("option", name="new!")).to_be_visible()
        place = f"{standin.api_base}/interactions/{late['id']}/{late['token']}/callback"
        async with (
            aiohttp.ClientSession() as session,
            session.post(place, json=suggestion("old")) as answered,
        ):
            assert answered.status < 300

        await expect(page.get_by_role("option", name="old!")).to_have_count(0)
        await expect(page.get_by_role("option", name="new!")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
async def test_every_command_is_answered(browser: Browser, tmp_path: Path, width: int) -> None:
    """Each command, typed on a wide window and on a phone, is answered with what it is for."""
    async with playground(tmp_path) as (_, address):
        page = await sit_down(browser, address, "Mika", width=width)

        for command, options, answer in COMMANDS:
            await use(page, command, **options)
            await expect(last_card(page, answer)).to_be_visible(timeout=10_000)


async def test_a_line_in_the_player_s_language_keeps_every_option(browser: Browser, tmp_path: Path) -> None:
    """A whole command, pasted as one line with its Japanese names, is filled in from its first option on."""
    async with playground(tmp_path) as (_, address):
        page = await sit_down(browser, address, "Haruka")
        await command_line(page).fill("/クイズ 問題数:1 秒数:10 言語:日本語")
        await page.get_by_role("button", name="Send", exact=True).click()

        await expect(last_card(page, "1問 · すべての映画")).to_contain_text(
            "1問10秒です。誰でも答えられます。"
        )

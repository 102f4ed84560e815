"""What axe-core finds wrong with the page: nothing, in every state, in both themes, wide and narrow."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Browser, Page, expect

from bot.standin import StandIn
from tests.browser.evening import ONLY_BUTTONS, command_line, last_card, playground, sit_down, use
from tests.browser.forms import V2, options
from tests.browser.posting import send
from tests.browser.test_drawing import EMBED

if TYPE_CHECKING:
    import asyncio

pytestmark = pytest.mark.slow

WIDTHS = ((1280, 860), (390, 844))
SELECTS = [
    {"type": 1, "components": [{"type": 3, "custom_id": "s3", "options": options("A", "B")}]},
    *({"type": 1, "components": [{"type": type_, "custom_id": f"s{type_}"}]} for type_ in (5, 6, 7, 8)),
]
BUTTONS = [
    {"type": 2, "style": style, "custom_id": str(style), "label": f"Style {style}", "disabled": style == 4}
    for style in (1, 2, 3, 4)
]
LINK = {"type": 2, "style": 5, "url": "https://example.org/", "label": "Link"}
WORDS = (
    "# Big\n**bold** *slanted* `code` ||hidden|| <@1> <t:1795032020:R> <:gamera:123456789012345678>\n"
    "> quoted\n- listed\n-# small\n```\nblock\n```\n[a link](https://example.org/)"
)
EVERYTHING = [{"type": 10, "content": WORDS}, {"type": 1, "components": [*BUTTONS, LINK]}, *SELECTS]


async def complaints(page: Page) -> list[str]:
    """Return what axe-core finds in this window, in the dark theme and the light, wide and narrow."""
    before = page.viewport_size
    found: list[str] = []
    for theme in ("dark", "light"):
        await page.evaluate("theme => (document.documentElement.dataset.theme = theme)", theme)
        for width, height in WIDTHS:
            await page.set_viewport_size({"width": width, "height": height})
            results = await Axe().run(page)
            violations = results.response["violations"]
            found += [f"{theme} {width}: {violation['id']} {places(violation)}" for violation in violations]
    if before is not None:
        await page.set_viewport_size(before)
    return found


def places(violation: dict[str, Any]) -> list[str]:
    """Return where a rule is broken, and how."""
    return [f"{node['html'][:120]} · {node['failureSummary'][:200]}" for node in violation["nodes"][:3]]


async def test_an_empty_page_and_a_full_one_are_accessible(standin: StandIn, page: Page) -> None:
    """Before anything is said, and with an embed, a file, all marks, all buttons and all selects, one of them open."""
    assert await complaints(page) == []

    await send(
        standin, {"content": "An embed", "embeds": [EMBED]}, still__png="image/png", facts__toml="text/plain"
    )
    await send(
        standin, {"flags": V2, "components": [{"type": 17, "accent_color": 1, "components": EVERYTHING}]}
    )
    await page.get_by_role("combobox", name="Make a selection").first.click()
    await expect(page.get_by_role("option", name="B")).to_be_visible()

    assert await complaints(page) == []


async def test_menus_are_accessible(page: Page) -> None:
    """The players to choose from, the places as a phone shows them, and what goes between bot and stand-in."""
    await page.get_by_role("combobox", name="Playing as").click()
    await expect(page.get_by_role("option", name="Jonas")).to_be_visible()
    assert await complaints(page) == []
    await page.keyboard.press("Escape")

    await page.set_viewport_size({"width": 390, "height": 844})
    await page.get_by_role("button", name="Servers and channels").click()
    await expect(page.get_by_role("button", name="general")).to_be_visible()
    assert await complaints(page) == []
    await page.keyboard.press("Escape")

    await page.get_by_role("button", name="What happens").click()
    await expect(page.get_by_role("complementary", name="What happens")).to_be_visible()
    assert await complaints(page) == []


async def test_commands_and_options_are_accessible(page: Page, came: asyncio.Queue[dict[str, Any]]) -> None:
    """The list of commands open, and an option being filled in wrongly."""
    await command_line(page).click()
    await page.keyboard.type("/")
    await expect(page.get_by_role("option").first).to_be_visible()
    assert await complaints(page) == []

    await page.keyboard.type("plan about:")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("required")
    assert await complaints(page) == []
    assert came.empty()


@pytest.mark.parametrize("command", ["propose", "place"])
async def test_forms_are_accessible(page: Page, came: asyncio.Queue[dict[str, Any]], command: str) -> None:
    """Each form as it opens, and with all that is missing said."""
    await use(page, command)
    await came.get()
    form = page.get_by_role("dialog")
    await expect(form).to_be_visible()
    assert await complaints(page) == []

    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_text(re.compile("required|Choose")).first).to_be_visible()
    assert await complaints(page) == []


async def test_a_quiz_and_a_card_of_facts_are_accessible(browser: Browser, tmp_path: Path) -> None:
    """Of the real bot: a question open, a guess locked in, the reveal, and what is known of a film."""
    async with playground(tmp_path) as (_, address):
        page = await sit_down(browser, address, "Mika")
        await use(page, "quiz", kinds=ONLY_BUTTONS, questions="1", seconds="60")
        card = last_card(page, "Question 1 of 1")
        await expect(card.get_by_role("button", name=re.compile("^A"))).to_be_enabled(timeout=30_000)
        assert await complaints(page) == []

        await card.get_by_role("button", name=re.compile("^A")).click()
        await expect(last_card(page, "Locked in")).to_be_visible()
        assert await complaints(page) == []

        await card.get_by_role("button", name="Reveal now").click()
        await expect(last_card(page, "Question 1 of 1")).to_contain_text("revealed", timeout=30_000)
        await use(page, "fact about", name="gamera 2")
        await expect(last_card(page, "Attack of Legion")).to_contain_text("Sources", timeout=10_000)
        assert await complaints(page) == []


async def test_reduced_motion_stops_every_movement(standin: StandIn, page: Page) -> None:
    """Whoever asked for less motion sees none: nothing is animated and nothing glides."""
    await page.emulate_media(reduced_motion="reduce")
    await send(standin, {"flags": V2, "components": EVERYTHING})
    await expect(page.get_by_role("button", name="Style 1")).to_be_visible()

    moving = """() => [...document.querySelectorAll("*")].filter(node => {
        const style = getComputedStyle(node);
        return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
    }).length"""
    assert await page.evaluate(moving) == 0

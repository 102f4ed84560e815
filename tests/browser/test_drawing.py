"""What the page draws beyond plain cards: embeds, files, forms; and what an edit or a reload must not undo."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Browser, Page, expect

from bot.standin import StandIn
from bot.standin.snowflakes import iso
from tests.browser.evening import ONLY_BUTTONS, last_card, playground, sit_down, use
from tests.browser.forms import V2, options
from tests.browser.posting import PIXEL, edit, put, send
from tests.browser.test_page import XSS

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

pytestmark = pytest.mark.slow

WATCH_ANNOUNCER = """() => {
    window.said = [];
    const region = document.getElementById("announcer");
    const hear = (changes) => changes.forEach(({ addedNodes }) => said.push(...[...addedNodes].map((p) => p.textContent)));
    new MutationObserver(hear).observe(region, { childList: true });
}"""
WATCH_SCROLL = """() => new Promise((seen) => {
    window.scrolled = [];
    const log = document.querySelector(".log");
    const watch = () => (log.addEventListener("scroll", () => scrolled.push(log.scrollTop)), seen());
    requestAnimationFrame(() => requestAnimationFrame(watch));
})"""
EMBED = {
    "author": {"name": "Daiei", "url": "https://example.org/daiei"},
    "title": "Gamera 2: *Attack* of Legion",
    "url": "https://example.org/g2",
    "description": "A **film** of 1996",
    "color": 0x22C55E,
    "fields": [
        {"name": "Director", "value": "Shūsuke Kaneko", "inline": True},
        {"name": "Year", "value": "1996", "inline": True},
        {"name": "Story", "value": "Something comes down."},
    ],
    "image": {"url": "attachment://still.png"},
    "thumbnail": {"url": "https://example.org/x.png"},
    "footer": {"text": "Kaiju Battle"},
    "timestamp": "2026-11-20T10:00:00Z",
}


async def test_an_embed_shows_all_its_parts(standin: StandIn, page: Page) -> None:
    """Author, title, text, fields side by side, picture, footer and time; its own file is not shown twice."""
    await send(standin, {"embeds": [EMBED]}, still__png="image/png")

    embed = page.locator(".embed")
    await expect(embed.get_by_role("link", name="Daiei")).to_have_attribute(
        "href", "https://example.org/daiei"
    )
    await expect(embed.get_by_role("link", name="Gamera 2: Attack of Legion")).to_be_visible()
    await expect(embed.locator("strong")).to_have_text("film")
    await expect(embed.get_by_role("img", name="The embed's thumbnail")).to_be_visible()
    await expect(embed).to_contain_text("Kaiju Battle • 11/20/26")
    await expect(page.locator("img")).to_have_count(1)
    boxes = [await field.bounding_box() for field in await embed.locator(".embed-field").all()]
    tops = [box["y"] for box in boxes if box]
    assert tops[0] == tops[1] < tops[2]
    assert await embed.evaluate("box => getComputedStyle(box).borderLeftColor") == "rgb(34, 197, 94)"


async def test_no_text_of_embeds_and_files_becomes_markup(standin: StandIn, page: Page) -> None:
    """Whatever stands in an embed's or a file's fields is shown as written: it adds no element and runs nothing."""
    for text in XSS:
        about = {"name": text, "text": text, "value": text, "url": text, "icon_url": text, "proxy_url": text}
        parts = {"author": about, "footer": about, "image": about, "thumbnail": about, "provider": about}
        embed = {**parts, "title": text, "description": text, "url": text, "color": text, "timestamp": text}
        file = {"id": text, "filename": text, "url": text, "content_type": text, "size": text}
        files = [file, {**file, "content_type": "image/png"}]
        put(standin, {"embeds": [{**embed, "fields": [about, about]}], "attachments": files})
        emoji = {"type": 2, "style": 2, "custom_id": "b", "emoji": {"name": text, "id": text}}
        pictures = {"type": 12, "items": [{"media": about, "description": text}]}
        box = [{"type": 13, "file": about, "name": text}, pictures, {"type": 1, "components": [emoji]}]
        put(standin, {"flags": V2, "components": box})

    await page.reload()
    log = page.get_by_role("log")
    await expect(log.locator(".embed-title")).to_have_count(len(XSS))
    await expect(log.locator(".button")).to_have_count(len(XSS))

    assert await page.evaluate("window.hit") is None
    assert await log.locator("script, iframe, style, body, [onload], [onerror], [onmouseover]").count() == 0
    assert await log.locator("img:not([src^='/media/'])").count() == 0
    assert await log.locator("a:not([href^='https://example.org/'])").count() == 0
    await expect(page.get_by_text("cannot be shown here")).to_have_count(0)


async def test_files_are_shown_or_offered(standin: StandIn, page: Page) -> None:
    """Pictures are drawn, those marked as spoilers under a cover; other files have name, size and a way to take them."""
    types = {"one__png": "image/png", "SPOILER_two__png": "image/png", "facts__toml": "text/plain"}
    await send(standin, {"content": "files"}, **types)

    one = page.get_by_role("img", name="one.png")
    await expect(one).to_be_visible()
    assert await one.evaluate("picture => picture.naturalWidth") == 1
    await expect(page.get_by_role("img", name="SPOILER_two.png")).to_have_count(0)
    await page.get_by_role("button", name="Spoiler").press("Enter")
    await expect(page.get_by_role("img", name="SPOILER_two.png")).to_be_visible()
    await expect(page.locator(".file")).to_contain_text(f"{len(PIXEL)} bytes")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="facts.toml").click()
    assert (await download.value).suggested_filename == "facts.toml"


async def test_silence_is_shown_as_discord_shows_it(
    standin: StandIn, page: Page, say: Callable[..., Awaitable[str]], came: asyncio.Queue[dict[str, Any]]
) -> None:
    """A command without an answer is thought about and then said not to have responded, a press to have failed."""
    standin.answer_seconds = 0.6
    await use(page, "silence")
    await expect(page.get_by_text("Marquee is thinking…")).to_be_visible()
    await expect(page.get_by_role("log")).to_contain_text("❗ The application did not respond")
    await came.get()
    row = {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "silence", "label": "Press"}]}
    await say(flags=V2, components=[row])

    await page.get_by_role("button", name="Press").click()

    await expect(page.get_by_role("alert")).to_have_text("This interaction failed")


async def test_a_promised_answer_is_not_called_edited(standin: StandIn, page: Page) -> None:
    """What a deferred answer becomes bears no mark; a second edit does."""
    message_id = put(standin, {"flags": 128, "timestamp": iso(standin.world.clock())})
    await page.reload()
    await expect(page.get_by_text("is thinking…")).to_be_visible()

    await edit(standin, message_id, {"content": "Here it is"})
    await expect(page.get_by_role("log")).to_contain_text("Here it is")
    await expect(page.get_by_text("(edited)")).to_have_count(0)
    await expect(page.locator("#announcer")).to_contain_text("Here it is")

    await edit(standin, message_id, {"content": "Here it was"})
    await expect(page.get_by_text("(edited)")).to_be_visible()
    await expect(page.locator("#announcer")).not_to_contain_text("Here it was")


async def test_days_are_parted(standin: StandIn, page: Page, say: Callable[..., Awaitable[str]]) -> None:
    """The first message of each day stands under its date, in the player's language."""
    now = standin.world.clock()
    for days in (2, 1):
        id_ = str(int(standin.world.ids.new()) - (days * 86_400_000 << 22))
        put(standin, {"id": id_, "content": f"{days} ago", "timestamp": iso(now - days * 86_400)})
    await say(content="today")
    await page.reload()

    await expect(page.locator(".day")).to_have_count(3)
    await say(content="today too")
    await expect(page.get_by_role("log")).to_contain_text("today too")
    await expect(page.locator(".day")).to_have_count(3)


async def test_nothing_jumps_when_what_is_read_is_edited(standin: StandIn, page: Page) -> None:
    """A reader scrolled back stays at the same line while a message above and one below change their height."""
    ids = [put(standin, {"content": f"message {number}\n" * 6}) for number in range(12)]
    await page.reload()
    log = page.get_by_role("log")
    await expect(log).to_contain_text("message 11")
    middle = page.locator(f'[data-message="{ids[6]}"]')
    await middle.scroll_into_view_if_needed()
    await log.evaluate("log => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))")
    before = await middle.bounding_box()

    await edit(standin, ids[0], {"content": "shorter"})
    await edit(standin, ids[11], {"content": "longer\n" * 20})

    await expect(log).to_contain_text("longer")
    assert before is not None
    after = await middle.bounding_box()
    assert after is not None
    assert abs(after["y"] - before["y"]) <= 1


async def test_nothing_jumps_below_a_message_with_a_focused_button(standin: StandIn, page: Page) -> None:
    """With the focus on a button of a card without a head of its own, an edit of that card moves nothing."""
    now = iso(standin.world.clock())
    choice = {"type": 2, "style": 2, "custom_id": "guess:1", "label": "A"}
    row = {"type": 1, "components": [choice]}
    for number in range(12):
        put(standin, {"content": f"message {number}\n" * 6, "timestamp": now})
    card = {"content": "0 answered\n" * 30, "components": [row], "timestamp": now, "edited_timestamp": now}
    message_id = put(standin, card)
    for number in range(12):
        put(standin, {"content": f"later {number}\n" * 6, "timestamp": now})
    await page.reload()
    drawn = page.locator(f'[data-message="{message_id}"]')
    await expect(drawn).to_have_class(re.compile("continued"))
    button = drawn.get_by_role("button", name="A", exact=True)
    await button.evaluate("button => button.scrollIntoView({ block: 'center' })")
    await button.focus()
    await page.evaluate(WATCH_SCROLL)
    before = await button.bounding_box()

    for count in range(1, 4):
        await edit(standin, message_id, {"content": f"{count} answered\n" * 30})
        await expect(drawn).to_contain_text(f"{count} answered")

    await expect(button).to_be_focused()
    assert await page.evaluate("scrolled") == []
    assert await button.bounding_box() == before


async def test_a_picture_survives_an_edit(standin: StandIn, page: Page) -> None:
    """An edit that leaves a picture as it is leaves its element: it is not loaded again."""
    await send(standin, {"content": "one"}, one__png="image/png")
    picture = page.get_by_role("img", name="one.png")
    await picture.evaluate("picture => (picture.dataset.mark = 'same')")
    message_id = await page.locator(".message").get_attribute("data-message")
    assert message_id is not None

    await edit(standin, message_id, {"content": "two"})

    await expect(page.get_by_text("two", exact=True)).to_be_visible()
    await expect(picture).to_have_attribute("data-mark", "same")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (640, 430), (320, 560)])
async def test_narrow_windows_hold_everything(
    standin: StandIn, page: Page, came: asyncio.Queue[dict[str, Any]], width: int, height: int
) -> None:
    """On a phone, at 200 % zoom and at 320 pixels nothing sticks out, and a form can be read to its end."""
    await page.set_viewport_size({"width": width, "height": height})
    await send(standin, {"embeds": [EMBED]}, still__png="image/png")
    row = {"type": 1, "components": [{"type": 3, "custom_id": "s", "options": options("A", "B")}]}
    await send(standin, {"flags": V2, "components": [{"type": 17, "components": [row]}]})
    await expect(page.get_by_role("combobox", name="Make a selection")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") == width
    log = page.get_by_role("log")
    assert await log.evaluate("log => log.scrollWidth - log.clientWidth") == 0

    await use(page, "place")
    button = page.get_by_role("button", name="Submit")
    await button.scroll_into_view_if_needed()
    await expect(button).to_be_in_viewport()
    await came.get()


async def test_a_reload_mid_round_keeps_everything(browser: Browser, tmp_path: Path) -> None:
    """The question stays open with its countdown, the private note stays, and a guess can still be changed."""
    async with playground(tmp_path) as (_, address):
        page = await sit_down(browser, address, "Mika")
        await page.evaluate(WATCH_ANNOUNCER)
        await use(page, "quiz", kinds=ONLY_BUTTONS, questions="1", seconds="60")
        card = last_card(page, "Question 1 of 1")
        await expect(card.get_by_role("button", name=re.compile("^A"))).to_be_enabled(timeout=30_000)
        await card.get_by_role("button", name=re.compile("^A")).click()
        await expect(card).to_contain_text("1 player has answered", timeout=10_000)
        await expect(last_card(page, "Locked in")).to_be_visible()
        said = await page.evaluate("said")
        assert len([words for words in said if "Question 1 of 1" in words]) == 1

        await page.reload()

        await expect(page.locator(".player-name")).to_have_text("Mika")
        await expect(last_card(page, "Locked in")).to_be_visible()
        await expect(card.locator("time.moment")).to_be_visible()
        await card.get_by_role("button", name=re.compile("^B")).click()
        await expect(last_card(page, "Changed to")).to_be_visible()

"""The page that plays the Discord client, in a real Chromium, against the real stand-in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from bot.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

PAGE = Path(__file__).parents[2] / "bot" / "standin" / "page"
V2 = 1 << 15

pytestmark = pytest.mark.slow

# What a bot writes, and the markup of what a person shall see.
MARKDOWN = (
    ("**bold**", "<p><strong>bold</strong></p>"),
    ("*it* _it_", "<p><em>it</em> <em>it</em></p>"),
    ("***both***", "<p><strong><em>both</em></strong></p>"),
    ("__under__ ~~gone~~", "<p><u>under</u> <s>gone</s></p>"),
    ("snake_case_name", "<p>snake_case_name</p>"),
    (r"\*plain\* \_plain\_", "<p>*plain* _plain_</p>"),
    ("`a **b**`", "<p><code>a **b**</code></p>"),
    ("# One\n## Two\n### Three", "<h3>One</h3><h4>Two</h4><h5>Three</h5>"),
    ("-# small", "<p>small</p>"),
    ("> one\n> two\nthree", "<blockquote><p>one\ntwo</p></blockquote><p>three</p>"),
    (">>> a\nb", "<blockquote><p>a\nb</p></blockquote>"),
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    ("```py\nx < 1\n```", '<pre tabindex="0"><code>x &lt; 1</code></pre>'),
    ("a\n\nb", "<p>a\n\nb</p>"),
    ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
    ("\\> no quote", "<p>&gt; no quote</p>"),
    ("<t:99999999999999:R>", "<p>&lt;t:99999999999999:R&gt;</p>"),
    ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
)
XSS = (
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 1'>",
    '"><svg onload=window.hit=1>',
    "[x](javascript:window.hit=1)",
    '[x](https://example.org/"onmouseover="window.hit=1)',
    "<https://example.org/'><img/src=x/onerror=window.hit=1>",
    "`<iframe srcdoc='<script>parent.hit=1</script>'>`",
    "```html\n<body onload=window.hit=1>\n```",
    "||<a href='javascript:window.hit=1'>x</a>||",
    "</div></article><style>*{display:none}</style>",
    "data:text/html,<script>window.hit=1</script> {{constructor.constructor('window.hit=1')()}}",
)


def markup(html: str) -> str:
    """Return markup without what only style and script need."""
    return re.sub(r' (?:class|data-[\w-]+)="[^"]*"', "", html)


def put(standin: StandIn, message: dict[str, Any]) -> None:
    """Put a message into the world past every check, as if Discord had changed."""
    place = {"id": standin.world.ids.new(), "channel_id": str(standin.channel("quiz-night")), "flags": 0}
    standin.world.keep("messages", {**place, **message})


async def test_markdown_is_drawn_as_discord_draws_it(standin: StandIn, page: Page) -> None:
    """Each mark becomes the element that Discord makes of it."""
    for text, _ in MARKDOWN:
        put(standin, {"content": text})

    await page.reload()
    drawn = page.locator(".message .markdown")
    await expect(drawn).to_have_count(len(MARKDOWN))

    assert [markup(html) for html in await drawn.evaluate_all("all => all.map(one => one.innerHTML)")] == [
        wanted for _, wanted in MARKDOWN
    ]


async def test_no_text_becomes_markup(standin: StandIn, page: Page) -> None:
    """What is written, wherever it stands, is shown as written: it adds no element and runs nothing."""
    for text in XSS:
        button = {"type": 2, "style": 2, "custom_id": text, "label": text, "emoji": {"name": text}}
        parts = [{"type": 10, "content": text}, {"type": 1, "components": [button]}]
        author = {"id": text, "username": text}
        cause = {"name": text, "user": author}
        box = {"type": 17, "accent_color": text, "components": parts}
        put(standin, {"author": author, "content": text, "components": [box], "interaction_metadata": cause})

    await page.reload()
    log = page.get_by_role("log")
    await expect(log.locator(".button-label")).to_have_text(XSS)

    assert await page.evaluate("window.hit") is None
    assert (
        await log.locator("script, img, iframe, style, body, [onload], [onerror], [onmouseover]").count() == 0
    )
    assert await log.locator("a:not([href^='https://example.org/'])").count() == 0


async def test_a_broken_message_harms_no_other(standin: StandIn, page: Page) -> None:
    """A message that cannot be drawn says so, and those around it are as ever."""
    for broken in ({"components": 5}, {"components": [{"type": 99}, None]}, {"content": 7}, {"author": 8}):
        put(standin, broken)
        put(standin, {"content": "as ever"})

    await page.reload()

    await expect(page.get_by_text("as ever")).to_have_count(4)
    await expect(page.get_by_text("cannot be shown here")).to_have_count(4)


async def test_an_edit_keeps_the_keyboard_where_it_was(
    standin: StandIn, page: Page, say: Callable[..., Awaitable[str]]
) -> None:
    """The button that has the focus has it still after its message was edited."""
    row = {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "guess:1", "label": "A"}]}
    text = {"type": 10, "content": "0 answered"}
    message_id = await say(flags=V2, components=[text, row])
    await page.get_by_role("button", name="A", exact=True).focus()

    url = f"{standin.api_base}/channels/{standin.channel('quiz-night')}/messages/{message_id}"
    body = {"components": [{**text, "content": "1 answered"}, row]}
    async with aiohttp.ClientSession(headers={"Authorization": "Bot a-token"}) as session:
        (await session.patch(url, json=body)).raise_for_status()

    await expect(page.get_by_text("1 answered")).to_be_visible()
    await expect(page.get_by_role("button", name="A", exact=True)).to_be_focused()


async def test_every_kind_of_component_is_drawn(page: Page, say: Callable[..., Awaitable[str]]) -> None:
    """Buttons, links, selects, sections, separators and pictures are there by their roles; disabled ones are disabled."""
    buttons = [
        {"type": 2, "style": 4, "custom_id": "a", "label": "Stop", "disabled": True},
        {"type": 2, "style": 5, "url": "https://example.org/", "label": "Read"},
    ]
    select = {
        "type": 3,
        "custom_id": "s",
        "placeholder": "Film",
        "options": [{"label": "Gamera", "value": "g"}],
    }
    picture = {"type": 11, "media": {"url": "https://example.org/x.png"}, "description": "A still"}
    section = {"type": 9, "components": [{"type": 10, "content": "Legion"}], "accessory": picture}
    rows = [{"type": 1, "components": buttons}, {"type": 1, "components": [select]}]
    await say(flags=V2, components=[{"type": 17, "components": [section, {"type": 14}, *rows]}])

    await expect(page.get_by_role("button", name="Stop")).to_be_disabled()
    await expect(page.get_by_role("link", name="Read")).to_have_attribute("href", "https://example.org/")
    await expect(page.get_by_role("img", name="A still")).to_be_visible()
    await expect(page.get_by_role("separator")).to_be_visible()
    await page.get_by_role("combobox", name="Film").press("ArrowDown")
    await expect(page.get_by_role("option", name="Gamera")).to_be_visible()


async def test_a_time_ticks_by_the_server_and_in_the_players_language(
    standin: StandIn, page: Page, say: Callable[..., Awaitable[str]]
) -> None:
    """A relative time is counted from the stand-in's present, in the words of the player's language."""
    await say(content=f"closes <t:{int(standin.world.clock()) + 7200}:R>")

    await expect(page.locator("time.moment")).to_have_text(re.compile("in [12] hours?"))
    await page.get_by_role("combobox", name="Playing as").click()
    await page.get_by_role("option", name="Jonas").click()
    await expect(page.locator("time.moment")).to_have_text(re.compile("in [12] Stunden?"))


async def test_one_page_can_be_several_players(page: Page) -> None:
    """The switcher, worked by keyboard, makes the page another player's, and a reload leaves it so."""
    box = page.get_by_role("combobox", name="Playing as Mika")
    await box.press("ArrowDown")
    await box.press("ArrowDown")
    await box.press("Enter")
    await expect(page.locator(".player-name")).to_have_text("Jonas")

    await page.reload()

    await expect(page.locator(".player-name")).to_have_text("Jonas")


async def test_an_address_can_name_its_player(standin: StandIn, page: Page) -> None:
    """`?as=` takes a player's name, so that two windows are two players."""
    other = await page.context.new_page()
    await other.goto(f"{standin.url}/?as=Haruka")

    await expect(other.locator(".player-name")).to_have_text("Haruka")
    await expect(page.locator(".player-name")).to_have_text("Mika")


async def test_channels_are_opened_and_what_is_unread_is_marked(
    page: Page, say: Callable[..., Awaitable[str]]
) -> None:
    """A message elsewhere marks its channel unread until that is opened, which shows it; a reload stays there."""
    await say("general", content="over here")
    await expect(page.get_by_role("button", name="general, unread")).to_be_visible()

    await page.get_by_role("button", name="general").click()
    await expect(page.get_by_text("over here")).to_be_visible()
    await page.reload()

    await expect(page.get_by_role("heading", name="general")).to_be_visible()
    await page.get_by_role("button", name="Film Society").click()
    await page.get_by_role("button", name="trivia").click()
    await expect(page.get_by_role("heading", name="trivia")).to_be_visible()


async def test_a_phone_needs_no_sideways_scrolling(page: Page, say: Callable[..., Awaitable[str]]) -> None:
    """At 390 pixels nothing sticks out, and the channels come out from behind a button."""
    await say(content="a" * 500)
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(page.get_by_role("button", name="general")).to_be_hidden()

    await page.get_by_role("button", name="Servers and channels").click()

    await expect(page.get_by_role("button", name="general")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_the_page_mends_its_line(browser: Browser, tmp_path: Path) -> None:
    """When the stand-in goes away the page says so, and it goes on by itself when that is back, with another key."""
    first = StandIn(tmp_path / "world.db", "a-token")
    await first.start()
    page = await browser.new_page()
    await page.goto(first.address)
    await expect(page.locator(".player-name")).to_have_text("Mika")
    await first.stop()
    await expect(page.get_by_role("status")).to_contain_text("not answering")

    again = StandIn(tmp_path / "world.db", "a-token", port=first.port)
    await again.start()

    await expect(page.get_by_role("status")).to_have_text("")
    await again.stop()


async def test_strangers_are_refused(standin: StandIn) -> None:
    """A foreign Origin, a foreign Host and a missing key are each answered with 403."""
    address = f"{standin.url}/ws?key={standin.key}"
    async with aiohttp.ClientSession() as session:
        for url, headers in (
            (address, {"Origin": "https://example.org"}),
            (address, {"Host": "example.org"}),
            (f"{standin.url}/ws", {}),
        ):
            async with session.get(url, headers=headers) as answer:
                assert answer.status == 403


def test_no_file_of_the_page_writes_markup_or_style() -> None:
    """No script of the page turns text into markup, and no file has inline script or style."""
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|<style| style=|javascript:"
    )

    files = [file for file in sorted(PAGE.iterdir()) if file.is_file()]
    assert [file.name for file in files if forbidden.search(file.read_text("utf-8"))] == []

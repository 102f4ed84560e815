"""What somebody who listens to the page is told: each message once, a question's end, and no tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.forms import V2
from tests.browser.posting import edit, send

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.standin import StandIn

pytestmark = pytest.mark.slow

ASKED = "Marquee: Question 1 of 2 · open. In which year was Gamera 3 released? A 1996. B 1999. Nobody has answered."


def question(words: str = "Nobody has answered", **button: Any) -> dict[str, Any]:
    """Return a question's card as the bot sends it."""
    texts = (
        "-# Question 1 of 2 · open",
        "## In which year was Gamera 3 released?",
        "- A 1996\n- B 1999",
        words,
    )
    choices = [
        {"type": 2, "style": 2, "custom_id": f"guess:{name}", "label": name, **button} for name in "AB"
    ]
    parts = [*({"type": 10, "content": text} for text in texts), {"type": 1, "components": choices}]
    return {"flags": V2, "components": [{"type": 17, "components": parts}]}


def reveal() -> dict[str, Any]:
    """Return what a question's card becomes."""
    texts = (
        "-# Question 1 of 2 · revealed",
        "## In which year was Gamera 3 released?",
        "### Answer: B · 1999",
    )
    parts = [{"type": 10, "content": text} for text in texts]
    return {"flags": V2, "components": [{"type": 17, "components": parts}]}


async def test_a_question_is_heard_once_and_so_is_its_reveal(
    standin: StandIn, page: Page, say: Callable[..., Awaitable[str]]
) -> None:
    """It is read in sentences without its buttons; then only its closing and its reveal, never a count."""
    message_id = await say(**question())
    heard = page.locator("#announcer > p")
    await expect(heard).to_have_text([ASKED])

    await edit(standin, message_id, question("2 players have answered"))
    await expect(page.get_by_role("log")).to_contain_text("2 players have answered")
    await expect(heard).to_have_count(1)

    await edit(standin, message_id, question("Closed", disabled=True))
    await expect(heard).to_have_count(2)
    await edit(standin, message_id, question("Closed: the reveal is near", disabled=True))
    await edit(standin, message_id, reveal())
    await expect(heard).to_have_count(3)
    await expect(heard.last).to_have_text(
        "Marquee: Question 1 of 2 · revealed. In which year was Gamera 3 released? Answer: B · 1999."
    )


async def test_a_message_to_which_the_focus_moves_says_what_it_is(
    standin: StandIn, page: Page, say: Callable[..., Awaitable[str]]
) -> None:
    """Who answers the question with the keyboard is put on its card at the reveal, named by what it says."""
    message_id = await say(**question())
    await page.get_by_role("button", name="A", exact=True).focus()

    await edit(standin, message_id, reveal())

    name = "Marquee: Question 1 of 2 · revealed. In which year was Gamera 3 released?"
    await expect(page.get_by_role("article", name=name, exact=True)).to_be_focused()
    await say(content="First words\nand more")
    await expect(page.get_by_role("article", name="Marquee: First words.", exact=True)).to_be_visible()


async def test_what_was_heard_does_not_pile_up(standin: StandIn, page: Page) -> None:
    """Lines are added and never written over, the oldest beyond eight go, and pictures say nothing."""
    for number in range(10):
        tell(standin, f"message {number}")
    heard = page.locator("#announcer > p")
    await expect(heard).to_have_text([f"Marquee: message {number}." for number in range(2, 10)])

    await send(standin, {"content": "a picture"}, one__png="image/png")
    await expect(heard.last).to_have_text("Marquee: a picture.")
    await expect(page.locator("#announcer")).to_have_attribute("aria-relevant", "additions")


def tell(standin: StandIn, words: str) -> None:
    """Say something as the bot, faster than Discord lets it."""
    author = {"id": standin.world.bot_id, "username": "marquee", "global_name": "Marquee", "bot": True}
    place = {"id": standin.world.ids.new(), "channel_id": str(standin.channel("quiz-night"))}
    parts: dict[str, list[Any]] = {"embeds": [], "components": [], "attachments": []}
    standin._stage.put({**place, **parts, "author": author, "content": words, "flags": 0})

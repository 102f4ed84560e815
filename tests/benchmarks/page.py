"""The page's weight, and how soon it is seen: bytes by kind, first paint, and the first picture of a full channel.

Run by hand: `python -m tests.benchmarks.page [runs]`. Everything comes uncompressed from this machine; each run is a
browser context of its own, so nothing is cached.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import sys
from collections import Counter
from pathlib import PurePosixPath
from time import perf_counter
from urllib.parse import urlsplit

from playwright.async_api import Browser, Response, async_playwright, expect

from bot.standin import StandIn
from bot.standin.snowflakes import iso
from tests.browser.posting import put

RUNS = 5
MESSAGES = 200
CARD = [{"type": 17, "components": [{"type": 10, "content": "### A question\nof **some** words " * 4}]}]


async def visit(browser: Browser, standin: StandIn) -> tuple[Counter[str], float, float]:
    """Return the bytes that came by kind of file, the milliseconds to the first paint, and to the last message."""
    weights: Counter[str] = Counter()
    context = await browser.new_context()
    page = await context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - it marks the function it is given
    begun = perf_counter()
    await page.goto(standin.address)
    await expect(page.get_by_role("article")).to_have_count(MESSAGES)
    drawn = (perf_counter() - begun) * 1000
    await page.evaluate("document.fonts.ready.then(() => null)")
    for answer in answers:
        kind = PurePosixPath(urlsplit(answer.url).path).suffix or ".html"
        weights[kind] += len(await answer.body())
    painted = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    await context.close()
    return weights, painted, drawn


async def main(runs: int) -> None:
    """Print the weight of one visit, and the medians of several."""
    standin = StandIn(None, "a-token")
    await standin.start()
    for number in range(MESSAGES):
        words = f"Ishirō Honda, message {number}"
        put(standin, {"content": words, "components": CARD, "timestamp": iso(standin.world.clock())})
    async with async_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        visits = [await visit(browser, standin) for _ in range(runs)]
        await browser.close()
    await standin.stop()
    weights = visits[0][0]
    for kind, size in weights.most_common():
        print(f"{kind:8}{size / 1000:10.1f} kB")
    print(f"{'all':8}{weights.total() / 1000:10.1f} kB of 300")
    print(f"first paint {statistics.median(one[1] for one in visits):6.0f} ms (median of {runs})")
    print(
        f"{MESSAGES} messages {statistics.median(one[2] for one in visits):5.0f} ms, browser and driver included"
    )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))

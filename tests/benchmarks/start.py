"""From nothing to the first question: seconds until the bot is on Discord, and until a question stands in a channel.

Run by hand: `python -m tests.benchmarks.start [runs]`. The bot is a process of its own, the stand-in is here; cold
runs compile the catalogue and make the database, warm runs find both.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from bot.standin import StandIn
from tests.bot.storm import TOKEN, BotProcess

RUNS = 5


async def measure(folder: Path, channel_name: str = "general") -> tuple[float, float]:
    """Return the seconds from the start of the process to its commands, and from there to the first question."""
    standin = StandIn(None, TOKEN, answer_seconds=0.25)  # asks again soon where the gateway is not up yet
    await standin.start()
    bot = BotProcess(standin, folder)
    begun = perf_counter()
    await bot.start()
    await standin.until(lambda: bool(standin.world.commands), timeout=60)
    ready = perf_counter()
    channel = standin.channel(channel_name)
    mika = standin.player("Mika")
    while (await mika.command("quiz", {"questions": 1}, channel=channel)).status == "failed":
        pass  # its gateway is not up yet
    await standin.until(
        lambda: any("Question 1" in str(message) for message in mika.sees(channel)), timeout=60
    )
    asked = perf_counter()
    await bot.kill()
    await standin.stop()
    return ready - begun, asked - ready


async def main(runs: int) -> None:
    """Print the medians of cold and warm runs side by side."""
    cold: list[tuple[float, float]] = []
    warm: list[tuple[float, float]] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            cold.append(await measure(Path(folder)))
            warm.append(await measure(Path(folder), "trivia"))
    print(f"{'':6}{'on Discord':>12}{'question':>12}{'together':>12}   (median seconds of {runs})")
    for name, times in (("cold", cold), ("warm", warm)):
        ready, asked = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"{name:6}{ready:12.2f}{asked:12.2f}{ready + asked:12.2f}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))

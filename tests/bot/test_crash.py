"""The bot is killed twenty-four times under load, and keeps every promise it made."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.standin import StandIn
from tests.bot.storm import CHANNELS, TOKEN, Acknowledged, BotProcess, Storm

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.standin import Player

KILLS = 24
SEED = 20_260_713
SHORT, LONG = (0.4, 4.0), (6.0, 14.0)  # seconds a process lives; the first half second is its start

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
async def standin() -> AsyncIterator[StandIn]:
    """A Discord that outlives every process of the bot."""
    standin = StandIn(None, TOKEN, answer_seconds=1.5)  # who presses while the bot is dead soon presses again
    await standin.start()
    yield standin
    await standin.stop()


async def test_promises_outlive_the_process(standin: StandIn, tmp_path: Path) -> None:
    """After every kill, each acknowledged guess is kept once, rounds close once, and the sums hold."""
    bot, storm, rng = BotProcess(standin, tmp_path), Storm(standin, Random(SEED)), Random(SEED)
    await bot.start()
    storm.begin()
    for number in range(1, KILLS + 1):
        lived = rng.uniform(*(LONG if number % 6 == 0 else SHORT))
        await asyncio.sleep(lived)  # the instant of the kill is what is varied, nothing is waited for
        await bot.kill()
        report(number, lived, storm, bot)
        await bot.start()
    await asyncio.sleep(LONG[1])
    await storm.end()
    await stop_all(standin)
    assert await bot.terminate() == 0

    with sqlite3.connect(bot.database) as rows:
        check_promises(rows, storm.acknowledged)
        check_rounds(rows)
        check_sums(rows)
        check_messages(rows, standin)
    assert not errors_in(bot.log)


def report(number: int, lived: float, storm: Storm, bot: BotProcess) -> None:
    """Print a line of the table: the kill, and how things stood."""
    with sqlite3.connect(bot.database) as rows:
        rounds, closed = counted(rows, "SELECT count(*), count(closed_at) FROM round")
        guesses, scored = counted(rows, "SELECT count(*), count(scored_at) FROM guess")
    if number == 1:
        print("\nkill  lived s  presses  acknowledged  rounds  closed  guesses  scored", file=sys.stderr)
    line = f"{number:4}  {lived:7.2f}  {storm.pressed:7}  {len(storm.acknowledged):12}"
    print(f"{line}  {rounds:6}  {closed:6}  {guesses:7}  {scored:6}", file=sys.stderr)


def counted(rows: sqlite3.Connection, query: str) -> tuple[int, int]:
    """Return two counts; none before the tables are there."""
    try:
        first, second = rows.execute(query).fetchone()
    except sqlite3.OperationalError:
        return 0, 0
    return first, second


async def stop_all(standin: StandIn) -> None:
    """Stop every quiz; that each can be stopped shows that each goes on."""
    mika = standin.player("Mika")
    for name in CHANNELS:
        channel = standin.channel(name)
        outcome = await mika.command("stop", {}, channel=channel)
        assert "The quiz is stopped" in str(outcome.message), name
        await standin.until(partial(is_over, mika, channel), 30)


def is_over(reader: Player, channel: int) -> bool:
    """Return whether the last thing that everybody sees in a channel is a podium."""
    return "Quiz · over" in str(
        [message for message in reader.sees(channel) if not message["flags"] & 64][-1:]
    )


def check_promises(rows: sqlite3.Connection, acknowledged: list[Acknowledged]) -> None:
    """Each promise is kept: the guess is there as it was told, unless the player has changed it since."""
    kept = {
        (round_id, player_id): (interaction_id, choice)
        for round_id, player_id, interaction_id, choice in rows.execute(
            "SELECT round_id, player_id, interaction_id, choice FROM guess"
        )
    }
    assert acknowledged
    for one in acknowledged:
        interaction_id, choice = kept[one.round_id, one.player_id]
        assert interaction_id >= one.interaction_id
        if interaction_id == one.interaction_id:
            assert choice == one.choice


def check_rounds(rows: sqlite3.Connection) -> None:
    """Every quiz went on without a gap; every round closed once, and took nothing after it."""
    assert rows.execute("SELECT count(*) FROM quiz WHERE ended_at IS NULL").fetchone() == (0,)
    assert rows.execute("SELECT count(*) FROM round WHERE closed_at IS NULL").fetchone() == (0,)
    gaps = rows.execute(
        "SELECT quiz_id FROM round GROUP BY quiz_id HAVING max(number) <> count(*)"
    ).fetchall()
    assert not gaps
    late = "SELECT count(*) FROM guess JOIN round ON round.id = round_id WHERE scored_at IS NOT closed_at"
    assert rows.execute(late).fetchone() == (0,)


def check_sums(rows: sqlite3.Connection) -> None:
    """The counters are the sums of the guesses, and every right guess won ten points once."""
    of_guesses = rows.execute(
        'SELECT guild_id, player_id, sum(points), sum("right"), count(*) FROM guess GROUP BY 1, 2 ORDER BY 1, 2'
    ).fetchall()
    of_scores = rows.execute(
        'SELECT guild_id, player_id, points, "right", answered FROM score ORDER BY 1, 2'
    ).fetchall()
    assert of_scores == of_guesses
    assert rows.execute('SELECT count(*) FROM guess WHERE points <> 10 * "right"').fetchone() == (0,)


def check_messages(rows: sqlite3.Connection, standin: StandIn) -> None:
    """Every question that was noted as posted was posted once."""
    noted = sorted(
        str(row[0]) for row in rows.execute("SELECT message_id FROM round WHERE message_id IS NOT NULL")
    )
    posted = sorted(
        message["id"]
        for messages in standin.world.messages.values()
        for message in messages.values()
        if "Question " in str(message["components"]) and " of 20 ·" in str(message["components"])
    )
    assert posted == noted


def errors_in(log: Path) -> list[str]:
    """Return what the bot logged as an error."""
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    return [line["message"] for line in lines if line["level"] in {"ERROR", "CRITICAL"}]

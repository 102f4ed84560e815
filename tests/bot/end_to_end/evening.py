"""An evening at the quiz: the stand-in of Discord, the bot in this process, and what players see of it."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import discord

from bot.client import Marquee, point_at
from bot.host.next_question import next_question
from bot.quiz.values import Quiz
from bot.store import quizzes, rounds
from bot.store.database import open_database
from tests.bot.store.house import named

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.quiz.values import Round
    from bot.standin import Outcome, Player, StandIn
    from questions.catalogue import Catalogue
    from questions.question import Question

TOKEN = "not-a-real-token"  # noqa: S105
SEEDS = 300
PATIENCE = 20.0  # real seconds, for what the clock of an evening makes happen in two


class FastClock:
    """A clock on which every real second counts for several, so that an evening is short."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._origin = time.monotonic()
        self._start = datetime.now(UTC)

    def __call__(self) -> datetime:
        """Return the moment it is on this clock."""
        return self._start + timedelta(seconds=(time.monotonic() - self._origin) * self._speed)

    def skip(self, seconds: float) -> None:
        """Let time pass at once."""
        self._start += timedelta(seconds=seconds)

    async def wait(self, until: datetime, woken: asyncio.Event | None = None) -> None:
        """Return at the moment on this clock, or as soon as the event is set."""
        seconds = (until - self()).total_seconds() / self._speed
        with suppress(TimeoutError):
            async with asyncio.timeout(max(0, seconds)):
                await (woken or asyncio.Event()).wait()


@dataclass
class Evening:
    """A stand-in and a bot that can be stopped, killed and started anew on the same files."""

    standin: StandIn
    catalogue: Catalogue
    database_path: Path
    clock: FastClock
    seed: int = 7
    client: Marquee = field(init=False)
    _running: asyncio.Task[None] = field(init=False)

    async def arrive(self) -> None:
        """Start the bot and wait until it hears presses."""
        point_at(self.standin.api_base, self.standin.gateway)
        database = await open_database(f"sqlite:///{self.database_path}")
        self.client = Marquee(
            database,
            self.catalogue,
            self.clock,
            lambda: self.seed,
            "en",
            shard_count=1,
            guild_ready_timeout=0.05,
        )
        await self.client.login(TOKEN)
        self._running = asyncio.create_task(self.client.connect())
        await self.client.wait_until_ready()

    async def leave(self) -> None:
        """Let the bot say goodbye."""
        await self.client.close()
        await self._running
        await self.client.database.close()

    async def crash(self) -> None:
        """Take the bot away without a word: no quiz is put down, no note is written."""
        host = self.client.host
        tasks = [task for task in (*host._tasks.values(), host._pulse) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await discord.AutoShardedClient.close(self.client)
        await self._running
        await self.client.database.close()

    async def message(
        self, channel: int, holds: Callable[[str], bool], reader: Player | None = None
    ) -> dict[str, Any]:
        """Return the newest message that somebody (Mika) sees whose text is as wanted, as soon as there is one."""
        who = reader or self.standin.player("Mika")

        def newest() -> dict[str, Any] | None:
            return next((one for one in reversed(who.sees(channel)) if holds(text_of(one))), None)

        await self.standin.until(lambda: newest() is not None, PATIENCE)
        found = newest()
        assert found is not None
        return found

    async def question(self, channel: int, number: int, reader: Player | None = None) -> dict[str, Any]:
        """Return the message that asks the question of that number."""
        return await self.message(
            channel, lambda text: f"Question {number} of" in text and "· open" in text, reader
        )

    async def reveal(self, channel: int, number: int) -> dict[str, Any]:
        """Return the message that reveals the question of that number."""
        return await self.message(
            channel, lambda text: f"Question {number} of" in text and "· revealed" in text
        )

    async def podium(self, channel: int, reader: Player | None = None) -> dict[str, Any]:
        """Return the message that says the quiz is over."""
        return await self.message(channel, lambda text: "Quiz · over" in text, reader)

    async def over(self, channel: int) -> None:
        """Return once the rows say that no quiz goes on in a channel."""
        while await self.quiz(channel) is not None:  # noqa: ASYNC110
            await asyncio.sleep(0)  # rows tell nobody that they changed

    async def settled(self, channel: int) -> None:
        """Return once the row of the last round knows its message."""
        while (await self.last_round(channel)).message_id is None:  # noqa: ASYNC110
            await asyncio.sleep(0)  # rows tell nobody that they changed

    async def connected(self) -> None:
        """Return once the bot has introduced itself to Discord (again)."""
        await self.client.wait_for("shard_ready", timeout=PATIENCE)

    async def quiz(self, channel: int) -> Quiz | None:
        """Return the quiz that goes on in a channel, by its row."""
        async with self.client.database.read() as connection:
            return await quizzes.quiz_in(connection, channel)

    async def last_round(self, channel: int) -> Round:
        """Return the last round of the quiz that goes on in a channel, by its row."""
        quiz = await self.quiz(channel)
        assert quiz is not None
        async with self.client.database.read() as connection:
            found = await rounds.last_round(connection, quiz.id)
        assert found is not None
        return found

    async def round(self, round_id: int) -> Round:
        """Return a round by its row."""
        async with self.client.database.read() as connection:
            found = await rounds.round_by_id(connection, round_id)
        assert found is not None
        return found

    async def asked(self, channel: int) -> int:
        """Return how many rounds the channel's guild was asked."""
        guild = int(self.standin.world.channels[str(channel)].get("guild_id") or channel)
        async with self.client.database.read() as connection:
            return len(await rounds.asked_lately(connection, guild, 100))

    async def key(self, channel: int) -> int:
        """Return the place of the right choice of the question that is open."""
        question = (await self.last_round(channel)).question
        assert question.choices is not None
        return question.choices.index(question.answer)

    async def guess(self, player: Player, message: dict[str, Any], choice: int) -> Outcome:
        """Return what came of a player's press on a choice."""
        custom_id = [one for one in custom_ids(message) if one.startswith("guess:")][choice]
        return await player.press(message["id"], custom_id)

    async def form(self, player: Player, message: dict[str, Any]) -> dict[str, Any]:
        """Return the form that a player's press on *Answer* opens."""
        custom_id = next(one for one in custom_ids(message) if one.startswith("answer:"))
        opened = await player.press(message["id"], custom_id)
        assert opened.modal is not None, opened
        return opened.modal

    async def write(self, player: Player, message: dict[str, Any], *said: str | int) -> Outcome:
        """Return what came of an answer: one text, or for each menu the place of what is chosen."""
        form = await self.form(player, message)
        if isinstance(said[0], str):
            return await player.submit(form, {"said": said[0]})
        return await player.submit(form, {str(menu): [str(place)] for menu, place in enumerate(said)})

    async def find_seed(
        self, kinds: str, holds: Callable[[Question], bool], about: str | None = None
    ) -> Question:
        """Return what the next quiz of a kind asks first, having found a seed with which that is as wanted."""
        stage, now = self.client.host._stage, self.clock()
        for self.seed in range(SEEDS):
            quiz = Quiz(0, 0, 0, 0, about, 1, 60, self.seed, "en", None, now, None, None, kinds)
            question = await next_question(stage, quiz, 1, ())
            if question is not None and holds(question):
                return question
        raise AssertionError(f"no seed asks such a question of {kinds}")

    async def forget_message(self, channel: int) -> None:
        """Take the question's message out of its row, as if the bot had died before it was noted."""
        round_ = await self.last_round(channel)
        forgetting = partial(rounds.posted, round_id=round_.id, message_id=None)  # type: ignore[arg-type]
        await self.client.database.write(forgetting)

    async def close_in_rows(self, channel: int) -> None:
        """Close the open round in its row alone, as if the bot had died right after."""
        round_ = await self.last_round(channel)
        closing = partial(rounds.close_round, round_id=round_.id, now=self.clock(), accepts=named)
        await self.client.database.write(closing)


def parts(message: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every component of a message, however deep."""
    found: list[dict[str, Any]] = []
    waiting = list(message.get("components", ()))
    while waiting:
        part = waiting.pop(0)
        found.append(part)
        waiting = [*part.get("components", ()), *waiting]
    return found


def text_of(message: dict[str, Any]) -> str:
    """Return all that a message says."""
    return "\n".join(str(part["content"]) for part in parts(message) if "content" in part)


def custom_ids(message: dict[str, Any]) -> list[str]:
    """Return what the buttons of a message stand for, top to bottom."""
    return [part["custom_id"] for part in parts(message) if part.get("custom_id")]


def said(outcome: Outcome) -> str:
    """Return what a player was told."""
    assert outcome.message is not None, outcome
    return text_of(outcome.message)

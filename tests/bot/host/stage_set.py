"""A stage for tests: a real database and catalogue, a channel that remembers, a clock that is moved by hand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from gettext import NullTranslations
from typing import TYPE_CHECKING

from bot.cards import quiz as cards
from bot.cards.reveal import reading_length
from bot.host.channels import ChannelGoneError, MessageGoneError
from bot.host.host import Host
from bot.quiz.rules import reveal_stands
from bot.quiz.values import Guess, Quiz
from bot.store import quizzes, rounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from discord.ui import LayoutView

    from bot.host.host import Locked, Written
    from bot.host.stage import Stage
    from bot.quiz.values import Round

GUILD, CHANNEL, STARTER = 10, 20, 30


class HandClock:
    """A clock that stands still until it is moved; it knows what is waited for."""

    def __init__(self) -> None:
        self._now = datetime(2026, 7, 13, 20, tzinfo=UTC)
        self._moved = asyncio.Event()
        self._waited_for: list[datetime] = []
        self._waited = asyncio.Condition()

    def __call__(self) -> datetime:
        """Return the moment it is."""
        return self._now

    async def wait(self, until: datetime, woken: asyncio.Event | None = None) -> None:
        """Return at the moment, or as soon as the event is set."""
        never = asyncio.Event()
        async with self._waited:
            self._waited_for.append(until)
            self._waited.notify_all()
        try:
            while self._now < until and not (woken or never).is_set():
                await first_of(self._moved, woken or never)
        finally:
            self._waited_for.remove(until)

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def waited_for(self, until: datetime) -> None:
        """Return once somebody waits for exactly this moment."""
        async with self._waited:
            await self._waited.wait_for(lambda: until in self._waited_for)


async def first_of(*events: asyncio.Event) -> None:
    """Return once one of the events is set."""
    tasks = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


@dataclass
class MemoryChannels:
    """Channels that remember what was put into them; `lost` ones are gone, `before_post` is called first."""

    messages: dict[int, str] = field(default_factory=dict)
    edits: list[tuple[int, str]] = field(default_factory=list)
    by_nonce: dict[str, int] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)
    before_post: Callable[[], None] = lambda: None
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def post(self, channel_id: int, view: LayoutView, nonce: str) -> int:
        """Return the id of the message that shows the card."""
        self._refuse_lost(channel_id)
        self.before_post()
        message_id = self.by_nonce.setdefault(nonce, 1000 + len(self.by_nonce))
        await self._keep(message_id, self.messages.get(message_id) or text_of(view))
        return message_id

    async def edit(self, channel_id: int, message_id: int, view: LayoutView) -> None:
        """Let a message show another card."""
        self._refuse_lost(channel_id)
        if message_id not in self.messages:
            raise MessageGoneError
        self.edits.append((message_id, text_of(view)))
        await self._keep(message_id, text_of(view))

    async def shows(self, *words: str) -> int:
        """Return the message that has all these words, as soon as there is one."""
        async with self._changed:
            return await self._changed.wait_for(lambda: self._with(words))

    def _with(self, words: tuple[str, ...]) -> int:
        return next((id_ for id_, text in self.messages.items() if all(word in text for word in words)), 0)

    async def _keep(self, message_id: int, text: str) -> None:
        async with self._changed:
            self.messages[message_id] = text
            self._changed.notify_all()

    def _refuse_lost(self, channel_id: int) -> None:
        if channel_id in self.lost:
            raise ChannelGoneError


def text_of(view: LayoutView) -> str:
    """Return all that a card says."""
    return "\n".join(str(part.content) for part in view.walk_children() if hasattr(part, "content"))


@dataclass
class Play:
    """A host on its stage, and short words for what tests do with it."""

    stage: Stage
    clock: HandClock
    channels: MemoryChannels
    host: Host

    async def begin(
        self,
        *,
        rounds: int = 5,
        seconds: int = 20,
        scope: str | None = None,
        announced: bool = False,
        kinds: str | None = "buttons",
    ) -> Quiz:
        """Return a quiz that was begun and asks, by default with buttons; an `announced` one has a message that says so."""
        quiz = await self.host.begin(
            guild_id=GUILD,
            channel_id=CHANNEL,
            starter_id=STARTER,
            scope=scope,
            rounds=rounds,
            seconds=seconds,
            language="en",
            kinds=kinds,
        )
        assert isinstance(quiz, Quiz)
        if announced:
            card = cards.announced(quiz, None, NullTranslations())
            await self.host.announced(quiz, await self.channels.post(CHANNEL, card, "announcement"))
        self.host.launch(quiz)
        return quiz

    async def asked(self, number: int) -> Round:
        """Return the round of that number once its question is shown and it waits for its end."""
        message = await self.channels.shows(f"Question {number} of", "open")
        round_ = await self.last_round()
        await self.clock.waited_for(round_.closes_at)
        assert message
        return round_

    async def read_on(self) -> None:
        """Let pass the time that the reveal of the last round, which nobody answered, stands."""
        stands = reveal_stands(reading_length(await self.last_round(), ()))
        await self.clock.waited_for(self.clock() + stands)
        self.clock.move(stands.total_seconds())

    async def last_round(self) -> Round:
        """Return the last round of the quiz that goes on, by its row."""
        async with self.stage.database.read() as connection:
            quiz = await quizzes.quiz_in(connection, CHANNEL)
            assert quiz is not None
            found = await rounds.last_round(connection, quiz.id)
        assert found is not None
        return found

    async def guess(self, round_: Round, player: int, choice: int = 0, interaction: int = 1) -> Locked:
        """Return a player's guess, locked in."""
        return await self.host.guess(Guess(round_.id, player, interaction, choice), f"player {player}")

    async def write(self, round_: Round, player: int, text: str, interaction: int = 1) -> Written:
        """Return what came of a written guess: locked in, or asked back."""
        return await self.host.write(Guess(round_.id, player, interaction, 0, text), f"player {player}")

    async def over(self) -> None:
        """Return once no quiz goes on in this process."""
        await asyncio.gather(*self.host._tasks.values())

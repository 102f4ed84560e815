"""Host: every quiz that is going on, and the door to them for commands and presses."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.cards.question import LETTERS
from bot.errors import QuizError
from bot.host.asking_back import asking_back, in_words
from bot.host.pulse import keep_beating
from bot.host.run import Run, end_in_rows
from bot.store import pulse, quizzes, rounds
from bot.store.guesses import Taken
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.host.round_play import RoundPlay
    from bot.host.stage import Stage
    from bot.quiz.values import AskingBack, Guess, Quiz, Round

LONGEST_WRITE = 2.0  # seconds; Discord gives three until a press must be answered

NO_LONGER_HERE = N_("This button is from a quiz that is no longer here.")
ROUND_CLOSED = N_("Too late: this round is closed.")
OVERTAKEN = N_("A later press of yours is already locked in.")
SLOW_DISK = N_("I could not write your guess down in time. Press again to be sure that it counts.")
ONLY_STARTER_REVEALS = N_("Only whoever started the quiz can reveal the answer early.")
ONLY_STARTER_STOPS = N_("Only whoever started the quiz, and moderators, can stop it.")
ALREADY_OVER = N_("This quiz is over already.")
GETTING_UP = N_("The quiz is just being picked up again. Press once more in a moment.")

REFUSALS = {Taken.CLOSED: ROUND_CLOSED, Taken.LATER: OVERTAKEN, Taken.UNKNOWN: NO_LONGER_HERE}

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Locked:
    """A guess that is on disk: its letter and choice, and whether it took the place of another."""

    letter: str
    choice: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A written guess: the lines that stand on disk, whether they took others' place, or what to ask back instead."""

    lines: tuple[str, ...]
    changed: bool
    back: AskingBack | None = None


class Host:
    """All quizzes of this process, one task each. `seeds` gives each quiz a seed of its own."""

    def __init__(self, stage: Stage, seeds: Callable[[], int]) -> None:
        self._stage = stage
        self._seeds = seeds
        self._floor: dict[int, RoundPlay] = {}
        self._runs: dict[int, Run] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._pulse: asyncio.Task[None] | None = None
        self._last_alive: datetime | None = None
        self._picking_up = asyncio.Lock()

    async def begin(
        self,
        *,
        guild_id: int,
        channel_id: int,
        starter_id: int,
        scope: str | None,
        rounds: int,
        seconds: int,
        language: str,
        level: str | None = None,
        kinds: str | None = None,
        witnesses: int | None = None,
    ) -> Quiz | quizzes.Running:
        """Return the quiz begun in its rows, or the one that runs in the channel; `launch` has it ask."""
        beginning = partial(
            quizzes.begin_quiz,
            guild_id=guild_id,
            channel_id=channel_id,
            starter_id=starter_id,
            scope=scope,
            rounds=rounds,
            seconds=seconds,
            seed=self._seeds(),
            language=language,
            now=self._stage.clock(),
            level=level,
            kinds=kinds,
            witnesses=witnesses,
        )
        return await self._stage.database.write(beginning)

    def launch(self, quiz: Quiz) -> None:
        """Have a quiz begin to ask, unless it does."""
        if quiz.id in self._runs:
            return
        run = Run(self._stage, quiz, self._floor)
        self._runs[quiz.id] = run
        task = asyncio.create_task(run.play(self._last_alive), name=f"quiz {quiz.id}")
        self._tasks[quiz.id] = task
        task.add_done_callback(partial(self._left, quiz.id))

    async def announced(self, quiz: Quiz, message_id: int) -> None:
        """Note which message announced a quiz."""
        noting = partial(quizzes.announced, quiz_id=quiz.id, message_id=message_id)
        await self._stage.database.write(noting)

    async def guess(self, guess: Guess, name: str) -> Locked:
        """Return the guess as it now stands on disk; QuizError says why it does not count."""
        choices = (await self._round(guess.round_id)).question.choices or ()
        if guess.choice not in range(len(choices)):
            raise QuizError(NO_LONGER_HERE)
        changed = await self._lock(guess, name, guess.choice)
        return Locked(LETTERS[guess.choice], choices[guess.choice], changed)

    async def write(self, guess: Guess, name: str) -> Written:
        """Return a written guess as it now stands on disk, or what to ask the player back, once in a round.

        QuizError says why it does not count. Whether it is right is told to nobody before the round closes.
        """
        round_ = await self._round(guess.round_id)
        if round_.closed_at is not None:
            raise QuizError(ROUND_CLOSED)
        back = asking_back(self._stage.judge, round_.question, guess.text)
        playing = self._floor.get(guess.round_id)
        if back is not None and playing is not None and playing.asks_back(guess.player_id):
            return Written((guess.text,), changed=False, back=back)
        changed = await self._lock(guess, name, guess.text)
        return Written(in_words(round_.question, guess.text), changed)

    async def form(self, round_id: int) -> Round:
        """Return the round whose answer is to be written; QuizError where it takes none any more."""
        round_ = await self._round(round_id)
        if round_.closed_at is not None:
            raise QuizError(ROUND_CLOSED)
        return round_

    async def _lock(self, guess: Guess, name: str, said: object) -> bool:
        """Return whether a guess, on disk now, took the place of another; QuizError says why it does not count."""
        try:
            async with asyncio.timeout(LONGEST_WRITE):
                taken = await self._stage.database.writer.guess(guess, name, self._stage.clock())
        except TimeoutError:
            raise QuizError(SLOW_DISK) from None
        if taken is not Taken.LOCKED:
            raise QuizError(REFUSALS[taken])
        playing = self._floor.get(guess.round_id)
        return playing is not None and playing.guessed(guess.player_id, said)

    async def reveal(self, round_id: int, player_id: int) -> None:
        """Close a round for its quiz's starter; QuizError for everybody else, and where it is closed."""
        round_ = await self._round(round_id)
        quiz = await self._quiz(round_.quiz_id)
        if quiz.starter_id != player_id:
            raise QuizError(ONLY_STARTER_REVEALS)
        playing = self._floor.get(round_id)
        if playing is None and round_.closed_at is None and quiz.ended_at is None:
            raise QuizError(GETTING_UP)
        if playing is None or playing.open is None:
            raise QuizError(ROUND_CLOSED)
        playing.cut()

    async def stop(self, quiz_id: int, player_id: int, *, moderates: bool) -> None:
        """End a quiz for its starter or a moderator, on disk before this returns; QuizError for all others."""
        quiz = await self._quiz(quiz_id)
        if quiz.starter_id != player_id and not moderates:
            raise QuizError(ONLY_STARTER_STOPS)
        if run := self._runs.get(quiz_id):
            run.stop()
        if not await end_in_rows(self._stage, quiz):
            raise QuizError(ALREADY_OVER)

    async def resume(self, here: Callable[[Quiz], bool]) -> None:
        """Pick up the quizzes of `here`, those whose shard has connected, unless they go on already."""
        # the note of the process before is read once, before ours takes its place
        async with self._picking_up:
            if self._pulse is None:
                async with self._stage.database.read() as connection:
                    self._last_alive = await pulse.last_beat(connection)
            async with self._stage.database.read() as connection:
                unfinished = await quizzes.unfinished(connection)
            for quiz in filter(here, unfinished):
                self.launch(quiz)
            if self._pulse is None:
                self._pulse = asyncio.create_task(keep_beating(self._stage), name="the pulse")

    async def leave(self, gone: Callable[[Quiz], bool]) -> None:
        """End, without a word, the quizzes whose channel is gone."""
        for run in [run for run in self._runs.values() if gone(run.quiz)]:
            self._tasks[run.quiz.id].cancel()
            await end_in_rows(self._stage, run.quiz)

    async def close(self) -> None:
        """Put every quiz down where it stands and note the moment; the next start picks them up."""
        tasks = [*self._tasks.values(), *([self._pulse] if self._pulse else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._pulse is not None:
            self._pulse = None
            await self._stage.database.write(partial(pulse.beat, now=self._stage.clock()))

    async def _round(self, round_id: int) -> Round:
        """Return a round, from memory while it is played; QuizError where there is none of that id."""
        if playing := self._floor.get(round_id):
            return playing.round
        async with self._stage.database.read() as connection:
            found = await rounds.round_by_id(connection, round_id)
        if found is None:
            raise QuizError(NO_LONGER_HERE)
        return found

    async def _quiz(self, quiz_id: int) -> Quiz:
        """Return a quiz, from memory while it goes on; QuizError where there is none of that id."""
        if run := self._runs.get(quiz_id):
            return run.quiz
        async with self._stage.database.read() as connection:
            found = await quizzes.quiz(connection, quiz_id)
        if found is None:
            raise QuizError(NO_LONGER_HERE)
        return found

    def _left(self, quiz_id: int, task: asyncio.Task[None]) -> None:
        """Forget a quiz whose task is over."""
        del self._runs[quiz_id], self._tasks[quiz_id]
        if not task.cancelled() and (error := task.exception()):
            logger.error("the rows of quiz %d could not be brought to an end", quiz_id, exc_info=error)

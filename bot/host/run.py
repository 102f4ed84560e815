"""Run: one quiz going on, from its rows: round after round, and the podium at last."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.cards.quiz import finished, over, under_way
from bot.host.announcement import edit_announcement
from bot.host.channels import ChannelGoneError, UnreachableError, nonce
from bot.host.next_question import next_question
from bot.host.round_play import RoundPlay, taken_up
from bot.quiz.endings import Ending
from bot.quiz.rules import asked_after_restart, closes_after_restart, ends_in_silence
from bot.replies import channel_words
from bot.store import decks, quizzes, rounds

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.host.stage import Stage
    from bot.quiz.values import Quiz, Round
    from questions.deck import Deck
    from questions.question import Question

RECENT_FILMS = 12  # the picker prefers others than these

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ready:
    """The question of a number, drawn before it is wanted from the films that the guild played with; None is no question."""

    number: int
    deck: Deck
    question: Question | None


class Run:
    """One quiz and what drives it. What it holds in memory can be lost at any moment; the rows cannot.

    `floor` is where all quizzes put the round they play, by its id.
    """

    def __init__(self, stage: Stage, quiz: Quiz, floor: dict[int, RoundPlay]) -> None:
        self.quiz = quiz
        self._stage = stage
        self._floor = floor
        self._played: frozenset[int] = frozenset()
        self._films: tuple[str, ...] = ()
        self._ready: Ready | None = None
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """Have the quiz end now: what was guessed is scored and shown, nothing more is asked."""
        self._stopped.set()
        for playing in self._floor.values():
            if playing.round.quiz_id == self.quiz.id:
                playing.cut()

    async def play(self, last_alive: datetime | None = None) -> None:
        """Play the quiz from where its rows stand to its end; `last_alive`: when a process was last seen."""
        try:
            await self._show_podium(await self._play_rounds(last_alive))
        except ChannelGoneError as error:
            logger.info("quiz %d ends, its channel is gone: %s", self.quiz.id, error)
        except Exception:
            logger.exception("quiz %d ends in trouble", self.quiz.id)
            await end_in_rows(self._stage, self.quiz)
            await self._apologise()
        await edit_announcement(self._stage, self.quiz, finished)
        await end_in_rows(self._stage, self.quiz)

    async def _play_rounds(self, last_alive: datetime | None) -> Ending:
        """Play round after round and return why there is no further one."""
        number = await self._play_found_round(last_alive)
        while (ending := await self._ending_after(number)) is None:
            number += 1
            opened = await self._open_round(number)
            if opened is None:
                return Ending.EXHAUSTED
            if not self._stopped.is_set():
                await self._play_round(opened, fresh=True)
        return ending

    async def _play_found_round(self, last_alive: datetime | None) -> int:
        """Return the number of the last round there is, played to its end; 0 before the first."""
        async with self._stage.database.read() as connection:
            found = await rounds.last_round(connection, self.quiz.id)
        if found is None:
            return 0
        if found.closed_at is None:
            found = await self._given_time(found, last_alive)
            async with self._stage.database.read() as connection:
                self._played = await rounds.played(connection, self.quiz.id, found.number - 1)
        await self._play_round(found, fresh=False)
        return found.number

    async def _given_time(self, round_: Round, last_alive: datetime | None) -> Round:
        """Return a round found open with the time it had left, which its row says too."""
        now = self._stage.clock()
        longest = now + timedelta(seconds=self.quiz.seconds)  # whatever the machine's clock did meanwhile
        alive = last_alive or now
        closes_at = min(closes_after_restart(round_.closes_at, alive, now), longest)
        asked_at = asked_after_restart(round_, alive, closes_at, now)
        return await taken_up(self._stage, round_, asked_at, closes_at, now)

    async def _open_round(self, number: int) -> Round | None:
        """Return the round of that number, opened, or None where there is nothing to ask."""
        question = await self._drawn(number)
        if question is None:
            return None
        if number == 1:  # before the question's clock runs
            await edit_announcement(self._stage, self.quiz, under_way)
        now = self._stage.clock()
        closes_at = now + timedelta(seconds=self.quiz.seconds)
        opening = partial(
            rounds.open_round,
            quiz_id=self.quiz.id,
            number=number,
            question=question,
            asked_at=now,
            closes_at=closes_at,
        )
        return await self._stage.database.write(opening)

    async def _drawn(self, number: int) -> Question | None:
        """Return the question of that number: the one that is ready, unless the guild plays with other films since."""
        ready, self._ready = self._ready, None
        if ready is not None and ready.number == number and ready.deck == await self._deck():
            return ready.question
        return await next_question(self._stage, self.quiz, number, self._films, self._played)

    async def _deck(self) -> Deck:
        """Return the films that the guild plays with now."""
        async with self._stage.database.read() as connection:
            return await decks.deck_of(connection, self.quiz.guild_id)

    async def _look_ahead(self, round_: Round, played: frozenset[int]) -> None:
        """Draw the question after a round while its reveal stands, so that it is ready when it is wanted."""
        number = round_.number + 1
        if number <= self.quiz.rounds:
            deck, films = await self._deck(), (round_.question.film, *self._films)[:RECENT_FILMS]
            question = await next_question(self._stage, self.quiz, number, films, played)
            self._ready = Ready(number, deck, question)

    async def _play_round(self, round_: Round, *, fresh: bool) -> None:
        """Play one round and remember what the next one wants to know of it."""
        playing = RoundPlay(self._stage, self.quiz, round_, self._played, self._stopped)
        self._floor[round_.id] = playing
        try:
            self._played = await playing.play(fresh=fresh, meanwhile=partial(self._look_ahead, round_))
        finally:
            del self._floor[round_.id]
        self._films = (round_.question.film, *self._films)[:RECENT_FILMS]

    async def _ending_after(self, number: int) -> Ending | None:
        """Return why the quiz is over after so many rounds, or None."""
        if self._stopped.is_set():
            return Ending.STOPPED
        if number >= self.quiz.rounds:
            return Ending.DONE
        async with self._stage.database.read() as connection:
            counts = await rounds.guess_counts(connection, self.quiz.id)
        return Ending.SILENCE if ends_in_silence(counts) else None

    async def _show_podium(self, ending: Ending) -> None:
        """Say that the quiz is over, and who stands where; before its row does, or a crash would keep it silent."""
        async with self._stage.database.read() as connection:
            standings = await quizzes.results(connection, self.quiz.id)
        words = channel_words(self.quiz.language)
        view = over(self.quiz, standings, ending.told(words), words)
        await self._stage.channels.post(self.quiz.channel_id, view, nonce(self.quiz, "over"))

    async def _apologise(self) -> None:
        """Say that the quiz ends in trouble, where that can be said."""
        try:
            await self._show_podium(Ending.TROUBLE)
        except (ChannelGoneError, UnreachableError) as error:
            logger.warning("quiz %d ended without a word: %s", self.quiz.id, error)
        except Exception:
            logger.exception("quiz %d ended without a word", self.quiz.id)


async def end_in_rows(stage: Stage, quiz: Quiz) -> bool:
    """Return whether this call ended the quiz; a round still open is closed, so that every guess is scored."""

    async def ending(connection: AsyncConnection) -> bool:
        now = stage.clock()
        last = await rounds.last_round(connection, quiz.id)
        if last is not None and last.closed_at is None:
            await rounds.close_round(connection, last.id, now, stage.judge.accepts)
        return await quizzes.end_quiz(connection, quiz.id, now)

    return await stage.database.write(ending)

"""RoundPlay: one round of a quiz, from its question to the end of its reveal, from wherever its row stands."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.cards.question import asking
from bot.cards.reveal import reading_length, revealed
from bot.host.card_edits import CardEdits
from bot.host.channels import UnreachableError
from bot.host.open_round import OpenRound
from bot.host.round_card import RoundCard
from bot.quiz.marking import clue_step, clues_shown
from bot.quiz.rules import reveal_stands
from bot.replies import channel_words
from bot.store import rounds

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from discord.ui import LayoutView

    from bot.host.stage import Stage
    from bot.quiz.values import Quiz, Round, Scored

    Meanwhile = Callable[[frozenset[int]], Awaitable[None]]  # told who played

logger = logging.getLogger(__name__)

NOTICEABLE = timedelta(seconds=1)  # a question that appears later than this gives its time back


async def nothing(_: frozenset[int]) -> None:
    """Do nothing while a reveal stands."""


class RoundPlay:
    """A round and its card. `open` takes guesses while there are any to take."""

    def __init__(
        self, stage: Stage, quiz: Quiz, round_: Round, played_before: frozenset[int], stopped: asyncio.Event
    ) -> None:
        self.open: OpenRound | None = None
        self._stage = stage
        self._quiz = quiz
        self._round = round_
        self._played_before = played_before
        self._stopped = stopped
        self._card = RoundCard(stage, quiz, round_)
        self._words = channel_words(quiz.language)

    @property
    def round(self) -> Round:
        """The round as it stands."""
        return self._round

    def cut(self) -> None:
        """Close the round now, if it is open."""
        if self.open is not None:
            self.open.cut()

    def asks_back(self, player_id: int) -> bool:
        """Return whether a player is asked back now, which each is once."""
        return self.open is not None and self.open.asks_back(player_id)

    def guessed(self, player_id: int, choice: object) -> bool:
        """Note a guess that is on disk; return whether the player had said something else before."""
        return self.open is not None and self.open.guessed(player_id, choice)

    async def play(self, *, fresh: bool, meanwhile: Meanwhile = nothing) -> frozenset[int]:
        """Return who played the round, once its reveal has stood; a `fresh` one has not been seen by anybody.

        `meanwhile` is done while the reveal stands.
        """
        if self._round.closed_at is None:
            await self._ask(fresh=fresh)
        async with self._stage.database.read() as connection:
            scored = await rounds.scored(connection, self._round.id)
        shown_at = self._round.revealed_at or await self._reveal(scored)
        stands = reveal_stands(reading_length(self._round, scored))
        played = frozenset(one.player_id for one in scored)
        if not self._stopped.is_set():
            await meanwhile(played)
        await self._stage.clock.wait(shown_at + stands, self._stopped)
        return played

    async def _ask(self, *, fresh: bool) -> None:
        """Show the question, keep its card up to date while guesses come in, and close the round."""
        edits = CardEdits(self._draw, self._stage.clock)
        self.open = OpenRound(self._round.closes_at, self._played_before, self._stage.clock, edits)
        try:
            await self._remember_guesses(self.open)
            await self._put_up(self.open, fresh=fresh)
            if not self._stopped.is_set():
                await self._until_closing(self.open, edits)
            await self._close()
            await edits.finish()
        finally:
            self.open = None
            edits.cancel()

    async def _until_closing(self, opened: OpenRound, edits: CardEdits) -> None:
        """Return when the round closes; a riddle's clues appear meanwhile, each at its time."""
        showing = asyncio.create_task(self._show_clues(edits), name="clues of a riddle")
        try:
            await opened.closing()
        finally:
            showing.cancel()

    async def _show_clues(self, edits: CardEdits) -> None:
        """Have the card drawn anew whenever another clue is due."""
        for number in range(1, len(self._round.question.clues)):
            await self._stage.clock.wait(self._round.asked_at + clue_step(self._round) * number)
            edits.changed_at_once()

    async def _remember_guesses(self, opened: OpenRound) -> None:
        """Tell the open round who has answered it before a restart."""
        async with self._stage.database.read() as connection:
            opened.found(await rounds.answered(connection, self._round.id))

    async def _put_up(self, opened: OpenRound, *, fresh: bool) -> None:
        """Show the question; where that took noticeably long, the players get the time back."""
        began = self._stage.clock()
        if fresh:
            await self._card.post(self._question())
        else:
            await self._show_again()
        late = self._stage.clock() - began
        if late >= NOTICEABLE:
            await self._give_back(opened, began, late)

    async def _show_again(self) -> None:
        """Show the question after a restart; where Discord cannot be reached, its message is still there."""
        try:
            await self._card.show(self._question())
        except UnreachableError as error:
            logger.warning("round %d goes on, its card not brought up to date: %s", self._round.id, error)

    async def _give_back(self, opened: OpenRound, began: datetime, late: timedelta) -> None:
        """Close the round so much later, in its row and on its card."""
        found = self._round
        asked_at, closes_at = found.asked_at + late, found.closes_at + late
        self._round = await taken_up(self._stage, found, asked_at, closes_at, began)
        opened.prolong(closes_at)

    async def _draw(self) -> None:
        """Bring the question's card up to date."""
        await self._card.show(self._question())

    def _question(self) -> LayoutView:
        opened = self.open
        if opened is None:
            return asking(self._round, self._quiz.rounds, 0, self._words)
        round_ = replace(self._round, closes_at=opened.closes_at)  # its row may still name a later time
        answered = len(opened.answered)
        # by the row's time, as they are marked: a round that closes early shows no clue before its time
        clues = clues_shown(self._round, self._stage.clock()) if round_.question.clues else None
        everybody = opened.everybody
        return asking(round_, self._quiz.rounds, answered, self._words, everybody=everybody, clues=clues)

    async def _close(self) -> None:
        """Close the round, unless a stop has done so at the same moment."""
        now = self._stage.clock()
        accepts = self._stage.judge.accepts
        closing = partial(rounds.close_round, round_id=self._round.id, now=now, accepts=accepts)
        await self._stage.database.write(closing)
        self._round = replace(self._round, closed_at=now)

    async def _reveal(self, scored: tuple[Scored, ...]) -> datetime:
        """Return when the answer was shown; a Discord out of reach for long does not hold up the quiz."""
        try:
            await self._card.show(revealed(self._round, self._quiz.rounds, scored, self._words))
        except UnreachableError as error:
            logger.warning("round %d was closed but not revealed: %s", self._round.id, error)
        now = self._stage.clock()
        await self._stage.database.write(partial(rounds.revealed, round_id=self._round.id, now=now))
        return now


async def taken_up(
    stage: Stage, round_: Round, asked_at: datetime, closes_at: datetime, now: datetime
) -> Round:
    """Return a round with the times that it has from now on, as its row says too; only a riddle counts as asked later."""
    if not round_.question.clues:
        await stage.database.write(partial(rounds.extend, round_id=round_.id, closes_at=closes_at))
        return replace(round_, closes_at=closes_at)
    moving = partial(rounds.retime, was=round_, asked_at=asked_at, closes_at=closes_at, now=now)
    await stage.database.write(moving)
    return replace(round_, asked_at=asked_at, closes_at=closes_at)

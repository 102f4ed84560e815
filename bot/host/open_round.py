"""OpenRound: a round while it takes guesses: who has answered, and when it closes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.quiz.rules import GRACE_AFTER_ALL_ANSWERED, closes_early

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from bot.host.card_edits import CardEdits
    from bot.quiz.clock import Clock


class OpenRound:
    """What an open round knows beyond its row; `edits` hears when another player has answered, or all have."""

    def __init__(
        self,
        closes_at: datetime,
        played_before: frozenset[int],
        clock: Clock,
        edits: CardEdits,
    ) -> None:
        self._choices: dict[int, object] = {}  # by player; of guesses from before a restart, None
        self._asked_back: set[int] = set()
        self._closes_at = closes_at
        self._played_before = played_before
        self._clock = clock
        self._edits = edits
        self._woken = asyncio.Event()
        self._is_cut = False

    @property
    def answered(self) -> frozenset[int]:
        """The players who have answered."""
        return frozenset(self._choices)

    @property
    def closes_at(self) -> datetime:
        """When the round closes as things stand: its row's time, or sooner."""
        return self._closes_at

    @property
    def everybody(self) -> bool:
        """Whether everybody who played the round before has answered, so that it is closing."""
        return closes_early(self._played_before, self.answered)

    def asks_back(self, player_id: int) -> bool:
        """Return whether a player is asked back now: once in a round, whatever they write then."""
        first = player_id not in self._asked_back
        self._asked_back.add(player_id)
        return first

    def guessed(self, player_id: int, choice: object) -> bool:
        """Note a guess that is on disk; return whether the player had said something else before."""
        had_said = self._choices.get(player_id)
        if player_id not in self._choices:
            self._joined([player_id])
        self._choices[player_id] = choice
        return had_said not in {None, choice}

    def found(self, players: Collection[int]) -> None:
        """Note who has answered before a restart."""
        self._joined([player_id for player_id in players if player_id not in self._choices])

    def _joined(self, players: Collection[int]) -> None:
        """Count players who answer for the first time, and see whether that was everybody."""
        if not players:
            return
        was_closing = self.everybody
        self._choices.update(dict.fromkeys(players))
        if not self.everybody:
            self._edits.changed()
        elif not was_closing:
            self._close_by(self._clock() + GRACE_AFTER_ALL_ANSWERED)
            self._edits.changed_at_once()  # three seconds later the card would say it too late

    def cut(self) -> None:
        """Close the round now."""
        self._is_cut = True
        self._close_by(self._clock())

    def prolong(self, closes_at: datetime) -> None:
        """Let the round close later, unless everybody has answered or it was cut."""
        if not self._is_cut and not self.everybody:
            self._closes_at = closes_at
        self._edits.changed()

    async def closing(self) -> None:
        """Return when the time is up, everybody has answered and had a moment to change it, or it was cut."""
        while self._clock() < self._closes_at:
            await self._clock.wait(self._closes_at, self._woken)
            self._woken.clear()

    def _close_by(self, moment: datetime) -> None:
        """Bring the end forward; a change of mind in the grace does not push it back."""
        if moment < self._closes_at:
            self._closes_at = moment
            self._woken.set()

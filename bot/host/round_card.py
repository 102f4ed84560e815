"""RoundCard: the one message of a round, posted once, found after a restart, posted anew where it is gone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.host.channels import MessageGoneError, nonce
from bot.store import rounds

if TYPE_CHECKING:
    from discord.ui import LayoutView

    from bot.host.stage import Stage
    from bot.quiz.values import Quiz, Round


class RoundCard:
    """The message that shows a round, from the question to the reveal; its row knows its id."""

    def __init__(self, stage: Stage, quiz: Quiz, round_: Round) -> None:
        self._stage = stage
        self._quiz = quiz
        self._round = round_
        self._message_id = round_.message_id

    async def post(self, view: LayoutView) -> int:
        """Return the message put into the channel; one whose id was never noted is found by its nonce."""
        key = nonce(self._quiz, f"round {self._round.number}", replaced=self._message_id)
        message_id = await self._stage.channels.post(self._quiz.channel_id, view, key)
        noting = partial(rounds.posted, round_id=self._round.id, message_id=message_id)
        await self._stage.database.write(noting)
        self._message_id = message_id
        return message_id

    async def show(self, view: LayoutView) -> None:
        """Let the message show another card; where it is gone, it is posted anew."""
        # also right after a post: what its nonce found may show the card as it was before a restart
        message_id = self._message_id or await self.post(view)
        try:
            await self._stage.channels.edit(self._quiz.channel_id, message_id, view)
        except MessageGoneError:
            await self.post(view)

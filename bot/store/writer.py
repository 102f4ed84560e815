"""The one writer: what arrives during a transaction shares the next, and is answered after its commit."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.guesses import Press, Taken, keep

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.quiz.values import Guess

__all__ = ["Operation", "Taken", "Writer"]

T = TypeVar("T")
Operation = Callable[[AsyncConnection], Awaitable[T]]

TOGETHER = 512  # one transaction's worth; measured: more gains nothing and makes the last one wait

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """Something to write, and the future of whoever waits for it."""

    wanted: Press | Operation[Any]
    done: asyncio.Future[Any] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    @property
    def is_press(self) -> bool:
        """Whether it is a guess, which can share a statement with others."""
        return isinstance(self.wanted, Press)

    def settle(self, outcome: object) -> None:
        """Hand the outcome to the caller; one who was cancelled meanwhile no longer listens."""
        if self.done.done():
            if isinstance(outcome, Exception):
                logger.error("a write that nobody waits for any more failed", exc_info=outcome)
        elif isinstance(outcome, BaseException):
            self.done.set_exception(outcome)
        else:
            self.done.set_result(outcome)


class Writer:
    """The only hand that writes. Everything goes through one queue, in order of arrival.

    Guesses that stand side by side in the queue become one statement, every operation has a savepoint of
    its own, and all share one transaction (on PostgreSQL the guesses do). Where that fails they are tried
    again one by one, so that a bad row fails alone.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._queue: deque[_Waiting] = deque()
        self._arrived = asyncio.Event()
        self._closing = False
        # two bots on one PostgreSQL, each closing several rounds in a transaction, lock players crosswise
        self._mixes = engine.dialect.name == "sqlite"
        self._task = asyncio.create_task(self._run(), name="the writer")

    async def do(self, operation: Operation[T]) -> T:
        """Return what the operation returns, after its commit; it is run again where a commit fails."""
        return cast("T", await self._enqueue(operation))

    async def guess(self, guess: Guess, name: str, now: datetime) -> Taken:
        """Return what became of a player's press, after the commit: LOCKED outlives the process."""
        return cast("Taken", await self._enqueue(Press(guess, name, now)))

    async def close(self) -> None:
        """Write what is still queued, then stop."""
        self._closing = True
        self._arrived.set()
        await asyncio.wait({self._task})

    def _enqueue(self, wanted: Press | Operation[Any]) -> asyncio.Future[Any]:
        """Return the future of a write; cancelling it takes nothing out of the queue."""
        if self._closing:
            raise RuntimeError("the database is closed")
        waiting = _Waiting(wanted)
        self._queue.append(waiting)
        self._arrived.set()
        return waiting.done

    async def _run(self) -> None:
        """Write batch after batch until closed and empty; nobody is left waiting, whatever ends this."""
        batch: list[_Waiting] = []
        try:
            while self._queue or not self._closing:
                await self._arrived.wait()
                self._arrived.clear()
                while self._queue:
                    batch = self._drain()
                    await self._write(batch)
        finally:
            self._closing = True
            for waiting in (*batch, *self._queue):
                if not waiting.done.done():
                    waiting.settle(RuntimeError("the database was closed before this was written"))

    def _drain(self) -> list[_Waiting]:
        """Return what has arrived, oldest first, as much as may share one transaction."""
        first = self._queue.popleft()
        batch = [first]
        while self._queue and len(batch) < TOGETHER:
            if not (self._mixes or (first.is_press and self._queue[0].is_press)):
                break
            batch.append(self._queue.popleft())
        return batch

    async def _write(self, batch: list[_Waiting]) -> None:
        """Write a batch in one transaction, or one by one where that fails, and tell every caller."""
        try:
            outcomes = await self._commit(batch)
        except Exception as error:
            if len(batch) > 1:
                logger.warning("%d writes failed together and are tried one by one: %r", len(batch), error)
                for waiting in batch:
                    await self._write([waiting])
                return
            outcomes = [error]
        for waiting, outcome in zip(batch, outcomes, strict=True):
            waiting.settle(outcome)

    async def _commit(self, batch: list[_Waiting]) -> list[object]:
        """Return the outcome of each, an exception where an operation failed; raises where all failed."""
        outcomes: list[object] = []
        async with self.engine.begin() as connection:
            for is_press, run in groupby(batch, key=lambda waiting: waiting.is_press):
                wanted: Sequence[Any] = [waiting.wanted for waiting in run]
                if is_press:
                    outcomes += await keep(connection, wanted)
                else:
                    outcomes += [await _savepoint(connection, operation) for operation in wanted]
        return outcomes


async def _savepoint(connection: AsyncConnection, operation: Operation[object]) -> object:
    """Return what the operation returns, or the exception it raised, in which case it has written nothing.

    What the database itself raises may have cost the whole transaction (a full disk, a lost connection).
    """
    savepoint = await connection.begin_nested()
    try:
        outcome = await operation(connection)
    except DBAPIError:
        raise
    except Exception as error:
        await savepoint.rollback()
        return error
    await savepoint.commit()
    return outcome

"""Feed: what happens in the world, told to pages and tests as it happens."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.wire import Json


@dataclass(frozen=True, slots=True)
class Event:
    """Something that clients get to know: a `kind` as on the page's socket, its channel and its object.

    `only_for` is the one user who sees it, None when all who see the channel do.
    """

    kind: str
    channel_id: str | None
    data: Json
    only_for: str | None = None


class Feed:
    """Those who listen, and those who wait for something to become true."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Event], None]] = []

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Return a function that ends the listening; until then `listener` is called with each event."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, event: Event) -> None:
        """Tell an event to all who listen."""
        for listener in tuple(self._listeners):
            listener(event)

    async def wait_for(self, wanted: Callable[[Event], bool], timeout: float) -> Event:  # noqa: ASYNC109
        """Return the first event from now on that is wanted; `TimeoutError` after so many seconds."""
        found: asyncio.Future[Event] = asyncio.get_running_loop().create_future()

        def look(event: Event) -> None:
            if not found.done() and wanted(event):
                found.set_result(event)

        stop = self.listen(look)
        try:
            return await asyncio.wait_for(found, timeout)
        finally:
            stop()

    async def until(self, holds: Callable[[], bool], timeout: float) -> None:  # noqa: ASYNC109
        """Return once a condition holds, looked at now and after each event; `TimeoutError` if never."""
        if not holds():
            await self.wait_for(lambda _: holds(), timeout)

"""A process that guesses until it is killed: run by the crash test, which reads what it was promised.

Prints `<round> <player> <interaction> <choice>` for every guess that was locked in, after it was, and
`closed <round>` for every round. The first argument is the database, the second a number no storm had before.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
from dataclasses import dataclass, field

from bot.store.database import open_database
from bot.store.writer import Taken
from tests.bot.store.house import House

PLAYERS = 40


@dataclass
class Storm:
    """The round the players play at this moment."""

    house: House
    presses: itertools.count[int]
    round_id: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def play(self, player_id: int) -> None:
        """Press without end, changing one's mind all the time."""
        await self.changed.wait()
        while True:
            where, press = self.round_id, next(self.presses)
            if await self.house.guess(where, player_id, press % 4, press) is Taken.LOCKED:
                print(where, player_id, press, press % 4, flush=True)

    async def ask(self, quiz_id: int) -> None:
        """Open round after round, closing each in the middle of the presses."""
        for number in itertools.count(1):
            self.round_id = (await self.house.open(quiz_id, number)).id
            self.changed.set()
            for _ in range(5):
                await self.house.kept()  # some milliseconds
            await self.house.close(self.round_id)
            print("closed", self.round_id, flush=True)


async def main(url: str, life: int) -> None:
    """Play until killed."""
    house = House(await open_database(url), url)
    storm = Storm(house, itertools.count(life * 1_000_000))
    quiz = await house.begin(channel_id=life)
    await asyncio.gather(storm.ask(quiz.id), *map(storm.play, range(1, PLAYERS + 1)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))

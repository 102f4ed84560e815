"""A storm: players who press without rest while the bot is killed and started again, and what they were told."""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bot.standin import Player, StandIn

TOKEN = "not-a-real-token"  # noqa: S105
CHANNELS = ("quiz-night", "general", "trivia", "after-hours")


@dataclass
class BotProcess:
    """`python -m bot` against a stand-in, on files of its own."""

    standin: StandIn
    folder: Path
    process: asyncio.subprocess.Process | None = None

    @property
    def database(self) -> Path:
        """The bot's database."""
        return self.folder / "marquee.db"

    @property
    def log(self) -> Path:
        """What all its processes wrote to standard error."""
        return self.folder / "log.jsonl"

    async def start(self) -> None:
        """Start the bot; it is not ready yet when this returns."""
        with self.log.open("a") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", env=self._environment(), cwd=self.folder, stdout=log, stderr=log
            )

    async def kill(self) -> None:
        """Kill the bot: SIGKILL, at whatever it is doing."""
        assert self.process is not None
        self.process.kill()
        await self.process.wait()

    async def terminate(self) -> int:
        """Return the exit code with which the bot leaves on SIGTERM."""
        assert self.process is not None
        self.process.terminate()
        return await self.process.wait()

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_API_BASE": self.standin.api_base,
            "DISCORD_GATEWAY": self.standin.gateway,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "LOG_FORMAT": "json",
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        }


@dataclass(frozen=True)
class Acknowledged:
    """A guess that a player was told is locked in."""

    round_id: int
    player_id: int
    interaction_id: int
    choice: int


@dataclass
class Storm:
    """All players at once, in all channels; `acknowledged` is every promise the bot has made them."""

    standin: StandIn
    rng: Random
    acknowledged: list[Acknowledged] = field(default_factory=list)
    pressed: int = 0
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def begin(self) -> None:
        """Let everybody press."""
        starter = self.standin.player("Mika")
        for name in CHANNELS:
            channel = self.standin.channel(name)
            self._tasks.append(asyncio.create_task(self._keep_going(starter, channel)))
            self._tasks += [
                asyncio.create_task(self._keep_pressing(player, channel)) for player in self.standin.players()
            ]

    async def end(self) -> None:
        """Let everybody finish the press they are at, and rest."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _keep_going(self, starter: Player, channel: int) -> None:
        """Start a quiz whenever there is none, and reveal now and then."""
        while True:
            await starter.command(
                "quiz", {"kinds": "buttons", "questions": 20, "seconds": 10}, channel=channel
            )
            await asyncio.sleep(self.rng.uniform(0.5, 3))
            if button := newest_button(starter, channel, "reveal:"):
                await starter.press(*button)

    async def _keep_pressing(self, player: Player, channel: int) -> None:
        """Press any choice of the open question, again and again."""
        while True:
            await asyncio.sleep(self.rng.uniform(0.05, 0.4))
            choice = self.rng.randrange(4)
            if button := newest_button(player, channel, "guess:", choice):
                self.pressed += 1
                await self._press(player, *button)

    async def _press(self, player: Player, message_id: str, custom_id: str) -> None:
        outcome = await player.press(message_id, custom_id)
        told = str(outcome.message)
        if "Locked in" in told or "Changed to" in told:
            round_id, choice = (int(part) for part in custom_id.split(":")[1:])
            assert outcome.interaction_id is not None
            self.acknowledged.append(Acknowledged(round_id, player.id, int(outcome.interaction_id), choice))


def newest_button(player: Player, channel: int, prefix: str, place: int = 0) -> tuple[str, str] | None:
    """Return message and custom_id of a button of the newest question, or None where none is open."""
    for message in reversed(player.sees(channel)):
        if message["flags"] & 64:
            continue
        found = [one for one in ids_of(message) if one.startswith(prefix)]
        return (message["id"], found[min(place, len(found) - 1)]) if found else None
    return None


def ids_of(part: dict[str, Any]) -> Iterator[str]:
    """Yield every custom_id within a message or component."""
    if "custom_id" in part:
        yield part["custom_id"]
    for inner in part.get("components", ()):
        yield from ids_of(inner)

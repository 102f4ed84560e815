"""Crowd: lets the machine's six players play, by nothing but what a client can see and do."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from bot.standin import company
from bot.standin.components import BUTTON, each, texts
from bot.standin.feed import Event
from bot.standin.players import Player
from bot.standin.skill import COMPANIES, Skill, planned
from bot.standin.writing import Filling, filled, sittings

if TYPE_CHECKING:
    from bot.standin.hands import Hands
    from bot.standin.interactions import Outcome
    from bot.standin.wire import Json

Known: TypeAlias = int | Sequence[Filling] | None
"""The place of a question's right choice; or how its form is filled in, rightly first, then as people mistake it."""
Answers: TypeAlias = Callable[[int], Awaitable[Known]]
"""Takes a round's id and gives what is known of its answer, None for nothing."""
Pause: TypeAlias = Callable[[float], Awaitable[None]]

# How a question's buttons name their round and their choice, or the round whose form they open.
GUESS = re.compile(r"guess:(\d{1,18}):(\d{1,3})", re.ASCII)
ANSWER = re.compile(r"answer:(\d{1,18})", re.ASCII)
CLUE = re.compile(r"^\*\*\d{1,2}\*\*  ", re.ASCII | re.MULTILINE)
LONGEST_RIDDLE = 3600.0  # seconds for which a clue is waited for; the bot may be away for some of them
LOOKED_BACK = 20  # messages of a channel among which an open question is sought
REMEMBERED = 1000  # questions

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """What a client sees of an open question: where it stands, its round, and its buttons by their places.

    `form` is the button that opens its form instead, and `clues` how many stand there so far.
    """

    message_id: str
    guild_id: str
    round_id: int
    buttons: dict[int, str]
    form: str = ""
    clues: int = 0


class Crowd:
    """The six, in the servers that have asked for them; how well they play is kept with each server.

    `answers` is the only way to a right answer; without it they guess. `seeds` gives a server's players
    their chance, `pause` is how they wait.
    """

    def __init__(
        self, hands: Hands, answers: Answers | None, seeds: Callable[[], int], pause: Pause = asyncio.sleep
    ) -> None:
        self._hands = hands
        self._world = hands.stage.world
        self._answers = answers
        self._seeds = seeds
        self._pause = pause
        self._seen: dict[tuple[str, int], str] = {}
        self._playing: dict[asyncio.Task[None], str] = {}
        self._stop: Callable[[], None] = lambda: None

    def begin(self) -> None:
        """Play from now on where it was asked for; a question of before comes up when the bot is back to edit it."""
        self._stop = self._hands.stage.feed.listen(self._hear)

    async def close(self) -> None:
        """Stop playing everywhere."""
        self._stop()
        for task in (tasks := tuple(self._playing)):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def playing(self) -> dict[str, str]:
        """Return the company that each server has, by the server's id."""
        return {
            guild["id"]: guild["company"]["skill"]
            for guild in self._world.guilds.values()
            if guild.get("company")
        }

    def let_play(self, guild_id: str, skill: str | None) -> None:
        """Let the six play in a server as one of `COMPANIES`, or no longer (None); `KeyError` for what is neither."""
        guild = self._world.guilds[guild_id]
        if skill is not None and skill not in COMPANIES:
            raise KeyError(skill)
        wanted = None if skill is None else {"skill": skill, "seed": self._seeds()}
        self._leave(guild_id)
        self._world.keep("guilds", {**guild, "company": wanted})
        told = {"guild_id": guild_id, "skill": skill}
        self._hands.stage.feed.publish(Event("company", None, told))
        self._look_around(self._world.guilds[guild_id])

    def _leave(self, guild_id: str) -> None:
        for task in [task for task, where in self._playing.items() if where == guild_id]:
            task.cancel()
        # Whoever comes back may answer what is still open.
        self._seen = {question: where for question, where in self._seen.items() if where != guild_id}

    def _look_around(self, guild: Json) -> None:
        for channel in [c for c in self._world.channels.values() if c.get("guild_id") == guild["id"]]:
            for message in list(self._world.messages.get(channel["id"], {}).values())[-LOOKED_BACK:]:
                self._look(message)

    def _hear(self, event: Event) -> None:
        if event.kind in ("message_create", "message_update") and event.only_for is None:
            self._look(event.data)

    def _look(self, message: Json) -> None:
        """Set the six to a question that they have not seen, where they play."""
        question = self._question(message)
        if question is None or (question.message_id, question.round_id) in self._seen:
            return
        self._seen[question.message_id, question.round_id] = question.guild_id
        if len(self._seen) > REMEMBERED:
            del self._seen[next(iter(self._seen))]
        task = asyncio.get_running_loop().create_task(self._answer(question))
        self._playing[task] = question.guild_id
        task.add_done_callback(self._done)

    def _question(self, message: Json) -> Question | None:
        guild_id = self._world.channels.get(message["channel_id"], {}).get("guild_id")
        if guild_id is None or not self._world.guilds[guild_id].get("company"):
            return None
        buttons = [c for c in each(message["components"]) if c["type"] == BUTTON and not c.get("disabled")]
        names = [c.get("custom_id") or "" for c in buttons]
        if found := [match for name in names if (match := GUESS.fullmatch(name))]:
            places = {int(match[2]): match[0] for match in found}
            return Question(message["id"], guild_id, int(found[0][1]), places)
        opening = next((match for name in names if (match := ANSWER.fullmatch(name))), None)
        if opening is None:
            return None
        clues = sum(len(CLUE.findall(text)) for text in texts(message))
        return Question(message["id"], guild_id, int(opening[1]), {}, opening[0], clues)

    async def _answer(self, question: Question) -> None:
        settings = self._world.guilds[question.guild_id]["company"]
        known = await self._answers(question.round_id) if self._answers else None
        skills = COMPANIES[settings["skill"]]
        async with asyncio.TaskGroup() as together:
            for number, user in enumerate(company.members(self._world)):
                # The same again after a restart, whatever the others do meanwhile.
                chance = Random(f"{settings['seed']}:{question.round_id}:{user['global_name']}")
                skill, player = skills[number % len(skills)], Player(self._hands, user)
                playing = self._write if question.form else self._play
                together.create_task(playing(player, question, skill, known, chance))

    async def _play(
        self, player: Player, question: Question, skill: Skill, known: Known, chance: Random
    ) -> None:
        answer = known if isinstance(known, int) else None
        for step in planned(skill, sorted(question.buttons), answer, chance):
            await self._pause(step.after)
            put_away(player, await player.press(question.message_id, question.buttons[step.place]))

    async def _write(
        self, player: Player, question: Question, skill: Skill, known: Known, chance: Random
    ) -> None:
        told = () if known is None or isinstance(known, int) else known
        for sitting in sittings(skill, chance, riddle=question.clues > 0):
            if not await self._shown(question, sitting.clues):
                return
            await self._pause(sitting.after)
            opened = await player.press(question.message_id, question.form)
            put_away(player, opened)
            filling = filled(opened.modal, told, chance, knows=sitting.knows) if opened.modal else None
            if opened.modal is None or filling is None:
                return
            await self._pause(sitting.writing)
            put_away(player, await player.submit(opened.modal, dict(filling)))

    async def _shown(self, question: Question, clues: int) -> bool:
        """Return whether so many clues have come to stand on a question's card before it closed."""

        def now() -> Question | None:
            message = self._world.message(question.message_id)
            return self._question(message) if message else None

        def settled() -> bool:
            seen = now()
            return seen is None or seen.clues >= clues

        try:
            await self._hands.stage.feed.until(settled, LONGEST_RIDDLE)
        except TimeoutError:
            return False
        return now() is not None

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._playing[task]
        if not task.cancelled() and (fault := task.exception()) is not None:
            log.error("the company could not play on", exc_info=fault)


def put_away(player: Player, outcome: Outcome) -> None:
    """Put away what the machine is told in private, which nobody reads."""
    if outcome.message is not None:
        player.dismiss(outcome.message["id"])

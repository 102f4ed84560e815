"""An open database for tests, and short words for what they do with it again and again."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, func, select

from bot.quiz.values import Guess, Quiz, Round
from bot.store import quizzes, rounds
from bot.store.tables import guess as guesses
from bot.store.tables import score
from questions.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.values import Scored
    from bot.store.database import Database
    from bot.store.writer import Taken


def named(question: Question, text: str) -> bool:
    """Return whether a text is one of a question's own spellings: a judge as simple as can be."""
    return text in question.accepted


NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)  # a Wednesday
QUESTION = Question(
    id="single_fact/gamera-2/director",
    kind="single_fact",
    film="gamera-2",
    property="director",
    language="en",
    stem="Who directed Gamera 2: Attack of Legion?",
    choices=("Ishirō Honda", "Shusuke Kaneko", "Noriaki Yuasa", "Jun Fukuda"),
    answer="Shusuke Kaneko",
    accepted=("Shusuke Kaneko",),
    wrong=(),
    facts=("gamera-2/director/shusuke-kaneko",),
    sources=("gamera-2/tk",),
    cited=("Toho Kingdom (film page)",),
    witnesses=2,
    difficulty=0.5,
    explanation="Shusuke Kaneko directed it.",
    differs=(),
    seed=1,
)
RIGHT, WRONG = 1, 0


@dataclass
class House:
    """An open database, and its address."""

    database: Database
    url: str
    press: Iterator[int] = field(default_factory=lambda: count(1))

    def next_number(self) -> int:
        """Return a number not used before."""
        return next(self.press)

    async def begin(self, channel_id: int = 20, guild_id: int = 10) -> Quiz:
        """Return a quiz begun in a channel."""
        begun = await self.database.write(lambda connection: begin(connection, channel_id, guild_id))
        assert isinstance(begun, Quiz)
        return begun

    async def open(self, quiz_id: int, number: int = 1, question: Question = QUESTION) -> Round:
        """Return a round opened in a quiz."""
        closes_at = NOW + timedelta(seconds=20)
        return await self.database.write(
            lambda connection: rounds.open_round(connection, quiz_id, number, question, NOW, closes_at)
        )

    async def play(self, choices: dict[int, int], at: datetime = NOW, guild_id: int = 10) -> Round:
        """Return a closed round of a quiz that is over, in which each player made a choice."""
        quiz = await self.begin(guild_id=guild_id)
        opened = await self.open(quiz.id)
        for player_id, choice in choices.items():
            await self.guess(opened.id, player_id, choice)
        await self.close(opened.id, at)
        await self.database.write(lambda connection: quizzes.end_quiz(connection, quiz.id, at))
        return opened

    async def close(self, round_id: int, at: datetime = NOW) -> tuple[Scored, ...] | None:
        """Return what closing the round comes to."""
        return await self.database.write(
            lambda connection: rounds.close_round(connection, round_id, at, named)
        )

    async def guess(
        self, round_id: int, player_id: int, choice: int, interaction_id: int | None = None
    ) -> Taken:
        """Return what became of a press, by default the latest yet."""
        number = next(self.press) if interaction_id is None else interaction_id
        said = Guess(round_id, player_id, number, choice)
        return await self.database.writer.guess(said, f"player {player_id}", NOW)

    async def kept(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Return the interaction and choice of every guess kept, by round and player."""
        columns = guesses.c.round_id, guesses.c.player_id, guesses.c.interaction_id, guesses.c.choice
        async with self.database.read() as connection:
            rows = (await connection.execute(select(*columns))).all()
        return {(row[0], row[1]): (row[2], row[3]) for row in rows}

    async def sums(self) -> tuple[int, int]:
        """Return the points of all guesses, and of all counters."""
        async with self.database.read() as connection:
            of_guesses = await connection.scalar(select(func.sum(guesses.c.points)))
            of_scores = await connection.scalar(select(func.sum(score.c.points)))
        return int(of_guesses or 0), int(of_scores or 0)

    @contextmanager
    def counted(self) -> Iterator[Counter[str]]:
        """Count what happens to the writer's connection: "begin", "commit", "rollback"."""
        happened: Counter[str] = Counter()
        engine = self.database.writer.engine.sync_engine
        listeners = {name: (lambda _connection, name=name: happened.update([name])) for name in EVENTS}
        for name, listener in listeners.items():
            event.listen(engine, name, listener)
        yield happened
        for name, listener in listeners.items():
            event.remove(engine, name, listener)


EVENTS = ("begin", "commit", "rollback")


async def begin(connection: Any, channel_id: int = 20, guild_id: int = 10) -> Quiz | quizzes.Running:
    """Return what a start of a quiz in a channel comes to."""
    return await quizzes.begin_quiz(
        connection,
        guild_id=guild_id,
        channel_id=channel_id,
        starter_id=30,
        scope=None,
        rounds=5,
        seconds=20,
        seed=1,
        language="en",
        now=NOW,
    )

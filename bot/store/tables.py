"""The tables, typed; `migrations/` builds the same ones, and a test holds the two together."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    String,
    Table,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_key",
        "fk": "%(table_name)s_%(column_0_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_unique",
        "ck": "%(table_name)s_%(constraint_name)s",
    }
)

Counted = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows by itself only for INTEGER


class Moment(TypeDecorator[datetime]):
    """A moment: any aware datetime goes in, UTC comes out; SQLite keeps it as text that sorts by time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC, without its zone for SQLite; ValueError for a naive one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} does not say its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored moment, aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class QuizColumns(TypedColumns):
    """A run of questions in one channel; `guild_id` is the channel's own id in a direct message."""

    id: Named[int] = Column(Counted, primary_key=True)
    guild_id: Named[int] = Column(BigInteger)
    channel_id: Named[int] = Column(BigInteger)
    starter_id: Named[int] = Column(BigInteger)
    scope: Named[str | None]
    rounds: Named[int]
    seconds: Named[int]
    seed: Named[int] = Column(BigInteger)
    language: Named[str]
    message_id: Named[int | None] = Column(BigInteger)
    started_at: Named[datetime] = Column(Moment)
    ended_at: Named[datetime | None] = Column(Moment)
    level: Named[str | None]
    kinds: Named[str | None]
    witnesses: Named[int | None]


class RoundColumns(TypedColumns):
    """One question within a quiz, whole as JSON; its id and facts stand beside it for "asked lately"."""

    id: Named[int] = Column(Counted, primary_key=True)
    quiz_id: Named[int] = Column(Counted, ForeignKey("quiz.id"))
    guild_id: Named[int] = Column(BigInteger)
    number: Named[int]
    question: Named[str]
    question_id: Named[str]
    facts: Named[list[str]] = Column(JSON)
    message_id: Named[int | None] = Column(BigInteger)
    asked_at: Named[datetime] = Column(Moment)
    closes_at: Named[datetime] = Column(Moment)
    closed_at: Named[datetime | None] = Column(Moment)
    revealed_at: Named[datetime | None] = Column(Moment)


class GuessColumns(TypedColumns):
    """What a player says in a round; verdict and points come with the transaction that closes the round."""

    round_id: Named[int] = Column(Counted, ForeignKey("round.id"), primary_key=True, autoincrement=False)
    player_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    interaction_id: Named[int] = Column(BigInteger)
    choice: Named[int]
    text: Named[str | None]
    given_at: Named[datetime] = Column(Moment)
    guild_id: Named[int] = Column(BigInteger)
    right: Named[bool | None]
    points: Named[int | None]
    scored_at: Named[datetime | None] = Column(Moment)


class ScoreColumns(TypedColumns):
    """A player's sums in a guild, kept in step with the guesses by the transaction that closes a round."""

    guild_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    player_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    points: Named[int] = Column(BigInteger)
    right: Named[int]
    answered: Named[int]


class PlayerColumns(TypedColumns):
    """The name a player was last seen under in a guild."""

    guild_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    player_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    name: Named[str]


class PulseColumns(TypedColumns):
    """One row: when the bot last noted that it lives."""

    id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    beat_at: Named[datetime] = Column(Moment)


class RatingColumns(TypedColumns):
    """What is believed of a facet of questions or of a player in a guild: its mean and variance, in logits."""

    facet: Named[str] = Column(String, primary_key=True)
    key: Named[str] = Column(String, primary_key=True)
    mean: Named[float] = Column(Double)
    variance: Named[float] = Column(Double)


class DeckColumns(TypedColumns):
    """What a guild plays with: names of packs and ids of series that are off, and how deep; NULL is all the way."""

    guild_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    off: Named[list[str]] = Column(JSON)
    deep: Named[int | None]


class SyncedColumns(TypedColumns):
    """What Discord was last told of an application's commands, as a digest."""

    application_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    digest: Named[str]


quiz = Table("quiz", metadata, QuizColumns)
round_ = Table("round", metadata, RoundColumns, UniqueConstraint("quiz_id", "number"))
guess = Table("guess", metadata, GuessColumns, CheckConstraint("choice >= 0", name="choice_counts_from_zero"))
score = Table("score", metadata, ScoreColumns)
player = Table("player", metadata, PlayerColumns)
pulse = Table("pulse", metadata, PulseColumns)
rating = Table("rating", metadata, RatingColumns)
deck = Table("deck", metadata, DeckColumns)
synced = Table("synced", metadata, SyncedColumns)

is_running = quiz.c.ended_at.is_(None)
is_scored = guess.c.scored_at.is_not(None)
Index("quiz_running", quiz.c.channel_id, unique=True, sqlite_where=is_running, postgresql_where=is_running)
Index("round_by_guild", round_.c.guild_id, round_.c.id)
Index(
    "guess_by_time",  # holds every column a week's leaderboard sums
    guess.c.guild_id,
    guess.c.scored_at,
    guess.c.player_id,
    guess.c.points,
    guess.c.right,
    sqlite_where=is_scored,  # so that locking a guess in does not touch it
    postgresql_where=is_scored,
)
Index("score_by_points", score.c.guild_id, score.c.points.desc(), score.c.player_id)

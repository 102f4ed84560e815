"""Quizzes, rounds, guesses, scores, names, the pulse, and what Discord was told of the commands."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

COUNTED = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "player",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("player_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "player_id", name=op.f("player_key")),
    )
    op.create_table(
        "pulse",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pulse_key")),
    )
    op.create_table(
        "quiz",
        sa.Column("id", COUNTED, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("starter_id", sa.BigInteger(), nullable=False),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("quiz_key")),
    )
    op.create_index(
        "quiz_running",
        "quiz",
        ["channel_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "score",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("player_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "player_id", name=op.f("score_key")),
    )
    op.create_index(
        "score_by_points", "score", ["guild_id", sa.literal_column("points DESC"), "player_id"], unique=False
    )
    op.create_table(
        "synced",
        sa.Column("application_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("application_id", name=op.f("synced_key")),
    )
    op.create_table(
        "round",
        sa.Column("id", COUNTED, nullable=False),
        sa.Column("quiz_id", COUNTED, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("round_quiz_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("round_key")),
        sa.UniqueConstraint("quiz_id", "number", name=op.f("round_quiz_id_number_unique")),
    )
    op.create_index("round_by_guild", "round", ["guild_id", "id"], unique=False)
    op.create_table(
        "guess",
        sa.Column("round_id", COUNTED, autoincrement=False, nullable=False),
        sa.Column("player_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("interaction_id", sa.BigInteger(), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=True),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("scored_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("choice >= 0", name=op.f("guess_choice_counts_from_zero")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("guess_round_id_fkey")),
        sa.PrimaryKeyConstraint("round_id", "player_id", name=op.f("guess_key")),
    )
    op.create_index(
        "guess_by_time",
        "guess",
        ["guild_id", "scored_at", "player_id", "points", "right"],
        unique=False,
        sqlite_where=sa.text("scored_at IS NOT NULL"),
        postgresql_where=sa.text("scored_at IS NOT NULL"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_index("guess_by_time", table_name="guess")
    op.drop_table("guess")
    op.drop_index("round_by_guild", table_name="round")
    op.drop_table("round")
    op.drop_table("synced")
    op.drop_index("score_by_points", table_name="score")
    op.drop_table("score")
    op.drop_index(
        "quiz_running",
        table_name="quiz",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_table("quiz")
    op.drop_table("pulse")
    op.drop_table("player")

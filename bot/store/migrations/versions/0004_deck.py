"""What each guild plays with."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of decks."""
    op.create_table(
        "deck",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("off", sa.JSON(), nullable=False),
        sa.Column("deep", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("deck_key")),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("deck")

"""How hard a quiz shall be and what it keeps to, and what is believed of players and questions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give quizzes a level, kinds and witnesses, and make the table of ratings."""
    op.add_column("quiz", sa.Column("level", sa.String(), nullable=True))
    op.add_column("quiz", sa.Column("kinds", sa.String(), nullable=True))
    op.add_column("quiz", sa.Column("witnesses", sa.Integer(), nullable=True))
    op.create_table(
        "rating",
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("mean", sa.Double(), nullable=False),
        sa.Column("variance", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("facet", "key", name=op.f("rating_key")),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("rating")
    op.drop_column("quiz", "witnesses")
    op.drop_column("quiz", "kinds")  # in place: rounds refer to the table, which SQLite could not make anew
    op.drop_column("quiz", "level")

"""Guesses that are written or put together: their text."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give guesses a text."""
    op.add_column("guess", sa.Column("text", sa.String(), nullable=True))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("guess", "text")

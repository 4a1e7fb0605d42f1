"""Judgements: what people say of what an action asked."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("subject", sa.String(200), nullable=False, index=True),
        sa.Column("key", sa.String(400), nullable=False),
        sa.Column("verdict", sa.String(40), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("judged_by", sa.String(200), nullable=False),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Remove it."""
    op.drop_table("judgement")

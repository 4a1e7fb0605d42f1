"""The journal: executions and their steps."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "execution",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("command", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("host", sa.String(200), nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("detail", sa.JSON, nullable=False),
    )
    op.create_table(
        "step",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("execution_id", sa.Integer, sa.ForeignKey("execution.id"), nullable=False, index=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("period", sa.String(7)),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("identity", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer),
        sa.Column("rows", sa.Integer),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("reads", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    """Remove them."""
    op.drop_table("step")
    op.drop_table("execution")

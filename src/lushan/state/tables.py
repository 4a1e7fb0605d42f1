"""The tables of the state database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Float, ForeignKey, Integer, MetaData, String, Table, Text, TypeDecorator

metadata = MetaData()


class Instant(TypeDecorator[datetime]):
    """An instant in UTC, which SQLite would forget."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """The instant, with its zone."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


#: One row for each execution of a command that changes the warehouse: a landing, a run or a publication.
execution = Table(
    "execution",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("command", String(16), nullable=False),  # land, run, publish
    Column("subject", String(200), nullable=False),  # the table or the period
    Column("started_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("status", String(16), nullable=False),  # running, done, failed, interrupted
    Column("host", String(200), nullable=False),
    Column("pid", Integer, nullable=False),
    Column("detail", JSON, nullable=False),
)

#: One row for each model or set of figures that an execution looked at.
step = Table(
    "step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("execution_id", ForeignKey("execution.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("period", String(7)),
    Column("status", String(16), nullable=False),  # done, current, failed, waiting, empty
    Column("identity", String(64), nullable=False),
    Column("version", Integer),
    Column("rows", Integer),
    Column("seconds", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("reads", JSON, nullable=False),
)

#: One row for each verdict that a person gave on something an action asked; rows are added, never changed.
judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("subject", String(200), nullable=False, index=True),  # the action that asked
    Column("key", String(400), nullable=False),  # what was judged
    Column("verdict", String(40), nullable=False),
    Column("note", Text, nullable=False),
    Column("judged_by", String(200), nullable=False),
    Column("judged_at", Instant, nullable=False),
)

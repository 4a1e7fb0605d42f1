"""Judgements: what people said of what an action asked; they are added, never changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import DBAPIError

from lushan.state.database import unreachable
from lushan.state.journal import writing
from lushan.state.tables import judgement


def add_judgement(engine: Engine, subject: str, key: str, verdict: str, note: str, judged_by: str) -> None:
    """Add a verdict of a person, as of now.

    Args:
        subject: the action that asked.
        key: what is judged, as the action's table names it.

    Raises:
        LushanError: the database cannot be reached.
    """
    said = {"subject": subject, "key": key, "verdict": verdict, "note": note, "judged_by": judged_by}
    with writing(engine) as connection:
        connection.execute(insert(judgement).values(**said, judged_at=datetime.now(UTC)))


def all_judgements(engine: Engine) -> list[dict[str, Any]]:
    """All verdicts, in the order in which they were given.

    Raises:
        LushanError: the database cannot be reached.
    """
    try:
        with engine.connect() as connection:
            return [dict(row) for row in connection.execute(select(judgement).order_by(judgement.c.id)).mappings()]
    except DBAPIError as error:
        raise unreachable(engine, error) from error

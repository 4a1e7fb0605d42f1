"""The journal: what was executed, when, how long it took and how it ended."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from platform import node
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import DBAPIError

from lushan.state.database import open_database, unreachable
from lushan.state.tables import execution, step


class Execution:
    """One execution that is under way: steps and details are written as they come."""

    def __init__(self, engine: Engine, number: int) -> None:
        self.engine, self.number = engine, number
        self.detail: dict[str, Any] = {}
        self.failed = False

    def step(
        self,
        name: str,
        period: str | None,
        status: str,
        *,
        identity: str = "",
        version: int | None = None,
        rows: int | None = None,
        seconds: float = 0.0,
        reason: str = "",
        reads: Mapping[str, Any] | None = None,
    ) -> None:
        """Write what became of one step."""
        values = {
            "execution_id": self.number,
            "name": name,
            "period": period,
            "status": status,
            "identity": identity,
            "version": version,
            "rows": rows,
            "seconds": seconds,
            "reason": reason,
            "reads": dict(reads or {}),
        }
        with writing(self.engine) as connection:
            connection.execute(insert(step).values(**values))


class Journal:
    """The record of executions; the warehouse's own log decides what is current, this says what happened."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, root: Path, url: str = "") -> Journal:
        """The journal of a workspace.

        Raises:
            LushanError: its database cannot be reached.
        """
        journal = cls(open_database(root, url))
        journal.close_interrupted()
        return journal

    @contextmanager
    def execution(self, command: str, subject: str) -> Iterator[Execution]:
        """Record an execution from its beginning to its end, however it ends."""
        begun = {
            "command": command,
            "subject": subject,
            "started_at": datetime.now(UTC),
            "status": "running",
            "host": node(),
            "pid": os.getpid(),
            "detail": {},
        }
        with writing(self.engine) as connection:
            result = connection.execute(insert(execution).values(**begun))
            number = int(result.inserted_primary_key[0])  # type: ignore[index]
        current = Execution(self.engine, number)
        try:
            yield current
        except BaseException as error:
            current.failed, current.detail["error"] = True, str(error)
            raise
        finally:
            ended = {
                "ended_at": datetime.now(UTC),
                "status": "failed" if current.failed else "done",
                "detail": current.detail,
            }
            with writing(self.engine) as connection:
                connection.execute(update(execution).where(execution.c.id == number).values(**ended))

    def executions(self, limit: int = 50) -> list[dict[str, Any]]:
        """The newest executions, newest first."""
        query = select(execution).order_by(execution.c.id.desc()).limit(limit)
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def steps(self, number: int) -> list[dict[str, Any]]:
        """The steps of one execution, in order."""
        query = select(step).where(step.c.execution_id == number).order_by(step.c.id)
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def close_interrupted(self) -> int:
        """Mark executions of this machine whose process is gone; returns how many there were."""
        running = select(execution.c.id, execution.c.pid).where(
            execution.c.status == "running", execution.c.host == node()
        )
        with writing(self.engine) as connection:
            gone = [row.id for row in connection.execute(running) if not _alive(row.pid)]
            if gone:
                connection.execute(update(execution).where(execution.c.id.in_(gone)).values(status="interrupted"))
        return len(gone)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction on the state database; what it refuses is said as a message.

    Raises:
        LushanError: the database does not answer, or another process holds it.
    """
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise unreachable(engine, error) from error


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

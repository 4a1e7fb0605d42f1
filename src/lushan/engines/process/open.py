"""A log opened for looking into: read, its columns guessed, its events in order, its cases told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.calendar import china
from lushan.engines.process.cases import cases
from lushan.engines.process.clock import NATURAL, Clock, WorkingClock
from lushan.engines.process.log import OPTIONAL, duplicates, event_log, follow, unusable
from lushan.engines.process.read import guess, open_events, timed
from lushan.errors import LushanError

if TYPE_CHECKING:
    from ibis.backends.duckdb import Backend

MEMORY = "2GB"


@dataclass(frozen=True)
class Opened:
    """A log that is open in a DuckDB of its own.

    Args:
        log: its events, from `event_log`.
        followed: the same in order, from `follow`; kept, for most analyses read it.
        cases: from `cases`.
        clock: that durations are told by.
        columns: those of the file, by what they say.
        remarks: what a reader should know before any figure.
    """

    log: ir.Table
    followed: ir.Table
    cases: ir.Table
    clock: Clock
    columns: dict[str, str | None]
    remarks: tuple[str, ...]


def open_log(
    path: Path,
    told: Mapping[str, str | None],
    ends: Collection[str] = (),
    office: Callable[[ir.TimestampValue], ir.TimestampValue] | None = None,
) -> Opened:
    """Open a log.

    Args:
        path: an XES, CSV or Parquet file.
        told: the columns that are known, by `event_log`'s arguments; the others are guessed.
        ends: the activities that end a case.
        office: what the wall clock of the office shows at an instant; then durations are told in China's working time.

    Raises:
        LushanError: the file cannot be read, its columns cannot be guessed, or it has no event.
    """
    connection = ibis.duckdb.connect(memory_limit=MEMORY)
    connection.raw_sql("SET TimeZone = 'UTC'")
    read = open_events(connection, path)
    columns = guess(read.columns, told)
    case, activity, at = (columns[name] or "" for name in ("case", "activity", "at"))
    rows = timed(read, at)
    optional: dict[str, Any] = {name: columns[name] for name in OPTIONAL}
    events = event_log(rows, case=case, activity=activity, at=at, **optional)
    log = connection.create_table("log", events, temp=True)
    if not _count(log):
        raise LushanError("there is no event in it", where=str(path), mend="see that its columns were guessed right")
    clock: Clock = NATURAL
    if office:
        clock = _working(connection, log, office)
        log = connection.create_table("timed", clock.read(log.drop("tick"), tick="at"), temp=True)
    followed = connection.create_table("followed", follow(log), temp=True)
    taken = connection.create_table("cases", cases(followed, ends), temp=True)
    left_out = unusable(rows, case=case, activity=activity, at=at)
    return Opened(log, followed, taken, clock, columns, tuple(_remarks(left_out, log)))


def _working(connection: Backend, log: ir.Table, office: Callable[[ir.TimestampValue], ir.TimestampValue]) -> Clock:
    """The working clock over the days that a log spans."""
    ends = log.aggregate(first=log["at"].min(), last=log["at"].max()).to_pyarrow().to_pylist()[0]
    days = china(ends["first"].date() - timedelta(days=1), ends["last"].date() + timedelta(days=1))
    return WorkingClock(connection.create_table("calendar", days, temp=True), local=office)


def _remarks(unusable: ir.Table, log: ir.Table) -> list[str]:
    """What was left out, and what stands there more than once."""
    lacking = unusable.group_by("lacks").aggregate(rows=_.count()).order_by("lacks").to_pyarrow().to_pylist()
    said = [f"{row['rows']:,} rows without {row['lacks']} are left out" for row in lacking]
    again = duplicates(log).aggregate(rows=(_.times - 1).sum()).rows.to_pyarrow().to_pylist()[0]
    return said + ([f"{again:,} events repeat another and are counted again"] if again else [])


def _count(table: ir.Table) -> int:
    return int(table.count().to_pyarrow().as_py())

"""Clocks: instants as milliseconds of natural or of working time, so that a duration is a difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Protocol

import ibis
from ibis.expr import datatypes as dt
from ibis.expr import types as ir

#: When work is done, by the wall clock.
Hours = tuple[tuple[time, time], ...]
OFFICE_HOURS: Hours = ((time(8, 30), time(12)), (time(13, 30), time(17, 30)))
#: In milliseconds.
SECOND = 1000


class Clock(Protocol):
    """What reads instants as milliseconds."""

    def read(self, table: ir.Table, **columns: str) -> ir.Table:
        """The table with a column of milliseconds for each column of instants that is named."""
        ...


@dataclass(frozen=True)
class NaturalClock:
    """The clock that never stops: milliseconds since 1970."""

    def read(self, table: ir.Table, **columns: str) -> ir.Table:
        """The table with the milliseconds of each instant: ``read(log, tick="at")``."""
        return table.mutate(**{tick: _since_1970(table[column]) for tick, column in columns.items()})


NATURAL = NaturalClock()


def same(moment: ir.TimestampValue) -> ir.TimestampValue:
    """The instant itself: a wall clock that shows UTC."""
    return moment


@dataclass(frozen=True)
class WorkingClock:
    """The clock that runs in working hours of working days only.

    Each day of the calendar knows how much was worked before it began; an instant reads that and what was worked since
    the day began. So a duration costs one look-up for each end, however long it is. An instant outside the calendar
    reads nothing.

    Args:
        calendar: ``day`` (date) and ``is_workday`` (boolean), a row for each day without gaps.
        hours: when work is done on a working day.
        local: what the wall clock shows at an instant.

    >>> days = ibis.memtable({"day": ["2023-04-03", "2023-04-04", "2023-04-05"], "is_workday": [True, True, False]})
    >>> clock = WorkingClock(days.mutate(day=days.day.cast("date")))
    >>> at = ibis.memtable({"at": ["2023-04-03 16:30:00", "2023-04-04 09:30:00", "2023-04-05 15:00:00"]})
    >>> read = clock.read(at.mutate(at=at["at"].cast("timestamp")), tick="at")
    >>> [tick / 3_600_000 for tick in sorted(read.tick.execute())]
    [6.5, 8.5, 15.0]
    """

    calendar: ir.Table
    hours: Hours = OFFICE_HOURS
    local: Callable[[ir.TimestampValue], ir.TimestampValue] = same

    def read(self, table: ir.Table, **columns: str) -> ir.Table:
        """The table with the milliseconds worked until each instant: ``read(log, tick="at")``."""
        shown = {f"{tick}_shown": self.local(table[column].cast("timestamp")) for tick, column in columns.items()}
        found = told = table.mutate(**shown)  # without a zone, as engines are quicker with it
        days, ticks = self.days(), {}
        for tick in columns:
            at, day = told[f"{tick}_shown"], days.rename(f"{tick}_{{name}}")
            found = found.left_join(day, at.date() == day[f"{tick}_day"])
            midnight, opens, closes = (day[f"{tick}_{name}"] for name in ("midnight", "opens", "closes"))
            today = self._worked(at.delta(midnight, unit="millisecond"))
            ticks[tick] = opens + ibis.least(today, closes - opens)
        return found.select(*table.columns, **ticks)

    def days(self) -> ir.Table:
        """Each day of the calendar, its ``midnight``, and what the clock reads then (``opens``) and a day later."""
        long = sum(until - since for since, until in self._spans)
        worked = self.calendar.select(
            "day", midnight=self.calendar.day.cast("timestamp"), worked=self.calendar.is_workday.ifelse(long, 0)
        )
        closes = worked.worked.sum().over(ibis.cumulative_window(order_by="day"))
        return worked.select("day", "midnight", opens=closes - worked.worked, closes=closes)

    @property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        """The hours as milliseconds since midnight."""
        return tuple((_milliseconds(since), _milliseconds(until)) for since, until in self.hours)

    def _worked(self, passed: ir.IntegerValue) -> ir.IntegerValue:
        """How much of a working day is worked until so many milliseconds after its midnight."""
        first, *others = (ibis.greatest(ibis.least(passed - since, until - since), 0) for since, until in self._spans)
        return sum(others, first)


def _since_1970(moment: ir.TimestampValue) -> ir.IntegerValue:
    return epoch_us(moment) // 1000


@ibis.udf.scalar.builtin(signature=((None,), dt.int64))
def epoch_us(moment):  # type: ignore[no-untyped-def]
    """The microseconds since 1970 by DuckDB's own function; what Ibis has for them asks the calendar of a zone.

    An engine that calls it otherwise must be told, as `lushan.runs.spark` tells Spark.
    """


def _milliseconds(at: time) -> int:
    return (at.hour * 3600 + at.minute * 60 + at.second) * SECOND

"""Clocks: instants as milliseconds of natural or of working time, so that a duration is a difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Protocol

import ibis
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
        day_long = sum(until - since for since, until in self._spans)
        days = self.calendar.select("day", worked=self.calendar.is_workday.ifelse(day_long, 0))
        days = days.mutate(before=days.worked.sum().over(ibis.cumulative_window(order_by="day")) - days.worked)
        for tick, column in columns.items():
            known = days.select(**{f"{tick}_day": "day", f"{tick}_worked": "worked", f"{tick}_before": "before"})
            shown = self.local(table[column])
            timed = table.mutate(**{tick: self._since_midnight(shown), f"{tick}_day": shown.date()})
            found = timed.left_join(known, f"{tick}_day")
            worked = (found[f"{tick}_worked"] > 0).ifelse(found[tick], 0)
            table = found.select(*table.columns, **{tick: found[f"{tick}_before"] + worked})
        return table

    @property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        """The hours as milliseconds since midnight."""
        return tuple((_milliseconds(since), _milliseconds(until)) for since, until in self.hours)

    def _since_midnight(self, shown: ir.TimestampValue) -> ir.IntegerValue:
        """How much is worked on a working day until a time of it."""
        second = shown.hour().cast("int64") * 3600 + shown.minute().cast("int64") * 60 + shown.second().cast("int64")
        now = second * SECOND + shown.millisecond().cast("int64")
        first, *others = ((now - since).clip(0, until - since) for since, until in self._spans)
        return sum(others, first)


def _since_1970(moment: ir.TimestampValue) -> ir.IntegerValue:
    return moment.cast("timestamp").delta(ibis.timestamp("1970-01-01"), unit="millisecond").cast("int64")


def _milliseconds(at: time) -> int:
    return (at.hour * 3600 + at.minute * 60 + at.second) * SECOND

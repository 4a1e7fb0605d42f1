"""Instants as the bank's wall clock shows them, as expressions that every engine computes alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import ibis
from ibis.expr import types as ir

#: Offsets are looked for from here on; no bank's tables are older.
EARLIEST, LATEST = datetime(1992, 1, 1, tzinfo=UTC), datetime(2050, 1, 1, tzinfo=UTC)


@cache
def offsets(zone: str) -> tuple[tuple[datetime, timedelta], ...]:
    """Each change of a zone's offset: the instant it begins, and the offset from then on.

    >>> [(at.year, str(offset)) for at, offset in offsets("Asia/Shanghai")]
    [(1992, '8:00:00')]
    """
    clock = ZoneInfo(zone)

    def offset(at: datetime) -> timedelta:
        return at.astimezone(clock).utcoffset() or timedelta()

    found = [(EARLIEST, offset(EARLIEST))]
    day = EARLIEST
    while day < LATEST:
        following = day + timedelta(days=1)
        if offset(following) != found[-1][1]:
            low, high = day, following
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                low, high = (middle, high) if offset(middle) == found[-1][1] else (low, middle)
            found.append((high.replace(microsecond=0), offset(high)))
        day = following
    return tuple(found)


def seconds(moment: ir.TimestampValue) -> ir.IntegerValue:
    """The whole seconds from 1970 to an instant; some engines' own epoch has a fraction."""
    return moment.epoch_seconds().floor().cast("int64")


def elapsed(earlier: ir.TimestampValue, later: ir.TimestampValue) -> ir.IntegerValue:
    """The whole seconds from one instant to another."""
    return seconds(later) - seconds(earlier)


def local(moment: ir.TimestampValue, zone: str) -> ir.TimestampValue:
    """The wall clock of a zone at an instant, carried in a UTC timestamp.

    Daylight saving is written out as cases over the zone's own changes, because the engines' time zone
    functions differ in name and in type.
    """
    first, *changes = offsets(zone)
    shift: ir.IntegerValue = ibis.literal(int(first[1].total_seconds()), type="int64")
    if changes:
        branches = [(moment >= ibis.literal(at), int(by.total_seconds())) for at, by in reversed(changes)]
        shift = ibis.cases(*branches, else_=int(first[1].total_seconds()))
    return moment + shift.as_interval("s")


def local_date(moment: ir.TimestampValue, zone: str) -> ir.DateValue:
    """The day of a zone's calendar that an instant falls in."""
    return local(moment, zone).date()

"""The bank's working clock, and what was known when a period ended."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

from lushan.engines.process.clock import SECOND, WorkingClock
from lushan.runs.clock import local
from lushan.runs.period import Period

#: Working hours of a day: what a day of waiting is counted as.
HOURS_A_DAY = 7.5
DAY_SECONDS = int(HOURS_A_DAY * 3600)


def working(calendar: ir.Table, period: Period) -> WorkingClock:
    """The clock that runs in the bank's working hours, by its own calendar and in its own zone."""
    return WorkingClock(calendar, local=lambda moment: local(moment, period.zone))


def wall(moment: ir.TimestampValue, period: Period) -> ir.TimestampValue:
    """What the bank's wall clock shows at an instant, without a zone: engines are quicker with it."""
    return local(moment.cast("timestamp"), period.zone)


def between(earlier: ir.IntegerValue, later: ir.IntegerValue) -> ir.IntegerValue:
    """The whole seconds from one reading of a clock to another, none below nought."""
    return ibis.ifelse(later < earlier, 0, (later - earlier) // SECOND)


def before(moment: ir.TimestampValue, period: Period) -> ir.TimestampValue:
    """An instant as it was known when a period ended: what came later had not happened yet."""
    return ibis.ifelse(moment < ibis.literal(period.end), moment, ibis.null())

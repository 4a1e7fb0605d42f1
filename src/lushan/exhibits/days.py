"""The days and months along an exhibit's axis."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

from lushan.runs.period import Period


def days_of(period: Period) -> ir.Table:
    """Every day of a period, for exhibits whose days may have no rows."""
    numbers = ibis.range(0, period.days).unnest().name("number").as_table()
    return numbers.select(day=ibis.literal(period.first) + numbers.number.as_interval("D"))


def months_to(period: Period, count: int) -> tuple[Period, ...]:
    """So many months, the last of them a period.

    >>> [str(month) for month in months_to(Period.parse("2023-02"), 3)]
    ['2022-12', '2023-01', '2023-02']
    """
    return tuple(period - back for back in range(count - 1, -1, -1))

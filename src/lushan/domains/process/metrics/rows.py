"""The rows that several of process's metrics are made of, and how seconds become hours."""

from __future__ import annotations

from functools import partial

from ibis import _
from ibis.expr import types as ir

from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period

OWNER = "办公室"
SECONDS_AN_HOUR = 3600

#: Metrics of approvals are cut by who starts them and by what they are; those of tasks by who decides, and where.
of_cases = partial(metric, reads="process.case", owner=OWNER, by=("department", "process"))
of_tasks = partial(metric, reads="process.task", owner=OWNER, by=("department", "process", "node"))


def started_in(cases: ir.Table, period: Period) -> ir.Table:
    """The approvals started in a period."""
    return of_period(cases, period).filter(_.started)


def finished_in(cases: ir.Table, period: Period) -> ir.Table:
    """The approvals that ended in a period, however."""
    return of_period(cases, period).filter(_.finished)


def open_at_end(cases: ir.Table, period: Period) -> ir.Table:
    """The approvals open at a period's end."""
    return of_period(cases, period).filter(_.open)


def decided_in(tasks: ir.Table, period: Period) -> ir.Table:
    """The steps decided in a period."""
    return of_period(tasks, period).filter(_.decided)


def pending_at_end(tasks: ir.Table, period: Period) -> ir.Table:
    """The steps that wait for a decision at a period's end."""
    return of_period(tasks, period).filter(_.pending)


def returned_in(tasks: ir.Table, period: Period) -> ir.Table:
    """The decisions of a period that sent an approval back."""
    return decided_in(tasks, period).filter(_.action == "return")


def mean_hours(seconds: ir.IntegerColumn) -> ir.FloatingScalar:
    """The mean of some seconds, in hours."""
    return seconds.mean() / SECONDS_AN_HOUR


def hours_at(seconds: ir.IntegerColumn, share: float) -> ir.FloatingScalar:
    """What a share of some seconds does not exceed, in hours, interpolated between neighbours."""
    return seconds.cast("float64").quantile(share) / SECONDS_AN_HOUR

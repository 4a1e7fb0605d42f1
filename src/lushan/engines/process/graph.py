"""The directly-follows graph: which activity follows which, how often and after how long."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.clock import SECOND
from lushan.engines.process.log import names


def durations(elapsed: ir.IntegerColumn) -> dict[str, ir.Value]:
    """How long something took in seconds: the mean, the median and what nine in ten do not exceed.

    Args:
        elapsed: in milliseconds; whole numbers, whose sum is the same in whatever order they are added.
    """
    ranks = elapsed.cast("float64").quantile([0.5, 0.9])  # both at once: to rank values is what costs
    return {
        "mean_seconds": elapsed.sum() / elapsed.count() / SECOND,
        "median_seconds": ranks[0] / SECOND,
        "p90_seconds": ranks[1] / SECOND,
    }


def directly_follows(followed: ir.Table) -> ir.Table:
    """One row for each pair of activities of which the second came directly after the first in some case.

    Args:
        followed: a log's events in order, from `follow`.
    """
    pairs = followed.filter(followed.previous_number.notnull())
    found = pairs.group_by("previous_number", "number").aggregate(
        times=pairs.count(), total_seconds=pairs.elapsed.sum() / SECOND, **durations(pairs.elapsed)
    )
    told = names(followed)
    sources = told.select(previous_number="number", source="activity")
    named = found.inner_join(sources, "previous_number").inner_join(told.rename(target="activity"), "number")
    return named.select("source", "target", *found.columns[2:])


def flow(followed: ir.Table, cases: ir.Table) -> ir.Table:
    """The directly-follows graph with how cases begin (a row without ``source``) and end (one without ``target``).

    Args:
        followed: a log's events in order, from `follow`.
        cases: the log's cases, from `cases`.
    """
    inner = directly_follows(followed)
    nothing = {name: ibis.null("float64") for name in inner.columns[3:]}
    begun = cases.group_by(target="first").aggregate(times=_.count())
    ended = cases.filter(~cases.is_open).group_by(source="last").aggregate(times=_.count())
    return ibis.union(
        inner,
        begun.select(source=ibis.null("string"), target=_.target, times=_.times, **nothing),
        ended.select(source=_.source, target=ibis.null("string"), times=_.times, **nothing),
    )


def activities(followed: ir.Table, cases: ir.Table) -> ir.Table:
    """One row for each activity: how often it was done, in how many cases, and how many it began and ended.

    Args:
        followed: a log's events in order, from `follow`.
        cases: the log's cases, from `cases`.
    """
    visits = followed.group_by("activity", "case_id").aggregate(times=_.count())
    found = visits.group_by("activity").aggregate(times=_.times.sum(), cases=_.count())
    begun = cases.group_by(activity="first").aggregate(starts=_.count())
    ended = cases.group_by(activity="last").aggregate(ends=_.count())
    joined = found.left_join(begun, "activity").drop("activity_right").left_join(ended, "activity")
    return joined.select("activity", "times", "cases", starts=_.starts.fill_null(0), ends=_.ends.fill_null(0))

"""A log's summary that days are added to: counts and sums over cases, so that a day changes those that it touches."""

from __future__ import annotations

import math
from collections.abc import Callable

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.cases import cases
from lushan.engines.process.clock import SECOND
from lushan.engines.process.log import follow
from lushan.engines.process.variants import counted, trails

#: Durations are counted in classes, each two in a hundred longer than the one before, so that a quantile of them is
#: within one in a hundred of the true one (DDSketch: Masson, Rim and Lee, 2019) and classes of two logs can be added.
WIDER = 1.02
#: A touched case is looked at as it was and as it is, under a name for each.
WAS, NOW = "-", "+"
#: How often each case of a table counts.
Weight = Callable[[ir.Table], ir.IntegerValue]
KEYS = {"kind": "string", "first": "string", "second": "string", "path": "string", "bucket": "int64"}


def summary(log: ir.Table) -> ir.Table:
    """What a log comes to, as rows that add up.

    ``kind`` says what a row counts: ``follows`` (steps from ``first`` to ``second``), ``starts`` and ``ends`` (cases,
    by the activity ``first``), ``again`` (cases that did ``first`` more than once), ``case`` (cases) and ``variant``
    (cases, by ``path``, its activities in lines). ``times`` is how many there are and ``elapsed`` the milliseconds that
    they took together; steps and cases are counted by the ``bucket`` of how long each took.

    Args:
        log: from `event_log`.
    """
    return added(*_counted(follow(log)))


def changes(log: ir.Table, new: ir.Table) -> ir.Table:
    """What new events change in a summary, as rows to keep beside it: a day adds its own and rewrites none.

    What the touched cases came to is taken away, and what they come to now is added. Events may come late, twice, or
    for cases that were thought to have ended: the summary and its changes are always that of all events together, and
    only the cases that the new ones touch are looked at again.

    Args:
        log: the events so far, from `event_log`; only those of touched cases are read.
        new: the new events, from `event_log` too.
    """
    old = log.semi_join(new.select("case_id").distinct(), "case_id").select(*new.columns)
    was, now = (part.mutate(case_id=sign + part.case_id) for part, sign in ((old, WAS), (old.union(new), NOW)))
    followed = follow(was.union(now))
    return added(*_counted(followed, lambda cases: cases.case_id.startswith(WAS).ifelse(-1, 1)))


def added(*summaries: ir.Table) -> ir.Table:
    """Summaries of different cases, or one and its `changes`, as one."""
    found = ibis.union(*summaries).group_by(list(KEYS)).aggregate(times=_.times.sum(), elapsed=_.elapsed.sum())
    return found.filter((found.times != 0) | (found.elapsed != 0))


def told(summary: ir.Table, kind: str) -> ir.Table:
    """What a summary says of one kind: ``times`` and how long they took, the quantiles within one in a hundred.

    Args:
        summary: from `summary`, with the rows of `changes` that were kept beside it.
        kind: as `summary` lists them.
    """
    names = [name for name in KEYS if name not in ("kind", "bucket")]
    rows = added(summary.filter(summary.kind == kind))
    window = ibis.cumulative_window(group_by=names, order_by="bucket")
    ranked = rows.mutate(until=rows.times.sum().over(window), of=rows.times.sum().over(ibis.window(group_by=names)))
    reached = {
        f"{name}_seconds": _.bucket.min(where=_.until >= share * _.of)
        for name, share in (("median", 0.5), ("p90", 0.9))
    }
    found = ranked.group_by(names).aggregate(
        total=_.times.sum(), mean_seconds=_.elapsed.sum() / _.times.sum() / SECOND, **reached
    )
    middles = {name: _middle(found[name]) / SECOND for name in reached}
    return found.mutate(**middles).rename(times="total")


def _counted(followed: ir.Table, weight: Weight = lambda _cases: ibis.literal(1)) -> list[ir.Table]:
    """The rows of each kind: every case counts as often as its weight says."""
    taken = cases(followed).mutate(elapsed=(_.seconds * SECOND).round().cast("int64"))
    pairs = followed.filter(followed.previous.notnull())
    again = followed.group_by("case_id", "activity").aggregate(events=_.count()).filter(_.events > 1)
    went = trails(followed)
    went = went.mutate(times=weight(went))
    ways = counted(went, followed, times=went.times.sum(), elapsed=(went.times * went.elapsed).sum())

    def counting(table: ir.Table, kind: str, elapsed: ir.Value | None = None, **columns: ir.Value) -> ir.Table:
        times = weight(table)
        took = {} if elapsed is None else {"bucket": _bucket(elapsed), "elapsed": elapsed * times}
        return _rows(table, kind, times=times, **took, **columns)

    return [
        counting(pairs, "follows", pairs.elapsed, first=_.previous, second=_.activity),
        counting(taken, "starts", first=_["first"]),
        counting(taken, "ends", first=_["last"]),
        counting(taken, "case", taken.elapsed),
        counting(again, "again", first=_.activity),
        _rows(ways, "variant", path=_.path.join("\n"), times=_.times, elapsed=_.elapsed),
    ]


def _rows(table: ir.Table, kind: str, **columns: ir.Value) -> ir.Table:
    """Rows of a summary, what is not told being empty, or nought."""
    known = {"kind": ibis.literal(kind), "elapsed": ibis.literal(0)} | columns
    keys = {name: known.get(name, ibis.null(type)) for name, type in KEYS.items()}
    return table.select(**keys, times=known["times"].cast("int64"), elapsed=known["elapsed"].cast("int64"))


def _bucket(elapsed: ir.IntegerValue) -> ir.IntegerValue:
    """The class of a duration: the first whose upper end it does not exceed; none below a millisecond."""
    known = elapsed.cast("float64").nullif(0)
    return (known.ln() / math.log(WIDER)).ceil().cast("int64").fill_null(-1)


def _middle(bucket: ir.IntegerColumn) -> ir.FloatingColumn:
    """The duration that no other of its class is more than one in a hundred away from."""
    upper = (bucket.cast("float64") * math.log(WIDER)).exp()
    return (bucket < 0).ifelse(0.0, upper * 2 / (1 + WIDER))

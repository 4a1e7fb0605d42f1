"""A log's summary that days are added to: counts and sums over cases, so that a day changes those that it touches."""

from __future__ import annotations

import math

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
    followed = follow(log)
    taken = cases(followed).mutate(elapsed=(_.seconds * SECOND).round().cast("int64"))
    pairs = followed.filter(followed.previous.notnull())
    again = followed.group_by("case_id", "activity").aggregate(times=_.count()).filter(_.times > 1)
    went = trails(followed)
    ways = counted(went, followed, elapsed=went.elapsed.sum())
    return _added(
        _counting(pairs, "follows", first=_.previous, second=_.activity, bucket=_bucket(_.elapsed), elapsed=_.elapsed),
        _counting(taken, "starts", first=_["first"]),
        _counting(taken, "ends", first=_["last"]),
        _counting(taken, "case", bucket=_bucket(_.elapsed), elapsed=_.elapsed),
        _counting(again, "again", first=_.activity),
        _rows(ways, "variant", path=_.path.join("\n"), times=_.cases, elapsed=_.elapsed),
    )


def changed(before: ir.Table, log: ir.Table, new: ir.Table) -> ir.Table:
    """A summary once new events have come: what their cases came to is taken away, what they come to now is added.

    Events may come late, twice, or for cases that were thought to have ended; the summary is always that of all events
    together, and only the cases that the new ones touch are looked at again.

    Args:
        before: the summary of the log.
        log: the events so far, from `event_log`; only those of touched cases are read.
        new: the new events, from `event_log` too.
    """
    touched = new.select("case_id").distinct()
    old = log.semi_join(touched, "case_id").select(*new.columns)
    gone = summary(old).mutate(times=-_.times, elapsed=-_.elapsed)
    return _added(before, gone, summary(old.union(new)))


def told(summary: ir.Table, kind: str) -> ir.Table:
    """What a summary says of one kind: ``times`` and how long they took, the quantiles within one in a hundred.

    Args:
        summary: from `summary` or `changed`.
        kind: as `summary` lists them.
    """
    names = [name for name in KEYS if name not in ("kind", "bucket")]
    rows = summary.filter(summary.kind == kind)
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


def _counting(table: ir.Table, kind: str, **columns: ir.Value) -> ir.Table:
    return _rows(table, kind, times=ibis.literal(1, type="int64"), **columns)


def _rows(table: ir.Table, kind: str, **columns: ir.Value) -> ir.Table:
    """Rows of a summary, what is not told being empty, or nought."""
    known = {"kind": ibis.literal(kind), "elapsed": ibis.literal(0, type="int64")} | columns
    keys = {name: known.get(name, ibis.null(type)) for name, type in KEYS.items()}
    return table.select(**keys, times=known["times"], elapsed=known["elapsed"])


def _added(*parts: ir.Table) -> ir.Table:
    both = ibis.union(*parts)
    found = both.group_by(list(KEYS)).aggregate(times=_.times.sum(), elapsed=_.elapsed.sum())
    return found.filter(found.times != 0)


def _bucket(elapsed: ir.IntegerValue) -> ir.IntegerValue:
    """The class of a duration: the first whose upper end it does not exceed; none below a millisecond."""
    known = elapsed.cast("float64").nullif(0)
    return (known.ln() / math.log(WIDER)).ceil().cast("int64").fill_null(-1)


def _middle(bucket: ir.IntegerColumn) -> ir.FloatingColumn:
    """The duration that no other of its class is more than one in a hundred away from."""
    upper = (bucket.cast("float64") * math.log(WIDER)).exp()
    return (bucket < 0).ifelse(0.0, upper * 2 / (1 + WIDER))

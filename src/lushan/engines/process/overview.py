"""The indicators that any log gives, by one definition each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.clock import NATURAL, SECOND, Clock
from lushan.engines.process.handover import handovers
from lushan.engines.process.rework import returns, rework
from lushan.engines.process.steps import steps, timed
from lushan.engines.process.variants import trails
from lushan.words import Text

Kind = Literal["count", "seconds", "share", "mean"]


@dataclass(frozen=True)
class Indicator:
    """A figure of a log.

    Args:
        id: a word.
        title: what it is called.
        kind: whether it counts, measures seconds, is a share of one, or a mean number.
        formula: how it comes about.
        value: nothing where the log does not tell.
    """

    id: str
    title: Text
    kind: Kind
    formula: str
    value: float | None


#: Every indicator: its word, its titles, its kind and its formula.
ABOUT: tuple[tuple[str, str, str, Kind, str], ...] = (
    ("cases", "案件数", "cases", "count", "count of cases"),
    ("open", "在途量", "open cases", "count", "cases whose last event is none of the ends"),
    ("events", "事件数", "events", "count", "count of events"),
    ("variants", "变体数", "variants", "count", "different paths"),
    ("cycle_mean", "周期均值", "cycle time, mean", "seconds", "last event − first event"),
    ("cycle_median", "周期中位数", "cycle time, median", "seconds", "of the same"),
    ("cycle_p90", "周期九成位", "cycle time, P90", "seconds", "of the same"),
    ("steps", "平均环节数", "events per case", "mean", "events ÷ cases"),
    ("wait", "案均等待时长", "waiting time per case", "seconds", "Σ(opened − arrived) ÷ cases"),
    ("touch", "案均办理时长", "touch time per case", "seconds", "Σ(decided − opened) ÷ cases"),
    ("wait_share", "等待占比", "wait share", "share", "Σ(opened − arrived) ÷ Σ(decided − arrived)"),
    ("return_rate", "回退率", "return rate", "share", "cases that came back to an activity ÷ cases"),
    ("returns", "回退次数均值", "returns per case", "mean", "returns ÷ cases"),
    ("rework_rate", "返工率", "rework share", "share", "time of repeated activities ÷ cycle time"),
    ("first_time", "一次通过率", "first-time-through", "share", "cases that did nothing twice ÷ cases"),
    ("resources", "办理人数", "people", "count", "people with an event"),
    ("load", "人均处理量", "events per person", "mean", "events ÷ people"),
    ("gini", "负荷基尼系数", "Gini of load", "mean", "0: all bear alike; 1: one bears all"),
    ("handovers", "交接次数均值", "handovers per case", "mean", "changes of person ÷ cases"),
)


def overview(log: ir.Table, followed: ir.Table, cases: ir.Table, clock: Clock = NATURAL) -> list[Indicator]:
    """The indicators of a log: how much, how long, how much of it waiting, how much of it again, and by how many.

    Those of people are told where the log has a resource.

    Args:
        log: from `event_log`.
        followed: its events in order, from `follow`.
        cases: its cases, from `cases`.
        clock: that steps are timed by; the log's own should be the same.
    """
    values = _amounts(cases, followed) | _times(log, clock, cases) | _repeats(followed, cases)
    if "resource" in log.columns:
        values |= _people(log, followed, cases)
    return [
        Indicator(id, Text(zh, en), kind, formula, values[id]) for id, zh, en, kind, formula in ABOUT if id in values
    ]


def _amounts(cases: ir.Table, followed: ir.Table) -> dict[str, float | None]:
    lengths = cases.seconds
    found = _one(
        cases.aggregate(
            cases=_.count(),
            open=_.count(where=_.is_open),
            events=_.events.sum(),
            cycle_mean=lengths.mean(),
            cycle_median=lengths.quantile(0.5),
            cycle_p90=lengths.quantile(0.9),
        )
    )
    ways = _one(trails(followed).select("trail").distinct().aggregate(variants=_.count()))
    return found | ways | {"steps": _over(found["events"], found["cases"])}


def _times(log: ir.Table, clock: Clock, cases: ir.Table) -> dict[str, float | None]:
    worked = timed(steps(log), clock)
    seen = _.dwell.sum(where=_.opened_at.notnull())
    found = _one(worked.aggregate(waiting=_.waiting.sum(), touch=_.touch.sum(), seen=seen))
    count = _number(cases)
    return {
        "wait": _over(found["waiting"], count * SECOND),
        "touch": _over(found["touch"], count * SECOND),
        "wait_share": _over(found["waiting"], found["seen"]),
    }


def _repeats(followed: ir.Table, cases: ir.Table) -> dict[str, float | None]:
    again = _one(rework(followed).aggregate(seconds=_.again_seconds.sum()))
    back = _one(returns(followed).aggregate(times=_.count(), cases=_.case_id.nunique()))
    repeated = followed.group_by("case_id", "activity").aggregate(times=_.count()).filter(_.times > 1)
    spoilt = _number(repeated.select("case_id").distinct())
    whole = _one(cases.aggregate(cases=_.count(), seconds=_.seconds.sum()))
    return {
        "return_rate": _over(back["cases"], whole["cases"]),
        "returns": _over(back["times"], whole["cases"]),
        "rework_rate": _over(again["seconds"], whole["seconds"]),
        "first_time": _over(whole["cases"] - spoilt, whole["cases"]),
    }


def _people(log: ir.Table, followed: ir.Table, cases: ir.Table) -> dict[str, float | None]:
    borne = log.filter(log.resource.notnull()).group_by("resource").aggregate(times=_.count())
    loads = borne.times.to_pyarrow().to_pylist()
    moved = _one(handovers(followed).aggregate(times=_.times.sum()))["times"]
    return {
        "resources": len(loads),
        "load": _over(sum(loads), len(loads)),
        "gini": gini(loads),
        "handovers": _over(moved or 0, _number(cases)),
    }


def gini(loads: Sequence[float]) -> float | None:
    """How unevenly a load is spread: 0 where all bear alike; nothing where there is no load.

    >>> gini([1, 1, 1, 1]), gini([0, 0, 0, 8])
    (0.0, 0.75)
    """
    total, count = sum(loads), len(loads)
    if not total:
        return None
    weighted = sum(place * load for place, load in enumerate(sorted(loads), 1))
    return 2 * weighted / (count * total) - (count + 1) / count


def _one(expression: ir.Table) -> dict[str, Any]:
    row: dict[str, Any] = expression.to_pyarrow().to_pylist()[0]
    return row


def _number(table: ir.Table) -> int:
    return int(table.count().to_pyarrow().as_py())


def _over(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else float(part) / float(whole)

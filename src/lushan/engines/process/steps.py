"""Steps: a piece of work in a case from its arrival over its first view to its decision, and where steps wait."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.clock import NATURAL, SECOND, Clock
from lushan.engines.process.graph import durations
from lushan.engines.process.log import OPTIONAL, order

MOMENTS = ("arrived_at", "opened_at", "decided_at")


@dataclass(frozen=True)
class Lifecycle:
    """Which transitions of a log's ``lifecycle`` say that work arrived, was taken up, and was done; in lower case."""

    arrived: Collection[str] = ("schedule", "assign")
    opened: Collection[str] = ("start",)
    decided: Collection[str] = ("complete",)


STANDARD = Lifecycle()


def steps(log: ir.Table, lifecycle: Lifecycle = STANDARD) -> ir.Table:
    """One row for each step of a case, made from its events.

    The first arrival of an activity in a case belongs to its first start and its first completion, the second to the
    second, and so on; a step that was not completed has no ``decided_at``. In a log without lifecycle each event is a
    decision. Where nothing tells when a step arrived, it arrived with the decision before it in the case, or with its
    own first moment. Events of other transitions make no step.

    Args:
        log: from `event_log`.
        lifecycle: what the log's transitions mean.
    """
    moments = _moments(log, lifecycle)
    nth = ibis.row_number().over(ibis.window(group_by=["case_id", "activity", "moment"], order_by=order(moments)))
    numbered = moments.mutate(nth=nth)
    who = [name for name in OPTIONAL[:3] if name in log.columns]
    made = numbered.group_by("case_id", "activity", "nth").aggregate(
        **{moment: _["at"].max(where=_.moment == moment) for moment in MOMENTS},
        **{name: ibis.coalesce(*(_[name].max(where=_.moment == m) for m in reversed(MOMENTS))) for name in who},
    )
    begun = ibis.coalesce(made.opened_at, made.decided_at, made.arrived_at)
    made = made.mutate(begun_at=begun)
    window = ibis.window(group_by="case_id", order_by=["begun_at", "decided_at", "activity", "nth"])
    placed = made.mutate(position=ibis.row_number().over(window) + 1, before=_.decided_at.lag().over(window))
    arrived = ibis.coalesce(placed.arrived_at, ibis.least(placed.before, placed.begun_at), placed.begun_at)
    return placed.mutate(arrived_at=arrived).select("case_id", "position", "activity", *who, *MOMENTS)


def _moments(log: ir.Table, lifecycle: Lifecycle) -> ir.Table:
    """The events that mark a moment of a step, and which."""
    if "lifecycle" not in log.columns:
        return log.mutate(moment=ibis.literal("decided_at"))
    said = log.lifecycle.lower()
    meant = zip((lifecycle.arrived, lifecycle.opened, lifecycle.decided), MOMENTS, strict=True)
    return log.mutate(moment=ibis.cases(*((said.isin(words), name) for words, name in meant))).filter(
        _.moment.notnull()
    )


def timed(steps: ir.Table, clock: Clock = NATURAL) -> ir.Table:
    """Steps with how long they took, in milliseconds of a clock.

    ``waiting`` lasts from arrival to first view, ``touch`` from first view to decision, ``dwell`` from arrival to
    decision; each is empty where one of its ends is, and none is less than nought.

    Args:
        steps: from `steps`, or any table with ``arrived_at``, ``opened_at`` and ``decided_at``.
        clock: natural or working time.
    """
    read = clock.read(steps, arrived="arrived_at", opened="opened_at", decided="decided_at")
    return read.mutate(
        waiting=(_.opened - _.arrived).clip(lower=0),
        touch=(_.decided - _.opened).clip(lower=0),
        dwell=(_.decided - _.arrived).clip(lower=0),
    ).drop("arrived", "opened", "decided")


def bottlenecks(timed: ir.Table, by: str | tuple[str, ...] = "activity") -> ir.Table:
    """Where cases spend their time: the places with the largest share of all time in steps, first.

    ``share`` is the place's dwell over that of all places, ``waiting_share`` the part of its dwell before anybody
    looked; ``pending`` counts the steps that wait still.

    Args:
        timed: from `timed`.
        by: what is ranked: activities, resources, departments, or several together.
    """
    found = timed.group_by(by).aggregate(
        steps=_.count(),
        pending=_.count(where=_.decided_at.isnull()),
        total_seconds=_.dwell.sum().fill_null(0) / SECOND,
        waiting_seconds=_.waiting.sum().fill_null(0) / SECOND,
        touch_seconds=_.touch.sum().fill_null(0) / SECOND,
        **durations(timed.dwell),
    )
    names = (by,) if isinstance(by, str) else by
    ranked = found.mutate(
        share=_.total_seconds / _.total_seconds.sum().over(ibis.window()).nullif(0),
        waiting_share=_.waiting_seconds / _.total_seconds.nullif(0),
    )
    return ranked.order_by(_.total_seconds.desc(), *names)

"""Delivery's tables: the life of each work order, and what is counted from it."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

from lushan.runs.clock import local_date
from lushan.runs.model import Read, model
from lushan.runs.period import Period

SECONDS_A_DAY = 86400


@model(
    "delivery.order_life",
    reads=("delivery.work_order", Read("delivery.work_order_event", back=None), "delivery.release_window"),
)
def order_life(orders: ir.Table, events: ir.Table, windows: ir.Table, period: Period) -> ir.Table:
    """One row for each work order that was received, with the day of each step of its life.

    An order without a received step was received when it was first heard of. One that was released
    several times counts from its last release.
    """

    def first(step: str) -> ir.TimestampValue:
        return events.at.min(where=events.step == step)

    def times(step: str) -> ir.IntegerValue:
        return events.count(where=events.step == step)

    lives = events.group_by("order_id").aggregate(
        received_at=ibis.coalesce(first("received"), events.at.min()),
        accepted_at=first("accepted"),
        released_at=events.at.max(where=events.step == "released"),
        voided_at=first("voided"),
        test_submissions=times("test_submitted"),
        test_returns=times("test_returned"),
        changes=times("changed"),
        postponements=times("postponed"),
    )
    begun = ibis.coalesce(lives.accepted_at, lives.received_at)
    lives = lives.mutate(
        received_on=local_date(lives.received_at, period.zone),
        accepted_on=local_date(lives.accepted_at, period.zone),
        released_on=local_date(lives.released_at, period.zone),
        voided_on=local_date(lives.voided_at, period.zone),
        cycle_days=(lives.released_at.epoch_seconds() - begun.epoch_seconds()) / SECONDS_A_DAY,
    )
    lives = lives.mutate(closed_on=ibis.coalesce(lives.released_on, lives.voided_on))
    planned = windows.filter(windows.kind == "planned").select("window_on")
    joined = orders.inner_join(lives, "order_id")
    return joined.left_join(planned, joined.released_on == planned.window_on)


@model("delivery.line_month", reads="delivery.order_life")
def line_month(life: ir.Table) -> ir.Table:
    """Received, released, voided and open work orders, for each line and each month that saw any."""

    def moves(day: str, kind: str) -> ir.Table:
        moved = life.filter(life[day].notnull())
        return moved.select("line", month=moved[day].strftime("%Y-%m"), kind=ibis.literal(kind))

    moved = ibis.union(
        moves("received_on", "received"), moves("released_on", "released"), moves("voided_on", "voided"),
        moves("closed_on", "closed"),
    )  # fmt: skip
    grid = life.select("line").distinct().cross_join(moved.select("month").distinct())
    counted = moved.group_by("line", "month").aggregate(
        **{
            kind: moved.count(where=moved.kind == kind)
            for kind in ("received", "released", "voided", "closed")
        }
    )
    full = grid.left_join(counted, ["line", "month"]).select(
        grid.line, grid.month,
        *(counted[kind].fill_null(0).name(kind) for kind in ("received", "released", "voided", "closed")),
    )  # fmt: skip
    so_far = ibis.window(group_by="line", order_by="month", preceding=None, following=0)
    return full.mutate(open_end=(full.received - full.closed).sum().over(so_far))


@model("delivery.investment", reads="delivery.timesheet")
def investment(timesheet: ir.Table) -> ir.Table:
    """Person-days that went into each department's work, by line and employer."""
    return timesheet.group_by("department", "line", "employer").aggregate(days=timesheet.days.sum())


@model("delivery.large_table_month", reads=Read("delivery.large_table", back=1))
def large_table_month(measured: ir.Table, period: Period, *, indexes_at_most: int = 5) -> ir.Table:
    """Each very large table at its last measurement of the period, against the period before.

    A table meets the standard when it is partitioned, has been archived, and carries few indexes.
    """

    def last(at: Period) -> ir.Table:
        rows = measured.filter(measured.period == str(at))
        newest = ibis.row_number().over(
            ibis.window(group_by=["system", "table_name"], order_by=ibis.desc("measured_on"))
        )
        ranked = rows.mutate(place=newest)
        return ranked.filter(ranked.place == 0).drop("place")

    now, before = last(period), last(period - 1).select("system", "table_name", size_before="size_gb")
    joined = now.left_join(before, ["system", "table_name"])
    archived = joined.archived_on.notnull()
    return joined.mutate(
        grown_gb=joined.size_gb - joined.size_before,
        archived=archived,
        governed=joined.partitioned & archived & (joined.index_count <= indexes_at_most),
    )


@model("delivery.instance_baseline", reads=("delivery.instance", "delivery.baseline"))
def instance_baseline(instances: ir.Table, baseline: ir.Table) -> ir.Table:
    """Each instance of base software, and until when the baseline allows its version."""
    allowed = baseline.mutate(found=True)
    joined = instances.left_join(allowed, ["component", "version"])
    return joined.mutate(listed=joined.found.fill_null(False))

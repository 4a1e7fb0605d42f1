"""Delivery's tables: the life of each work order, and what is counted from it."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.runs.clock import elapsed, local_date
from lushan.runs.model import Read, model
from lushan.runs.period import Period

SECONDS_A_DAY = 86400


def days_between(earlier: ir.TimestampValue, later: ir.TimestampValue) -> ir.FloatingValue:
    """The days from one instant to another, with their fraction."""
    return elapsed(earlier, later) / SECONDS_A_DAY


@model(
    "delivery.ticket_life",
    reads=("delivery.ticket", Read("delivery.ticket_event", back=None), "delivery.release_window"),
)
def ticket_life(orders: ir.Table, events: ir.Table, windows: ir.Table, period: Period) -> ir.Table:
    """One row for each work order that was received, with the day of each step of its life.

    An order without a received step was received when it was first heard of; one that went through test or
    release several times counts from the last. It waits until it is accepted, and from test to release.
    """

    def first(step: str) -> ir.TimestampValue:
        return events.at.min(where=events.step == step)

    def last(step: str) -> ir.TimestampValue:
        return events.at.max(where=events.step == step)

    def times(step: str) -> ir.IntegerValue:
        return events.count(where=events.step == step)

    lives = events.group_by("ticket_id").aggregate(
        received_at=ibis.coalesce(first("received"), events.at.min()),
        accepted_at=first("accepted"),
        tested_at=last("tested"),
        released_at=last("released"),
        voided_at=first("voided"),
        test_submissions=times("test_submitted"),
        test_returns=times("test_returned"),
        changes=times("changed"),
        postponements=times("postponed"),
    )
    lives = lives.mutate(
        **{
            f"{step}_on": local_date(lives[f"{step}_at"], period.zone)
            for step in ("received", "accepted", "tested", "released", "voided")
        },
        lead_days=days_between(lives.received_at, lives.released_at),
        cycle_days=days_between(ibis.coalesce(lives.accepted_at, lives.received_at), lives.released_at),
        intake_days=days_between(lives.received_at, lives.accepted_at).fill_null(0),
        shelf_days=days_between(lives.tested_at, lives.released_at).fill_null(0),
    )
    lives = lives.mutate(
        waiting_days=ibis.ifelse(lives.released_at.notnull(), lives.intake_days + lives.shelf_days, ibis.null()),
        closed_on=ibis.least(lives.released_on, lives.voided_on),
    )
    planned = windows.filter(windows.kind == "planned").select("window_on")
    joined = orders.inner_join(lives, "ticket_id")
    return joined.left_join(planned, joined.released_on == planned.window_on)


@model("delivery.line_month", reads="delivery.ticket_life")
def line_month(life: ir.Table) -> ir.Table:
    """Received, released, voided and open work orders, for each line and each month that saw any."""
    moves = ("received", "released", "voided", "closed")

    def months(move: str) -> ir.Table:
        day = life[f"{move}_on"]
        return life.filter(day.notnull()).select("line", month=day.strftime("%Y-%m"), move=ibis.literal(move))

    moved = ibis.union(*(months(move) for move in moves))
    counted = moved.group_by("line", "month").aggregate(
        **{move: moved.count(where=moved.move == move) for move in moves}
    )
    grid = life.select("line").distinct().cross_join(moved.select("month").distinct())
    full = grid.left_join(counted, ["line", "month"]).select(
        "line", "month", **{move: _[move].fill_null(0) for move in moves}
    )
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
        marked = rows.mutate(newest=rows.measured_on.max().over(ibis.window(group_by=["system", "table_name"])))
        return marked.filter(marked.measured_on == marked.newest)

    before = last(period - 1).select("system", "table_name", size_before="size_gb")
    joined = last(period).left_join(before, ["system", "table_name"])
    archived = joined.archived_on.notnull()
    return joined.mutate(
        grown_gb=joined.size_gb - joined.size_before,
        archived=archived,
        governed=joined.partitioned & archived & (joined.index_count <= indexes_at_most),
    )


@model("delivery.instance_baseline", reads=("delivery.instance", "delivery.baseline"))
def instance_baseline(instances: ir.Table, baseline: ir.Table) -> ir.Table:
    """Each instance of base software, and until when the baseline allows its version."""
    joined = instances.left_join(baseline.mutate(listed=True), ["component", "version"])
    return joined.mutate(listed=joined.listed.fill_null(False))

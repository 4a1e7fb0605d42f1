"""Approvals: every step as it stood when a period ended, the approvals that they belong to, and reminders."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.working import before, between, working
from lushan.engines.process.clock import OFFICE_HOURS
from lushan.runs.clock import elapsed, local, local_date
from lushan.runs.metric import of_period
from lushan.runs.model import Read, model
from lushan.runs.period import Period

#: What people do beside deciding.
ACTS = ("withdraw", "urge")
ALL_STEPS, ALL_INSTANCES = Read("process.step", back=None), Read("process.instance", back=None)


def in_hand(instances: ir.Table, period: Period) -> ir.Table:
    """The approvals that were open at some time of a period, as they stood at its end."""
    start, end = ibis.literal(period.start), ibis.literal(period.end)
    rows = instances.filter(
        (instances.started_at < end) & (instances.ended_at.isnull() | (instances.ended_at >= start))
    )
    ended_at = before(rows.ended_at, period)
    return rows.mutate(ended_at=ended_at, state=ibis.ifelse(ended_at.isnull(), "running", rows.state))


def known_tasks(steps: ir.Table, period: Period) -> ir.Table:
    """The steps that wait for someone or waited, as they were known at a period's end."""
    came = steps.filter((steps.arrived_at < ibis.literal(period.end)) & ~steps.action.isin(ACTS).fill_null(False))
    decided_at = before(came.decided_at, period)
    known = {name: ibis.ifelse(decided_at.notnull(), came[name], ibis.null()) for name in ("action", "reason")}
    return came.mutate(opened_at=before(came.opened_at, period), decided_at=decided_at, **known)


def placed(tasks: ir.Table) -> ir.Table:
    """Tasks with what came before them in their approval.

    Steps at one node that follow each other are one ``visit``, whoever they are passed on to; a node that is come to
    again after others is visited again. A step was ``sent_back`` when the next visit of its node came by a return.
    """
    of_instance = ibis.window(group_by="instance_id", order_by=["arrived_at", "seq"])
    moved = tasks.mutate(
        after=tasks.action.lag().over(of_instance),
        came=(tasks.node != tasks.node.lag().over(of_instance)).fill_null(True).cast("int64"),
        backwards=(tasks.place < tasks.place.lag().over(of_instance)).fill_null(False),
    )
    of_node = ibis.window(group_by=["instance_id", "node"], order_by=["arrived_at", "seq"])
    so_far = ibis.cumulative_window(group_by=["instance_id", "node"], order_by=["arrived_at", "seq"])
    came_back = (moved.after == "return").lead().over(of_node)
    again = (moved.came == 1).lead().over(of_node)
    return moved.mutate(visit=moved.came.sum().over(so_far), sent_back=(again & came_back).fill_null(False))


def days_away(absences: ir.Table, calendar: ir.Table) -> ir.Table:
    """For whoever is ever away and each day, on how many days he was away before that day, and up to its end."""
    days = calendar.select("day")
    spans = absences.select("handler_id", "from_on", "to_on")
    met = spans.inner_join(days, [spans.from_on <= days.day, spans.to_on >= days.day])
    away = met.select("handler_id", "day").distinct().mutate(away=1)
    each = absences.select("handler_id").distinct().cross_join(days).left_join(away, ["handler_id", "day"])
    counted = each.select("handler_id", "day", away=_.away.fill_null(0))
    so_far = ibis.cumulative_window(group_by="handler_id", order_by="day")
    gone = counted.mutate(gone=counted.away.sum().over(so_far))
    return gone.select("handler_id", "day", "gone", gone_before=gone.gone - gone.away)


def at_night(moment: ir.TimestampValue, period: Period) -> ir.BooleanValue:
    """Whether an instant lies outside the bank's day, whose noon is no night."""
    shown = local(moment, period.zone)
    minute = shown.hour().cast("int64") * 60 + shown.minute().cast("int64")
    opens, closes = OFFICE_HOURS[0][0], OFFICE_HOURS[-1][1]
    return (minute < opens.hour * 60 + opens.minute) | (minute >= closes.hour * 60 + closes.minute)


@model(
    "process.task",
    reads=(
        ALL_STEPS,
        ALL_INSTANCES,
        "process.type",
        "process.node",
        "process.handler",
        "process.absence",
        "bank.calendar",
    ),
)
def task(
    steps: ir.Table,
    instances: ir.Table,
    types: ir.Table,
    nodes: ir.Table,
    handlers: ir.Table,
    absences: ir.Table,
    calendar: ir.Table,
    period: Period,
    *,
    unread_minutes: int = 450,
    instant_seconds: int = 5,
) -> ir.Table:
    """Every step of the approvals in hand, with its waiting, touch and dwell by the working clock.

    What is pending is measured up to the last that is known of the period: its end, or the newest step.

    Args:
        unread_minutes: how many working minutes a step may lie unread.
        instant_seconds: a form that bears an amount and is decided sooner after its first view was not read.
    """
    end = ibis.literal(period.end)
    named = types.select("type_id", "amount_bearing", process="name")
    owned = in_hand(instances, period).inner_join(named, "type_id")
    owned = owned.select("instance_id", "type_id", "process", "amount_bearing", ended=_.ended_at.notnull())
    path = nodes.select("type_id", "node", "place", allowed=nodes.sla_minutes.cast("int64") * 60)
    mine = known_tasks(steps, period).drop("returned_to").drop("period").inner_join(owned, "instance_id")
    mine = mine.left_join(path, ["type_id", "node"])
    mine = placed(mine.drop("type_id_right").drop("node_right"))

    newest = steps.aggregate(last=ibis.greatest(steps.arrived_at.max(), before(steps.decided_at, period).max()))
    asked = newest.select(as_of=ibis.least(newest["last"], end).fill_null(end))
    people = handlers.select("handler_id", handler="name")
    mine = mine.cross_join(asked).left_join(people, "handler_id").drop("handler_id_right")
    until = ibis.coalesce(mine.decided_at, mine.as_of)
    came_on, went_on = (local_date(moment, period.zone) for moment in (mine.arrived_at, until))
    mine = mine.mutate(until=until, came_on=came_on, went_on=went_on)
    gone = days_away(absences, calendar)
    first = gone.select("handler_id", "gone_before", came_on="day")
    last = gone.select("handler_id", "gone", went_on="day")
    mine = mine.left_join(first, ["handler_id", "came_on"]).drop("handler_id_right").drop("came_on_right")
    mine = mine.left_join(last, ["handler_id", "went_on"]).drop("handler_id_right").drop("went_on_right")
    clock = working(calendar, period)
    mine = clock.read(mine, came_tick="arrived_at", seen_tick="opened_at", end_tick="until")
    off = calendar.select(decided_on="day", works="is_workday")
    mine = mine.mutate(decided_on=local_date(mine.decided_at, period.zone)).left_join(off, "decided_on")

    decided = mine.decided_at.notnull()
    dwell = between(mine.came_tick, mine.end_tick)
    wait = between(mine.came_tick, ibis.coalesce(mine.seen_tick, mine.end_tick))
    quick = elapsed(mine.opened_at, mine.decided_at) < instant_seconds
    return mine.mutate(
        decided=(mine.decided_at >= ibis.literal(period.start)).fill_null(False),
        pending=~decided & ~mine.ended,
        delegated=mine.on_behalf_of.notnull(),
        away=(mine.gone > mine.gone_before).fill_null(False),
        wait_seconds=wait,
        touch_seconds=ibis.ifelse(decided, between(mine.seen_tick, mine.end_tick), ibis.null()),
        dwell_seconds=dwell,
        natural_seconds=elapsed(mine.arrived_at, mine.until),
        sla_seconds=mine.allowed,
        overdue=(dwell > mine.allowed).fill_null(False),
        unread=(wait > unread_minutes * 60).fill_null(False),
        bears_amount=mine.amount_bearing,
        instant=(mine.amount_bearing & quick).fill_null(False),
        off_hours=decided & (~mine.works.fill_null(True) | at_night(mine.decided_at, period)).fill_null(False),
        mobile=(decided & (mine.channel == "mobile")).fill_null(False),
    )


@model(
    "process.case",
    reads=("process.task", ALL_INSTANCES, "process.type", "process.node", "bank.calendar"),
)
def case(
    tasks: ir.Table, instances: ir.Table, types: ir.Table, nodes: ir.Table, calendar: ir.Table, period: Period
) -> ir.Table:
    """Every approval in hand: whether it was started, ended or is open, how long it took, and how straight it went.

    One follows the model path when it never goes backwards, passes no node that its path has not, and omits none
    that it must pass.
    """
    decided = tasks.decided_at.notnull()
    kept = tasks.place.notnull() & ~tasks.backwards
    walked = tasks.group_by("instance_id").aggregate(
        steps=tasks.count(where=decided),
        returns=tasks.count(where=tasks.action == "return"),
        dwell_seconds=tasks.dwell_seconds.sum(where=decided).fill_null(0),
        rework_seconds=tasks.dwell_seconds.sum(where=decided & (tasks.visit > 1)).fill_null(0),
        strays=tasks.count(where=~kept),
    )
    musts = nodes.filter(~nodes.optional)
    needed = musts.group_by("type_id").aggregate(needed=musts.count())
    passed = tasks.select("instance_id", "process", "node").distinct()
    titled = musts.inner_join(types, "type_id").select("node", process=types.name)
    met = passed.inner_join(titled, ["process", "node"])
    met = met.group_by("instance_id").aggregate(met=met.count())

    named = types.select("type_id", process="name")
    rows = in_hand(instances, period).inner_join(named, "type_id").left_join(needed, "type_id").drop("type_id_right")
    rows = rows.left_join(walked, "instance_id").drop("instance_id_right")
    rows = rows.left_join(met, "instance_id").drop("instance_id_right")
    rows = working(calendar, period).read(rows, start_tick="started_at", end_tick="ended_at")
    counts = {name: rows[name].fill_null(0) for name in ("steps", "returns", "dwell_seconds", "rework_seconds")}
    approved = rows.state == "approved"
    straight = (rows.strays.fill_null(0) == 0) & (rows.met.fill_null(0) == rows.needed.fill_null(0))
    started_on, ended_on = (local_date(rows[name], period.zone) for name in ("started_at", "ended_at"))
    return rows.mutate(
        **counts,
        started=rows.started_at >= ibis.literal(period.start),
        finished=rows.ended_at.notnull(),
        open=rows.ended_at.isnull(),
        same_day=(started_on == ended_on).fill_null(False),
        cycle_seconds=between(rows.start_tick, rows.end_tick),
        natural_seconds=elapsed(rows.started_at, rows.ended_at),
        clean=approved & (counts["returns"] == 0),
        fits=approved & straight,
    )


@model("process.urging", reads=("process.step", "process.task", "bank.calendar"))
def urging(steps: ir.Table, tasks: ir.Table, calendar: ir.Table, period: Period) -> ir.Table:
    """Each reminder that was given in a period, and the working time until the next decision at its node."""
    urged = of_period(steps, period).filter(_.action == "urge")
    urged = urged.select("instance_id", "seq", "node", "department", urged_at="arrived_at")
    named = tasks.select("instance_id", "process").distinct()
    urged = urged.inner_join(named, "instance_id")
    decided = tasks.filter(tasks.decided_at.notnull()).select("instance_id", "node", decided_at="decided_at")
    met = urged.select("instance_id", "seq", "node", "urged_at").inner_join(decided, ["instance_id", "node"])
    met = met.filter(met.decided_at >= met.urged_at)
    answered = met.group_by("instance_id", "seq").aggregate(answered_at=met.decided_at.min())
    rows = urged.left_join(answered, ["instance_id", "seq"]).drop("instance_id_right").drop("seq_right")
    rows = working(calendar, period).read(rows, urged_tick="urged_at", answered_tick="answered_at")
    return rows.mutate(response_seconds=between(rows.urged_tick, rows.answered_tick))

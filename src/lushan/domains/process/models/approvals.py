"""Approvals: every step as it stood when a period ended, the approvals that they belong to, and reminders."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.working import before, between, wall, working
from lushan.engines.process.clock import OFFICE_HOURS, WorkingClock
from lushan.runs.clock import elapsed, local_date
from lushan.runs.metric import of_period
from lushan.runs.model import Read, model
from lushan.runs.period import Period

#: What people do beside deciding.
ACTS = ("withdraw", "urge")
#: What is told of a step beside its times.
STEP = (
    "instance_id", "seq", "node", "department", "handler_id", "arrived_at", "opened_at", "decided_at", "action",
    "reason", "channel", "on_behalf_of",
)  # fmt: skip
#: What is told of an approval beside its way.
APPROVAL = ("instance_id", "department", "title", "urgent", "started_at", "ended_at", "state")
ALL_STEPS, ALL_INSTANCES = Read("process.step", back=None), Read("process.instance", back=None)


def in_hand(instances: ir.Table, period: Period) -> ir.Table:
    """The approvals that were open at some time of a period, as they stood at its end."""
    start, end = ibis.literal(period.start), ibis.literal(period.end)
    rows = instances.filter(
        (instances.started_at < end) & (instances.ended_at.isnull() | (instances.ended_at >= start))
    )
    ended = (rows.ended_at < end).fill_null(False)
    return rows.mutate(ended_at=before(rows.ended_at, period), state=ibis.ifelse(ended, rows.state, "running"))


def known_tasks(steps: ir.Table, period: Period) -> ir.Table:
    """The steps that wait for someone or waited, as they were known at a period's end."""
    came = steps.filter((steps.arrived_at < ibis.literal(period.end)) & ~steps.action.isin(ACTS).fill_null(False))
    decided = came.decided_at < ibis.literal(period.end)
    known = {name: ibis.ifelse(decided, came[name], ibis.null()) for name in ("decided_at", "action", "reason")}
    return came.mutate(opened_at=before(came.opened_at, period), **known)


def placed(tasks: ir.Table) -> ir.Table:
    """Tasks with what came before them in their approval.

    Steps at one node that follow each other are one ``visit``, whoever they are passed on to; a node that is come to
    again after others is visited again. A step was ``sent_back`` when the next visit of its node came by a return.
    """
    of_instance = ibis.window(group_by="instance_id", order_by=["arrived_at", "seq"])
    moved = tasks.mutate(
        after=tasks.action.lag().over(of_instance),
        begins=(tasks.node != tasks.node.lag().over(of_instance)).fill_null(True).cast("int64"),
        backwards=(tasks.place < tasks.place.lag().over(of_instance)).fill_null(False),
    )
    of_node = ibis.window(group_by=["instance_id", "node"], order_by=["arrived_at", "seq"])
    so_far = ibis.cumulative_window(group_by=["instance_id", "node"], order_by=["arrived_at", "seq"])
    came_back = (moved.after == "return").lead().over(of_node)
    again = (moved.begins == 1).lead().over(of_node)
    return moved.mutate(visit=moved.begins.sum().over(so_far), sent_back=(again & came_back).fill_null(False))


def days_away(absences: ir.Table, calendar: ir.Table) -> ir.Table:
    """For whoever is ever away and each day, on how many days he was away before that day, and up to its end."""
    each = absences.select("handler_id").distinct().cross_join(calendar.select("day"))
    spans = absences.select("from_on", "to_on", absent_id="handler_id")
    met = each.left_join(
        spans, [each.handler_id == spans.absent_id, each.day >= spans.from_on, each.day <= spans.to_on]
    )
    counted = met.group_by("handler_id", "day").aggregate(away=(met.absent_id.count() > 0).cast("int64"))
    so_far = ibis.cumulative_window(group_by="handler_id", order_by="day")
    gone = counted.mutate(gone=counted.away.sum().over(so_far))
    return gone.select("handler_id", "day", "gone", gone_before=gone.gone - gone.away)


def at_night(shown: ir.TimestampValue) -> ir.BooleanValue:
    """Whether what the wall clock shows lies outside the bank's day, whose noon is no night."""
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
    newest = steps.aggregate(last=ibis.greatest(steps.arrived_at.max(), before(steps.decided_at, period).max()))
    asked = newest.select(as_of=ibis.least(newest["last"], end).fill_null(end))
    owned = in_hand(instances, period).select("type_id", owned_id="instance_id", ended=_.ended_at.notnull())
    path = nodes.select("place", "sla_minutes", path_of="type_id", path_node="node")
    known = known_tasks(steps, period)
    mine = known.cross_join(asked).inner_join(owned, known.instance_id == owned.owned_id)
    mine = mine.left_join(path, [owned.type_id == path.path_of, known.node == path.path_node])
    rows = placed(mine.select(*STEP, "type_id", "ended", "place", "sla_minutes", "as_of"))
    until = ibis.coalesce(rows.decided_at, rows.as_of)
    rows = rows.mutate(
        came=wall(rows.arrived_at, period),
        seen=wall(rows.opened_at, period),
        went=wall(until, period),
        natural_seconds=elapsed(rows.arrived_at, until),
        seen_seconds=elapsed(rows.opened_at, until),
    )
    rows = WorkingClock(calendar).read(rows, came_tick="came", seen_tick="seen", went_tick="went")

    named = types.select("amount_bearing", process="name", named_id="type_id")
    people = handlers.select(handler="name", person_id="handler_id")
    gone = days_away(absences, calendar)
    first = gone.select("gone_before", first_id="handler_id", first_day="day")
    last = gone.select("gone", last_id="handler_id", last_day="day")
    off = calendar.select("is_workday", off_day="day")
    rows = rows.inner_join(named, rows.type_id == named.named_id)
    rows = rows.left_join(people, rows.handler_id == people.person_id)
    rows = rows.left_join(first, [rows.handler_id == first.first_id, rows.came.date() == first.first_day])
    rows = rows.left_join(last, [rows.handler_id == last.last_id, rows.went.date() == last.last_day])
    rows = rows.left_join(off, rows.went.date() == off.off_day)

    decided = rows.decided_at.notnull()
    rows = rows.mutate(
        decided=(rows.decided_at >= ibis.literal(period.start)).fill_null(False),
        wait_seconds=between(rows.came_tick, ibis.coalesce(rows.seen_tick, rows.went_tick)),
        touch_seconds=ibis.ifelse(decided, between(rows.seen_tick, rows.went_tick), ibis.null()),
        dwell_seconds=between(rows.came_tick, rows.went_tick),
        sla_seconds=rows.sla_minutes.cast("int64") * 60,
    )
    return rows.mutate(
        pending=~decided & ~rows.ended,
        delegated=rows.on_behalf_of.notnull(),
        away=(rows.gone > rows.gone_before).fill_null(False),
        overdue=(rows.dwell_seconds > rows.sla_seconds).fill_null(False),
        unread=(rows.wait_seconds > unread_minutes * 60).fill_null(False),
        bears_amount=rows.amount_bearing,
        instant=decided & (rows.amount_bearing & (rows.seen_seconds < instant_seconds)).fill_null(False),
        off_hours=decided & (~rows.is_workday.fill_null(True) | at_night(rows.went)),
        mobile=(decided & (rows.channel == "mobile")).fill_null(False),
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
    walked = tasks.group_by(walked_id="instance_id").aggregate(
        steps=tasks.count(where=decided),
        returns=tasks.count(where=tasks.action == "return"),
        dwell_seconds=tasks.dwell_seconds.sum(where=decided).fill_null(0),
        rework_seconds=tasks.dwell_seconds.sum(where=decided & (tasks.visit > 1)).fill_null(0),
        strays=tasks.count(where=~kept),
    )
    named = types.select(process="name", named_id="type_id")
    musts = nodes.filter(~nodes.optional).inner_join(named, nodes.type_id == named.named_id)
    needed = musts.group_by(needed_of="type_id").aggregate(needed=musts.count())
    passed = tasks.select("instance_id", "process", "node").distinct()
    met = passed.semi_join(musts, ["process", "node"]).group_by(met_id="instance_id").aggregate(met=_.count())

    rows = in_hand(instances, period).select(*APPROVAL, "type_id")
    rows = rows.inner_join(named, rows.type_id == named.named_id)
    rows = rows.left_join(needed, rows.type_id == needed.needed_of)
    rows = rows.left_join(walked, rows.instance_id == walked.walked_id)
    rows = rows.left_join(met, rows.instance_id == met.met_id)
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

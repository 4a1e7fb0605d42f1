"""What waits: approvals that stand still and why, and what must be decided by whom."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.working import DAY_SECONDS, between, working
from lushan.engines.process.clock import SECOND, WorkingClock
from lushan.runs.clock import local_date
from lushan.runs.metric import of_period
from lushan.runs.model import model
from lushan.runs.period import Period

#: Why a step that nobody decides stands still: the first that holds.
REASONS = ("unassigned", "left", "away", "revising", "unread", "undecided")


def pending(tasks: ir.Table, handlers: ir.Table, absences: ir.Table, period: Period) -> ir.Table:
    """The steps that wait for a decision, with who is away or gone, and who stands in for whom is away."""
    rows = of_period(tasks, period).filter(_.pending)
    rows = rows.mutate(today=local_date(rows.as_of, period.zone))
    gone = handlers.select("handler_id", "left_on")
    rows = rows.left_join(gone, "handler_id").drop("handler_id_right")
    away = absences.select("delegate_id", absentee="handler_id", from_on="from_on", to_on="to_on")
    met = rows.inner_join(
        away, [rows.handler_id == away.absentee, rows.today >= away.from_on, rows.today <= away.to_on]
    )
    absentees = met.group_by("instance_id", "seq").aggregate(
        delegate_id=met.delegate_id.min(), to_on=met.to_on.max(), is_away=met.count() > 0
    )
    rows = rows.left_join(absentees, ["instance_id", "seq"]).drop("instance_id_right").drop("seq_right")
    named = handlers.select(delegate_id="handler_id", delegate="name")
    return rows.left_join(named, "delegate_id").drop("delegate_id_right")


def why(rows: ir.Table) -> ir.StringValue:
    """Why each of some pending steps stands still."""
    holds = (
        rows.handler_id.isnull(),
        (rows.left_on <= rows.today).fill_null(False),
        rows.is_away.fill_null(False) & rows.delegate_id.isnull(),
        (rows.after == "return").fill_null(False) & rows.backwards,
        rows.opened_at.isnull(),
    )
    return ibis.cases(*zip(holds, REASONS, strict=False), else_=REASONS[-1])


@model(
    "process.stalled",
    reads=("process.task", "process.case", "process.handler", "process.absence", "bank.calendar"),
)
def stalled(
    tasks: ir.Table,
    cases: ir.Table,
    handlers: ir.Table,
    absences: ir.Table,
    calendar: ir.Table,
    period: Period,
    *,
    stalled_days: int = 5,
) -> ir.Table:
    """The open approvals in which nothing has come or been decided for some working days, where, and why.

    Args:
        stalled_days: how many working days without a move are too many.
    """
    known = of_period(tasks, period)
    moves = known.group_by("instance_id").aggregate(
        moved_at=ibis.greatest(known.arrived_at.max(), known.decided_at.max()), as_of=known.as_of.max()
    )
    moves = working(calendar, period).read(moves, moved_tick="moved_at", now_tick="as_of")
    idle = moves.mutate(idle=between(moves.moved_tick, moves.now_tick))
    idle = idle.filter(idle.idle > stalled_days * DAY_SECONDS).select("instance_id", "idle")
    rows = pending(tasks, handlers, absences, period)
    first = rows.mutate(nth=ibis.row_number().over(ibis.window(group_by="instance_id", order_by=["arrived_at", "seq"])))
    titled = of_period(cases, period).filter(_.open).select("instance_id", "title")
    found = first.filter(_.nth == 0).inner_join(idle, "instance_id").inner_join(titled, "instance_id")
    return found.mutate(idle_days=found.idle / DAY_SECONDS, reason=why(found))


def due_days(calendar: ir.Table) -> ir.Table:
    """Each working day, and what the working clock reads when it begins and when it ends."""
    days = calendar.filter(calendar.is_workday).select("day")
    midnight = days.mutate(since=days.day.cast("timestamp"), until=days.day.cast("timestamp") + ibis.interval(hours=23))
    read = WorkingClock(calendar).read(midnight, opens="since", closes="until")
    return read.select(due_on="day", opens="opens", closes="closes")


@model(
    "process.reminder",
    reads=("process.task", "process.case", "process.handler", "process.absence", "bank.calendar"),
)
def reminder(
    tasks: ir.Table,
    cases: ir.Table,
    handlers: ir.Table,
    absences: ir.Table,
    calendar: ir.Table,
    period: Period,
    *,
    ahead_minutes: int = 450,
) -> ir.Table:
    """The pending steps that are overdue or soon will be, whose they are, and when they are or were due.

    They are the handler's; the delegate's while he is away; the department's when nobody is named or he has left. The
    weight is the working hours over the time allowed, half as much again for what is urgent.

    Args:
        ahead_minutes: how many working minutes before its time is up a step is reminded of.
    """
    rows = pending(tasks, handlers, absences, period).filter(_.sla_seconds.notnull())
    rows = rows.filter(rows.dwell_seconds > rows.sla_seconds - ahead_minutes * 60)
    titled = of_period(cases, period).select("instance_id", "title", "urgent")
    rows = rows.inner_join(titled, "instance_id")
    rows = working(calendar, period).read(rows, came_tick="arrived_at")
    rows = rows.mutate(due_tick=rows.came_tick + rows.sla_seconds * SECOND)
    days = due_days(calendar)
    rows = rows.left_join(days, [rows.due_tick > days.opens, rows.due_tick <= days.closes])

    nobody = rows.handler.isnull() | (rows.left_on <= rows.today).fill_null(False)
    absent = rows.is_away.fill_null(False)
    owner = ibis.cases((nobody, rows.department), (absent & rows.delegate.notnull(), rows.delegate), else_=rows.handler)
    over = (rows.dwell_seconds - rows.sla_seconds) / 3600
    late = rows.dwell_seconds > rows.sla_seconds
    hours = (rows.dwell_seconds / 3600).round(1).cast("decimal(9,1)").cast("string")
    state_zh = ibis.cases((late, "，已超过时限"), else_="，即将到期")
    state_en = ibis.cases((late, ", past its time"), else_=", due soon")
    return rows.mutate(
        key=rows.instance_id + "/" + rows.seq.cast("string"),
        owner=owner,
        reason_zh=rows.process + "在" + rows.node + "已停留 " + hours + " 个工作小时" + state_zh,
        reason_en=rows.process + " has waited " + hours + " working hours at " + rows.node + state_en,
        overdue=late,
        weight=ibis.ifelse(rows.urgent, over * 1.5, over),
    )

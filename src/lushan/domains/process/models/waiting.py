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

#: What is told of a step that waits.
WAITS = (
    "instance_id", "seq", "process", "node", "department", "handler_id", "handler", "arrived_at", "opened_at", "after",
    "backwards", "dwell_seconds", "sla_seconds",
)  # fmt: skip


def pending(tasks: ir.Table, handlers: ir.Table, absences: ir.Table, period: Period) -> ir.Table:
    """The steps that wait for a decision, with who is away or gone, and who stands in for whom is away."""
    known = of_period(tasks, period)
    asked = known.aggregate(today=local_date(known.as_of.max(), period.zone))
    off = absences.cross_join(asked).filter(_.today >= _.from_on, _.today <= _.to_on)
    off = off.group_by(absent_id="handler_id").aggregate(delegate_id=_.delegate_id.min())
    people = handlers.select("left_on", person_id="handler_id")
    others = handlers.select(delegate="name", other_id="handler_id")
    rows = known.filter(_.pending).cross_join(asked)
    rows = rows.left_join(people, rows.handler_id == people.person_id)
    rows = rows.left_join(off, rows.handler_id == off.absent_id)
    rows = rows.left_join(others, rows.delegate_id == others.other_id)
    return rows.select(
        *WAITS,
        "delegate",
        has_left=(people.left_on <= asked.today).fill_null(False),
        is_away=off.absent_id.notnull(),
        has_delegate=off.delegate_id.notnull(),
    )


def why(rows: ir.Table) -> ir.StringValue:
    """Why each of some pending steps stands still."""
    holds = (
        rows.handler_id.isnull(),
        rows.has_left,
        rows.is_away & ~rows.has_delegate,
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
    moves = known.group_by(moved_id="instance_id").aggregate(
        moved_at=ibis.greatest(known.arrived_at.max(), known.decided_at.max()), as_of=known.as_of.max()
    )
    moves = working(calendar, period).read(moves, moved_tick="moved_at", now_tick="as_of")
    idle = moves.select("moved_id", idle=between(moves.moved_tick, moves.now_tick))
    idle = idle.filter(idle.idle > stalled_days * DAY_SECONDS)
    rows = pending(tasks, handlers, absences, period)
    first = rows.mutate(nth=ibis.row_number().over(ibis.window(group_by="instance_id", order_by=["arrived_at", "seq"])))
    titled = of_period(cases, period).filter(_.open).select("title", titled_id="instance_id")
    found = first.filter(_.nth == 0)
    found = found.inner_join(idle, found.instance_id == idle.moved_id)
    found = found.inner_join(titled, found.instance_id == titled.titled_id)
    return found.mutate(idle_days=found.idle / DAY_SECONDS, reason=why(found))


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
    rows = working(calendar, period).read(rows, came_tick="arrived_at")
    rows = rows.mutate(due_tick=rows.came_tick + rows.sla_seconds * SECOND)
    titled = of_period(cases, period).select("title", "urgent", titled_id="instance_id")
    rows = rows.inner_join(titled, rows.instance_id == titled.titled_id)
    days = WorkingClock(calendar).days()
    rows = rows.left_join(days, [rows.due_tick > days.opens, rows.due_tick <= days.closes])

    nobody = rows.handler.isnull() | rows.has_left
    absent = rows.is_away & rows.delegate.notnull()
    owner = ibis.cases((nobody, rows.department), (absent, rows.delegate), else_=rows.handler)
    over = (rows.dwell_seconds - rows.sla_seconds) / 3600
    late = rows.dwell_seconds > rows.sla_seconds
    hours = (rows.dwell_seconds / 3600).round(1).cast("decimal(9,1)").cast("string")
    state_zh = ibis.cases((late, "，已超过时限"), else_="，即将到期")
    state_en = ibis.cases((late, ", past its time"), else_=", due soon")
    return rows.mutate(
        key=rows.instance_id + "/" + rows.seq.cast("string"),
        owner=owner,
        due_on=rows.day,
        reason_zh=rows.process + "在" + rows.node + "已停留 " + hours + " 个工作小时" + state_zh,
        reason_en=rows.process + " has waited " + hours + " working hours at " + rows.node + state_en,
        overdue=late,
        weight=ibis.ifelse(rows.urgent, over * 1.5, over),
    )
